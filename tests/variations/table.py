"""Every way in which one machine may differ from another, and how a build is made to meet it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.ttLib import TTFont

from colofon import typefaces

Environment = dict[str, str]
Prepare = Callable[[Path], Environment]
"""What a variation needs in a folder of its own -> what it adds to the environment."""

NO_FONTS = '<?xml version="1.0"?><fontconfig></fontconfig>'
DOMAIN = "echo elsewhere > /proc/sys/kernel/hostname; echo example > /proc/sys/kernel/domainname; "
OTHER_USER = (
    *("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"),
    *("--inh-caps=+dac_read_search,+dac_override", "--ambient-caps=+dac_read_search,+dac_override"),
)
"""A user of no name, who still may read our folders; the first word of a command is looked up."""


@dataclass(frozen=True)
class Variation:
    """One difference; `seen` is a Python expression that must not have its value without it."""

    name: str
    seen: str
    prefix: tuple[str, ...] = ()
    """What stands before the command, its first word a program to be found."""
    environment: Environment = field(default_factory=dict)
    prepare: Prepare = lambda _: {}
    """Makes files in a folder, and names them to the environment."""
    umask: int = 0o022
    folder: str = "project"
    needs: tuple[str, ...] = ()
    """Programs besides that of the prefix."""
    packages: bool = False
    """Whether the packages of packages.txt can be imported."""
    mounted: Callable[[Path, Path], AbstractContextManager[None]] = lambda *_: nullcontext()
    """Shows the files of one folder in another for the time of the build."""

    def missing(self) -> list[str]:
        """Name the programs that are not installed."""
        return [name for name in (*self.prefix[:1], *self.needs) if not shutil.which(name)]


def _variable(name: str) -> str:
    """Write the expression for a variable of the environment."""
    return f"__import__('os').environ.get({name!r})"


def _estonian(folder: Path) -> Environment:
    """Install a locale with another alphabet, another decimal sign and eight bits to a sign."""
    place = folder / "et_EE.ISO-8859-15"
    command = ["localedef", "-i", "et_EE", "-f", "ISO-8859-15", str(place)]
    subprocess.run(command, check=True, capture_output=True)
    return {"LOCPATH": str(folder), "LC_ALL": "et_EE.ISO-8859-15", "LANG": "et_EE.ISO-8859-15"}


def _no_fonts(folder: Path) -> Environment:
    """Configure a system without any font."""
    (folder / "none.conf").write_text(NO_FONTS, "utf-8")
    return {"FONTCONFIG_FILE": str(folder / "none.conf")}


def _namesakes(folder: Path) -> Environment:
    """Install other letters under the names of our fonts, wherever fontconfig looks."""
    for place in (folder / ".fonts", folder / "data" / "fonts"):
        place.mkdir(parents=True)
        for family in (typefaces.FAMILY, typefaces.LARGE_FAMILY):
            for face in typefaces.LARGE_FACES.values():
                font = TTFont(face.file)
                for entry in font["name"].names:
                    if entry.nameID in {1, 16}:
                        entry.string = family
                font.save(place / f"{family}-{face.name}.ttf")
    conf = f"<fontconfig><dir>{folder}/.fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    (folder / "fonts.conf").write_text(f'<?xml version="1.0"?>{conf}', "utf-8")
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    return {**home, "FONTCONFIG_FILE": str(folder / "fonts.conf")}


def _zlib_ng(folder: Path) -> Environment:
    """Have Python take zlib-ng for zlib, before anything else is imported."""
    lines = "import sys\nfrom zlib_ng import zlib_ng\nsys.modules['zlib'] = zlib_ng\n"
    (folder / "sitecustomize.py").write_text(lines, "utf-8")
    return {"PYTHONPATH": str(folder)}


def _home(folder: Path) -> Environment:
    """Move home."""
    return {"HOME": str(folder)}


@contextmanager
def _shuffled(real: Path, shown: Path) -> Iterator[None]:
    """Show a folder whose names come in another order each time they are listed."""
    options = ["--shuffle-dirents=yes", "--multi-user=no"]
    subprocess.run(["disorderfs", *options, str(real), str(shown)], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["fusermount", "-u", str(shown)], check=True)


CAPTURED = {
    "CAPTURE_ENVIRONMENT": "i_capture_the_environment",
    "SOURCE_DATE_EPOCH": "1",
    "USER": "somebody",
    "COLUMNS": "33",
    "LANGUAGE": "ru",
    "PYTHONUTF8": "0",
    "FREETYPE_PROPERTIES": "truetype:interpreter-version=35",
    "HB_SHAPER_LIST": "fallback",
    "PANGO_LANGUAGE": "ru:tr",
    "FONTCONFIG_SYSROOT": "/nowhere",
}

VARIATIONS = (
    Variation("environment", _variable("CAPTURE_ENVIRONMENT"), environment=CAPTURED),
    Variation("build_path", "__import__('os').getcwd()", folder="another place, rather longër"),
    Variation("kernel", "__import__('os').uname()", ("setarch", "linux32", "--uname-2.6")),
    Variation("aslr", "open('/proc/self/personality').read()", ("setarch", "-R")),
    Variation("num_cpus", "len(__import__('os').sched_getaffinity(0))", ("taskset", "1")),
    Variation("time", "__import__('time').gmtime()[0]", ("faketime", "-f", "@2041-05-06 07:08:09")),
    Variation("user_group", "__import__('os').getuid()", OTHER_USER),
    Variation(
        "fileordering",
        "__import__('os').path.ismount('..')",
        needs=("disorderfs", "fusermount"),
        mounted=_shuffled,
    ),
    Variation(
        "domain_host",
        "__import__('os').uname()[1]",
        ("unshare", "--uts", "/bin/sh", "-c", DOMAIN + 'exec "$@"', "sh"),
    ),
    Variation("home", _variable("HOME"), prepare=_home),
    Variation(
        "locale",
        "__import__('locale').getpreferredencoding(False)",
        prepare=_estonian,
        needs=("localedef",),
    ),
    Variation("locale_absent", _variable("LC_ALL"), environment={"LC_ALL": "xx_XX.UTF-8"}),
    Variation("exec_path", _variable("PATH"), environment={"PATH": "/nowhere:/usr/bin:/bin"}),
    Variation("timezone", "__import__('time').tzname", environment={"TZ": "Pacific/Kiritimati"}),
    Variation("umask", "__import__('os').umask(0)", umask=0o077),
    Variation("hash_seed", "hash('a')", environment={"PYTHONHASHSEED": "1917"}),
    Variation("fonts_absent", _variable("FONTCONFIG_FILE"), prepare=_no_fonts),
    Variation("fonts_namesakes", _variable("XDG_DATA_HOME"), prepare=_namesakes),
    Variation("zlib_ng", "__import__('zlib').__name__", prepare=_zlib_ng, packages=True),
    Variation(
        "extra_package",
        "bool(__import__('importlib.util').util.find_spec('uharfbuzz'))",
        packages=True,
    ),
)
"""All of reprotest's, and those it lacks."""

CONTROL = Variation("control", "None")

assert len({variation.name for variation in VARIATIONS}) == len(VARIATIONS)
assert os.name == "posix"

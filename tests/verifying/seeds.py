"""Causes that an edition is not what its source makes, seeded in a copy of a sealed project."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from sealed_project import SLUG, Python, run

import altered_pages
import altered_pdf
from altering import jpeg

DIST = Path("dist") / SLUG

Seed = Callable[[Path], None]
Said = tuple[str, ...]
"""Regular expressions, all of which one line of what is said must match."""

ALTERED: dict[str, tuple[str, Callable[[bytes], bytes], Said]] = {}
"""What happened to a published file afterwards: its ending, the change, what must be said."""


def _altered(ending: str, change: Callable[[bytes], bytes], *said: str) -> None:
    """Enter a change of a published file."""
    ALTERED[ending] = (ending, change, ("was altered since it was sealed", *said))


def _swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    """Return a change of one string."""

    def apply(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return apply


def _packed_again(data: bytes) -> bytes:
    """Pack a ZIP again, compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            packed = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(info), packed)
    return file.getvalue()


def _flipped(data: bytes) -> bytes:
    """Flip one byte in the middle."""
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


_altered(".html", _swapped("diplomacia", "diplomacía"), "«.*diplomacía.*» stands where")
_altered(".epub", _packed_again, "mimetype|META-INF|EPUB", "compressed; in the reference .* stored")
_altered("-archive.pdf", altered_pdf.creation_date, "CreationDate", "2031")
_altered("-print.pdf", altered_pages.font_of_the_system, "font DejaVuSerif")
_altered("-large.pdf", altered_pages.pdf_cut_off, "cut off")
_altered("-screen.pdf", altered_pdf.recompressed_pdf, "page 1: .*packed otherwise")
_altered("-cover.jpg", lambda data: jpeg(data, quality=40), "picture|image|pixel|JPEG")
_altered("-cover.pdf", altered_pages.word_on_the_cover, "page 1: ")
_altered(".paragraphs.json", _swapped(": 1", ": 2"), "the reference has 1")
_altered(".txt", _swapped("\n", "\r\n"), "line 1|lines|CR LF")
"""Each of these is found in one run: another file for each."""


def others(folder: Path) -> dict[str, Said]:
    """Alter what is published in all other ways; return what must be said of each."""
    dist = folder / DIST
    (dist / f"{SLUG}-booklet.pdf").unlink()
    shutil.copy(other_edition(folder), dist / f"{SLUG}.tei.xml")
    (dist / "apuntes.txt").write_text("Esto no es de la edición.")
    for path, change in (
        (dist / f"{SLUG}.bag.zip", _flipped),
        (folder / "dist" / "opds.xml", _swapped("Trotsky", "Trotski")),
        (dist / "buildinfo.json", _swapped('"issued": "2026', '"issued": "2027')),
    ):
        path.write_bytes(change(path.read_bytes()))
    sums = folder / "dist" / "SHA256SUMS"
    pattern = rf"(?m)^.(.*{SLUG}-thumbnail\.jpg)$"
    text, count = re.subn(pattern, r"x\1", sums.read_text())
    assert count == 1
    sums.write_text(text)
    return {
        "a missing file": (r"-booklet\.pdf: It is missing",),
        "another edition": (r"\.tei\.xml: It was altered", r"2"),
        "a stray file": (r"apuntes\.txt: It is no file of this edition",),
        "a damaged bag": (r"bag\.zip", r"damaged|checksum|CRC|does not have"),
        "the catalogue": (r"dist/opds\.xml: It was altered", "Trotski"),
        "the build record": (r"buildinfo\.json: It was altered", "issued is .*2027"),
        "a line of the sums": (r"SHA256SUMS: Its line of .*-thumbnail\.jpg has been altered",),
    }


def other_edition(folder: Path) -> Path:
    """Make a second edition of the work, and return its TEI."""
    other = folder.with_name(f"{folder.name}-second")
    shutil.copytree(folder, other)
    edit(f"source/{SLUG}.md", "edition: 1", "edition: 2")(other)
    done = run(other, f"{SLUG}:tei")
    assert done.returncode == 0, done.stdout + done.stderr
    return other / ".build" / SLUG / f"{SLUG}.tei.xml"


def edit(name: str, old: str, new: str) -> Seed:
    """Return a change of one string in a file, which must be there."""

    def apply(folder: Path) -> None:
        path = folder / name
        path.write_bytes(_swapped(old, new)(path.read_bytes()))

    return apply


def copy(name: str, over: str) -> Seed:
    """Return a change that puts one file in the place of another."""

    def apply(folder: Path) -> None:
        assert (folder / name).read_bytes() != (folder / over).read_bytes()
        shutil.copy(folder / name, folder / over)

    return apply


MASTER = f"source/{SLUG}.md"

CHANGED: dict[str, tuple[tuple[Seed, ...], tuple[Said, ...]]] = {
    "a word of the master": (
        (edit(MASTER, "está quebrado", "está roto"),),
        ((f"Cause: the master {MASTER} has changed at line \\d+.*«roto.*there was «quebrado",),),
    ),
    "a note of the master": (
        (edit(MASTER, "[^ed-circo]: El Circo Moderno", "[^ed-circo]: El Circo Viejo"),),
        ((f"Cause: the master {MASTER} has changed at line 131.*«Viejo.*«Moderno",),),
    ),
    "front matter, witness, certification": (
        (
            edit(MASTER, "1917-11-21", "1917-11-20"),
            edit(f"source/{SLUG}/witness.txt", "diplomacia", "diplomazia"),
            edit(f"source/{SLUG}/certification/record.json", "allowed_signers", "other_signers"),
        ),
        (
            (f"the master {MASTER} has changed at line 10.*1917-11-20",),
            (r"the work's file source/por-la-paz/witness\.txt has changed at .*diplomazia",),
            (r"the certification source/por-la-paz/certification/record\.json .*other_signers",),
        ),
    ),
    "font, style, settings, printer, profile, lock": (
        (
            copy("styles/fonts/EBGaramond-Regular.ttf", "styles/fonts/EBGaramond-SemiBold.ttf"),
            edit("styles/web.css", "max-width", "min-width"),
            edit("styles/typography.toml", "most = 1.5", "most = 1.6"),
            edit("styles/printers/offset.toml", "bleed = 3", "bleed = 4"),
            copy("styles/icc/FOGRA39L.icc", "styles/icc/FOGRA29L.icc"),
            edit("requirements.lock", "pyphen==0.18.1", "pyphen==0.18.2"),
        ),
        (
            (r"the font styles/fonts/EBGaramond-SemiBold\.ttf has changed",),
            (r"the style sheet styles/web\.css has changed at line \d+.*min-width",),
            (r"the settings styles/typography\.toml has changed at line 6.*1\.6",),
            (r"the printer's profile styles/printers/offset\.toml has changed at .*bleed = 4",),
            (r"the profile styles/icc/FOGRA29L\.icc has changed",),
            (r"the lock of the tools requirements\.lock has changed",),
            (r"the lock has pyphen 0\.18\.2, and had 0\.18\.1",),
        ),
    ),
    "our own code": (
        (
            edit(
                "colofon/zipped.py",
                "date = dt.datetime.fromtimestamp(epoch, dt.UTC).timetuple()[:6]",
                "date = dt.datetime.now(dt.UTC).timetuple()[:6]",
            ),
        ),
        (
            (r"Cause: our own code, which is not that of then: colofon/zipped\.py\.",),
            (r"por-la-paz\.epub: .*Its date is .*It looks like a clock",),
        ),
    ),
}
"""What was changed since the edition was sealed, and what must be said."""

HYPHENS = "import pyphen\npyphen.Pyphen.positions = lambda self, word: []\n"
CLOCK = """\
import time, zipfile
made = zipfile.ZipInfo.__init__
def now(self, name="x", date_time=(1980, 1, 1, 0, 0, 0)):
    made(self, name, time.localtime()[:6])
zipfile.ZipInfo.__init__ = now
"""
QUALITY = """\
import PIL.Image
save = PIL.Image.Image.save
def worse(self, *given, **how):
    save(self, *given, **({**how, "quality": 60} if "quality" in how else how))
PIL.Image.Image.save = worse
"""


def _tool(python: Python) -> None:
    """Put another version of a tool first, which divides no word."""
    import pyphen  # noqa: PLC0415  # only here

    shutil.copytree(Path(pyphen.__file__).parent, python.packages / "pyphen")
    with (python.packages / "pyphen" / "__init__.py").open("a") as file:
        file.write("Pyphen.positions = lambda self, word: []\n")
    python.install("pyphen", "0.17.9", ["pyphen/__init__.py"])


def _extra(python: Python) -> None:
    """Install a package that makes pictures worse whenever Python starts."""
    python.write("worse.pth", "import worse\n")
    python.write("worse.py", QUALITY)
    python.install("worse", "1.0", ["worse.pth", "worse.py"])


PYTHONS: dict[str, tuple[Callable[[Python], None], tuple[Said, ...]]] = {
    "a tool version": (
        _tool,
        ((r"Cause: pyphen 0\.17\.9 is installed, and the lock has 0\.18\.1[.;]",),),
    ),
    "an extra package": (
        _extra,
        ((r"worse 1\.0 is installed, and is not in the lock; it runs whenever Python starts",),),
    ),
    "a clock": (
        lambda python: python.write("sitecustomize.py", CLOCK),
        ((r"Cause: a clock: something wrote the hour of the build",), (r"\.epub: .*Its date is",)),
    ),
    "lines broken elsewhere": (
        lambda python: python.write("sitecustomize.py", HYPHENS),
        ((r"Cause: lines break elsewhere, as with another Pango \(here .*line \d+ of page",),),
    ),
}
"""What was otherwise about the Python that verifies, and what must be said."""


def harmless(python: Python) -> None:
    """Install a package that does nothing."""
    python.write("harmless.py", "")
    python.install("harmless", "1.0", ["harmless.py"])

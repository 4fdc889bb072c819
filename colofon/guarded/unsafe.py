"""Why a stranger's file was not read: one clear line, that no file's name can break in two."""

from __future__ import annotations

from colofon.finding import Finding, Place, Refused

LONGEST = 120
"""Characters of a name, of a file or a member, that a line shows."""


class Unsafe(Refused):
    """A file that is not what it should be, or asks for more than we give; one finding says why."""

    def __init__(self, code: str, message: str, place: Place, hint: str = "") -> None:
        shown_ = Place(shown(place.file), part=shown(place.part))
        self.finding = Finding(code, message, shown_, hint)
        super().__init__([self.finding])

    @classmethod
    def of(cls, finding: Finding) -> Unsafe:
        """Say again what was said in another process."""
        return cls(finding.code, finding.message, finding.place, finding.hint)

    @property
    def code(self) -> str:
        """What kind of fault it is: `truncated`, `damaged`, `encrypted` and others."""
        return self.finding.code


def shown(name: str, longest: int = LONGEST) -> str:
    """Make a text fit for one line of a terminal: what cannot be seen is escaped, the rest cut."""
    seen = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)
    return seen if len(seen) <= longest else f"{seen[:longest]}…"

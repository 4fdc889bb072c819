"""What PDF 1.7 and PDF 2.0 ask of one and the same structure tree.

PDF 2.0 has two sets of standard types, each with a namespace, and none falls under both
(ISO 32000-2, 14.8.6). A note is an FENote there, and knows where it is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from colofon.pdf import roles

PDF_1_7 = "http://iso.org/pdf/ssn"
PDF_2_0 = "http://iso.org/pdf2/ssn"

ONLY_1_7 = frozenset({roles.CONTENTS, roles.ENTRY, roles.REFERENCE, "BlockQuote", "Code"})
"""Types of ours that PDF 2.0 knows by the namespace of PDF 1.7 alone (table Annex M.1)."""


@dataclass(frozen=True)
class Dialect:
    """How a version of PDF writes the tree; `names` holds the types that it calls otherwise."""

    version: str
    names: Mapping[str, str] = field(default_factory=dict)
    role_map: Mapping[str, str] = field(default_factory=dict)
    """Types of ours that it does not know, and what they are there."""
    namespaces: tuple[str, ...] = ()
    """Those of its types; where there are none, types need none."""

    def name(self, role: str) -> str:
        """Return what this version calls a structure type."""
        return self.names.get(role, role)

    def namespace(self, role: str) -> str:
        """Return the namespace of a structure type."""
        return PDF_1_7 if role in ONLY_1_7 else PDF_2_0

    @property
    def refers(self) -> bool:
        """Whether elements tell which others they refer to, and destinations are elements.

        ISO 32000-2, table 355 (`Ref`) and 12.3.2.3; ISO 14289-2, 8.2.5.14 and 8.8.
        """
        return bool(self.namespaces)


ONE = Dialect("1.7", role_map={"Em": roles.SPAN, "Strong": roles.SPAN})
"""ISO 32000-1, 14.8.4: Em and Strong came later."""
TWO = Dialect("2.0", names={roles.NOTE: "FENote"}, namespaces=(PDF_2_0, PDF_1_7))
"""ISO 32000-2, 14.8.4."""

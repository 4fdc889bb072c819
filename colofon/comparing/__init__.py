"""Two files -> where they differ, and what kind of difference it is."""

from colofon.comparing.difference import PACKAGING, Cause, Difference
from colofon.comparing.files import compare

__all__ = ["PACKAGING", "Cause", "Difference", "compare"]

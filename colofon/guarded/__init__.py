"""A file that a stranger sent -> what is in it, or one clear line; nothing happens meanwhile."""

from colofon.guarded.limits import LIMITS, Limits
from colofon.guarded.process import apart
from colofon.guarded.unpacking import unpack
from colofon.guarded.unsafe import Unsafe
from colofon.guarded.whole import Kind, checked, kind
from colofon.guarded.zips import Members

__all__ = ["LIMITS", "Kind", "Limits", "Members", "Unsafe", "apart", "checked", "kind", "unpack"]

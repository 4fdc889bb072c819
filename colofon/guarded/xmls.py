"""A stranger's XML -> its tree, with nothing loaded, nothing expanded and nothing huge."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.guarded.unsafe import Unsafe


def parsed(data: bytes, place: Place) -> Element:
    """Parse XML; raises Unsafe where it is not well formed or declares what it could abuse.

    A DOCTYPE that only names the language (`<!DOCTYPE html>`) is taken and never loaded; one
    that declares entities or elements of its own is not (XXE, «billion laughs»).
    """
    if b"<!ENTITY" in data.replace(b"\0", b""):  # in UTF-16 too, and before anything expands it
        raise _declares(place)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        said = str(error.msg or "nothing to read").splitlines()[0].partition(", line ")[0]
        text = f"Line {line} is not well-formed XML: {said}."
        raise Unsafe("not-xml", text, place) from error
    except ValueError as error:
        raise Unsafe("not-xml", "This is no XML.", place) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and (any(declared.iterentities()) or any(declared.iterelements())):
        raise _declares(place)
    return root


def _declares(place: Place) -> Unsafe:
    """Say what is wrong with a DOCTYPE."""
    text = "The DOCTYPE declares entities or elements, which could load or hide something."
    return Unsafe("unsafe-xml", text, place)

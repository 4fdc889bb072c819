"""What the catalogue says of itself: its name, its language, its day, who made it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from colofon.catalogue.work import Work
from colofon.front import NAMESPACE
from colofon.labels import SOURCE_LANGUAGE, Labels, available, labels_for

MAKER = "Colofón"

NEVER = "1970-01-01T00:00:00Z"
"""When an empty catalogue changed last: feeds must say something, and no clock is asked."""


def labels(works: Sequence[Work]) -> Labels:
    """Return the labels in the language that all works share, or else in English."""
    languages = {work.about.language.partition("-")[0] for work in works}
    [language] = languages if len(languages) == 1 else {SOURCE_LANGUAGE}
    return labels_for(language if language in available() else SOURCE_LANGUAGE)


def updated(works: Sequence[Work]) -> str:
    """Return the day of the latest edition, as an instant (RFC 3339)."""
    return max((work.day for work in works), default=NEVER)


def identifier(works: Sequence[Work]) -> str:
    """Name the feed (RFC 4287, 4.2.6): two publishers' differ, and editions change nothing.

    It is made from the work whose identifier is the least, so that it seldom changes when
    works come and go.
    """
    first = min((work.about.identifier for work in works), default="")
    return uuid.uuid5(NAMESPACE, f"catalogue {first}").urn

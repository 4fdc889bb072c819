"""What a library says to its logger -> findings, so that no warning goes unseen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from colofon.finding import Finding


class _Ear(logging.Handler):
    """Keep every record of a logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def listening(logger: str, to_finding: Callable[[str], Finding]) -> Iterator[list[Finding]]:
    """Collect the warnings of `logger` as findings; nothing is printed meanwhile.

    The list is filled when the block ends, each message once, in order.
    """
    source = logging.getLogger(logger)
    ear, findings = _Ear(), list[Finding]()
    kept = source.handlers[:], source.propagate
    source.handlers, source.propagate = [ear], False
    try:
        yield findings
    finally:
        source.handlers, source.propagate = kept
        messages = dict.fromkeys(record.getMessage() for record in ear.records)
        findings.extend(to_finding(message) for message in messages)

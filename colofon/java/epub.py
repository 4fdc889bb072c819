"""An EPUB -> every message of EPUBCheck, in English, with its place; runs beside the JVM."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import jpype

from colofon.java.machine import reason


class _Listener:
    """Hears what EPUBCheck reports, in the place of its own report classes.

    Those keep at most 25 places of a message and count nothing below their level; EPUBCheck's
    interface `LocalizableReport` (com.adobe.epubcheck.api) hands over all.
    """

    def __init__(self, path: Path) -> None:
        self.messages: list[dict[str, Any]] = []
        self.items: set[str] = set()
        self._path = path
        self._counts: Counter[str] = Counter()
        self._english = jpype.JClass("java.util.Locale").ENGLISH
        dictionary = jpype.JClass("com.adobe.epubcheck.messages.LocalizedMessageDictionary")
        self._dictionary = dictionary(self._english)
        self._identifier = jpype.JClass("com.adobe.epubcheck.messages.MessageId")

    def report(self) -> Any:
        """Make the Java object that EPUBCheck reports to; it calls no other method of it."""
        methods = {
            "message": self._message,
            "info": self._info,
            "getDictionary": lambda: self._dictionary,
            "getLocale": lambda: self._english,
            "getFatalErrorCount": lambda: self._counts["FATAL"],
            "getErrorCount": lambda: self._counts["ERROR"],
            "getWarningCount": lambda: self._counts["WARNING"],
        }
        return jpype.JProxy("com.adobe.epubcheck.api.LocalizableReport", dict=methods)

    def _message(self, message: Any, location: Any, arguments: Any) -> None:
        if isinstance(message, self._identifier):
            message = self._dictionary.getMessage(message)
        severity = str(message.getSeverity())
        self._counts[severity] += 1
        self.messages.append(
            {
                "member": self._member(str(location.getPath())),
                "line": max(0, int(location.getLine())),
                "column": max(0, int(location.getColumn())),
                "id": str(message.getID()),
                "severity": severity,
                "text": str(message.getMessage(arguments)),
                "suggestion": str(message.getSuggestion() or ""),
            }
        )

    def give_up(self, fault: Any) -> None:
        """Add a message of our own for an exception that a broken file raised in EPUBCheck."""
        self.messages.append(
            {
                "member": "",
                "line": 0,
                "column": 0,
                "id": str(fault.getClass().getSimpleName()),
                "severity": "FATAL",
                "text": f"EPUBCheck cannot judge the file: {reason(fault, self._path)}",
            }
        )

    def _info(self, resource: Any, feature: Any, _value: Any) -> None:
        if str(feature.name()) == "DECLARED_MIMETYPE":  # said of each item whose content is read
            self.items.add(str(resource))

    def _member(self, place: str) -> str:
        """Name a member of the EPUB; "" when EPUBCheck means the file itself."""
        outside = place.startswith(("./", "/", "file:")) and place.endswith(self._path.name)
        return "" if outside else place


def validate(path: Path) -> dict[str, Any]:
    """Run EPUBCheck on a file with a plain name; gives "messages" and the number of "items"."""
    listener = _Listener(path)
    file = jpype.JClass("java.io.File")(str(path))
    validator = jpype.JClass("com.adobe.epubcheck.api.EpubCheck")(file, listener.report())
    try:
        validator.doValidate()
    except jpype.JClass("java.lang.Exception") as fault:  # not java.lang.Error: that is a crash
        listener.give_up(fault)
    return {"messages": listener.messages, "items": len(listener.items)}

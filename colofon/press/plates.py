"""The pages of a PDF -> what is painted on each, in the inks of the press, and with what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream

from colofon.press import pictures
from colofon.press.contents import BLACK, KNOCK_OUT, OVERPRINT, Loss, Pen, Repainting, Used
from colofon.press.inks import Inks

PRINTABLE = (Name.DeviceCMYK, Name.DeviceGray)
"""The colours of a gradient that no conversion is needed for."""

SET_BLACK = b"0 0 0 1 k\n0 0 0 1 K\n"
"""What PDF begins with, but in the ink instead of in grey (ISO 32000-1, table 52)."""


@dataclass
class Plates:
    """The document while it is repainted; images, forms and states are shared by its pages."""

    pdf: pikepdf.Pdf
    inks: Inks
    lose: Callable[[Loss], None]
    """Is told of what cannot be printed as it was, on the page that is repainted."""
    refuse: Callable[[], None]
    """Is told of each picture in colour."""
    thinnest: float = 0.0
    """The thinnest line that the printer prints, in points."""
    names: dict[tuple[int, int], str] = field(default_factory=dict)
    done: dict[tuple[int, int], Any] = field(default_factory=dict)
    states: dict[str, Any] = field(default_factory=dict)

    def page(self, page: pikepdf.Page) -> tuple[bytes, Dictionary]:
        """Return the content of a page and its resources."""
        content, used = self._repainted(page, page.obj.get("/Resources"), Pen(BLACK))
        return SET_BLACK + content, self._resources(used)

    def _repainted(self, content: Any, resources: Any, pen: Pen) -> tuple[bytes, Used]:
        """Repaint a stream of content."""
        repainting = Repainting(self.inks, resources, self._name, self.lose, pen, self.thinnest)
        return repainting.of(content), repainting.used

    def _name(self, found: Any) -> str:
        """Name an image or a form by the order in which the document uses it."""
        kind = "/Image" if found.Subtype == Name.Image else "/Form"
        return self.names.setdefault(found.objgen, f"{kind}{len(self.names) + 1}")

    def _resources(self, used: Used) -> Dictionary:
        """Gather what a page or a form uses, and nothing else (ISO 32000-1, 7.8.3)."""
        groups = {
            "/Font": used.fonts,
            "/XObject": {name: self._object(each) for name, each in used.objects.items()},
            "/Pattern": {name: self._pattern(each) for name, each in used.patterns.items()},
            "/Shading": {name: self._shading(each) for name, each in used.shadings.items()},
            "/ExtGState": self._overprinting() if used.overprints else {},
        }
        return Dictionary({key: Dictionary(group) for key, group in groups.items() if group})

    def _object(self, found: Any) -> Any:
        """Return an image or a form for the press; each is worked on once."""
        if found.objgen not in self.done:
            self.done[found.objgen] = (
                self._image(found) if found.Subtype == Name.Image else self._form(found)
            )
        return self.done[found.objgen]

    def _image(self, image: Stream) -> Any:
        """Return an image in the inks of the press."""
        printable, changed = pictures.printable(self.pdf, image, self.inks)
        if changed:
            self.refuse()
        return self.pdf.make_indirect(printable)

    def _form(self, form: Stream) -> Stream:
        """Repaint a form or a tile in its place; it is a group no more."""
        content, used = self._repainted(form, form.get("/Resources"), Pen(None))
        form.write(content)
        form.Resources = self._resources(used)
        for key in ("/Group", "/StructParents", "/StructParent"):
            if key in form:
                del form[key]
        return form

    def _pattern(self, pattern: Any) -> Any:
        """Return a pattern in the inks of the press: tiles are repainted, gradients must be."""
        if isinstance(pattern, Stream):
            return self._tile(pattern)
        self._shading(pattern.Shading)
        return pattern

    def _tile(self, pattern: Stream) -> Stream:
        """Repaint the tile of a pattern once."""
        if pattern.objgen not in self.done:
            self.done[pattern.objgen] = self._form(pattern)
        return pattern

    def _shading(self, shading: Any) -> Any:
        """Return a gradient, and report one whose colours are a screen's."""
        if shading.ColorSpace not in PRINTABLE:
            self.lose(Loss.SPACE)
        return shading

    def _overprinting(self) -> dict[str, Any]:
        """Return the two states in which text is printed, the same objects on every page."""
        if not self.states:
            for name, on in ((OVERPRINT, True), (KNOCK_OUT, False)):
                state = Dictionary(Type=Name.ExtGState, OP=on, op=on, OPM=int(on))
                self.states[str(name)] = self.pdf.make_indirect(state)
        return self.states

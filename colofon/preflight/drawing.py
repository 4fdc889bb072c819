"""What each operator of a content does: to the state, or to the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name

from colofon.preflight import colours
from colofon.preflight.colours import Colour
from colofon.preflight.marks import Kind, Mark, Sheet
from colofon.preflight.paths import Path
from colofon.preflight.state import Box, State, around, moved, stretch

DEEPEST = 20
"""Forms within forms that are followed; a form that holds itself has no end."""

EVERYWHERE = Box(-1e5, -1e5, 1e5, 1e5)


class Drawing:
    """What the operators do to one content: a page's, a form's or a pattern's."""

    def __init__(self, sheet: Sheet, resources: Any, state: State, depth: int) -> None:
        self.sheet = sheet
        self.resources = resources
        self.state = state
        self.base = state.matrix
        self.saved: list[State] = []
        self.path = Path()
        self.depth = depth

    def run(self, stream: Any) -> None:
        """Follow the operators of a content."""
        raise NotImplementedError

    # --- state

    def save(self, _operands: list[Any]) -> None:
        """Keep the state."""
        self.saved.append(self.state)

    def restore(self, _operands: list[Any]) -> None:
        """Take back the state that was kept last."""
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.sheet.faults.add("a Q without its q")

    def turn(self, operands: list[Any]) -> None:
        """Change the coordinates."""
        matrix = Matrix(*map(float, operands)) @ self.state.matrix
        self.change(matrix=matrix)

    def change(self, **changed: Any) -> None:
        """Change some of the state."""
        self.state = replace(self.state, **changed)

    def extend(self, operands: list[Any]) -> None:
        """Take over a dictionary of graphics state, and read its mask."""
        given = self.named(Name.ExtGState, operands[0])
        if given is None:
            return
        self.state = self.state.extended(given)
        mask = given.get(Name.SMask)
        if isinstance(mask, Dictionary) and Name.G in mask:
            self._form(mask.G)

    def named(self, kind: Name, name: Any) -> Any:
        """Return a resource by its kind and name; None if there is none."""
        found = self.resources.get(kind, Dictionary()).get(str(name))
        if found is None:
            self.sheet.faults.add(f"{str(kind)[1:]} {str(name)[1:]}, which is not there")
        return found

    @property
    def window(self) -> Box:
        """All that may be seen."""
        return self.state.clip or EVERYWHERE

    # --- colour

    def enter(self, side: str, operands: list[Any]) -> None:
        """Choose the space of colours."""
        self.change(**{side: colours.first(colours.space(operands[0], self.resources))})

    def colour(self, side: str, operands: list[Any]) -> None:
        """Choose a colour of the space that was chosen."""
        within = getattr(self.state, side).space
        self.change(**{side: colours.colour(within, operands)})
        if operands and isinstance(operands[-1], Name):
            self._pattern(self.named(Name.Pattern, operands[-1]), getattr(self.state, side))

    def colour_of(self, side: str, family: str, operands: list[Any]) -> None:
        """Choose a device's colour."""
        self.change(**{side: colours.colour(colours.device(family), operands)})

    def _pattern(self, pattern: Any, current: Colour) -> None:
        """Read what a pattern is made of: a content of its own, or a shading."""
        if pattern is None or self.depth > DEEPEST:
            return
        if Name.Shading in pattern:
            self.shade(pattern.Shading)
            return
        matrix = Matrix(*pattern.get(Name.Matrix, Matrix().as_array())) @ self.base
        plain = current.space.base
        colour = Colour(plain, known=False) if plain else colours.INITIAL
        state = replace(
            self.state, matrix=matrix, clip=None, tiled=self.window, fill=colour, stroke=colour
        )
        resources = pattern.get(Name.Resources, self.resources)
        type(self)(self.sheet, resources, state, self.depth + 1).run(pattern)

    # --- marks

    def mark(
        self,
        kind: Kind,
        box: Box,
        colour: Colour,
        size: float = 0.0,
        *,
        overprints: bool = False,
        **more: Any,
    ) -> None:
        """Add a mark, unless the window hides it."""
        shown = self.state.tiled or self.state.shown(box)
        if shown is None:
            return
        if kind == "fill" and size:
            size = min(size, shown.width, shown.height)
        how = overprints, self.state.mode, self.state.see_through
        self.sheet.marks.append(Mark(kind, self.sheet.number, shown, colour, size, *how, **more))

    def paint(self, name: str) -> None:
        """Fill or stroke a path, or clip by it, and begin another (ISO 32000-1, 8.5.3)."""
        state, path = self.state, self.path
        if path.points:
            box = around(path.points)
            if name in Path.FILLING:
                thin = path.thinnest()
                self.mark("fill", box, state.fill, thin, overprints=state.fill_overprints)
            if name in Path.STROKING:
                width = state.width * min(stretch(state.matrix))
                grown = box.grown(width / 2)
                over = state.stroke_overprints
                self.mark("stroke", grown, state.stroke, width, overprints=over)
            if path.clips:
                self.state = state.clipped(box)
        self.path = Path()

    def do(self, operands: list[Any]) -> None:
        """Draw a form or an image."""
        found = self.named(Name.XObject, operands[0])
        if found is None:
            return
        if found.get(Name.Subtype) == Name.Form:
            self._form(found)
        elif found.get(Name.Subtype) == Name.Image:
            self._image(found, found.get(Name.ColorSpace))

    def _form(self, form: Any) -> None:
        """Draw a form within its box (ISO 32000-1, 8.10)."""
        if self.depth > DEEPEST:
            return
        if Name.Group in form:
            self.sheet.groups.append(form.Group)
        matrix = Matrix(*form.get(Name.Matrix, Matrix().as_array())) @ self.state.matrix
        state = replace(self.state, matrix=matrix)
        if Name.BBox in form:
            state = state.clipped(moved(matrix, Box(*map(float, form.BBox))))
        resources = form.get(Name.Resources, self.resources)
        type(self)(self.sheet, resources, state, self.depth + 1).run(form)

    def _image(self, image: Any, space: Any) -> None:
        """Mark an image, which is one unit wide and high."""
        inline = isinstance(image, pikepdf.PdfInlineImage)
        mask = bool(image.image_mask if inline else image.get(Name.ImageMask, False))
        across, up = stretch(self.state.matrix)
        width, height = (
            (image.width, image.height) if inline else (int(image.Width), int(image.Height))
        )
        inches = [(width, across / 72), (height, up / 72)]
        resolution = min((pixels / inch for pixels, inch in inches if inch), default=0.0)
        colour = (
            self.state.fill if mask else Colour(colours.space(space, self.resources), known=False)
        )
        over = self.state.fill_overprints
        box = moved(self.state.matrix, Box(0, 0, 1, 1))
        self.mark("image", box, colour, overprints=over, picture=image, resolution=resolution)
        if not inline and Name.SMask in image:
            self.state, kept = replace(self.state, see_through=("SMask",)), self.state
            self.mark("image", box, colour, picture=image.SMask, resolution=resolution)
            self.state = kept

    def shade(self, shading: Any) -> None:
        """Mark a shading, which fills the window."""
        colour = Colour(colours.space(shading.get(Name.ColorSpace), self.resources), known=False)
        self.mark("shading", self.window, colour, overprints=self.state.fill_overprints)

"""WeasyPrint, which asks line after line -> paragraphs whose lines are chosen together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block
from weasyprint.layout.inline import iter_line_boxes
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from colofon.front.printing import Typesetting
from colofon.pdf import engine
from colofon.pdf.boxes import Region, walk
from colofon.typesetting import plan, runs
from colofon.typesetting.planner import Planner
from colofon.typesetting.setting import set_line

TURNS = 4
"""As many hyphens may be found one after the other at the end of a page, and be forbidden."""

PAGE = engine.linebox_layout()


class Setter:
    """Sets the justified paragraphs of a layout, and of those after it, by `settings`."""

    def __init__(self, settings: Typesetting) -> None:
        self.planner = Planner(settings)
        self.expansion = settings.expansion / 100

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Set what WeasyPrint lays out meanwhile."""
        if self.planner.settings.lines == "total-fit":
            block.iter_line_boxes, block._linebox_layout = self.lines, self.page  # noqa: SLF001
        try:
            yield
        finally:
            block.iter_line_boxes, block._linebox_layout = iter_line_boxes, PAGE  # noqa: SLF001

    def page(  # noqa: PLR0913, PLR0917  # WeasyPrint's signature
        self,
        context: Any,
        box: Any,
        index: int,
        child: Any,
        placed: list[Any],
        page_is_empty: bool,  # noqa: FBT001
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        margins: list[float],
        bottom_space: float,
        position_y: float,
        skip_stack: Any,
        *others: Any,
    ) -> Any:
        """Put as many lines on a page as WeasyPrint does, but no hyphen at its end."""
        before = (context, box, index, child, placed, page_is_empty, absolute_boxes, fixed_boxes)
        after = (margins, bottom_space, position_y, skip_stack, *others)
        for _ in range(TURNS):
            abort, stop, *_ = result = PAGE(*before, *after)
            if abort or not stop or not self._turn(child, placed, skip_stack):
                return result
            block.remove_placeholders(context, placed, absolute_boxes, fixed_boxes)
            placed.clear()
        return PAGE(*before, *after)

    def _turn(self, child: Any, placed: list[Any], skip_stack: Any) -> bool:
        """Choose other lines if those on a page end in a hyphen; tell whether that was done."""
        planned = getattr(child, "planned", None)
        if planned is None or not placed or not planned.divides(placed[-1].number):
            return False
        first = planned.number(skip_stack)
        if not self.planner.turn(planned, first, placed[-1].number):
            return False
        plan.write(planned)
        return True

    def lines(  # noqa: PLR0913, PLR0917  # WeasyPrint's signature
        self,
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        container: Any,
        *others: Any,
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the lines of a LineBox as WeasyPrint does, ours where we can."""
        first = None if any(others[2:]) else self._plan(context, box, skip_stack, container)
        found = iter_line_boxes(
            context, box, position_y, bottom_space, skip_stack, container, *others
        )
        if first is None:
            yield from found
            return
        planned, number = box.planned, first
        for line, resume_at in found:
            set_line(line, planned.lines[number], container.width, self.expansion)
            line.planned, line.number, line.divided = planned, number, planned.divides(number)
            number += 1
            if resume_at is not None:
                planned.goes_on(resume_at, number)
            yield line, resume_at

    def _plan(self, context: Any, box: Any, skip_stack: Any, container: Any) -> int | None:
        """Plan a paragraph if that is still to do; return which line is next, None if not ours."""
        if not hasattr(box, "planned"):
            box.planned = None
            if skip_stack is None and box.style["text_align_all"] == "justify":
                box.planned = self._planned(context, box, container)
        return None if box.planned is None else box.planned.number(skip_stack)

    def _planned(self, context: Any, box: Any, container: Any) -> plan.Plan | None:
        """Plan a paragraph, and write the plan into its boxes."""
        resolve_percentages(box, container)
        resolve_one_percentage(box, "text_indent", container.width)
        try:
            known = runs.runs(box, context, container)
        except runs.UnknownBoxError:
            return None
        if not "".join(run.text for run in known).strip():
            return None
        planned = self.planner.plan(box, known, container.width)
        if planned is not None:
            plan.hold(box, {})
            plan.write(planned)
        return planned

    def turn(self, pages: list[Any]) -> bool:
        """Forbid the hyphens that end pages; tell whether there were any."""
        last: dict[int, Any] = {}
        for placed in walk(pages):
            if placed.region is Region.BODY and placed.is_text and placed.box.text.strip():
                last[placed.page] = placed.line
        ends = [line for line in last.values() if getattr(line, "planned", None) is not None]
        divided = [line for line in ends if line.planned.divides(line.number)]
        for line in divided:
            self.planner.forbid(line.planned, line.number)
        return bool(divided)

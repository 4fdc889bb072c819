"""The colour spaces of a PDF -> which inks a colour puts on paper, and how it says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The inks of DeviceCMYK, as a separation names them (ISO 32000-1, 8.6.6.4)."""

ALL = "All"
"""The colorant that stands for every plate of the press (ISO 32000-1, 8.6.6.4)."""

SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""Names of colour spaces in images that stand in the content itself (ISO 32000-1, table 93)."""

BY_COMPONENTS = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


@dataclass(frozen=True)
class Space:
    """A colour space: its family, the inks it names, and the space below it, if any."""

    family: str
    inks: tuple[str, ...] = ()
    base: Space | None = None

    @property
    def families(self) -> tuple[str, ...]:
        """Its own family, then those below."""
        return (self.family, *(self.base.families if self.base else ()))


@dataclass(frozen=True)
class Colour:
    """A colour: its space, and how much of each ink it is (0 to 1); nothing for a picture's."""

    space: Space
    inks: tuple[tuple[str, float], ...] = ()
    known: bool = True
    """False for images, shadings and patterns, whose inks differ from place to place."""

    @property
    def used(self) -> dict[str, float]:
        """The inks of which there is any."""
        return {name: amount for name, amount in self.inks if amount > 0}

    @property
    def white(self) -> bool:
        """Whether it is paper."""
        return self.known and bool(self.inks) and not self.used

    @property
    def black(self) -> bool:
        """Whether it is black ink in full, and nothing else."""
        return self.used == {"Black": 1.0}

    @property
    def total(self) -> float:
        """All its inks together, in per cent."""
        return 100 * sum(self.used.values())


GREY = Space("DeviceGray", ("Black",))
INITIAL = Colour(GREY, (("Black", 1.0),))
"""What a page begins with: black (ISO 32000-1, table 52)."""


def space(found: Any, resources: Any) -> Space:
    """Read a colour space, named or not; what is unknown is named so."""
    if isinstance(found, Name | str):
        name = str(found).removeprefix("/")
        named = resources.get(Name.ColorSpace, Dictionary()).get(f"/{name}")
        if named is not None:
            return space(named, resources)
        name = SHORT.get(name, name)
        return device(name if name in {*BY_COMPONENTS.values(), "Pattern"} else "unknown")
    if isinstance(found, Array) and len(found):
        return _composed(found, resources)
    return Space("unknown")


def device(name: str) -> Space:
    """Return a device's own space; those that mix light name no ink."""
    inks = {"DeviceGray": ("Black",), "DeviceCMYK": PROCESS}
    return Space(name, inks.get(name, ()))


def _composed(found: Array, resources: Any) -> Space:
    """Read a space that is a family with operands (ISO 32000-1, 8.6)."""
    family = SHORT.get(_name(found[0]), _name(found[0]))
    if family == "ICCBased":
        base = device(BY_COMPONENTS.get(int(found[1].get(Name.N, 0)), "unknown"))
        return Space(family, base.inks, base)
    if family in {"Indexed", "Pattern"}:
        return Space(family, (), space(found[1], resources) if len(found) > 1 else None)
    if family in {"Separation", "DeviceN"}:
        names = [found[1]] if family == "Separation" else found[1]
        return Space(family, tuple(map(_name, names)), space(found[2], resources))
    return device(family)  # CalRGB, CalGray and Lab name no ink


def _name(colorant: Any) -> str:
    """Return the name of an ink."""
    return str(colorant).removeprefix("/")


def colour(within: Space, operands: Sequence[Any]) -> Colour:
    """Read the operands of an operator that sets a colour."""
    amounts = [float(each) for each in operands if not isinstance(each, Name)]
    if GREY in (within, within.base) and within.family in {"DeviceGray", "ICCBased"}:
        amounts = [1 - amount for amount in amounts]
    if not within.inks or len(amounts) != len(within.inks):
        return Colour(within, known=not within.inks and within.family != "Pattern")
    return Colour(within, tuple(zip(within.inks, amounts, strict=True)))


def first(within: Space) -> Colour:
    """Return the colour with which a space begins (ISO 32000-1, 8.6.3)."""
    if within.family in {"Separation", "DeviceN"}:
        return Colour(within, tuple((ink, 1.0) for ink in within.inks))
    if within.inks:
        return Colour(within, tuple((ink, float(ink == "Black")) for ink in within.inks))
    return Colour(within, known=within.family != "Pattern")


def mixes_light(within: Space) -> Iterator[str]:
    """Yield the families of a space that no press prints as they are."""
    for family in within.families:
        if family in {"DeviceRGB", "CalRGB", "CalGray", "Lab", "unknown"}:
            yield family

"""The style of a box of text: what a theme's tokens come to, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["HANDED_DOWN", "Align", "Edges", "Placement", "Rule", "Style", "Track"]

Align = Literal["left", "right", "centre", "justified"]
Placement = Literal["main", "side", "beside", "wide"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along one edge of a box."""

    width: float
    """Points."""
    colour: str
    """``#rrggbb``."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Room inside a box, in points."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Track:
    """The width of one of several columns: points, or a share of what is left."""

    points: float = 0.0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Style:
    """All that decides how an element looks. Lengths are points, colours ``#rrggbb``."""

    # Handed down to what stands inside.
    font: str = "reading"
    weight: int = 400
    italic: bool = False
    size: float = 10.6
    leading: float = 15.0
    colour: str = "#000000"
    align: Align = "left"
    figures: Literal["old-style", "lining"] = "lining"
    tabular: bool = False
    small_caps: bool = False
    tracking: float = 0.0
    """Extra room after each letter."""
    balanced: bool = False
    """Lines of about the same length, for headings."""
    hyphenate: bool = False
    """Words may be parted where a line would be poor without it; never in headings and large print."""
    hanging: bool = False
    """Punctuation stands out of the edges, for these to look straight."""
    looseness: int = 0
    """Lines more, or fewer, than is best for a paragraph."""
    reading_distance: float = 300 * 72 / 25.4
    """From the eye, or a phone, to the paper: it decides how large codes and printed addresses have to be."""
    on: str = "#ffffff"
    """Colour of what the text stands on."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Of the language; from right to left everything that stands at the left stands at the right."""
    inside: tuple[str, ...] = ()
    """Classes of the elements around, the outermost first."""
    panel: str = ""
    """Name of the panel that it stands in; it has no other place then."""

    # Only for the element itself.
    space_before: float = 0.0
    space_after: float = 0.0
    break_before: bool = False
    """A page begins with it."""
    keep_with_next: bool = False
    keep_together: bool = False
    place: Placement = "main"
    background: str = ""
    padding: Edges = Edges()
    rule_top: Rule | None = None
    rule_bottom: Rule | None = None
    rule_left: Rule | None = None
    rule_right: Rule | None = None
    columns: tuple[Track, ...] = ()
    gap: float = 0.0
    """Between columns."""
    marker: str = ""
    """Sign before the items of a list that is not numbered."""
    marker_colour: str = ""
    indent: float = 0.0
    """From the left edge; in a list the room for its markers."""
    rise: float = 0.0
    """Of the baseline, for superscripts."""
    at_line_end: bool = False
    """An inline element stands at the right end of its line, as page numbers in contents do."""
    unbroken: bool = False
    """Keep an inline element on one line."""
    minimum_height: float = 0.0
    height: float = 0.0
    """Of a picture, where its width follows; 0 where its height follows its width."""
    hidden: bool = False
    middle: bool = False
    """Centre columns on each other vertically."""
    sizes: tuple[float, ...] = ()
    """Of the letters of a text, the largest first: the first that fits is taken; none for ``size`` alone."""
    fit: float = 0.0
    """Height at most of a text that has several sizes; 0 for any."""
    one_line: bool = False
    """Of its sizes a text takes the largest in which it stands on one line, if it does so in any."""
    turn: int = 0
    """Degrees, 90 or 270, by which the block is turned anticlockwise; the other way round from right to left."""
    measure: float = 0.0
    """Length of the lines of a turned block; 0 for one line."""
    copies: int = 1
    """How many times the block stands side by side."""
    cut: Rule | None = None
    """The line between two copies, along which they are cut."""

    def mirrored(self, x: float, width: float, whole: float) -> float:
        """Left end of what begins at ``x`` in a box of the width ``whole``, on the side where the language begins."""
        return whole - x - width if self.direction == "rtl" else x


HANDED_DOWN = (
    "font",
    "weight",
    "italic",
    "size",
    "leading",
    "colour",
    "align",
    "figures",
    "tabular",
    "small_caps",
    "tracking",
    "balanced",
    "hyphenate",
    "hanging",
    "looseness",
    "at_line_end",
    "reading_distance",
    "on",
    "direction",
    "inside",
    "panel",
)
"""Names of the fields of ``Style`` that an element has from the one around it."""

"""What surrounds a paragraph of a Word file → its properties.

See: ECMA-376-1, 17.3.1 (paragraphs).
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.exporting.docx.runs import Look
from briefing.exporting.docx.styles import Palette
from briefing.exporting.docx.xml import Xml, node, switch, valued

__all__ = ["Around", "Item", "Panel", "properties_of"]

_INSET = 120
"""From the edges of the text to those of a panel, in twentieths of a point."""


class Panel(NamedTuple):
    """A ground and a frame that paragraphs in a row have together; fields of the palette."""

    ground: str
    frame: str
    together: bool = False
    """Whether no page ends inside it."""


class Item(NamedTuple):
    """A place in a list."""

    number: int
    """Of the list."""
    level: int
    """From 0."""


class Around(NamedTuple):
    """What a paragraph has of what it stands in."""

    look: Look
    width: float
    """Room in points."""
    style: str = "Normal"
    """Of plain paragraphs."""
    panel: Panel | None = None
    level: int = -1
    """Of the list around, from 0; -1 outside of lists."""
    step: int = 360
    """By how much a list is indented, in twentieths of a point."""


def properties_of(
    style: str,
    around: Around,
    palette: Palette,
    *,
    mirrored: bool,
    item: Item | None = None,
    apart: bool = False,
) -> tuple[Xml, ...]:
    """Write ``w:pPr``, or nothing where a paragraph is as its style is.

    ``mirrored`` is the direction of the document; ``item`` is for the first paragraph of a list's item; ``apart`` keeps
    it away from a table above.
    """
    parts = [valued("w:pStyle", style)] if style != "Normal" else []
    if item:
        parts.append(node("w:numPr", {}, valued("w:ilvl", item.level), valued("w:numId", item.number)))
    if around.panel:
        parts += _panel(around.panel, palette)
        parts += switch("w:keepNext") if around.panel.together else ()
    parts += _indent(around, hanging=item is not None)
    parts += [node("w:spacing", {"w:before": "240"})] if apart else []
    if around.look.mirrored != mirrored:
        parts.append(valued("w:bidi", int(around.look.mirrored)))
    return (node("w:pPr", {}, *parts),) if parts else ()


def _panel(panel: Panel, palette: Palette) -> list[Xml]:
    ground, frame = getattr(palette, panel.ground), getattr(palette, panel.frame)
    line = {"w:val": "single", "w:sz": "6", "w:space": "5", "w:color": frame}
    sides = (node(f"w:{side}", line) for side in ("top", "left", "bottom", "right"))
    return [node("w:pBdr", {}, *sides), node("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": ground})]


def _indent(around: Around, *, hanging: bool) -> list[Xml]:
    inset = _INSET if around.panel else 0
    left = inset + around.step * (around.level + 1)
    indent = {"w:left": str(left)} if left else {}
    indent |= {"w:right": str(inset)} if inset else {}
    indent |= {"w:hanging": str(around.step)} if hanging else {}
    return [node("w:ind", indent)] if indent else []

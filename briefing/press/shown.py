"""Briefing and document → the pictures and charts that the document shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.charts import FiguresDrawing
from briefing.drawing import Palette
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Drawing, Element, Picture, walk
from briefing.templating import ShownTimeline, chart_of_drawing, picture_of, timeline_of_drawing
from briefing.theme import Theme
from briefing.timeline import Chart
from briefing.typesetting import CONTAINERS

__all__ = ["drawings_of", "pictures_of"]


def pictures_of(briefing: Briefing, html: Element, memory: Memory = FORGETFUL) -> Mapping[str, Picture]:
    """Find the pictures that a document shows, by its ``src``."""
    found = {name: picture_of(briefing, name) for name in _wanted(html, "src", memory)}
    return {name: picture for name, picture in found.items() if picture}


def drawings_of(briefing: Briefing, html: Element, theme: Theme, memory: Memory = FORGETFUL) -> Mapping[str, Drawing]:
    """Make the charts that a document shows, by its ``data-drawing``, in the theme's colours."""
    colours = theme.colours
    palette = Palette(
        structure=colours["structure"],
        accent=colours["accent"],
        ink=colours["ink"],
        muted=colours["muted"],
    )
    found = {name: _drawing(name, briefing, palette, memory) for name in _wanted(html, "data-drawing", memory)}
    return {name: drawing for name, drawing in found.items() if drawing}


def _drawing(name: str, briefing: Briefing, palette: Palette, memory: Memory) -> Drawing | None:
    if figures := chart_of_drawing(briefing, name):
        chart, missing = figures
        return FiguresDrawing(chart, palette, briefing.masthead.language, missing, memory=memory)
    timeline = timeline_of_drawing(briefing, name)
    return _chart(timeline, palette, memory) if timeline else None


def _chart(shown: ShownTimeline, palette: Palette, memory: Memory) -> Chart:
    told = shown.telling
    return Chart(
        told.events,
        palette,
        told.language,
        title=told.title,
        words=told.words,
        length=told.length,
        form=shown.form,
        memory=memory,
    )


def _wanted(html: Element, attribute: str, memory: Memory) -> list[str]:
    """Find the values of an attribute in a document; a block that ``memory`` knows is not looked at again."""
    blocks = _blocks(html)
    return sorted({value for block in blocks for value in memory.recall(_values_in, Same(block), attribute)})


def _blocks(container: Element) -> Iterator[Element]:
    for child in container.children:
        if isinstance(child, Element):
            yield from _blocks(child) if child.tag in CONTAINERS else (child,)


def _values_in(block: Same[Element], attribute: str) -> frozenset[str]:
    return frozenset(element.get(attribute) for element in walk(block.value)) - {""}

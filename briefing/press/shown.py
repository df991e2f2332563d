"""Briefing and document → the pictures and charts that the document shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from briefing.charts import FiguresDrawing
from briefing.drawing import Magnified, Palette
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Drawing, Element, Picture, walk
from briefing.templating import ShownTimeline, chart_of_drawing, picture_of, timeline_of_drawing
from briefing.theme import Theme
from briefing.timeline import Chart, with_mark_in_brackets
from briefing.typesetting import CONTAINERS, drawing_name

__all__ = ["drawings_of", "pictures_of"]

_SIZE = 8.0
"""Points of the texts in charts where no theme asks for larger ones."""
_NameOf: TypeAlias = Callable[[Element], str]
"""Names the picture or the drawing that an element asks for; empty for none."""


def pictures_of(briefing: Briefing, html: Element, memory: Memory = FORGETFUL) -> Mapping[str, Picture]:
    """Find the pictures that a document shows, by its ``src``."""
    found = {name: picture_of(briefing, name) for name in _wanted(html, _source, memory)}
    return {name: picture for name, picture in found.items() if picture}


def drawings_of(briefing: Briefing, html: Element, theme: Theme, memory: Memory = FORGETFUL) -> Mapping[str, Drawing]:
    """Make the charts that a document shows, by the names of the drawings, in the theme's colours."""
    colours = theme.colours
    palette = Palette(
        structure=colours["structure"],
        accent=colours["accent"],
        ink=colours["ink"],
        muted=colours["muted"],
        outlined=theme.grey,
    )
    look = _Look(palette, theme.page.least, theme.page.numbers == "brackets", _shows_tables(theme))
    found = {name: _drawing(name, briefing, look, memory) for name in _wanted(html, drawing_name, memory)}
    return {name: drawing for name, drawing in found.items() if drawing}


class _Look(NamedTuple):
    """What a theme says of charts."""

    palette: Palette
    least: float
    """Points of the smallest text; 0 where the theme does not say."""
    brackets: bool
    """Numbers of sources stand in brackets."""
    tables: bool
    """Timelines have a table below them."""

    @property
    def size(self) -> float:
        """Of the texts, in points."""
        return max(_SIZE, self.least)


def _shows_tables(theme: Theme) -> bool:
    """Tell whether a theme shows the tables of timelines; where it does not, each event is spoken with the picture."""
    return not theme.style("table", ("events", "wide")).hidden


def _drawing(name: str, briefing: Briefing, look: _Look, memory: Memory) -> Drawing | None:
    if figures := chart_of_drawing(briefing, name):
        chart, missing = figures
        language = briefing.masthead.language
        return FiguresDrawing(chart, look.palette, language, missing, look.size, look.least, memory)
    timeline = timeline_of_drawing(briefing, name)
    if not timeline:
        return None
    # Their signs are as large as they are beside words of the usual size: both grow together.
    placed, times = _chart(timeline, look, memory), look.size / _SIZE
    return Magnified(placed, times) if times > 1 else placed


def _chart(shown: ShownTimeline, look: _Look, memory: Memory) -> Chart:
    told = shown.telling
    return Chart(
        tuple(map(with_mark_in_brackets, told.events)) if look.brackets else told.events,
        look.palette,
        told.language,
        title=told.title,
        words=told.words,
        length=told.length if look.tables else "long",
        form=shown.form,
        key=shown.key,
        size=_SIZE,
        least=look.least * _SIZE / look.size,
        memory=memory,
    )


def _wanted(html: Element, name_of: _NameOf, memory: Memory) -> list[str]:
    """Find the names that elements of a document ask for; a block that ``memory`` knows is not looked at again."""
    blocks = _blocks(html)
    return sorted({name for block in blocks for name in memory.recall(_names_in, Same(block), name_of)})


def _blocks(container: Element) -> Iterator[Element]:
    for child in container.children:
        if isinstance(child, Element):
            yield from _blocks(child) if child.tag in CONTAINERS else (child,)


def _names_in(block: Same[Element], name_of: _NameOf) -> frozenset[str]:
    return frozenset(name_of(element) for element in walk(block.value)) - {""}


def _source(element: Element) -> str:
    return element.get("src")

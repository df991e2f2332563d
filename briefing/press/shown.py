"""Briefing and document → the pictures and charts that the document shows."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Element, Picture, walk
from briefing.templating import events_of_drawing, picture_of
from briefing.theme import Theme
from briefing.timeline import Chart, Palette

__all__ = ["drawings_of", "pictures_of"]


def pictures_of(briefing: Briefing, html: Element) -> Mapping[str, Picture]:
    """Find the pictures that a document shows, by its ``src``."""
    wanted = {element.get("src") for element in walk(html) if element.get("src")}
    found = {name: picture_of(briefing, name) for name in sorted(wanted)}
    return {name: picture for name, picture in found.items() if picture}


def drawings_of(briefing: Briefing, html: Element, theme: Theme, memory: Memory = FORGETFUL) -> Mapping[str, Chart]:
    """Make the charts that a document shows, by its ``data-drawing``, in the theme's colours."""
    colours = theme.colours
    palette = Palette(
        structure=colours["structure"],
        accent=colours["accent"],
        ink=colours["ink"],
        muted=colours["muted"],
    )
    wanted = {element.get("data-drawing") for element in walk(html) if element.get("data-drawing")}
    events = {name: events_of_drawing(briefing, name) for name in sorted(wanted)}
    language = briefing.masthead.language
    return {
        name: Chart(tuple(shown), palette=palette, language=language, memory=memory)
        for name, shown in events.items()
        if shown
    }

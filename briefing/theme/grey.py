"""A theme → the same theme in greys, each as light as the colour that it stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.theme.colour import grey_of, is_colour
from briefing.theme.style import Rule
from briefing.theme.theme import Theme

__all__ = ["without_colour"]


def without_colour(theme: Theme) -> Theme:
    """Turn every colour of a theme into a grey."""
    colours = {name: grey_of(colour) for name, colour in theme.colours.items()}
    styles = {name: {field: _grey(value) for field, value in style.items()} for name, style in theme.styles.items()}
    panels = {name: replace(panel, background=_grey(panel.background)) for name, panel in theme.panels.items()}
    return replace(theme, colours=colours, styles=styles, panels=panels, grey=True)


def _grey(value: Any) -> Any:
    if isinstance(value, Rule):
        return replace(value, colour=grey_of(value.colour))
    return grey_of(value) if isinstance(value, str) and is_colour(value) else value

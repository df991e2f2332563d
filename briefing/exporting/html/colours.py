"""The colours of a theme → those of a page on a screen, by day and by night."""

from __future__ import annotations

from briefing.theme import Theme, components, contrast

__all__ = ["colour_rules"]

_NIGHT = {"paper": "#14181a", "ground": "#20272a", "ink": "#e6e8e8", "rule": "#465357"}
_STEPS = 20
_AT_NIGHT = 7.0
"""Contrast of text with its ground. See: WCAG 2.2, success criterion 1.4.6."""


def colour_rules(theme: Theme) -> str:
    """Write the custom properties of the page's colours, as style rules."""
    day = {name: theme.colours[name] for name in ("paper", "ground", "ink", "muted", "rule", "structure", "accent")}
    day |= {"panel": day["structure"], "on-panel": theme.colours["paper"], "signal": theme.colours["signal"]}
    night = day | _NIGHT
    for name in ("structure", "accent", "muted"):
        night[name] = _light_enough(day[name], night["ground"])
    return f":root{{{_properties(day)}}}@media screen and (prefers-color-scheme:dark){{:root{{{_properties(night)}}}}}"


def _properties(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _light_enough(colour: str, ground: str) -> str:
    """Mix a colour with white until it can be read on a dark ground."""
    mixed = (_mixed(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(each for each in mixed if contrast(each, ground) >= _AT_NIGHT or each == "#ffffff")


def _mixed(colour: str, white: float) -> str:
    return "#" + "".join(f"{round(255 * (part + (1 - part) * white)):02x}" for part in components(colour))

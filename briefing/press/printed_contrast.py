"""A document for a press → what its inks make too pale: colours as they come out of the profile, on its paper.

A screen shows more colours than four inks do, and a profile brings each to the nearest that there is. So contrasts are
measured once more where the colours are those of the print.

See: WCAG 2.2, success criteria 1.4.3 (texts) and 1.4.11 (marks that something is told by).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.model import Drawing
from briefing.pdf import Separation
from briefing.theme import LEAST_CONTRAST, LEAST_CONTRAST_OF_MARKS, Style, Theme, components, contrast
from briefing.typesetting import TreeNode, drawing_name

__all__ = ["pale_in_inks"]


class _Pair(NamedTuple):
    """A colour and what it stands on, as ``#rrggbb``."""

    colour: str
    ground: str
    least: float
    """Contrast that it needs."""


def pale_in_inks(
    tree: TreeNode, theme: Theme, drawings: Iterable[Drawing], separation: Separation
) -> Iterator[Diagnostic]:
    """Warn of texts, and of marks of charts, that have contrast enough on a screen and too little in inks."""
    body = next(node for node in tree.children if node.tag == "body")
    inks = [ink for drawing in drawings for ink in drawing.inks]
    pairs: dict[_Pair, str] = {}
    for pair, where in _pairs(body, theme, None, [_Pair(ink.colour, "", _least(ink.for_text)) for ink in inks]):
        pairs.setdefault(pair, where)
    for pair, where in pairs.items():
        reached = contrast(_printed(pair.colour, separation), _printed(pair.ground, separation))
        if reached < pair.least:
            yield _too_pale(pair, where, reached, theme, separation)


def _least(for_text: bool) -> float:
    return LEAST_CONTRAST if for_text else LEAST_CONTRAST_OF_MARKS


def _pairs(node: TreeNode, theme: Theme, around: Style | None, inks: list[_Pair]) -> Iterator[tuple[_Pair, str]]:
    """Yield what stands on what inside an element, with a name of the place."""
    style = theme.style(node.tag, node.classes, around)
    if style.hidden:
        return
    where = ".".join((node.tag, *node.classes))
    if drawing_name(node):
        yield from ((ink._replace(ground=style.on), "charts") for ink in inks)
    for child in node.children:
        if child.tag:
            yield from _pairs(child, theme, style, inks)
        elif child.text.strip():
            yield _Pair(style.colour, style.on, LEAST_CONTRAST), where


def _printed(colour: str, separation: Separation) -> str:
    """What an eye sees of a colour's inks on the paper."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in separation.proof(components(colour)))


def _too_pale(pair: _Pair, where: str, reached: float, theme: Theme, separation: Separation) -> Diagnostic:
    name = next((name for name, colour in theme.colours.items() if colour == pair.colour), "")
    named = f"{name} {pair.colour}" if name else pair.colour
    message = (
        f"The colour {named} of {where} has a contrast of {reached:.1f}:1 to {pair.ground} in the inks of "
        f'"{separation.condition.description}"; {pair.least}:1 is needed.'
    )
    hint = (
        "Take a darker or lighter colour in the theme or in the organisation's profile, or #000000 for black ink alone."
    )
    return Diagnostic("warning", "pale-in-inks", message, hint=hint)

"""Colours that are too pale for what they stand on.

See: WCAG 2.2, success criteria 1.4.3 (texts) and 1.4.11 (marks that something is told by).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic
from briefing.model import Ink
from briefing.theme import LEAST_CONTRAST, LEAST_CONTRAST_OF_MARKS, Style, contrast
from briefing.typesetting.tree import TreeNode

__all__ = ["check_contrast", "pale_inks"]


def check_contrast(node: TreeNode, style: Style, diagnostics: list[Diagnostic]) -> None:
    """Report a text that is too pale for what it stands on."""
    if contrast(style.colour, style.on) < LEAST_CONTRAST:
        name = ".".join((node.tag, *node.classes))
        diagnostics.append(_too_pale(f"{name}: text", style.colour, style.on, LEAST_CONTRAST))


def pale_inks(inks: tuple[Ink, ...], style: Style) -> Iterator[Diagnostic]:
    """Yield what is too pale of the colours of a drawing, for what the drawing stands on."""
    for ink in inks:
        least = LEAST_CONTRAST if ink.for_text else LEAST_CONTRAST_OF_MARKS
        if contrast(ink.colour, style.on) < least:
            what = "text" if ink.for_text else "marks"
            yield _too_pale(f"chart: {what} in the colour {ink.name},", ink.colour, style.on, least)


def _too_pale(what: str, colour: str, ground: str, least: float) -> Diagnostic:
    reached = contrast(colour, ground)
    return Diagnostic(
        "error",
        "low-contrast",
        f"{what} {colour} on {ground} has a contrast of {reached:.1f}:1; {least}:1 is needed.",
        None,
        "Choose a darker or lighter colour in the theme or in the organisation's profile.",
    )

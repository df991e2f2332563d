"""A document for a press → what is to be known before it is sent there: sheet, ink, pictures that are too coarse.

See: ISO 12647-2, which bounds the sum of inks. Printing houses ask for 300 to 340 % of ink at most, and for pictures of
300 points an inch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from warnings import catch_warnings

from PIL import Image

from briefing.errors import Diagnostic, Position
from briefing.model import Picture
from briefing.pdf import BLEED_MM, Separation, most_ink
from briefing.photographs import opened
from briefing.photographs import shown as cut_and_turned
from briefing.press.margins import Bleed
from briefing.theme import components
from briefing.typesetting import NumberHole, Open, PictureMark, SetDocument, Show

__all__ = ["press_notes"]

FINEST = 300
"""Points of a picture in an inch of paper that a press can show."""
MOST_INK = 3.0
"""Of four inks that can lie on each other: more does not dry, and comes off on the next sheet."""
_SAMPLE = 200
"""Points on the longer side of a picture that its ink is measured on: an area that is too wet, not a single point."""
_COLOUR = re.compile(r"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b")
_BLEEDS: Mapping[Bleed, str] = {
    "empty": "Nothing on these pages reaches the edge, so the bleed is empty.",
    "filled": "Colour that reaches the edge goes on into the bleed.",
    "missing": "Not all that reaches the edge goes on into the bleed.",
}
_FOLDED = "Dashed lines outside of the bleed mark the folds."


class _Shown(NamedTuple):
    """A picture where it stands."""

    mark: PictureMark
    page: int
    """From 1."""
    position: Position | None


def press_notes(document: SetDocument, separation: Separation, bleed: Bleed) -> Iterator[Diagnostic]:
    """Tell what a press is given, and warn of what it cannot show."""
    shown = [*_pictures(document)]
    yield _sheet(document, separation, bleed)
    yield from _too_wet(document, separation)
    yield from _too_wet_pictures(shown, separation)
    yield from _coarse(shown)


def _sheet(document: SetDocument, separation: Separation, bleed: Bleed) -> Diagnostic:
    message = (
        f"For a press: {document.page.name} after the cut, {BLEED_MM:.0f} mm of bleed around it, crop marks outside of "
        f"that; inks: {separation.condition.description}."
    )
    folded = (_FOLDED,) if any(page.folds for page in document.pages) else ()
    details = (_BLEEDS[bleed], *folded)
    return Diagnostic("note", "press-sheet", message, details=details, hint="Ask the printing house whether it fits.")


def _too_wet(document: SetDocument, separation: Separation) -> Iterator[Diagnostic]:
    sums = {colour: sum(separation.inks_of(colour)) for colour in sorted(set(_colours(document)))}
    for colour, inks in sums.items():
        if inks > MOST_INK:
            name = "#" + "".join(f"{round(255 * part):02x}" for part in colour)
            message = f"The colour {name} takes {_percent(inks)} of ink; above {_percent(MOST_INK)} it may not dry."
            yield Diagnostic("warning", "too-much-ink", message, hint="Take a lighter colour, or black: #000000.")


def _colours(document: SetDocument) -> Iterator[tuple[float, float, float]]:
    for operation in (
        each for page in document.pages for placed in page.fragments for each in placed.fragment.operations
    ):
        if isinstance(operation, Show | NumberHole):
            yield components(operation.colour)
        elif isinstance(operation, str):
            for found in _COLOUR.finditer(operation):
                yield float(found[1]), float(found[2]), float(found[3])


def _pictures(document: SetDocument) -> Iterator[_Shown]:
    positions = {node.number: node.position for node in document.tree.walk()}
    for number, page in enumerate(document.pages, 1):
        for placed in page.fragments:
            position = None
            for operation in placed.fragment.operations:
                if isinstance(operation, Open):
                    position = positions.get(operation.node + placed.base)
                elif isinstance(operation, PictureMark):
                    yield _Shown(operation, number, position)


def _too_wet_pictures(shown: Iterable[_Shown], separation: Separation) -> Iterator[Diagnostic]:
    for mark, _, position in {(each.mark.picture.name, each.mark.picture.area): each for each in shown}.values():
        sample = _sampled(mark.picture)
        inks = most_ink(separation.picture(sample)) if sample else 0.0
        if inks > MOST_INK:
            message = (
                f'"{mark.picture.name}" takes up to {_percent(inks)} of ink; above {_percent(MOST_INK)} it may not dry.'
            )
            hint = "Ask the printing house what its limit is, often 300 to 340 %, and whether it reduces inks itself."
            yield Diagnostic("note", "much-ink", message, position, hint)


def _sampled(picture: Picture) -> Image.Image | None:
    """Take what is printed of a picture, on white paper, in a few points; ``None`` where it has black ink alone."""
    across = max(1, round(_SAMPLE * min(1.0, picture.width / picture.height)))
    with catch_warnings(action="ignore"):
        image = cut_and_turned(picture, across) or opened(picture)
        if image.mode in ("1", "L", "LA") or image.mode.startswith("I"):
            return None
        seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    paper.thumbnail((_SAMPLE, _SAMPLE))
    return paper.convert("RGB")


def _coarse(shown: Iterable[_Shown]) -> Iterator[Diagnostic]:
    for mark, page, position in shown:
        points = min(mark.picture.width * 72 / mark.width, mark.picture.height * 72 / mark.height)
        if round(points) < FINEST:
            message = (
                f'"{mark.picture.name}" has {points:.0f} points an inch as it is printed on page {page}; a press shows '
                f"{FINEST}."
            )
            wanted = round(mark.width / 72 * FINEST)
            hint = f"Take one that is {wanted:,} pixels wide or more, or print it smaller: {{width=…}}."
            yield Diagnostic("warning", "coarse-for-press", message, position, hint)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"

"""What was left out in the middle of an article → one question that quotes it: nothing goes in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from lxml.html import HtmlElement

from briefing.errors import Position
from briefing.importing.found import Question
from briefing.importing.html.units import RUN, Unit, runs_of, words_in

__all__ = ["Leftover", "Places", "extent_of", "leftovers_of", "places_in", "question_about"]

_FEWEST = 9
"""Words of what is quoted: less is a label."""
_SAID = 0.75
"""Share of the runs of a piece that the article has to have for it to be said there."""
_LONGEST = 100
"""Characters of a quotation."""
_MOST = 20
"""Quotations."""


Places: TypeAlias = Mapping[HtmlElement, int]
"""The number of each element in the order of the page."""


class Leftover(NamedTuple):
    """A part of a page that the article was left without."""

    element: HtmlElement
    text: str
    is_of_article: bool = False
    """Whether it was found to be the article's, and then stood below a heading that ends one, or above the title."""
    is_call: bool = False
    """Whether it is a link that asks to sign."""


def leftovers_of(units: Iterable[Unit], *, is_of_article: bool = False) -> list[Leftover]:
    """Take parts of a page for leftovers."""
    return [Leftover(unit.texts[0][0], unit.text, is_of_article) for unit in units if unit.texts]


def places_in(tree: HtmlElement) -> Places:
    """Number the elements of a page, to know of two which comes first also when one is off the page."""
    return {element: number for number, element in enumerate(tree.iter())}


def extent_of(units: Iterable[Unit], places: Places) -> range:
    """Give the places from the first to the last of the parts of a page that say something."""
    numbers = [places.get(element, 0) for unit in units for element, _ in unit.texts]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


def question_about(
    left_out: Iterable[Leftover], kept: Sequence[Unit], places: Places, file: str
) -> tuple[Question, ...]:
    """Ask about what was left out between the first and the last part that was kept, and about what was the article's.

    What is short, and what the article says anyway, is not asked about; what asks to sign always is.
    """
    between = extent_of(kept, places)
    said = frozenset(run for unit in kept for run in runs_of(unit.words))
    pieces = {
        piece.text: piece.element
        for piece in sorted(left_out, key=lambda each: places.get(each.element, 0))
        if (piece.is_of_article or piece.is_call or places.get(piece.element, 0) in between)
        and _has_something_to_say(piece, said)
    }
    if not pieces:
        return ()
    quoted = ", ".join(f"“{_shortened(text)}”" for text in list(pieces)[:_MOST])
    more = f", and {len(pieces) - _MOST:,} more" if len(pieces) > _MOST else ""
    text = f"Left out as part of the page around the article: {quoted}{more}. Is any of it the article's?"
    return (Question(text, Position(file, next(iter(pieces.values())).sourceline or 1)),)


def _has_something_to_say(piece: Leftover, said: frozenset[tuple[str, ...]]) -> bool:
    words = words_in(piece.text)
    if len(words) < _FEWEST:
        return piece.is_call and tuple(words[:RUN]) not in said
    runs = runs_of(words)
    return sum(run in said for run in runs) < _SAID * len(runs)


def _shortened(text: str) -> str:
    """Quote the beginning of a text, as far as a whole word where it has such."""
    if len(text) <= _LONGEST:
        return text
    return re.sub(r"\s+\S*\Z", "", text[:_LONGEST]).rstrip(" ,;:–—-") + " …"

"""The text of a passage → its figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from briefing.claims.languages import Detector, Words, words_of
from briefing.claims.quantities.hedges import hedge_before, hedge_behind
from briefing.claims.quantities.money import money_before
from briefing.claims.quantities.names import is_name
from briefing.claims.quantities.pieces import Pieces, pieces_of
from briefing.claims.quantities.ranges import Amount, read_amount
from briefing.claims.quantities.units import NO_UNIT, Unit, read_unit

__all__ = ["Quantity", "figures_in"]

_SMALL = 12
"""Counts in words that only list: "three districts"."""
_FAR = 8
"""Words before a number in which it may be said what it counts."""
_SURE = 100
"""From which value on a number with a hedge and without a noun is a count: "killed at least 300"."""
_MEASURED = ("percent", "money", "measure")
_NO_MEASURE = frozenset({"less than", "more than", "only", "exactly"})
"""Hedges that stand before ages and marks too."""


class Quantity(NamedTuple):
    """A figure in a text."""

    start: int
    end: int
    """Offsets in the text, of the figure with its hedge and its unit."""
    low: Fraction
    high: Fraction
    """The same for an exact number; 20,000 and 99,999 for "tens of thousands"; a part of a whole is in per cent."""
    unit: str
    """``%``, ``percentage point``, a code of ISO 4217, a symbol, or what is counted: ``refugee``; may be empty."""
    hedge: str
    """``about``, ``nearly``, ``more than``, ``less than``, ``up to``, ``at least``, ``reportedly``, ``exactly``,
    ``only``, or nothing."""
    words: str
    """As typed, from ``start`` to ``end``."""
    only_lists: bool
    """Whether it is not asked for a source in any language: times, "dozens", counts up to twelve in words, and counts
    below a thousand of what are no people, without a hedge: too many of those belong to a name."""
    detector: Detector = "count"
    """By what it was found, see ``keeps_open``."""


def figures_in(text: str, language: str) -> tuple[Quantity, ...]:
    """Find the figures of a sentence or passage, in the order of the text; the language is a BCP 47 tag.

    What numbers or names and does not count is left out: dates, pages, ages, "Boeing 737". In a language without a
    table of words only figures with a sign are found: 80 %, 5 €, $5.
    """
    return tuple(_figures(text, pieces_of(text, language), words_of(language)))


def _figures(text: str, pieces: Pieces, words: Words) -> Iterator[Quantity]:
    place, least = 0, 0
    while place < len(pieces):
        amount = read_amount(pieces, place, words)
        if amount is None:
            place += 1
            continue
        figure = _figure(pieces, amount, words, least)
        if figure is not None:
            yield figure.on(text, pieces, words)
        place = least = max(amount.end, figure.end if figure else 0)


class _Figure(NamedTuple):
    amount: Amount
    unit: Unit
    hedge: str
    start: int
    end: int
    """Places of pieces."""

    def on(self, text: str, pieces: Pieces, words: Words) -> Quantity:
        """Give the figure with its offsets in the text."""
        start, end = pieces[self.start].start, pieces[self.end - 1].end
        return Quantity(
            start,
            end,
            self.amount.low,
            self.amount.high,
            self.unit.name,
            self.hedge,
            text[start:end],
            self._only_lists(words),
            "measure" if self.unit.kind in _MEASURED else "count",
        )

    def _only_lists(self, words: Words) -> bool:
        """Tell what is too often a part of a name, or too small to be worth a source."""
        amount, kind = self.amount, self.unit.kind
        if amount.is_vague or kind in ("time", "own"):
            return True
        is_small = not amount.is_typed and not amount.is_share and amount.high <= _SMALL
        is_sure = amount.is_large or bool(self.hedge) or self.unit.name in words.people.values
        return kind == "counted" and (is_small or not is_sure)


def _figure(pieces: Pieces, amount: Amount, words: Words, least: int) -> _Figure | None:
    behind, end = hedge_behind(pieces, amount.end, words)
    unit = _unit(pieces, amount, end, words)
    money = money_before(pieces, amount.start) or _money_inside(pieces, amount)
    start = amount.start
    if money and money[1] >= least:
        start, unit = money[1], Unit(money[0], amount.end, "money")
    is_joined = behind and pieces[amount.end].key == "-"
    if is_name(pieces, amount._replace(start=start, end=end if is_joined else amount.end), unit, words):
        return None
    hedge, first = hedge_before(pieces, start, words)
    if first < least:
        hedge, first = "", start
    if not unit.kind and not amount.is_share and (counted := _total(pieces, first, words)):
        unit = Unit(counted, unit.end, "counted")
    if not behind:
        behind, end = hedge_behind(pieces, unit.end, words)
    figure = _Figure(amount, unit, hedge or behind, first, max(end, unit.end))
    is_version = amount.is_plain and "." in pieces[amount.end - 1].key and unit.kind == "counted" and not hedge
    return figure if _is_quantity(figure, words) and not is_version else None


def _money_inside(pieces: Pieces, amount: Amount) -> tuple[str, int] | None:
    """Read the sign of a currency behind the first word of "between £3 million and £5 million"."""
    money = money_before(pieces, amount.start + 2) if pieces[amount.start].kind == "word" else None
    return (money[0], amount.start) if money and money[1] == amount.start + 1 else None


def _unit(pieces: Pieces, amount: Amount, place: int, words: Words) -> Unit:
    """Read what an amount measures or counts; a part of a time, "half the week", is a time."""
    unit = read_unit(pieces, place, words)
    if not amount.is_share:
        return unit
    behind = place + (pieces[place].key in words.of)
    is_time = unit.kind == "time" or pieces.phrase(words.times, behind + (pieces[behind].key in words.determiners))
    return NO_UNIT._replace(end=amount.end, kind="time") if is_time else Unit("%", amount.end, "percent")


def _total(pieces: Pieces, place: int, words: Words) -> str:
    """Find what a number alone counts in what stands before it: "the death toll stands at 412"; empty where nothing."""
    if pieces[place - 1].key not in words.totals.before:
        return ""
    for start in range(place - 1, max(place - _FAR, 0) - 1, -1):
        if pieces[start].kind == "sign":
            return ""
        if found := pieces.phrase(words.totals.things, start):
            return found[0]
    return ""


def _is_quantity(figure: _Figure, words: Words) -> bool:
    """Tell what counts or measures: it has a unit, or is large, or has a hedge that numbers of names have not."""
    if not words.is_known:
        return figure.unit.kind in _MEASURED
    if figure.unit.kind == "time" and figure.amount.is_share:
        return False
    if figure.unit.name or figure.amount.is_large:
        return True
    is_hedged = figure.hedge and figure.hedge not in _NO_MEASURE
    return bool(is_hedged) and figure.amount.is_typed and figure.amount.low >= _SURE

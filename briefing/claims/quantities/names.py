"""Numbers that count nothing: years, dates and times, pages and sections, ages, names with numbers in them."""

from __future__ import annotations

from briefing.claims.languages import Words
from briefing.claims.quantities.pieces import Pieces
from briefing.claims.quantities.ranges import Amount
from briefing.claims.quantities.units import Unit

__all__ = ["is_name"]

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_GLUED_BEFORE = frozenset("-–/.:#@_\\&№§¶+*^=~’'")
"""Signs right before a number that belong to a name, a date, a time or an address."""
_NUMBERS_WHAT_FOLLOWS = frozenset("#№§¶º")
_GLUED_BEHIND = frozenset("/:_\\=*^#@&")
_DASHES = frozenset("-–—‑")
_STOPS = frozenset(".,:")
_OPENING = frozenset("([{“\"«„‘'—–¿¡*•·|")
_TURNS = frozenset({90, 180, 360})
_SMALL = 100
_POSTCODE = 5
"""Figures from which a number is written with a sign between its thousands, if it is one."""


def is_name(pieces: Pieces, amount: Amount, unit: Unit, words: Words) -> bool:
    """Tell whether an amount is no quantity."""
    if not amount.is_typed:
        first, second = pieces[amount.start], pieces[amount.start + 1]
        is_title = first.is_capital and second.is_capital and pieces[amount.end].is_capital
        is_title = is_title and words.counts_before_capitals
        return is_title or _is_joined(pieces, amount.end, unit) or _is_labelled_behind(pieces, amount.end, words)
    return (
        _is_glued(pieces, amount, unit)
        or _is_labelled(pieces, amount, unit, words)
        or _is_labelled_behind(pieces, amount.end, words)
        or _is_date(pieces, amount, words)
        or _is_year(amount, unit, words)
        or _is_year_of_money(pieces, amount, unit)
        or _is_postcode(pieces, amount, unit, words)
        or _is_compound(pieces, unit, words)
        or _is_turn(pieces, amount, unit)
    )


def _is_glued(pieces: Pieces, amount: Amount, unit: Unit) -> bool:
    """Tell what is a part of something longer: COVID-19, 17:30, 2.1.3, 1/2, 20th."""
    first, before, behind = pieces[amount.start], pieces[amount.start - 1], pieces[amount.end]
    if before.key and before.key in _NUMBERS_WHAT_FOLLOWS:
        return True
    if not first.is_spaced and (before.kind in ("word", "number") or before.key in _GLUED_BEFORE) and before.key:
        is_minus = before.key in "-–+~" and before.is_spaced and unit.kind in ("percent", "money", "measure")
        is_elided = before.key in "'’" and pieces[amount.start - 2].kind == "word"
        if not is_minus and not is_elided:
            return True
    if behind.is_spaced or not behind.key:
        return False
    if behind.kind in ("word", "number") and unit.end == amount.end:
        return True
    if behind.kind == "word" and unit.kind in ("counted", "own"):
        return True
    following = pieces[amount.end + 1]
    is_longer = behind.key in _STOPS and following.kind == "number" and not following.is_spaced
    return behind.key in _GLUED_BEHIND or is_longer or _is_joined(pieces, amount.end, unit)


def _is_joined(pieces: Pieces, place: int, unit: Unit) -> bool:
    """Tell the first part of a compound, "two-state", "5-year plan"; not "20-mile"."""
    behind = pieces[place]
    if behind.key not in _DASHES or behind.is_spaced or pieces[place + 1].is_spaced or not pieces[place + 1].key:
        return False
    is_counted_so = unit.kind == "counted" and unit.end == place + 2  # "6,000-strong"
    return unit.kind in ("", "time", "counted", "own") and not is_counted_so


def _is_labelled(pieces: Pieces, amount: Amount, unit: Unit, words: Words) -> bool:
    """Tell a number behind "page" or "aged", behind a name, or at the head of a list item."""
    before = pieces[amount.start - 1]
    at = amount.start - (before.key in (".", ")", "(") and bool(pieces[amount.start - 2].key))
    if not before.key:
        is_section = amount.low.denominator > 1 and amount.is_plain and unit.kind in ("", "counted", "own")
        return is_section and pieces[amount.end].is_capital and pieces[amount.end].kind == "word"
    if pieces.phrase_before(words.labels, at) and unit.kind not in ("percent", "money") and not _is_abroad(pieces, at):
        return True
    return _follows_name(pieces, amount, unit, words)


def _is_abroad(pieces: Pieces, place: int) -> bool:
    """Tell a label that belongs to the number before it: "on page 5, 300 people"."""
    return pieces[place - 1].key in (",", ";")


def _follows_name(pieces: Pieces, amount: Amount, unit: Unit, words: Words) -> bool:
    """Tell "Boeing 737" and "Apollo 11" from "In Kabul 300 people"."""
    before = pieces[amount.start - 1]
    if not words.counts_before_capitals or not amount.is_plain or unit.kind in ("percent", "money", "measure"):
        return False
    if pieces.phrase_before(words.hedges, amount.start):
        return False
    is_first = pieces[amount.start - 2].key in ("", ".", "!", "?", ":", ";") or pieces[amount.start - 2].key in _OPENING
    is_first = is_first and not (len(before.typed) > 1 and before.typed.isupper())
    is_name = before.kind == "word" and before.is_capital and before.key not in words.stops and not is_first
    return is_name and not (unit.kind == "counted" and unit.name in words.people.values)


def _is_labelled_behind(pieces: Pieces, place: int, words: Words) -> bool:
    at = place + (pieces[place].key == "-")
    return pieces.phrase(words.labels_behind, at) is not None


def _is_date(pieces: Pieces, amount: Amount, words: Words) -> bool:
    """Tell a day beside its month."""
    if not amount.is_plain or amount.high > _SMALL:
        return False
    behind = amount.end + (pieces[amount.end].key in words.of) + (pieces[amount.end].key == ".")
    before = amount.start - (pieces[amount.start - 1].key == ".")
    return _is_month(pieces, behind, words) or _is_month(pieces, before - 1, words)


def _is_month(pieces: Pieces, place: int, words: Words) -> bool:
    piece = pieces[place]
    return piece.kind == "word" and piece.key in words.months and (piece.is_capital or not words.months_in_capitals)


def _is_year(amount: Amount, unit: Unit, words: Words) -> bool:
    """Tell a year: four figures without a sign between, before nothing that is surely counted or measured."""
    if not amount.is_plain or not any(_FIRST_YEAR <= each <= _LAST_YEAR for each in (amount.low, amount.high)):
        return False
    is_counted = unit.kind == "counted" and unit.name in words.people.values
    return not is_counted and unit.kind not in ("percent", "money", "measure")


def _is_year_of_money(pieces: Pieces, amount: Amount, unit: Unit) -> bool:
    """Tell in whose money a sum is: "$3 million (1933 USD)"."""
    is_year = amount.is_plain and _FIRST_YEAR <= amount.low == amount.high <= _LAST_YEAR
    is_alone = pieces[amount.start - 1].key == "(" and pieces[unit.end].key == ")"
    return is_year and is_alone and unit.kind == "money" and pieces[unit.end - 1].typed.isupper()


def _is_postcode(pieces: Pieces, amount: Amount, unit: Unit, words: Words) -> bool:
    """Tell "53757 Sankt Augustin": many figures without a sign between, before a name."""
    is_long = amount.is_plain and len(pieces[amount.end - 1].key) >= _POSTCODE
    is_people = unit.kind == "counted" and unit.name in words.people.values
    return is_long and pieces[amount.end].is_capital and unit.kind in ("", "counted") and not is_people


def _is_turn(pieces: Pieces, amount: Amount, unit: Unit) -> bool:
    """Tell a figure of speech, "a 180-degree turn"."""
    is_round = amount.low == amount.high and amount.low in _TURNS
    return unit.name == "°" and is_round and pieces[amount.end].key in _DASHES


def _is_compound(pieces: Pieces, unit: Unit, words: Words) -> bool:
    """Tell the name of a thing in a language that makes one word of it: "49-Euro-Ticket", "6 GHz-Band"."""
    hyphen = pieces[unit.end]
    return words.nouns_in_capitals and unit.kind != "" and hyphen.key in _DASHES and not hyphen.is_spaced

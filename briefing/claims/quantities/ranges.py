"""Pieces → an amount: one number, a range of two, a fraction, or so many in so many."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from briefing.claims.languages import Words
from briefing.claims.quantities.money import is_money
from briefing.claims.quantities.numbers import Number, read_number
from briefing.claims.quantities.pieces import Pieces

__all__ = ["Amount", "read_amount"]

_DASHES = "-–—‒−~"
_HUNDRED = 100
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


class Amount(NamedTuple):
    """A number or several that belong together."""

    low: Fraction
    high: Fraction
    start: int
    """The place of its first piece, a "between" included."""
    end: int
    """The place of the piece behind it."""
    is_typed: bool = False
    is_large: bool = False
    is_vague: bool = False
    is_plain: bool = False
    is_share: bool = False
    """Whether it is a part of a whole; ``low`` and ``high`` are per cent then."""


def read_amount(pieces: Pieces, place: int, words: Words) -> Amount | None:
    """Read the amount that begins at a place."""
    piece = pieces[place]
    if piece.kind == "sign" and piece.key.isascii():
        return None
    share = _part(pieces, place, words) or _so_many_in(pieces, place, words)
    if share is not None:
        return share
    between = pieces.phrase(words.between, place)
    first = read_number(pieces, between[1] if between else place, words)
    if first is None:
        return None
    if between:
        return _linked(pieces, place, first, words)
    return _range(pieces, place, first, words) or _alone(first, place)


def _alone(number: Number, place: int) -> Amount:
    return Amount(
        number.low,
        number.high,
        place,
        number.end,
        number.is_typed,
        number.is_large,
        number.is_vague,
        number.is_plain,
    )


def _linked(pieces: Pieces, place: int, first: Number, words: Words) -> Amount | None:
    """Read "between 5,000 and 7,000"."""
    if pieces[first.end].key not in words.between_link:
        return None
    return _with_second(pieces, place, first, first.end + 1, words)


def _range(pieces: Pieces, place: int, first: Number, words: Words) -> Amount | None:
    """Read "5,000 to 7,000", "10–15 per cent", "£2bn–£3bn"."""
    link = pieces[first.end]
    is_dash = link.key in _DASHES and link.kind == "sign" and link.is_spaced == pieces[first.end + 1].is_spaced
    if not is_dash and link.key not in words.to:
        return None
    return _with_second(pieces, place, first, first.end + 1, words)


def _with_second(pieces: Pieces, place: int, first: Number, at: int, words: Words) -> Amount | None:
    second = read_number(pieces, at + is_money(pieces[at].key), words)
    if second is None:
        return None
    low = first.low
    if first.factor == 1 and second.factor > 1 and low <= second.low / second.factor:
        low *= second.factor
    if low >= second.high:
        return None
    is_large, is_plain = first.is_large or second.is_large, first.is_plain and second.is_plain
    return Amount(low, second.high, place, second.end, first.is_typed, is_large, second.is_vague, is_plain)


def _so_many_in(pieces: Pieces, place: int, words: Words) -> Amount | None:
    """Read "four in five", "1 in 20", "nine out of ten"."""
    first = _count(pieces, place, words)
    link = pieces.phrase(words.out_of, first[1]) if first else None
    second = _count(pieces, link[1], words) if link else None
    if first is None or second is None or not 0 < first[0] < second[0] or _FIRST_YEAR < second[0] <= _LAST_YEAR:
        return None
    if pieces.phrase(words.times, second[1]) or (pieces[second[1]].key in words.months):
        return None
    share = first[0] * _HUNDRED / second[0]
    is_typed = pieces[place].kind == "number"
    return Amount(share, share, place, second[1], is_typed, is_large=True, is_share=True)


def _count(pieces: Pieces, place: int, words: Words) -> tuple[Fraction, int] | None:
    """Read a whole number, "one" included."""
    if pieces[place].kind == "word" and pieces[place].key in words.numbers:
        number = read_number(pieces, place, words)
        return (number.low, number.end) if number else (Fraction(words.numbers[pieces[place].key]), place + 1)
    if pieces[place].kind != "number" or "." in pieces[place].key:
        return None
    number = read_number(pieces, place, words)
    return (number.low, number.end) if number else None


def _part(pieces: Pieces, place: int, words: Words) -> Amount | None:
    """Read "two thirds of", "half the", "a quarter of a million"."""
    count, at, is_counted = _leading(pieces, place, words)
    part = words.parts.get(pieces[at].key) if pieces[at].kind == "word" else None
    if part is None or pieces[place - 1].key in words.not_before_parts or count * part >= 1:
        return None
    if at == place and pieces[at].key not in words.bare_parts:
        return None
    if million := _of_magnitude(pieces, at + 1, words):
        value = count * part * million[0]
        return Amount(value, value, place, million[1], is_large=True)
    is_fraction = is_counted or pieces[at + 1].key in words.behind_parts
    if not is_fraction or (pieces[at + 1].key == "-" and not pieces[at + 1].is_spaced):
        return None
    share = count * part * _HUNDRED
    return Amount(share, share, place, at + 1, is_large=True, is_share=True)


def _leading(pieces: Pieces, place: int, words: Words) -> tuple[Fraction, int, bool]:
    """Read what stands before the name of a fraction: how many, the place behind, and whether it is a count."""
    hyphen = pieces[place + 1].key == "-" and not pieces[place + 1].is_spaced
    behind = place + 2 if hyphen else place + 1
    if pieces[place].key in words.numbers and pieces[behind].key in words.parts:
        count = words.numbers[pieces[place].key]
        return Fraction(count), behind, count > 1 or hyphen
    if pieces[place].key in words.one:
        return Fraction(1), place + 1, False
    return Fraction(1), place, False


def _of_magnitude(pieces: Pieces, place: int, words: Words) -> tuple[int, int] | None:
    """Read "of a million", "a million", "a dozen" behind a fraction."""
    at = place + (pieces[place].key in words.of)
    at += pieces[at].key in words.one
    if at == place or pieces[at].key not in words.magnitudes:
        return None
    return words.magnitudes[pieces[at].key], at + 1

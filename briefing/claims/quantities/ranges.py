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
    if piece.kind == "word" and piece.key not in words.begins:
        return None
    share = _part(pieces, place, words) or _so_many_in(pieces, place, words) or _every(pieces, place, words)
    if share is not None:
        return share
    between = pieces.phrase(words.between, place)
    first = read_number(pieces, between[1] + is_money(pieces[between[1]].key) if between else place, words)
    if first is None:
        return None
    if between:
        return _linked(pieces, place, first, words)
    return _range(pieces, place, first, words) or _alone(_with_tolerance(pieces, first, words), place)


def _with_tolerance(pieces: Pieces, number: Number, words: Words) -> Number:
    """Pass the second number of "9.1 ± 0.6%": the unit behind it is that of the first."""
    if pieces[number.end].key != "±":
        return number
    tolerance = read_number(pieces, number.end + 1, words)
    return number._replace(end=tolerance.end) if tolerance else number


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
    link = pieces.phrase(words.out_of, first[1] + _has_person(pieces, first, words)) if first else None
    second = _count(pieces, link[1], words) if link else None
    if first is None or second is None or not 0 < first[0] < second[0] or _FIRST_YEAR < second[0] <= _LAST_YEAR:
        return None
    if pieces.phrase(words.times, second[1]) or (pieces[second[1]].key in words.months):
        return None
    share = first[0] * _HUNDRED / second[0]
    is_typed = pieces[place].kind == "number"
    return Amount(share, share, place, second[1], is_typed, is_large=True, is_share=True)


def _has_person(pieces: Pieces, count: tuple[Fraction, int], words: Words) -> bool:
    """Tell whether it is said behind the first number who it is: "one woman in four"."""
    number, place = count
    return number == 1 and _is_person(pieces, place, words)


def _is_person(pieces: Pieces, place: int, words: Words) -> bool:
    """Tell one of those that are often counted, in the singular or the plural."""
    key = pieces[place].key
    is_plural = any(f"{key}{ending}" in words.people.beginning for ending in ("", *words.plural))
    return is_plural or key in words.people.values


def _every(pieces: Pieces, place: int, words: Words) -> Amount | None:
    """Read "every second child", "jede vierte Kita"; not "every second day"."""
    number, at = words.shares.ordinals.get(pieces[place + 1].key), place + 2
    if pieces[place].key not in words.shares.every or number is None or pieces[at].kind != "word":
        return None
    is_row = pieces.phrase(words.times, at) or pieces[at].key in words.shares.rhythms or pieces[at].key in words.months
    is_thing = words.nouns_in_capitals and pieces[at].is_capital
    if is_row or not (is_thing or _is_person(pieces, at, words)):
        return None
    share = Fraction(_HUNDRED, number)
    return Amount(share, share, place, at, is_large=True, is_share=True)


def _count(pieces: Pieces, place: int, words: Words) -> tuple[Fraction, int] | None:
    """Read a whole number, "one" included."""
    if pieces[place].kind == "word" and (pieces[place].key in words.numbers or pieces[place].key in words.one):
        number = read_number(pieces, place, words)
        value = words.numbers.get(pieces[place].key)
        if number is None:
            return (Fraction(value), place + 1) if value else None
        return number.low, number.end
    if pieces[place].kind != "number" or "." in pieces[place].key:
        return None
    number = read_number(pieces, place, words)
    return (number.low, number.end) if number else None


def _part(pieces: Pieces, place: int, words: Words) -> Amount | None:
    """Read "two thirds of", "half the", "a quarter of a million", "half a mile"."""
    count, at, is_counted = _leading(pieces, place, words)
    part = words.parts.get(pieces[at].key) if pieces[at].kind == "word" else None
    if part is None or count * part >= 1 or _is_no_part(pieces, place, at, words):
        return None
    value = count * part
    if whole := _of_whole(pieces, at + 1, words):
        return Amount(value * whole[0], value * whole[0], place, whole[1], is_large=True)
    if not is_counted and not _is_share(pieces, place, at, words):
        return None
    return Amount(value * _HUNDRED, value * _HUNDRED, place, at + 1, is_large=True, is_share=True)


def _is_share(pieces: Pieces, place: int, at: int, words: Words) -> bool:
    """Tell a share from an ordinal number: "a third of", "ein Drittel", "by a fifth"; not "by a third party"."""
    behind = pieces[at + 1]
    is_sure = pieces[at].key in words.shares.sure and (at > place or pieces[at].key in words.bare_parts)
    if is_sure or behind.key in words.shares.behind:
        return True
    is_end = behind.kind != "word" or behind.key in words.stops or words.nouns_in_capitals
    hedge = pieces.phrase_before(words.hedges, place)
    first = hedge[1] if hedge else place
    return pieces[first - 1].key in words.shares.before and is_end and behind.key not in _DASHES


def _is_no_part(pieces: Pieces, place: int, at: int, words: Words) -> bool:
    """Tell "the second half", "an hour and a half", "the darker half" and "half-hearted" from a part of a whole."""
    before = pieces[place - 1]
    if before.key in words.not_before_parts or (pieces[at + 1].key == "-" and not pieces[at + 1].is_spaced):
        return True
    if at > place:
        is_name = pieces[at].is_capital and not words.nouns_in_capitals
        return before.key in words.glue or (is_name and not pieces[place].is_capital)
    is_described = before.kind == "word" and before.key not in words.stops and before.is_spaced
    is_described = is_described and pieces[place - 2].key in words.determiners
    return pieces[at].key not in words.bare_parts or before.key in words.one or is_described


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


def _of_whole(pieces: Pieces, place: int, words: Words) -> tuple[int, int] | None:
    """Read "of a million", "million", "a mile" behind a fraction: how many that is, and the place of its unit."""
    if pieces[place].key in words.magnitudes:
        return words.magnitudes[pieces[place].key], place + 1
    at = place + (pieces[place].key in words.of)
    if pieces[at].key not in words.one:
        return None
    at += 1
    if pieces[at].key in words.magnitudes:
        return words.magnitudes[pieces[at].key], at + 1
    is_unit = any(pieces.phrase(units, at) for units in (words.currencies, words.units, words.times))
    return (1, at) if is_unit else None

"""Pieces → the value of a number, in figures or in words."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import NamedTuple

from briefing.claims.languages import Words
from briefing.claims.quantities.money import is_money
from briefing.claims.quantities.pieces import Pieces

__all__ = ["Number", "read_number"]

_MOST_FIGURES = 15
"""Figures of a number that may be a quantity; longer ones are names of accounts, books and parcels."""
_HUNDRED, _THOUSAND = 100, 1000
_MOST = 10**15


class Number(NamedTuple):
    """A number in a text."""

    low: Fraction
    high: Fraction
    end: int
    """The place of the piece behind it."""
    is_typed: bool = False
    """Whether it is in figures."""
    is_large: bool = False
    """Whether it can be nothing but a number of things: with thousands, decimals or a word like "million"."""
    is_vague: bool = False
    """Whether it names no number: "dozens"."""
    is_plain: bool = False
    """Whether it is nothing but figures, as years and house numbers are."""
    factor: int = 1
    """What the last of its words multiplies by: "two to three *million*"."""


def read_number(pieces: Pieces, place: int, words: Words) -> Number | None:
    """Read the number that begins at a place."""
    if pieces[place].kind in ("number", "vulgar"):
        return _in_figures(pieces, place, words)
    if pieces[place].kind != "word":
        return None
    return _vague(pieces, place, words) or _several(pieces, place, words) or _in_words(pieces, place, words)


def _in_figures(pieces: Pieces, place: int, words: Words) -> Number | None:
    piece = pieces[place]
    if len(piece.key) > _MOST_FIGURES:
        return None
    value, end = Fraction(0), place
    if piece.kind == "number":
        value, end = Fraction(piece.key), place + 1
    is_large = piece.is_grouped
    if pieces[end].kind == "vulgar" and (end == place or not pieces[end].is_spaced):
        value += Fraction(unicodedata.numeric(pieces[end].key)).limit_denominator(_HUNDRED)
        end, is_large = end + 1, True
    more = pieces.phrase(words.half_more, end)
    if more and pieces[more[1]].key in words.magnitudes:
        value, end = value + Fraction(1, 2), more[1]
    factor, behind = _magnitudes(pieces, end, words, is_typed=True)
    is_plain = not is_large and behind == place + 1
    value *= factor
    if factor > 1 and (more := pieces.phrase(words.half_more, behind)):
        value, behind = value + Fraction(factor, 2), more[1]
    is_large = is_large or behind > end
    return Number(value, value, behind, is_typed=True, is_large=is_large, is_plain=is_plain, factor=factor)


def _magnitudes(pieces: Pieces, place: int, words: Words, *, is_typed: bool) -> tuple[int, int]:
    """Read "million", "hundred thousand"; behind figures also "m" and "bn"."""
    factor, end = 1, place
    is_beside = not pieces[end].is_spaced or (is_money(pieces[end + 1].key) and not pieces[end + 1].is_spaced)
    if is_typed and is_beside and pieces[end].key in words.magnitude_signs:
        if _is_measure(pieces, place, words) or _is_house(pieces, place, words):
            return 1, place
        return words.magnitude_signs[pieces[end].key], end + 1
    while pieces[end].key in words.magnitudes and (factor == 1 or words.magnitudes[pieces[end].key] > _HUNDRED):
        if end > place + 2:
            break
        factor *= words.magnitudes[pieces[end].key]
        end += 2 if _has_point(pieces, end, words) else 1
    if end == place and pieces[end].key == "-" and pieces[end + 1].key in words.magnitudes:
        return words.magnitudes[pieces[end + 1].key], end + 2
    return factor, end


def _has_point(pieces: Pieces, place: int, words: Words) -> bool:
    """Tell a word that was shortened, "3,5 Mrd. Euro", from one that ends its sentence."""
    point, behind = pieces[place + 1], pieces[place + 2]
    is_point = pieces[place].key in words.short and point.key == "." and not point.is_spaced
    return is_point and (behind.kind == "word" or is_money(behind.key))


def _is_measure(pieces: Pieces, place: int, words: Words) -> bool:
    """Tell the "m" of metres from that of millions, which stands behind money or before what is counted."""
    money = (pieces[place - 2].key, pieces[place + 1].key)
    if pieces.phrase(words.units, place) is None or any(map(is_money, money)):
        return False
    following = pieces[place + 1]
    return following.kind != "word" or following.key in words.stops or following.key in words.dimensions


def _is_house(pieces: Pieces, place: int, words: Words) -> bool:
    """Tell "221B Baker Street" from "5B people": a name stands behind the letter."""
    sign, behind = pieces[place], pieces[place + 1]
    is_alone = sign.is_capital and len(sign.typed) == 1 and not sign.is_spaced and not is_money(pieces[place - 2].key)
    is_name = behind.kind == "word" and behind.is_capital and words.counts_before_capitals
    return is_alone and is_name and pieces.phrase(words.people, place + 1) is None


def _vague(pieces: Pieces, place: int, words: Words) -> Number | None:
    """Read "dozens", "tens of thousands"."""
    found = pieces.phrase(words.vague, place)
    if found is None:
        return None
    (low, high), end = found
    return Number(Fraction(low), Fraction(high), end, is_vague=end == place + 1)


def _several(pieces: Pieces, place: int, words: Words) -> Number | None:
    """Read "several hundred", "a few thousand"."""
    found = pieces.phrase(words.several, place)
    if found is None:
        return None
    (low, high), end = found
    factor, behind = _magnitudes(pieces, end, words, is_typed=False)
    if behind == end:
        return None
    return Number(Fraction(low * factor), Fraction((high + 1) * factor - 1), behind)


def _in_words(pieces: Pieces, place: int, words: Words) -> Number | None:
    """Read "two hundred and fifty-one thousand", "a dozen", "two and a half million"."""
    reader = _WordReader(pieces, place, words)
    reader.read()
    if reader.end == place:
        return None
    return Number(reader.value, reader.value, reader.end, is_large=reader.is_large, factor=reader.factor)


class _WordReader:
    """Adds up the words of one number."""

    def __init__(self, pieces: Pieces, place: int, words: Words) -> None:
        self._pieces = pieces
        self._words = words
        self._total = Fraction(0)
        self._current = Fraction(0)
        self.end = place
        self.is_large = False
        self.factor = 1

    @property
    def value(self) -> Fraction:
        """What has been read so far."""
        return self._total + self._current

    def read(self) -> None:
        """Take the words that make one number."""
        place = self.end
        if self._pieces[place].key in self._words.one:
            if self._pieces[place + 1].key not in self._words.magnitudes:
                return
            place += 1
        while (behind := self._next(place)) is not None:
            self.end = behind
            place = self._behind_glue(behind)

    def _next(self, place: int) -> int | None:
        """Take the word at a place; give the place behind it."""
        key = self._pieces[place].key
        if self._pieces[place].kind != "word":
            return None
        more = self._pieces.phrase(self._words.half_more, place) if self.value else None
        if more and self._pieces[more[1]].key in self._words.magnitudes:
            self._current += Fraction(1, 2)
            return more[1]
        if more and self.factor > 1:
            self._total += Fraction(self.factor, 2)  # "a million and a half"
            return more[1]
        if key in self._words.magnitudes:
            return self._multiply(self._words.magnitudes[key], place)
        value = self._words.numbers.get(key)
        room = self._current % _HUNDRED
        if value is None or (room and (room % 10 or value >= 10)):
            return None
        self._current += value
        self.factor = 1
        return place + 1

    def _multiply(self, factor: int, place: int) -> int | None:
        """Take a hundred, a thousand, a million: what stands before it counts them."""
        if self.value >= _MOST:
            return None
        if _HUNDRED < factor < _THOUSAND:
            self._current += factor  # "quinientos": no number counts these
        elif factor <= _HUNDRED:
            self._current = (self._current or Fraction(1)) * factor
        elif self._current or not self._total:
            self._total += (self._current or Fraction(1)) * factor
            self._current = Fraction(0)
        else:
            self._total *= factor  # "hundred thousand million"
        self.is_large, self.factor = True, factor
        return place + 1

    def _behind_glue(self, place: int) -> int:
        """Pass a hyphen, or "and" behind a hundred."""
        piece = self._pieces[place]
        is_hyphen = piece.key == "-" and not piece.is_spaced and not self._pieces[place + 1].is_spaced
        if is_hyphen or (piece.key in self._words.glue and self.is_large):
            following = self._pieces[place + 1].key
            if following in self._words.numbers or following in self._words.magnitudes:
                return place + 1
        return place

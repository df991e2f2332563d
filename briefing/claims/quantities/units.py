"""What stands behind a number → what it measures or counts."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from briefing.claims.languages import Words
from briefing.claims.quantities.money import money_behind
from briefing.claims.quantities.pieces import Pieces

__all__ = ["NO_UNIT", "Unit", "read_unit"]

Kind: TypeAlias = Literal["", "percent", "money", "measure", "time", "counted", "own"]

_PER_CENT = {"%": "%", "٪": "%", "‰": "‰", "％": "%"}
_MEASURES = {
    "°": "°",
    "℃": "°C",
    "℉": "°F",
    "㎞": "km",
    "km2": "km²",
    "m2": "m²",
    "cm2": "cm²",
    "m3": "m³",
    "cm3": "cm³",
}
_POWERS = {"2": "²", "3": "³"}
_MOST_WORDS = 5
"""Words behind a number that are looked at for what is counted."""
_SHORTEST = 3
"""Letters of a word that may be a noun."""
_ELIDED = re.compile(r"\A\w{1,2}['’ʼ]")
"""An article or preposition that lost its vowel: d'enfants."""
_NO_PLURAL = ("ss", "us", "is", "ous")


class Unit(NamedTuple):
    """What a number measures or counts."""

    name: str
    """In its one spelling, see ``Quantity.unit``."""
    end: int
    """The place of the piece behind it."""
    kind: Kind


NO_UNIT = Unit("", 0, "")


def read_unit(pieces: Pieces, place: int, words: Words) -> Unit:
    """Read the unit that begins at a place; without one it ends where it would begin."""
    return _sign(pieces, place, words) or _measure(pieces, place, words) or _counted(pieces, place, words)


def _sign(pieces: Pieces, place: int, words: Words) -> Unit | None:
    piece = pieces[place]
    if piece.key in _PER_CENT:
        points = pieces[place + 1].kind == "word" and pieces.phrase(words.percentage_points, place)
        return Unit("percentage point", points[1], "percent") if points else Unit("%", place + 1, "percent")
    if piece.key in _MEASURES:
        return Unit(_MEASURES[piece.key], place + 1, "measure")
    if money := money_behind(pieces, place):
        return Unit(money[0], money[1], "money")
    return None


def _measure(pieces: Pieces, place: int, words: Words) -> Unit | None:
    """Read per cent, money, measures and times; a hyphen may stand before them: "a 20-mile march"."""
    at = place + (pieces[place].key == "-" and not pieces[place].is_spaced)
    if found := pieces.phrase(words.percentage_points, at):
        return Unit("percentage point", found[1], "percent")
    if found := pieces.phrase(words.per_cent, at):
        return Unit("%", found[1], "percent")
    at += pieces[at].key in words.of
    if found := pieces.phrase(words.currencies, at):
        return Unit(found[0], found[1], "money")
    found = pieces.phrase(words.units, at)
    if found and not _is_letter_of_name(pieces, at):
        power = "" if pieces[found[1]].is_spaced else _POWERS.get(pieces[found[1]].key, "")
        return Unit(found[0] + power, found[1] + len(power), "measure")
    if found := pieces.phrase(words.times, at):
        return Unit(found[0], found[1], "time")
    return None


def _is_letter_of_name(pieces: Pieces, place: int) -> bool:
    """Tell "5G" from "5 g"."""
    return len(pieces[place].typed) == 1 and pieces[place].is_capital


def _counted(pieces: Pieces, place: int, words: Words) -> Unit:
    """Find the noun that is counted: the first in the plural among the next words, or in some languages the first."""
    if joined := pieces[place].kind == "sign" and pieces.phrase(words.people, place):
        return Unit(joined[0], joined[1], "counted")  # "6,000-strong"
    at = _behind_of(pieces, place, words)
    for step in range(at, at + _MOST_WORDS):
        piece = pieces[step]
        if piece.kind != "word" or piece.key in words.stops or not piece.is_spaced:
            break
        if noun := _noun(pieces, step, words):
            return noun
        if pieces[step + 1].key == "-" and not pieces[step + 1].is_spaced:
            break
    return Unit("", place, "")


def _behind_of(pieces: Pieces, place: int, words: Words) -> int:
    """Pass "of the", "of its 30" before what is counted."""
    if pieces[place].key not in words.of:
        return place
    at = place + 1
    at += pieces[at].key in words.determiners
    return at + (pieces[at].kind == "number" or pieces[at].key in words.numbers)


def _noun(pieces: Pieces, place: int, words: Words) -> Unit | None:
    piece = pieces[place]
    if found := pieces.phrase(words.people, place):
        return Unit(found[0], found[1], "counted")
    if pieces.phrase(words.own, place):
        return Unit(piece.typed.lower(), place + 1, "own")
    if (time := pieces.phrase(words.times, place)) and place:
        return Unit(time[0], time[1], "time")
    if (unit := pieces.phrase(words.units, place)) and words.plural and piece.key.endswith(words.plural):
        return Unit(unit[0], unit[1], "measure")
    if piece.key in words.adjectives:
        return None
    typed = _ELIDED.sub("", piece.typed.lower())
    is_noun = _is_noun(typed, piece.is_capital, words)
    return Unit(_singular(typed, words), place + 1, "counted") if is_noun else None


def _is_noun(word: str, is_capital: bool, words: Words) -> bool:
    if len(word) < _SHORTEST or not words.is_known or not word[-2:].isalpha():
        return False
    if words.nouns_in_capitals:
        return is_capital
    return not words.plural or (word.endswith(words.plural) and not word.endswith(_NO_PLURAL))


def _singular(word: str, words: Words) -> str:
    for plural, singular in words.singular:
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word

"""A date as it was typed → its pieces, each with what it does; or which word does not belong there, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.model.dates import date_from_edtf
from briefing.model.edtf import DateError
from briefing.model.wording import date_words
from briefing.reading.dates.ages import how_to_type_a_millennium, how_to_type_millions
from briefing.reading.dates.lexicon import Lexicon
from briefing.reading.dates.pieces import Piece, pieces_of, with_latin_digits
from briefing.reading.dates.vocabulary import Meaning, Role
from briefing.reading.spelling import nearest

__all__ = ["Token", "changes_daily", "tokens_of"]


class Token(NamedTuple):
    """A number, a word, or several words that belong together."""

    roles: frozenset[Role]
    text: str
    """As typed."""
    start: int
    end: int
    """Where in the date it stands."""
    number: int = 0
    """Of a month, a century or a decade, a number, or a number in Roman numerals."""

    def does(self, *roles: Role) -> bool:
        """Tell whether it has one of some roles."""
        return not self.roles.isdisjoint(roles)


_NUMBER: frozenset[Role] = frozenset(("number",))
_TIME: frozenset[Role] = frozenset(("time",))
_BY_KIND: dict[str, frozenset[Role]] = {
    "number": _NUMBER,
    "iso": frozenset(("iso",)),
    "time": _TIME,
    "zone": frozenset(("zone",)),
    "dash": frozenset(("dash", "span_link", "until", "since_behind")),
    "slash": frozenset(("slash",)),
}
_BY_SIGN: dict[str, frozenset[Role]] = {
    "~": frozenset(("about", "about_behind")),
    "?": frozenset(("perhaps",)),
    "؟": frozenset(("perhaps",)),
    "？": frozenset(("perhaps",)),
}
_CHANGING: frozenset[Role] = frozenset(("relative", "present"))
_OF_NO_USE: tuple[Role, ...] = ("other_calendar", "feast", "midnight", "weekday", "million", "millennium")
_BACKWARDS: frozenset[Role] = frozenset(("before_christ", "relative"))
"""What says of millions of years that they are over: 66 million BC, 66 million years ago."""
_ONE = range(1, 0, -1)
_ENDINGS: frozenset[Role] = frozenset(("decade_ending", "ordinal_ending"))
_SAYS_NOTHING: frozenset[Role] = frozenset(("filler", "ordinal_ending", "year"))
_NUMBER_OF_YEAR: frozenset[Role] = frozenset(("number", "year"))
_LONGEST_SHORT_YEAR = 2
"""Figures of a year that needs a word before it to be taken for one."""
_ROMAN = r"(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})(\w*)"
"""With an ending, as in French."""
_AS_LATIN = str.maketrans("хіс", "xic")
"""Cyrillic letters that are typed for Roman numerals."""
_LETTERS_OF_ERA = 2
_LIKENESS = 0.75
"""Of two words, so that one is told as what was meant by the other: a date has few words, and most are short."""
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def tokens_of(typed: str, lexicon: Lexicon, language: str) -> list[Token]:
    """Take a date apart; words that say nothing are left out, and all that stands behind one such as "today".

    Raises:
        DateError: a word does not belong in a date, or not in one that can be read.
    """
    return _Reader(typed, lexicon, language).tokens()


def changes_daily(token: Token) -> bool:
    """Tell whether a word names another day tomorrow: it can only be the last of its tokens."""
    return token.does(*_CHANGING) and token.roles <= _CHANGING | {"filler"}


class _Reader:
    def __init__(self, typed: str, lexicon: Lexicon, language: str) -> None:
        self._typed = typed
        self._lexicon = lexicon
        self._language = language
        self._pieces = list(pieces_of(with_latin_digits(typed)))

    def tokens(self) -> list[Token]:
        """Read from left to right, the longest phrase first, up to a word that makes no date of all before it."""
        found: list[Token] = []
        place = 0
        while place < len(self._pieces):
            meaning, count = self._meaning_at(place)
            first, last = self._pieces[place], self._pieces[place + count - 1]
            number = int(first.key) if meaning.roles == _NUMBER else meaning.month or meaning.number
            roles = meaning.roles | _TIME if "noon" in meaning.roles else meaning.roles
            if roles == _NUMBER and self._is_short_year(place):
                roles = _NUMBER_OF_YEAR
            token = Token(roles, self._typed[first.start : last.end], first.start, last.end, number)
            self._refuse(token)
            if changes_daily(token):
                return [*found, token]
            if not (token.roles <= _SAYS_NOTHING or (found and _is_same_month(found[-1], token))):
                found.append(token)
            place += count
        return found

    def _meaning_at(self, place: int) -> tuple[Meaning, int]:
        """Find what begins at a place, and how many pieces it takes."""
        piece = self._pieces[place]
        for count in self._lexicon.lengths.get(piece.key, _ONE):
            if count == 1 and (roman := self._roman(place)):
                return roman, 1
            keys = tuple([each.key for each in self._pieces[place : place + count]])
            meaning = self._lexicon.meanings.get(keys)
            if count == _LETTERS_OF_ERA and meaning and self._is_numeral_behind_and(meaning, place):
                continue
            if meaning and (roles := _roles_there(meaning.roles, piece, count)):
                return meaning._replace(roles=roles), len(keys)
        if by_kind := _BY_KIND.get(piece.kind) or _BY_SIGN.get(piece.key):
            return Meaning(by_kind), 1
        return self._of_one_word(place), 1

    def _is_short_year(self, place: int) -> bool:
        """Tell whether a number is the year 79 for the word before it: "l'an 79"."""
        piece = self._pieces[place]
        has_word = place > 0 and self._does(self._pieces[place - 1].key, "year")
        return has_word and piece.end - piece.start <= _LONGEST_SHORT_YEAR

    def _is_numeral_behind_and(self, meaning: Meaning, place: int) -> bool:
        """Tell Italian "IV e V secolo", in which "V" is a number, from "e.v.", the common era."""
        following = self._pieces[place + _LETTERS_OF_ERA : place + _LETTERS_OF_ERA + 1]
        is_era = "after_christ" in meaning.roles
        return is_era and self._does(self._pieces[place].key, "all_of") and self._are_centuries(following)

    def _are_centuries(self, pieces: Sequence[Piece]) -> bool:
        return any(self._does(piece.key, "century") for piece in pieces)

    def _of_one_word(self, place: int) -> Meaning:
        piece = self._pieces[place]
        typed = self._typed[piece.start : piece.end]
        if piece.kind != "word":
            raise DateError("unreadable", f'"{typed}" does not belong in a date.')
        if month := self._lexicon.shortened_month(piece.key):
            return month
        if piece.key[0] in self._lexicon.joined and (piece.key[1:],) in self._lexicon.meanings:
            self._pieces.insert(place + 1, piece._replace(key=piece.key[1:], start=piece.start + 1))
            return self._lexicon.meanings[(piece.key[0],)]
        near = nearest(piece.key, self._lexicon.common_words(), likeness=_LIKENESS)
        raise DateError("unreadable", f'"{typed}" is not a word of a date.', f"Did you mean {near}?" if near else "")

    def _roman(self, place: int) -> Meaning | None:
        """Read the number of a century, or of the other one beside it: "XVIIe ou XVIe siècle".

        Elsewhere letters are words, and so are those of "le siècle".
        """
        piece = self._pieces[place]
        if piece.kind != "word" or not self._are_centuries(self._pieces):
            return None
        match = re.fullmatch(_ROMAN, piece.key.translate(_AS_LATIN))
        if match is None or not (match[1] or match[2]) or (match[3] and not self._does(match[3], "ordinal_ending")):
            return None
        if (piece.key,) in self._lexicon.meanings and not self._typed[piece.start : piece.end].isupper():
            return None
        neighbours = self._pieces[max(place - 1, 0) : place] + self._pieces[place + 1 : place + 2]
        has_capitals = self._typed[piece.start : piece.start + len(match[1] + match[2])].isupper()
        if not (has_capitals or self._are_centuries(neighbours)):
            return None
        return Meaning(frozenset(("roman",)), _roman_number(match[1] + match[2]))

    def _does(self, key: str, role: Role) -> bool:
        meaning = self._lexicon.meanings.get((key,))
        return meaning is not None and role in meaning.roles

    def _says(self, roles: frozenset[Role], place: int) -> bool:
        """Tell whether a word or several that begin at a place have one of some roles."""
        first = self._pieces[place].key
        phrases = (
            tuple(piece.key for piece in self._pieces[place : place + count])
            for count in self._lexicon.lengths.get(first, ())
        )
        meanings = self._lexicon.meanings
        return any(not roles.isdisjoint(meanings[each].roles) for each in phrases if each in meanings)

    def _refuse(self, token: Token) -> None:
        """Refuse a word that is known, and known not to be of use."""
        if not token.does(*_OF_NO_USE):
            return
        if token.does("other_calendar"):
            day = date_words(date_from_edtf("2021-08-15"), self._language)
            hint = f"Write the day of the Gregorian calendar, such as {day} or 2021-08-15."
            raise DateError("unreadable", f'"{token.text}" belongs to another calendar.', hint)
        if token.does("feast"):
            day = date_words(date_from_edtf("2021-08-15"), self._language)
            message = f'"{token.text}" is the name of a feast; a date is a day, a month or a year.'
            raise DateError("unreadable", message, f"Write it as a day, such as {day}.".replace("..", "."))
        if token.does("midnight"):
            message = f'"{token.text}" can be the beginning of a day or its end.'
            raise DateError("ambiguous", message, "Write 00:00 and the day that begins then.")
        if token.does("million", "millennium"):
            is_before = any(self._says(_BACKWARDS, place) for place in range(len(self._pieces)))
            name = how_to_type_millions if token.does("million") else how_to_type_a_millennium
            raise DateError(
                "unreadable",
                f'A date is not read in words such as "{token.text}".',
                name(with_latin_digits(self._typed[: token.start]), with_latin_digits(self._typed), before=is_before),
            )
        if token.roles <= {"weekday", "filler"} and token.does("weekday"):
            message = f'"{token.text}" does not belong in a date.'
            raise DateError("unreadable", message, "Leave the day of the week out.")


def _roman_number(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _is_same_month(one: Token, other: Token) -> bool:
    """Tell whether a month is said twice, as newspapers in Arabic do: آب/أغسطس."""
    return one.does("month") and other.does("month") and one.number == other.number


def _roles_there(roles: frozenset[Role], piece: Piece, count: int) -> frozenset[Role]:
    """Tell apart what is an ending right behind a number, and what is a word of its own: "1o" and "1 o 2"."""
    if count > 1:
        return roles
    return roles & _ENDINGS or roles if piece.is_ending else roles - _ENDINGS

"""Running text → the dates that it mentions.

What is found is read by ``read_date``, as if it stood alone. A number is a year only where it can hardly be anything
else: "in 1979", not "1979 people"; what a sentence counts, measures or numbers is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Position
from briefing.model.dates import Date
from briefing.model.languages import read_tag
from briefing.reading.dates.date import read_date
from briefing.reading.dates.lexicon import lexicon_of
from briefing.reading.dates.pieces import pieces_of, with_latin_digits
from briefing.reading.dates.vocabulary import Role

__all__ = ["Mention", "dates_in"]

_REACH = 6
"""Pieces on either side of a year that may belong to its date."""
_LONGEST_PHRASE = 4
_MOST = 12
"""Years of one text that are looked at."""
_YEARS = range(1000, 2101)
_EARLY = 1500
"""Years before it are rare in prose, and numbers like them are not."""
_NEXT_TO_IT = r"[\w$£€¥#@%+/\\:=_-]"
"""Signs right before a number that is no year: $1990, 020-7946-1979, ABC1979."""
_NOT_BEHIND = re.compile(r"[%°€£$\w/]|[-–.,:'’][\w$]")
_UNIT = re.compile(r"\s+(?P<first>\w)")
_MONTHS_IN_CAPITALS = frozenset({"de", "en"})
"""Languages in which "may" is no month."""
_YEAR_LAST = frozenset({"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"})
"""Languages in which a month or season behind a year belongs to something else: "the 2021 fall of Kabul"."""
_NOUNS_IN_CAPITALS = frozenset({"de"})
"""Languages in which a year needs no word before it, and a number that counts is told by its noun."""
_OF_A_YEAR: frozenset[Role] = frozenset(("month", "spring", "summer", "autumn", "winter"))
_NOT_ALONE = {"de": frozenset(("an",))}
"""Words that end a date only where another begins it: "von 1996 an", but "bis 1996 an hundert Schulen"."""
_BEGINS: frozenset[Role] = frozenset(("since", "span_begins"))
_LINKS: frozenset[Role] = frozenset(("span_link", "between_link", "either", "all_of"))
_BEHIND: frozenset[Role] = frozenset((
    "about_behind", "since_behind", "until_behind", "before_behind", "after_behind", "span_ends", "century", "decade",
    "years", "decade_ending", "ordinal_ending", "before_christ", "after_christ",
))  # fmt: skip
_ERAS: frozenset[Role] = frozenset(("century", "before_christ", "after_christ"))
_SIGNS = ("dash", "slash")
_HERE = Position("")


class Mention(NamedTuple):
    """A date in a text."""

    start: int
    end: int
    """Where its words stand, without those before it that say nothing."""
    date: Date


def dates_in(text: str, language: str) -> Iterator[Mention]:
    """Find the dates of a sentence, given with its language as a BCP 47 tag, in the order in which they stand."""
    plain = with_latin_digits(text)
    if not re.search(r"\d", plain):
        return
    finder, end, tried = _Finder(text, plain, language), 0, 0
    for place in finder.years():
        tried += finder.starts(place) >= end
        if finder.starts(place) >= end and tried <= _MOST and (mention := finder.mention(place, end)):
            yield mention
            end = mention.end


class _Finder:
    def __init__(self, text: str, plain: str, language: str) -> None:
        self._text = text
        self._language = language
        self._primary = read_tag(language).language
        self._lexicon = lexicon_of(language)
        self._pieces = list(pieces_of(plain))

    def starts(self, place: int) -> int:
        """Tell where in the text a piece begins."""
        return self._pieces[place].start

    def years(self) -> Iterator[int]:
        """Yield the places of numbers that may be years, decades or centuries."""
        for place, piece in enumerate(self._pieces):
            is_year = piece.kind == "number" and len(piece.key) == 4 and int(piece.key) in _YEARS
            if is_year or piece.kind == "iso" or (piece.kind == "number" and self._has_era(place)):
                yield place

    def mention(self, place: int, after: int) -> Mention | None:
        """Read the longest date around a year, not before an offset."""
        first, last = self._first(place, after), self._last(place)
        windows = [(start, end) for start in range(first, place + 1) for end in range(place, last + 1)]
        for start, end in sorted(windows, key=lambda window: (window[0] - window[1], window[0])):
            if self._may_end(start, end) and (mention := self._read(start, end, place)):
                return self._trimmed(mention, start, end, place)
        return None

    def _first(self, place: int, after: int) -> int:
        first = place
        while first > max(place - _REACH, 0) and self._is_known(first - 1) and self.starts(first - 1) >= after:
            first -= 1
        return first

    def _last(self, place: int) -> int:
        last, linked = place, False
        for behind in range(place + 1, min(place + 1 + _REACH, len(self._pieces))):
            roles = self._roles(behind)
            linked = linked or bool(roles & _LINKS) or self._pieces[behind].kind in _SIGNS
            is_other = not linked and bool(roles & _OF_A_YEAR) and self._primary in _YEAR_LAST
            if is_other or not self._is_known(behind):
                break
            last = behind
        return last

    def _read(self, start: int, end: int, place: int) -> Mention | None:
        begins, ends = self._pieces[start].start, self._pieces[end].end
        if not self._stands_alone(begins, ends) or not self._is_time(start, end, place):
            return None
        date = self._date(start, end)
        return Mention(begins, ends, date) if date else None

    def _date(self, start: int, end: int) -> Date | None:
        text = self._text[self._pieces[start].start : self._pieces[end].end]
        date = read_date(text, _HERE, self._language)
        return date if isinstance(date, Date) else None

    def _trimmed(self, mention: Mention, start: int, end: int, place: int) -> Mention:
        """Leave out words before a date that change nothing of it: "in 1979"."""
        for later in range(start + 1, place + 1):
            shorter = self._date(later, end) if self._says_nothing(later - 1) and self._may_end(later, end) else None
            if shorter is None or shorter.edtf != mention.date.edtf:
                break
            mention = Mention(self._pieces[later].start, mention.end, shorter)
        return mention

    def _says_nothing(self, place: int) -> bool:
        return "filler" in self._roles(place)

    def _stands_alone(self, start: int, end: int) -> bool:
        before, behind = self._text[max(start - 1, 0) : start], self._text[end : end + 2]
        return not re.match(_NEXT_TO_IT, before) and not _NOT_BEHIND.match(behind)

    def _is_time(self, start: int, end: int, place: int) -> bool:
        """Tell a year from a number of things."""
        others = [index for index in range(start, end + 1) if index != place]
        if self._pieces[place].kind == "iso" or any(self._says_time(index) for index in others):
            return True
        unit = _UNIT.match(self._text, self._pieces[end].end)
        year = int(self._pieces[place].key)
        if (year < _EARLY or year % 100 == 0) and unit and not unit["first"].isupper():
            return False
        if others:
            return True
        if self._primary in _NOUNS_IN_CAPITALS:
            return unit is not None and unit["first"].islower()
        return not self._text[: self._pieces[place].start].strip() and unit is None

    def _says_time(self, place: int) -> bool:
        """Tell whether a piece is a month, an ending of a decade or the like: nothing that is counted has it."""
        return bool(self._roles(place) & (_OF_A_YEAR | _BEHIND)) or self._pieces[place].kind == "iso"

    def _may_end(self, start: int, place: int) -> bool:
        """Tell whether a date can end here: not with a word that leads on."""
        piece = self._pieces[place]
        roles = self._roles(place)
        if piece.key in _NOT_ALONE.get(self._primary, ()) and not self._roles(start) & _BEGINS:
            return False
        is_case = piece.is_ending and bool(roles)  # as in Turkish: 1979'da
        return piece.kind in ("number", "iso", "time") or is_case or bool(roles & (_BEHIND | _OF_A_YEAR))

    def _has_era(self, place: int) -> bool:
        behind = range(place + 1, min(place + 3, len(self._pieces)))
        return any(self._roles(index) & _ERAS for index in behind)

    def _is_known(self, place: int) -> bool:
        return self._pieces[place].kind not in ("word", "sign", "stranger", "zone") or bool(self._roles(place))

    def _roles(self, place: int) -> frozenset[Role]:
        """What a piece may do, by itself or with others as one phrase: "jusqu'à", "or so"."""
        piece = self._pieces[place]
        if piece.kind != "word":
            return frozenset()
        starts = range(max(place - _LONGEST_PHRASE + 1, 0), place + 1)
        roles = frozenset(role for start in starts for role in self._roles_from(start, place))
        if not roles and (month := self._lexicon.shortened_month(piece.key)):
            roles = month.roles
        is_name = self._primary not in _MONTHS_IN_CAPITALS or self._text[piece.start].isupper()
        return roles if is_name else roles - {"month"}

    def _roles_from(self, start: int, place: int) -> Iterator[Role]:
        """Yield what the phrases do that begin with one piece and reach another."""
        for count in self._lexicon.lengths.get(self._pieces[start].key, range(0)):
            keys = tuple(each.key for each in self._pieces[start : start + count])
            if start + count > place and (meaning := self._lexicon.meanings.get(keys)):
                yield from meaning.roles

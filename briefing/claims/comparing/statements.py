"""A text → its sentences, with their figures and what these are said of, read as they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from briefing.claims.comparing.captured import Captured
from briefing.claims.comparing.contexts import Since, groups_in, since_in, subjects_in
from briefing.claims.comparing.opposites import Side, changes_in, governing, role_of, sides_in, without_the_compared
from briefing.claims.comparing.values import is_comparable
from briefing.claims.languages import words_of
from briefing.claims.quantities import Quantity, figures_in
from briefing.claims.sentences import sentence_ends
from briefing.reading.dates import key_of, with_latin_digits

__all__ = ["Statement", "Statements"]

_MOST = 60
"""Sentences of a source in which one figure is looked for."""
_PIECE = re.compile(r"(?s:.{1,1000}(?!\S)|.{1,1000})")
"""Letters of one sentence: what has no full stop for longer is cut, between two words where it has such a place."""
_NUMBER_SHARED, _LONG_NUMBER = 3, 10
"""What a number in common counts beside a word: a short one, and one of several digits."""
_SMALL = 12
_LARGE = 100
_ALIKE = 5
"""How alike two sentences are that have two numbers, or a number and two words in common."""
_YEARS = range(1_900, 2_100)
_COMMON = 400
"""Sentences that have a word which says little about them."""
_SURE = ("", "exactly", "only")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_LONGEST_ROW = 200
_MOST_IN_ROW = 6
"""Words in a row of a table: what has more is a sentence."""
_ENDS = re.compile(r"[^\W\d_][^\W\d_].*[.!?]\s*\Z")
"""What has a word and ends as a sentence does."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,15}(?:[.,\u00a0\u202f]\d{1,3}){0,5}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, eq=False)
class Statement:
    """One sentence."""

    text: str
    language: str
    start: int = 0
    """Where it begins in the text that it is taken from."""

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Its figures, in their order."""
        return figures_in(self.text, self.language)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What it is about."""
        return subjects_in(self.text, self.language)

    @cached_property
    def digits(self) -> frozenset[str]:
        """The figures that its numbers are typed with, in groups of three and all other groups."""
        return frozenset(_DIGITS.findall(self.text))

    @cached_property
    def number_words(self) -> frozenset[str]:
        """The words for numbers from thirteen on in it: ``forty`` and ``two`` are in many sentences, both in few."""
        numbers = words_of(self.language).numbers
        keys = (key_of(word[0]) for word in _WORD.finditer(self.text))
        return frozenset(key for key in keys if numbers.get(key, 0) > _SMALL)

    @cached_property
    def loose_numbers(self) -> frozenset[Fraction]:
        """Its numbers that are no figures, such as "of whom 268 died"; no years, and nothing up to twelve."""
        figures = [(figure.start, figure.end) for figure in self.figures]
        found = (*_NUMBER.finditer(self.text), *_WORD.finditer(self.text))
        loose = (each for each in found if not any(start <= each.start() < end for start, end in figures))
        readings = (number for each in loose for number in self._readings(each[0]))
        return frozenset(each for each in readings if each.denominator > 1 or (each > _SMALL and each not in _YEARS))

    def _readings(self, typed: str) -> Iterator[Fraction]:
        if typed[0].isdigit():
            yield from _readings(typed)
        elif (value := words_of(self.language).numbers.get(key_of(typed))) is not None:
            yield Fraction(value)

    @cached_property
    def has_number(self) -> bool:
        """Whether it may hold a figure."""
        words = words_of(self.language)
        known = words.numbers.keys() | words.magnitudes.keys() | words.parts.keys() | words.bare_parts
        return bool(self.digits) or any(key_of(word[0]) in known for word in _WORD.finditer(self.text))

    def since(self, figure: Quantity) -> Since | None:
        """Tell since when one of its figures counts: what is said nearest to it."""
        return min(self._beginnings, key=lambda each: _distance(each.start, figure), default=None)

    def groups(self, figure: Quantity) -> frozenset[str]:
        """Tell whom one of its figures counts: what stands between it and the next figure of its unit."""
        behind = [each.start for each in self.figures if each.start > figure.start and each.unit == figure.unit]
        return groups_in(self.text[figure.end : min(behind, default=None)], figure.unit, self.language)

    def sides(self, figure: Quantity, axis: str) -> tuple[Side, ...]:
        """Tell on which side one of its figures is, of men and women, of two years, as far as its words say it."""
        said = without_the_compared(self.text, figure, self._sides, self.language)
        return governing(figure, self._of_its_kind(figure), said, axis)

    def role(self, figure: Quantity) -> str:
        """Tell whether a figure is what was before a change, what is after it, or the difference."""
        return self.role_before(figure) if self.is_change and figure.low == figure.high else ""

    def role_before(self, figure: Quantity) -> str:
        """Tell the same by the word before a figure alone, whether anything rises or falls or not."""
        return role_of(self.text, figure, self.language)

    @property
    def is_change(self) -> bool:
        """Whether it says that something rose or fell."""
        return changes_in(self._sides)

    @cached_property
    def _sides(self) -> tuple[Side, ...]:
        found = sides_in(self.text, self.language, self.figures)
        return tuple(side for side in found if not any(since.covers(side.start) for since in self._beginnings))

    def _of_its_kind(self, figure: Quantity) -> tuple[Quantity, ...]:
        """List its figures that count or measure something as one of them does."""
        return tuple(each for each in self.figures if is_comparable(figure, each, self.language, self.language))

    def like(self, figure: Quantity) -> Quantity | None:
        """Find a figure that was read elsewhere in these words."""
        words = figure.words.split()
        alike = (each for each in self.figures if each.words.split() == words)
        return next(alike, None)

    def hedge(self, figure: Quantity) -> str:
        """Give the words that say that one of its figures is not sure: its own, or those of the whole sentence."""
        return " ".join(figure.words.split()) if figure.hedge not in _SURE else self.reported

    @property
    def reported(self) -> str:
        """Give the words that say that all of it is somebody else's statement; empty where there are none."""
        found = words_of(self.language).reported.search(self.text)
        return found[0] if found else ""

    @cached_property
    def _beginnings(self) -> tuple[Since, ...]:
        return tuple(since_in(self.text, self.language))


class _Mark(NamedTuple):
    """A word or number that two sentences may have in common."""

    kind: str
    word: str
    weight: int


class Statements:
    """The sentences of a source."""

    def __init__(self, captured: Captured, language: str) -> None:
        """Take the text of a source and its language, as a BCP 47 tag."""
        self.captured = captured
        self._language = language
        self._recent: tuple[Statement | None, tuple[Statement, ...]] = (None, ())

    def claimed(self, sentence: str, language: str) -> Statement:
        """Read a sentence that is compared with these once for all its figures."""
        last = self._recent[0]
        return last if last and (last.text, last.language) == (sentence, language) else Statement(sentence, language)

    def about(self, claim: Statement) -> tuple[Statement, ...]:
        """Choose the sentences with a number that are likeliest to say the same as a claim, in their order."""
        asked, chosen = self._recent
        if asked is not claim:
            chosen = self._chosen(claim)
            self._recent = (claim, chosen)
        return chosen

    def _chosen(self, claim: Statement) -> tuple[Statement, ...]:
        statements = self._numbered
        if len(claim.subjects) <= 1 and len(statements) <= _MOST:  # a cell of a table has no words
            return statements
        likeness = self._likeness(claim)
        if len(likeness) < _MOST and len(claim.subjects) <= 1:
            likeness = dict.fromkeys(range(len(statements)), 0) | likeness
        likely = nlargest(_MOST, likeness, key=lambda number: (likeness[number], -number))
        return tuple(statements[number] for number in sorted(likely))

    def _likeness(self, claim: Statement) -> dict[int, int]:
        """Weigh what the sentences have in common with a claim, by number; what most have only where little else is."""
        places = sorted(((self._index.get(mark, ()), mark) for mark in _marks(claim)), key=lambda each: len(each[0]))
        likeness: dict[int, int] = {}
        for numbers, mark in places:
            if len(likeness) >= _MOST and len(numbers) > _COMMON:
                break
            for number in numbers:
                likeness[number] = likeness.get(number, 0) + mark.weight
        return likeness

    @cached_property
    def _index(self) -> Mapping[_Mark, Sequence[int]]:
        """Note of each word and number in which sentences it is."""
        index: dict[_Mark, list[int]] = {}
        for number, statement in enumerate(self._numbered):
            for mark in _marks(statement):
                index.setdefault(mark, []).append(number)
        return index

    def has_loose(self, number: Fraction, claim: Statement) -> bool:
        """Tell whether a number stands in a sentence like that of a claim, which does not say of what it is.

        Numbers of two digits stand everywhere: they need more words or another number in common.
        """
        likeness = _ALIKE if number < _LARGE and number.denominator == 1 else 0
        return any(number in each.loose_numbers and _likeness(claim, each) >= likeness for each in self.about(claim))

    def has_in_rows(self, number: Fraction) -> bool:
        """Tell whether a number stands in a row of a table, where nothing beside it says of what it is.

        Tables are in thousands or millions, too.
        """
        return any(number / scale in self._in_rows for scale in (1, 1_000, 1_000_000))

    @cached_property
    def _in_rows(self) -> frozenset[Fraction]:
        lines = (line for line in self.captured.without_notes.split("\n") if len(line) <= _LONGEST_ROW)
        rows = (line for line in lines if len(_WORD.findall(line)) <= _MOST_IN_ROW and not _ENDS.search(line))
        return frozenset(number for row in rows for typed in _NUMBER.findall(row) for number in _readings(typed))

    @cached_property
    def _numbered(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self._all() if statement.has_number)

    def _all(self) -> Iterator[Statement]:
        for paragraph in _PARAGRAPH.finditer(self.captured.without_notes):
            text, place = paragraph[0], paragraph.start()
            for start, end in pairwise((0, *sentence_ends(text, self._language), len(text))):
                for piece in _PIECE.finditer(text, start, end):
                    yield Statement(piece[0], self._language, place + piece.start())


def _readings(typed: str) -> Iterator[Fraction]:
    """Read a number whose commas and full stops may part thousands or decimals."""
    plain = with_latin_digits(typed)
    yield Fraction(re.sub(r"\D", "", plain))
    if decimal := re.fullmatch(r"(\d+)[.,](\d+)", plain):
        yield Fraction(f"{decimal[1]}.{decimal[2]}")


def _distance(place: int, figure: Quantity) -> int:
    return place - figure.end if place >= figure.end else figure.start - place


def _likeness(claim: Statement, other: Statement) -> int:
    """Weigh what two sentences have in common: numbers count more than words, long ones more than short ones."""
    return sum(mark.weight for mark in _marks(claim) & _marks(other))


def _marks(statement: Statement) -> frozenset[_Mark]:
    """List what a sentence can have in common with another one."""
    long = frozenset(each for each in statement.digits if len(each.strip("0")) > 2)
    return frozenset(
        (
            *(_Mark("subject", each, 1) for each in statement.subjects),
            *(_Mark("digits", each, _LONG_NUMBER if each in long else _NUMBER_SHARED) for each in statement.digits),
            *(_Mark("number", each, _NUMBER_SHARED) for each in statement.number_words),
        )
    )

"""Something that is told → what of it can be traced: quotations, figures, dates, and all other numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from briefing.claims import Detected, Quantity, Statement, detect, quotations_in
from briefing.versions.told import Told
from briefing.versions.words import Words, is_number, respelled, words_in

__all__ = ["Changed", "Contents", "Reader", "changed_dates", "changed_figures", "changed_numbers", "changed_quotations"]

_MARKS = " \"'“”„‟«»‹›‘’‚‛「」『』"
_HOLE = " · "
"""Stands for a figure or a date, and is no word."""


class Figure(NamedTuple):
    """A number with what it counts and how sure it is."""

    low: Fraction
    high: Fraction
    unit: str
    hedge: str
    words: str
    """As typed."""


class Day(NamedTuple):
    """A date that is named."""

    edtf: str
    words: str
    """As typed."""


class Contents(NamedTuple):
    """What can be traced of something that is told."""

    quotations: tuple[str, ...]
    """What somebody says, without its marks."""
    in_marks: frozenset[Words]
    """All that stands between quotation marks, in small letters."""
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    numbers: Words
    """Those in neither figures nor dates."""
    words: Words
    """All other words."""
    reported: str
    """The word that says that it is somebody else's statement; empty where there are no figures."""
    spans: tuple[str, ...]
    """For each figure, the text from it to that word, as typed; the figure alone where there is none."""

    @property
    def is_claim(self) -> bool:
        """Whether there is a quotation or a figure."""
        return bool(self.quotations or self.figures)


class Changed(NamedTuple):
    """What was told once, and what is told now; either may be nothing."""

    before: tuple[str, ...]
    now: tuple[str, ...]


class Reader:
    """Reads what is told; each passage once."""

    def __init__(self) -> None:
        self._detected: dict[int, Detected] = {}

    def contents(self, told: Sequence[Told]) -> Contents:
        """Put together what several sentences tell."""
        parts = [self._of(each) for each in told]
        return Contents(
            tuple(each for part in parts for each in part.quotations),
            frozenset[Words]().union(*(part.in_marks for part in parts)),
            tuple(each for part in parts for each in part.figures),
            tuple(each for part in parts for each in part.days),
            tuple(each for part in parts for each in part.numbers),
            tuple(each for part in parts for each in part.words),
            " ".join(filter(None, (part.reported for part in parts))),
            tuple(each for part in parts for each in part.spans),
        )

    def _of(self, told: Told) -> Contents:
        passage, start, end = told.passage, told.start, told.end
        detected = self._detected.get(id(passage))
        if detected is None:
            detected = detect(passage.text, passage.language, passage.silent)
            self._detected[id(passage)] = detected
        figures = [each for each in detected.figures if start <= each.start < end]
        dates = [each for each in detected.dates if start <= each.start < end]
        # the sentence after the first of a longer quotation is quoted as well
        quoted = [(each.start, each.end) for each in detected.quotations if each.start < end and each.end > start]
        text = passage.text
        holes = sorted([*((each.start, each.end) for each in figures), *((each.start, each.end) for each in dates)])
        rest = words_in(_with_holes(text, start, end, holes))
        days = [Day(each.date.edtf, text[each.start : each.end]) for each in dates]
        if passage.edtf:
            days.append(Day(passage.edtf, told.day))
        if passage.told == "quotation":
            quoted = [(start, end)]
        reported = _reported(text[start:end], passage.language) if figures else ""
        return Contents(
            tuple(_without_marks(text[max(first, start) : min(last, end)]) for first, last in quoted),
            frozenset(map(_folded, _in_marks(text[start:end], passage.language))),
            tuple(map(_figure, figures)),
            tuple(days),
            tuple(word for word in rest if is_number(word)),
            tuple(word for word in rest if not is_number(word)),
            reported,
            tuple(_span(text, (start, end), (each.start, each.end), reported) for each in figures),
        )


def _with_holes(text: str, start: int, end: int, holes: Iterable[tuple[int, int]]) -> str:
    pieces, place = [], start
    for first, last in holes:
        pieces += [text[place : max(first, place)], _HOLE]
        place = max(place, last)
    return "".join([*pieces, text[place:end]])


def _without_marks(words: str) -> str:
    return " ".join(words.split()).strip(_MARKS)


def _in_marks(text: str, language: str) -> tuple[str, ...]:
    return tuple(each.words for each in quotations_in(text, language))


def _reported(text: str, language: str) -> str:
    return Statement(text, language).reported


def _span(text: str, sentence: tuple[int, int], figure: tuple[int, int], word: str) -> str:
    """Quote a figure with all that stands between it and a word of its sentence."""
    first, last = figure
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text[slice(*sentence)], re.IGNORECASE) if word else None
    if found:
        first, last = min(first, sentence[0] + found.start()), max(last, sentence[0] + found.end())
    return " ".join(text[first:last].split())


def _figure(found: Quantity) -> Figure:
    return Figure(found.low, found.high, found.unit, found.hedge, " ".join(found.words.split()))


def _folded(text: str) -> Words:
    return tuple(word.casefold() for word in words_in(text))


def changed_quotations(before: Contents, now: Contents) -> Changed | None:
    """Tell which quotations have other words; capitals and punctuation are none, nor is who is said to say it."""
    old, new = map(Counter, ([*map(_folded, before.quotations)], [*map(_folded, now.quotations)]))
    gone = tuple(each for each in before.quotations if not _stays(_folded(each), new, now))
    come = tuple(each for each in now.quotations if not _stays(_folded(each), old, before))
    return Changed(gone, come) if gone or come else None


def _stays(words: Words, quoted: Counter[Words], there: Contents) -> bool:
    return bool(quoted[words]) or words in there.in_marks


def changed_figures(before: Contents, now: Contents) -> Changed | None:
    """Tell which figures have another value, count something else, or are sure in another way."""
    old, new = list(before.figures), list(now.figures)
    if len(old) == len(new) and all(map(_is_same_figure, old, new)):
        return _changed_report(before, now)
    gone = [each for each in old if not _taken(each, new)]
    if not gone and not new:
        # in another order: "12 women and 14 men" says the same, "12 of 14" does not
        return None if all(each.unit for each in old) else Changed(_words(before.figures), _words(now.figures))
    return Changed(_words(gone), _words(new))


def _changed_report(before: Contents, now: Contents) -> Changed | None:
    if bool(before.reported) == bool(now.reported):
        return None
    return Changed(before.spans, now.spans)


def _words(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(each.words for each in figures)


def _taken(figure: Figure, others: list[Figure]) -> bool:
    """Take the same figure out of some others, if it is among them."""
    place = next((number for number, each in enumerate(others) if _is_same_figure(figure, each)), None)
    if place is not None:
        del others[place]
    return place is not None


def _is_same_figure(one: Figure, other: Figure) -> bool:
    if (one.low, one.high, one.hedge) != (other.low, other.high, other.hedge):
        return False
    units = one.unit.split(), other.unit.split()
    if not all(units) or respelled(*units) is not None:
        return True
    return respelled(words_in(one.words), words_in(other.words)) is not None


def changed_dates(before: Contents, now: Contents) -> Changed | None:
    """Tell which dates are others."""
    old, new = Counter(each.edtf for each in before.days), Counter(each.edtf for each in now.days)
    gone, come = old - new, new - old
    if not gone and not come:
        return None
    return Changed(_named(before.days, gone), _named(now.days, come))


def _named(days: Iterable[Day], chosen: Counter[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(each.words.split()) or each.edtf for each in days if each.edtf in chosen))


def changed_numbers(before: Contents, now: Contents) -> Changed | None:
    """Tell whether any other number changed, such as that of a page; order counts, for nothing says what they are."""
    if before.numbers == now.numbers:
        return None
    old, new = Counter(before.numbers), Counter(now.numbers)
    gone, come = tuple((old - new).elements()), tuple((new - old).elements())
    return Changed(gone, come) if gone or come else Changed(before.numbers, now.numbers)

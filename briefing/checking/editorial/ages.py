"""Ages and years of birth that cannot all be true of one person; in English."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.word_lists import listed
from briefing.claims import Passage, sentences
from briefing.errors import Diagnostic
from briefing.model import Date
from briefing.model.edtf import parse_edtf, points_of

__all__ = ["impossible_ages"]

_NUMBERS = {
    word: number
    for number, word in enumerate(
        listed(
            """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen twenty"""
        ),
        start=1,
    )
}
_AGE = rf"(?P<age>\d{{1,2}}|1[01]\d|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_PART = r"[A-Z][a-zÀ-ž]{1,30}(?:[-’'][A-Z]?[a-zÀ-ž]{1,30}){0,3}"
_NAME = rf"(?<![\w’'-])(?P<name>{_PART}(?:\s+(?:(?:al-|el-|bin\s+|ibn\s+|van\s+|von\s+|de\s+)?{_PART}|[A-Z]\.)){{0,3}})"
_HE = r"(?P<he>[Hh]e|[Ss]he)"
_WHO = rf"(?:{_NAME}|{_HE})"
_DAY = r"(?:on\s+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?(?:in\s+)?"

_NOW = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME},\s+(?:who\s+is\s+|now\s+|aged\s+)?{_AGE}(?:\s+years\s+(?:old|of\s+age))?\s*,",
        rf"{_NAME},\s+{_AGE}\s+years\s+(?:old|of\s+age)\b",
        rf"{_NAME}\s+\((?:aged\s+)?{_AGE}\)",
        rf"{_WHO}\s+is\s+(?:now\s+)?{_AGE}(?:\s+years\s+old|\s+years\s+of\s+age)?\s*[.,;]",
        rf"\b{_AGE}-year-old\s+{_NAME}",
    )
)
"""Ages at the time of writing."""
_THEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHO}\s+was\s+(?:only\s+|just\s+)?{_AGE}(?:\s+years\s+old)?\b[^.;]{{0,120}}?\s[Ii]n\s+{_YEAR}\b",
        rf"\b[Ii]n\s+{_YEAR},?\s+(?:when|aged|at\s+the\s+age\s+of)\s+(?:{_WHO}\s+was\s+)?{_AGE}\b",
        rf"{_WHO}\b[^.;,]{{0,80}}?\s(?:aged|at\s+the\s+age\s+of)\s+{_AGE},?\s+in\s+{_YEAR}\b",
    )
)
"""Ages in a year that is said."""
_BORN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME},?\s+\(?(?:was\s+)?born\s+{_DAY}{_YEAR}\b\)?",
        rf"{_HE}\s+was\s+born\s+{_DAY}{_YEAR}\b",
        rf"{_NAME}\s+\({_YEAR}[–-]\d{{4}}\)",
    )
)
_NO_NAMES = frozenset(
    listed(
        """
        The This That These Those When While After Before In On At By Since Until And But He She They It His Her
        Their As If January February March April May June July August September October November December Monday
        Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mrs Ms Miss Dr Sir Lord Lady Professor President Minister
        Prime General Colonel Senator Governor King Queen Prince Princess
        """
    )
)
_OF_NO_PERSON = frozenset(
    listed(
        """
        Table Figure Section Article Chapter Part Page Rule Title Act Bill Committee Commission
        """
    )
)
_KIN = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|mother|father|child|baby|partner|friend|colleague|uncle|aunt|"
    r"cousin|nephew|niece|grandson|granddaughter|grandmother|grandfather|widow|widower|twin|fiancée?)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""Who is named beside somebody, and may be meant by "he"."""
_SOMEBODY = "?"
_MOST_SAID = 20
"""Sayings that are kept of people of one last name."""
_TOLERANCE = 1
"""Years by which an age without a year may be off: that of the text is not that of what it quotes."""


class _Said(NamedTuple):
    """What a text says of when somebody was born."""

    name: str
    first: int
    last: int
    """The years in which the birth may lie."""
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """As it was typed, without the sign behind it."""
        return self.passage.text[self.start : self.end].rstrip(" ,;.")


def impossible_ages(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of what does not fit what was said of the same person before, once for each person."""
    masthead = edited.briefing.masthead
    year = _year(masthead.information_as_of or masthead.date)
    shared = _shared_last_names(edited.passages)
    known: dict[str, list[_Said]] = {}
    told: set[str] = set()
    for each in (found for passage in edited.passages for found in _in_passage(passage, masthead.language, year)):
        last = each.name.split()[-1]
        before = known.setdefault(last, [])
        other = next((one for one in before if _same(one.name, each.name, shared) and not _fit(one, each)), None)
        if len(before) < _MOST_SAID:
            before.append(each)
        if other and each.name not in told:
            told |= {each.name, other.name}
            yield _doubt(edited, other, each)


def _shared_last_names(passages: Iterable[Passage]) -> frozenset[str]:
    """List the last names that several people have, such as a father and his son."""
    full_names = {name for passage in passages for _, name in _people(passage.text)}
    count = Counter(name.split()[-1] for name in full_names)
    return frozenset(name for name, number in count.items() if number > 1)


def _doubt(edited: Edited, before: _Said, said: _Said) -> Diagnostic:
    place = edited.place(before.passage, before.start, before.end)
    message = f"What is said of the age of {said.name} does not fit together."
    details = tuple(f'"{each.words}": born {_years(each)}' for each in (before, said))
    hint = f"The first stands in line {place.line}. One of the two is wrong, or they are two people: look it up."
    return doubt("age", message, edited.place(said.passage, said.start, said.end), hint, details)


def _years(said: _Said) -> str:
    return str(said.first) if said.first == said.last else f"from {said.first} to {said.last}"


def _year(date: Date | None) -> int | None:
    """Tell the one year of a date."""
    years = {point.year for point in points_of(parse_edtf(date.edtf)) if not point.unspecified} if date else set()
    return years.pop() if len(years) == 1 else None


def _in_passage(passage: Passage, language: str, year: int | None) -> Iterator[_Said]:
    """Read the sentences of a passage; "he" is who was named last, if nobody else is named in it before."""
    offset, names = 0, set[str]()
    for sentence in sentences((passage.text,), language):
        people, kin = deque(_people(sentence.text)), _KIN.search(sentence.text)
        for match, first, last in sorted(_in_sentence(sentence.text, year), key=lambda found: found[0].end()):
            while people and people[0][0] <= match.end():
                names.add(people.popleft()[1])
            if kin and kin.end() <= match.start():
                names.add(_SOMEBODY)
            is_named = bool(match.groupdict().get("name"))
            name = _name(match) if is_named else next(iter(names)) if len(names) == 1 else ""
            name = name.strip(_SOMEBODY)
            if name:
                yield _Said(name, first, last, passage, offset + match.start(), offset + match.end())
        names |= {name for _, name in people} | ({_SOMEBODY} if kin else set())
        offset += len(sentence.text)


def _in_sentence(text: str, year: int | None) -> list[tuple[re.Match[str], int, int]]:
    found = [(match, int(match["year"]), int(match["year"])) for match in _matches(_BORN, text)]
    for match in _matches(_THEN, text):
        born = int(match["year"]) - _number(match["age"])
        found.append((match, born - 1, born))
    if not found and year is not None and not re.search(_YEAR, text):
        for match in _matches(_NOW, text):
            born = year - _number(match["age"])
            found.append((match, born - 1 - _TOLERANCE, born + _TOLERANCE))
    return found


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _NUMBERS[words]


def _name(match: re.Match[str]) -> str:
    """Give the name of who is spoken of; empty for "he", and for what is no person's."""
    words = (match.groupdict().get("name") or "").split()
    while words and words[0] in _NO_NAMES:
        words = words[1:]
    return "" if not words or words[0] in _OF_NO_PERSON else " ".join(words)


def _people(text: str) -> Iterator[tuple[int, str]]:
    """Yield who is named with more than one word, each with the offset behind the name."""
    for match in re.finditer(_NAME, text):
        words = [word for word in match["name"].split() if word not in _NO_NAMES]
        if len(words) > 1:
            yield match.end(), " ".join(words)


def _same(one: str, other: str, shared: frozenset[str]) -> bool:
    """Tell whether two names are one person's: the same, or one of them the last word of the other and of no other."""
    if one == other:
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer.split()[-1] == shorter and shorter not in shared


def _fit(one: _Said, other: _Said) -> bool:
    return one.first <= other.last and other.first <= one.last

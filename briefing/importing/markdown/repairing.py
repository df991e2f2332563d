"""A text that still has something in it which reading refuses → one that it takes, with the same words.

What is refused is set as the plain text that it is, first the mark alone, then its line, then its paragraph, each with
the reason that reading gives. A block of ours that cannot be read becomes what stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.markdown.manuscript import Line, Lines, Manuscript
from briefing.memory import Memory
from briefing.reading.body import Body, read_body
from briefing.reading.markdown import Fences, find_fences
from briefing.writing import all_escaped

__all__ = ["Repaired", "repaired"]

_ROUNDS = 12
_ROUNDS_OF_LONG_TEXTS = 4
_LONG = 200_000
"""Characters of a text that is read few times over: its lines are set as plain text at once."""
_REFUSED = frozenset({"text-too-long", "too-deep", "paragraph-too-long", "too-many-links"})
"""What a person has to set right."""
_MARK = re.compile(r"(?P<indent>[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*)(?P<rest>.*)$")
_BEGINNING = re.compile(r"^(?P<number>\d{0,9})(?P<mark>(?<=\d)[.)]|(?<!\d)[-+=:])")
"""A mark at the beginning of a line that is none inside it."""
_OF_A_RULE = frozenset("|:- \t")
_LINK = re.compile(r"\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\([^()\n]*\)")
_HOLDING_ANYTHING = ("", "box", "keep", "handout", "postcard")
"""Blocks of ours, by name, that take whatever a text may hold."""
_BAR = re.compile(r"(?<!\\)\|")


class Repaired(NamedTuple):
    """A text that reading takes, and what it reads in it."""

    lines: Lines
    body: Body
    problems: tuple[Diagnostic, ...] = ()
    """Errors, where no such text can be made."""


def repaired(lines: Lines, manuscript: Manuscript, language: str, title: str) -> Repaired:
    """Set right what reading refuses."""
    memory = Memory()
    is_long = sum(len(line.text) for line in lines) > _LONG
    tried: Counter[int] = Counter({line.number: 2 for line in lines} if is_long else ())
    told: set[tuple[int, str]] = set()
    body = Body()
    for _ in range(_ROUNDS_OF_LONG_TEXTS if is_long else _ROUNDS):
        text = "\n".join(line.text for line in lines)
        body = read_body(text, file=manuscript.file, language=language, title=title, memory=memory)
        errors = errors_of(body.diagnostics)
        if not errors:
            return Repaired(lines, body)
        if refused := tuple(each for each in errors if each.id in _REFUSED):
            return Repaired(lines, body, tuple(_at_its_line(each, lines) for each in refused[:1]))
        lines = _Round(lines, manuscript, tried, told).repair(errors)
    last = errors_of(body.diagnostics)[0]
    return Repaired(lines, body, (_at_its_line(last, lines),))


def _at_its_line(problem: Diagnostic, lines: Lines) -> Diagnostic:
    place = problem.position
    number = lines[min(place.line, len(lines)) - 1].number if place and lines else 1
    position = Position(place.file if place else "", number, place.column if place else 1)
    return Diagnostic("error", problem.id, problem.message, position, problem.hint, problem.details)


class _Round:
    """One time over the problems of a text."""

    def __init__(self, lines: Lines, manuscript: Manuscript, tried: Counter[int], told: set[tuple[int, str]]) -> None:
        self._lines = list(lines)
        self._manuscript = manuscript
        self._tried = tried
        self._told = told
        self._done: set[int] = set()
        self._fences: Fences | None = None

    def repair(self, errors: tuple[Diagnostic, ...]) -> Lines:
        by_line: dict[int, list[Diagnostic]] = {}
        for problem in errors:
            line = problem.position.line if problem.position else 1
            by_line.setdefault(min(line, len(self._lines)) - 1, []).append(problem)
        for index, problems in by_line.items():
            # one repair may well be that of all problems around it
            if index not in self._done:
                self._done.add(index)
                self._one_line(index, problems)
        return [Line(text, line.number) for line in self._lines for text in line.text.split("\n")]

    def _one_line(self, index: int, problems: Sequence[Diagnostic]) -> None:
        number = self._lines[index].number
        self._tried[number] += 1
        times = self._tried[number]
        for problem in problems:
            if (number, problem.message) not in self._told:
                self._told.add((number, problem.message))
                message = f"{problem.message} It is kept as the words that were typed."
                self._manuscript.warn(number, message, problem.hint, problem.id)
        if times <= 2:
            # from the end, so that the places before stay where they are
            for problem in sorted(problems, key=_column, reverse=True):
                self._one(problem, index)
        elif not (times <= 4 and self._dissolve(index)):
            if times <= 4:
                self._set(index, _plain(self._lines[index].text))
            else:
                self._paragraph(index)

    def _one(self, problem: Diagnostic, index: int) -> None:
        """Repair one problem where that is known, or set the mark at its place as text."""
        text, column = self._lines[index].text, _column(problem)
        known = _KNOWN.get(problem.id)
        if problem.id == "too-many-cells":
            self._set(index, _with_fewer_cells(self._lines, index))
        elif known:
            self._set(index, known(text, column))
        elif not self._dissolve(index):
            self._set(index, f"{text[:column]}\\{text[column:]}" if _is_mark(text, column) else _plain(text))

    def _set(self, index: int, text: str) -> None:
        self._lines[index] = Line(text, self._lines[index].number)

    def _dissolve(self, index: int) -> bool:
        """Take away the fences of the innermost block of ours around a line; False where none is."""
        self._fences = self._fences or find_fences([line.text for line in self._lines])
        around = [fence for fence in self._fences.opens.values() if fence.line <= index < fence.after and fence.closed]
        around = [fence for fence in around if not {fence.line, fence.end} & (self._done - {index})]
        innermost = max(around, key=lambda fence: fence.line, default=None)
        if innermost is None or (innermost.name in _HOLDING_ANYTHING and innermost.line != index):
            return False
        self._done |= {innermost.line, innermost.end}
        title = f"**{_plain(innermost.title)}**" if innermost.title else ""
        self._set(innermost.line, f"{title}\n" if title else "")
        self._set(innermost.end, "")
        self._fences = None
        return True

    def _paragraph(self, index: int) -> None:
        """Set every line of a paragraph as plain text."""
        first = last = index
        while first > 0 and self._lines[first - 1].text.strip():
            first -= 1
        while last + 1 < len(self._lines) and self._lines[last + 1].text.strip():
            last += 1
        for place in range(first, last + 1):
            self._done.add(place)
            self._set(place, _plain(self._lines[place].text.strip()))


def _column(problem: Diagnostic) -> int:
    return problem.position.column - 1 if problem.position else 0


def _is_mark(text: str, column: int) -> bool:
    return (
        0 <= column < len(text)
        and not text[column].isalnum()
        and not text[column].isspace()
        and (column == 0 or text[column - 1] != "\\")
    )


def _plain(text: str) -> str:
    """Set a line as plain text, in the list or quotation where it stands."""
    found = _MARK.match(text)
    if found is None:
        return text
    rest = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", found["rest"])
    return found["indent"] + _BEGINNING.sub(r"\g<number>\\\g<mark>", all_escaped(rest))


def _with_semicolons(text: str, column: int) -> str:
    """Put semicolons between the sources of one citation."""
    end = text.find("]", column)
    inside = re.sub(r",\s*(?=-?@)", "; ", text[column:end]) if end > 0 else ""
    return f"{text[:column]}{inside}{text[end:]}" if "; " in inside else f"{text[:column]}\\{text[column:]}"


def _without_heading(text: str, column: int) -> str:
    return "" if not text.strip(" \t#") else _plain(text)


def _with_fewer_cells(lines: Lines, index: int) -> str:
    """Let the bars of a row that are too many for its table be text."""
    above = (lines[place].text for place in range(index - 1, -1, -1))
    rule = next((text for text in above if set(text) <= _OF_A_RULE and "-" in text), "")
    columns = len(_BAR.split(rule.strip().strip("|")))
    cells = _BAR.split(lines[index].text.strip().removeprefix("|"))
    return f"| {' | '.join(each.strip() for each in cells[: columns - 1])} | {_joined(cells[columns - 1 :])} |"


def _joined(cells: Sequence[str]) -> str:
    return r" \| ".join(filter(None, map(str.strip, cells)))


def _without_link(text: str, column: int) -> str:
    """Keep the words of a link that leads nowhere."""
    found = _LINK.match(text, column)
    if found is None:
        return f"{text[:column]}\\{text[column:]}" if _is_mark(text, column) else _plain(text)
    return f"{text[:column]}{found['words']}{text[found.end() :]}"


_Repair = Callable[[str, int], str]
_KNOWN: Mapping[str, _Repair] = MappingProxyType(
    {
        "unreadable-citation": _with_semicolons,
        "empty-heading": _without_heading,
        **dict.fromkeys(("unknown-anchor", "unreadable-link", "link-in-link"), _without_link),
    }
)
"""Repairs that keep more than the words, by the name of the problem."""

"""A foreign text as lines that know where they were typed, and what is told about it on the way.

Each construct that a briefing has otherwise, or not at all, is rewritten where it stands; every other line stays byte
for byte as its author typed it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.importing.found import Question

__all__ = [
    "CODE_FENCE",
    "Line",
    "Lines",
    "Manuscript",
    "as_comment",
    "rewritten",
    "shown",
    "verbatim",
]

CODE_FENCE = re.compile(
    r"(?P<indent>[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*)(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)"
)
"""The opening line of a block of code, inside lists and quotations too."""
_SKIPPED = r"(?P<skipped>\\[^\n]|(?<!`)(?P<ticks>`+)(?!`)[^`](?:(?!\n\n)[\s\S]){0,5000}?(?<!`)(?P=ticks)(?!`))"
_COMMENT = re.compile(r" {0,3}<!--")
_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d{1,9}[.)]|\(?@?\w*\)|\[\^[^\]]+\]:|:|~)\s")
_INDENTED = re.compile(r"(?: {4}|\t)")
_LONGEST_RUN = 20_000
"""Characters in which a sentence is looked for that goes over several lines."""


class Line(NamedTuple):
    """One line of a text."""

    text: str
    number: int
    """Of the line of the imported file that it comes from, from 1."""


Lines = list[Line]


@dataclass(slots=True)
class Manuscript:
    """What is known of a text, and what is told about it."""

    file: str
    warnings: list[Diagnostic] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def position(self, number: int) -> Position:
        """Find a line of the imported file."""
        return Position(self.file, number)

    def warn(self, number: int, message: str, hint: str = "", kind: str = "unplaced") -> None:
        """Tell what has no place in a briefing."""
        self.warnings.append(Diagnostic("warning", kind, message, self.position(number), hint))

    def ask(self, number: int, question: str, name: str = "") -> None:
        """Ask what nobody but the author can say; ``name`` is that of a field."""
        self.questions.append(Question(question, self.position(number), name))


def shown(typed: str) -> str:
    """Show a construct in a message: all of its words, on one line."""
    return " ".join(typed.split())


def as_comment(text: str) -> str:
    """Keep what no reader sees."""
    return f"<!-- {shown(text).replace('-->', '-- >')} -->"


def verbatim(lines: Sequence[Line]) -> list[bool]:
    """Tell of each line whether it is code or a comment, in which nothing is rewritten."""
    found, index, before = [False] * len(lines), 0, ""
    comment_ends = [number for number, line in enumerate(lines) if "-->" in line.text]
    while index < len(lines):
        text = lines[index].text
        end = _end_of_code(lines, index) or _end_of_comment(lines, index, comment_ends)
        if not end and not _ITEM.match(before) and (index == 0 or not lines[index - 1].text.strip()):
            end = _end_of_indented(lines, index)
        found[index:end] = [True] * (end - index) if end else []
        before = text if text.strip() and not _INDENTED.match(text) else before
        index = max(end, index + 1)
    return found


def _end_of_code(lines: Sequence[Line], start: int) -> int:
    """Find the line after a block of code; 0 where none begins."""
    opening = CODE_FENCE.match(lines[start].text)
    if opening is None:
        return 0
    marks = opening["marks"]
    closing = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    return next((i + 1 for i in range(start + 1, len(lines)) if closing.match(lines[i].text)), len(lines))


def _end_of_comment(lines: Sequence[Line], start: int, ends: Sequence[int]) -> int:
    """Find the line after a comment that stands alone; 0 where none begins. ``ends`` are the lines that end one."""
    if not _COMMENT.match(lines[start].text):
        return 0
    following = bisect_left(ends, start)
    last = ends[following] if following < len(ends) else None
    return last + 1 if last is not None and lines[last].text.rstrip().endswith("-->") else 0


def _end_of_indented(lines: Sequence[Line], start: int) -> int:
    """Find the line after code that is told by being indented; 0 where none begins."""
    if not _INDENTED.match(lines[start].text) or not lines[start].text.strip():
        return 0
    end = start + 1
    while end < len(lines) and (_INDENTED.match(lines[end].text) or not lines[end].text.strip()):
        end += 1
    return end


Made = Callable[[re.Match[str], int], "str | None"]
"""Makes the words that stand in place of a match on a line; ``None`` leaves it."""


def rewritten(lines: Sequence[Line], pattern: str, make: Made, *, within: str = "") -> Lines:
    """Rewrite what matches in the sentences of a text, across line ends too, outside of code and escapes.

    Only paragraphs that hold ``within`` are looked at.
    """
    compiled = re.compile(f"{_SKIPPED}|{pattern}", re.MULTILINE)
    out: Lines = []
    for kept, run in _runs(lines):
        text = "\n".join(line.text for line in run)
        if kept or within not in text:
            out += run
        else:
            out += _assembled(_pieces(text, compiled, make, run))
    return out


def _runs(lines: Sequence[Line]) -> Iterator[tuple[bool, Lines]]:
    """Part lines where a sentence cannot go on; tell of each part whether it is left alone."""
    kept = verbatim(lines)
    keyed = groupby(zip(lines, kept, strict=True), key=lambda each: each[1] or not each[0].text.strip())
    for key, run in keyed:
        part, length = Lines(), 0
        for line, _ in run:
            part.append(line)
            length += len(line.text)
            if length > _LONGEST_RUN and not key:
                yield key, part
                part, length = [], 0
        if part:
            yield key, part


def _pieces(text: str, pattern: re.Pattern[str], make: Made, run: Lines) -> Iterator[Line]:
    """Yield the pieces of a text, each with the index of the line in which it begins as ``number``."""
    end, row = 0, 0
    for match in pattern.finditer(text):
        between = text[end : match.start()]
        yield from _rows(between, run, row)
        row += between.count("\n")
        made = None if match["skipped"] else make(match, run[row].number)
        if made is None:
            yield from _rows(match[0], run, row)
        else:
            yield Line(made, run[row].number)
        row += match[0].count("\n")
        end = match.end()
    yield from _rows(text[end:], run, row)


def _rows(text: str, run: Lines, row: int) -> Iterator[Line]:
    first, *rest = text.split("\n")
    yield Line(first, run[row].number)
    for offset, each in enumerate(rest, start=1):
        yield Line(f"\n{each}", run[row + offset].number)


def _assembled(pieces: Iterable[Line]) -> Lines:
    out: list[Line] = []
    whole: list[str] = []
    number = 0
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        number = number or piece.number
        whole.append(first)
        for each in rest:
            out.append(Line("".join(whole), number))
            whole, number = [each], piece.number
    return [*out, Line("".join(whole), number)]

"""YAML 1.2 text → a tree of values with their places, and everything that is wrong with it.

Reads the parser's events, not its objects: scalars stay text, anchors, aliases, tags and directives are refused, and
depth and count are limited. A line that YAML does not take is reported in the author's words, set right in memory,
and reading goes on, so that all problems come at once. See: https://yaml.org/spec/1.2.2/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from briefing.errors import Diagnostic, Position
from briefing.model import is_blank
from briefing.reading.limits import YAML_DEPTH, YAML_REPAIRS, YAML_VALUES
from briefing.reading.yaml.repair import Repair, TroubleError, quoted, repair, shown
from briefing.reading.yaml.tree import Entry, Listing, Record, Scalar, Value

__all__ = ["Composed", "compose"]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_CUT = re.compile(r"\s+#(?=\S)")


class Composed(NamedTuple):
    """The tree of a YAML file; ``None`` where it is empty or cannot be read at all."""

    value: Value | None
    diagnostics: tuple[Diagnostic, ...]


class _LimitError(Exception):
    """The file holds more than is read."""

    def __init__(self, message: str, mark: StringMark, hint: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


def compose(text: str, *, file: str, first_line: int = 1) -> Composed:
    """Read YAML whose first line is line ``first_line`` of ``file``."""
    text, diagnostics = _without_controls(text, file, first_line)
    lines = text.split("\n")
    repairs: dict[int, Repair] = {}
    value = None
    for _ in range(YAML_REPAIRS):
        builder = _Builder(lines, file, first_line)
        try:
            value = builder.read()
            diagnostics += builder.diagnostics
            break
        except _LimitError as problem:
            position = Position(file, first_line + problem.mark.line, problem.mark.column + 1)
            diagnostics.append(Diagnostic("error", "too-large", str(problem), position, problem.hint))
            break
        except TroubleError as trouble:
            found = None if trouble.in_name else repair(lines, trouble)
            if found is None or lines[found.line] == found.corrected:
                diagnostics += _unknown_trouble(lines, trouble, repairs, Position(file, first_line))
                break
            repairs[found.line] = _merged(repairs.get(found.line), found)
            lines[found.line] = found.corrected
    told = [_told(each, text.split("\n")[line], file, first_line) for line, each in repairs.items()]
    return Composed(value, (*diagnostics, *told))


def _without_controls(text: str, file: str, first_line: int) -> tuple[str, list[Diagnostic]]:
    """Replace characters that cannot be printed by spaces and report each line that has one."""
    diagnostics = []
    for number, line in enumerate(text.split("\n")):
        match = _UNPRINTABLE.search(line)
        if match:
            position = Position(file, first_line + number, match.start() + 1)
            message = f"The character U+{ord(match[0]):04X} cannot be printed."
            hint = "Delete it and type the line anew."
            diagnostics.append(Diagnostic("error", "unprintable", message, position, hint))
    return _UNPRINTABLE.sub(" ", text), diagnostics


def _told(found: Repair, line: str, file: str, first_line: int) -> Diagnostic:
    position = Position(file, first_line + found.line, found.column + 1)
    details = (f"you:   {shown(line)}", *([f"write: {shown(found.advice)}"] if found.advice else []))
    return Diagnostic("error", "yaml", found.message, position, details=details)


def _merged(first: Repair | None, found: Repair) -> Repair:
    """Say what is wrong with a line once, with the line as it is after all that had to be done to it."""
    if first is None:
        return found
    advice = found.advice if found.advice == found.corrected else first.advice
    return first._replace(corrected=found.corrected, advice=advice)


def _unknown_trouble(
    lines: list[str], trouble: TroubleError, repairs: Iterable[int], start: Position
) -> tuple[Diagnostic, ...]:
    """Say where reading ended, unless that comes of a line that is reported already."""
    number = min(trouble.line, len(lines) - 1)
    if {number, number - 1} & set(repairs):
        return ()
    position = Position(start.file, start.line + number, trouble.column + 1 if number == trouble.line else 1)
    message = "This line, or the one above it, cannot be read."
    if trouble.in_name:
        message = "A line begins with the name of its field, in letters and without brackets."
    hint = "A field is its name, a colon, a space and its value; fields of one group begin in the same column."
    return (Diagnostic("error", "yaml", message, position, hint),)


class _Builder:
    """Makes the tree of one attempt."""

    def __init__(self, lines: list[str], file: str, first_line: int) -> None:
        self._lines = lines
        self._file = file
        self._first_line = first_line
        self._count = 0
        self._last = 0
        self.diagnostics: list[Diagnostic] = []

    def read(self) -> Value | None:
        """Read the one document of the file.

        Raises: ``TroubleError`` where YAML trips, ``_LimitError``.
        """
        events = self._events()
        next(events)
        first = next(events)
        if isinstance(first, StreamEndEvent):
            return None
        value = self._value(next(events), events, depth=1)
        next(events)
        after = next(events)
        if isinstance(after, DocumentStartEvent):
            raise TroubleError(after.start_mark.line, 0)
        return value

    def _events(self) -> Iterator[Event]:
        """Yield the parser's events; every way in which it gives up becomes a ``TroubleError``."""
        try:
            for event in YAML(typ="safe", pure=True).parse("\n".join(self._lines)):
                self._last = event.end_mark.line
                if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
                    raise TroubleError(event.start_mark.line, 0)
                yield event
        except MarkedYAMLError as problem:
            raise _trouble(problem) from problem
        except (YAMLError, ValueError, OverflowError) as problem:
            # ValueError and OverflowError: an escape such as "\UFFFFFFFF" that names no character
            raise TroubleError(self._last, 0) from problem

    def _value(self, event: Event, events: Iterator[Event], depth: int) -> Value:
        self._guard(event, depth)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, MappingStartEvent):
            return self._record(event, events, depth)
        return self._listing(event, events, depth)

    def _guard(self, event: Event, depth: int) -> None:
        self._count += 1
        if self._count > YAML_VALUES:
            hint = "Take out what is not needed, or divide the file."
            raise _LimitError(f"There are more than {YAML_VALUES} values here.", event.start_mark, hint)
        if depth > YAML_DEPTH and isinstance(event, CollectionStartEvent):
            message = f"Values stand in one another more than {YAML_DEPTH} deep."
            raise _LimitError(message, event.start_mark, "Put a text with many brackets in quotation marks.")
        named = isinstance(event, NodeEvent) and event.anchor is not None
        tagged = isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None
        if named or tagged or isinstance(event, AliasEvent):
            raise TroubleError(event.start_mark.line, event.start_mark.column)

    def _listing(self, event: Event, events: Iterator[Event], depth: int) -> Listing:
        items = []
        for inner in events:
            if isinstance(inner, SequenceEndEvent):
                break
            items.append(self._value(inner, events, depth + 1))
        return Listing(tuple(items), self._position(event.start_mark))

    def _record(self, event: Event, events: Iterator[Event], depth: int) -> Record:
        entries: dict[str, Entry] = {}
        for inner in events:
            if not isinstance(inner, NodeEvent):
                break
            if not isinstance(inner, ScalarEvent):
                raise self._name_trouble(inner.start_mark)
            self._guard(inner, depth + 1)
            name = self._scalar(inner)
            value_event = next(events)
            value = self._value(value_event, events, depth + 1)
            if isinstance(value, Scalar):
                self._look_for_comment(inner, value_event)
            self._add(entries, Entry(name.text, name.position, value))
        return Record(tuple(entries.values()), self._position(event.start_mark))

    def _name_trouble(self, mark: StringMark) -> TroubleError:
        """A list or a group where a name is expected: what begins its line, and no value that only looks like one."""
        before = self._lines[mark.line][: mark.column]
        return TroubleError(mark.line, mark.column, in_name=not before.strip(" ?-"))

    def _add(self, entries: dict[str, Entry], entry: Entry) -> None:
        first = entries.get(entry.name)
        if first is None:
            entries[entry.name] = entry
            return
        message = f"{shown(entry.name)} stands here a second time; the first is in line {first.position.line}."
        self.diagnostics.append(Diagnostic("error", "duplicate-key", message, entry.position, "Keep one of the two."))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text = event.value
        position = self._position(event.start_mark)
        if event.style in ("|", ">"):
            position = self._below(event.start_mark.line, position)
        match = _UNPRINTABLE.search(text)
        if match:
            message = f"The character U+{ord(match[0]):04X} cannot be printed."
            self.diagnostics.append(Diagnostic("error", "unprintable", message, position))
            text = _UNPRINTABLE.sub(" ", text)
        return Scalar("" if is_blank(text) else text.strip(), position)

    def _below(self, line: int, otherwise: Position) -> Position:
        """Find where the words of a block scalar begin."""
        for number in range(line + 1, len(self._lines)):
            words = self._lines[number].lstrip()
            if words:
                return Position(self._file, self._first_line + number, len(self._lines[number]) - len(words) + 1)
        return otherwise

    def _look_for_comment(self, name: ScalarEvent, value: Event) -> None:
        """Report words that a # took out of a value: ``colour: #123456``, ``title: We are #1``."""
        if not isinstance(value, ScalarEvent) or value.style in ("|", ">") or (value.style and value.value):
            return
        end = value.end_mark if value.value else name.end_mark
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        start = end.column if value.value else line.find(":", end.column) + 1
        cut = _CUT.match(line, start)
        if not cut:
            return
        begin = value.start_mark.column if value.value and value.start_mark.line == end.line else cut.end() - 1
        corrected = line[:begin] + quoted(line[begin:].rstrip())
        message = "A # after a space begins a comment: what follows is not read."
        self.diagnostics.append(
            Diagnostic(
                "warning" if value.value else "error",
                "comment",
                message,
                Position(self._file, self._first_line + end.line, cut.end()),
                details=(f"you:   {shown(line)}", f"write: {shown(corrected)}"),
            )
        )

    def _position(self, mark: StringMark) -> Position:
        return Position(self._file, self._first_line + mark.line, mark.column + 1)


def _trouble(problem: MarkedYAMLError) -> TroubleError:
    mark, context = problem.problem_mark or problem.context_mark, problem.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    inside = str(problem.context or "")
    opened = context.line if context and re.search("quoted|flow|simple key|block scalar", inside) else None
    return TroubleError(line, column, opened)

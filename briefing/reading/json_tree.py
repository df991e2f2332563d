"""JSON text → a tree of values with their places, or the one thing that is wrong with it.

The tree is that of YAML files: every value is the text that was typed, ``true`` and ``1979`` among them, and ``null``
is an empty one. So a number is as large as its author likes, and nothing is reckoned here. See: RFC 8259.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.reading.limits import JSON_DEPTH, JSON_NUMBER_CHARACTERS, JSON_VALUES
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value

__all__ = ["Parsed", "parse_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_WORD = re.compile(r"-?\w+")
_PIECE = re.compile(r'[^"\\\x00-\x1f]+')
_WORDS = {"true": "true", "false": "false", "null": ""}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": " ", "f": " ", "n": "\n", "r": "\n", "t": " "}
"""What an escape stands for; those that move a printer's head are spaces and line ends to us."""
_UNICODE = re.compile(r"u([0-9A-Fa-f]{4})")
_EXPORT = "Export the file anew, or look at it in a program that checks JSON."


class Parsed(NamedTuple):
    """The tree of a JSON file; ``None`` where it cannot be read."""

    value: Value | None
    diagnostics: tuple[Diagnostic, ...]


class _BadJsonError(Exception):
    """The text is no JSON, or more than is read."""

    def __init__(self, message: str, at: int, hint: str = _EXPORT, name: str = "json") -> None:
        super().__init__(message)
        self.at, self.hint, self.name = at, hint, name


def parse_json(text: str, file: str) -> Parsed:
    """Read a whole text; a name that stands twice in one group is reported, and its first value kept."""
    reader = _Reader(text, file)
    try:
        value = reader.whole()
    except _BadJsonError as problem:
        found = Diagnostic("error", problem.name, str(problem), reader.position(problem.at), problem.hint)
        return Parsed(None, (*reader.diagnostics, found))
    return Parsed(value, tuple(reader.diagnostics))


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._count = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.diagnostics: list[Diagnostic] = []

    def position(self, offset: int) -> Position:
        line = bisect_right(self._lines, offset)
        return Position(self._file, line, offset - self._lines[line - 1] + 1)

    def whole(self) -> Value:
        value = self._value(1)
        if self._next():
            raise _BadJsonError("The file goes on after its end.", self._at)
        return value

    def _next(self) -> str:
        """Go to the next sign; empty at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _expect(self, sign: str, otherwise: str) -> None:
        found = self._next()
        if found != sign:
            raise _BadJsonError(otherwise if found else "The file ends too early.", self._at)
        self._at += 1

    def _value(self, depth: int) -> Value:
        sign, start = self._next(), self._at
        self._guard(depth)
        if sign == "{":
            return self._record(start, depth)
        if sign == "[":
            return self._listing(start, depth)
        if sign == '"':
            return Scalar(self._string().strip(), self.position(start))
        return self._plain(start)

    def _guard(self, depth: int) -> None:
        self._count += 1
        if self._count > JSON_VALUES:
            hint = "Divide the file."
            raise _BadJsonError(f"There are more than {JSON_VALUES:,} values here.", self._at, hint, "too-large")
        if depth > JSON_DEPTH:
            message = f"Values stand in one another more than {JSON_DEPTH} deep."
            raise _BadJsonError(message, self._at, _EXPORT, "too-large")

    def _record(self, start: int, depth: int) -> Record:
        self._at += 1
        entries: dict[str, Entry] = {}
        while self._next() != "}":
            if entries:
                self._expect(",", "A comma or a closing brace is missing here.")
            if self._next() != '"':
                raise _BadJsonError("A name in double quotation marks is expected here.", self._at)
            position = self.position(self._at)
            name = self._string()
            self._expect(":", f'A colon is missing after "{name[:40]}".')
            self._keep(entries, Entry(name, position, self._value(depth + 1)))
        self._at += 1
        return Record(tuple(entries.values()), self.position(start))

    def _keep(self, entries: dict[str, Entry], entry: Entry) -> None:
        first = entries.setdefault(entry.name, entry)
        if first is not entry:
            message = f'"{entry.name[:40]}" stands here a second time; the first is in line {first.position.line}.'
            self.diagnostics.append(
                Diagnostic("error", "duplicate-key", message, entry.position, "Keep one of the two.")
            )

    def _listing(self, start: int, depth: int) -> Listing:
        self._at += 1
        items: list[Value] = []
        while self._next() != "]":
            if items:
                self._expect(",", "A comma or a closing bracket is missing here.")
            items.append(self._value(depth + 1))
        self._at += 1
        return Listing(tuple(items), self.position(start))

    def _plain(self, start: int) -> Scalar:
        word = _WORD.match(self._text, start)
        if word and word[0] in _WORDS:
            self._at = word.end()
            return Scalar(_WORDS[word[0]], self.position(start))
        number = _NUMBER.match(self._text, start)
        if number is None or (word and word.end() > number.end()):
            raise self._no_value(start, word[0] if word else "")
        if len(number[0]) > JSON_NUMBER_CHARACTERS:
            raise _BadJsonError(f"This number has more than {JSON_NUMBER_CHARACTERS} figures.", start)
        self._at = number.end()
        return Scalar(number[0], self.position(start))

    def _no_value(self, start: int, word: str) -> _BadJsonError:
        if start >= len(self._text):
            message = "The file ends too early." if self._text.strip() else "This file is empty."
            return _BadJsonError(message, start)
        if word:
            return _BadJsonError(f'"{word[:40]}" is no value of JSON.', start, "Put a text in double quotation marks.")
        return _BadJsonError("A value is missing here.", start)

    def _string(self) -> str:
        opened, pieces = self._at, list[str]()
        self._at += 1
        while (sign := self._text[self._at : self._at + 1]) != '"':
            if piece := _PIECE.match(self._text, self._at):
                pieces.append(piece[0])
                self._at = piece.end()
            elif sign == "\\":
                pieces.append(self._escape())
            elif not sign or sign == "\n":
                hint = 'End it with ", or write \\n where a new line begins.'
                raise _BadJsonError("This text is never closed on its line.", opened, hint)
            else:
                pieces.append(" ")
                self._at += 1
        self._at += 1
        # two halves of one character, as JSON writes those beyond 65,535, become one; a half by itself is no character
        return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _escape(self) -> str:
        start, sign = self._at, self._text[self._at + 1 : self._at + 2]
        if sign in _ESCAPES:
            self._at += 2
            return _ESCAPES[sign]
        found = _UNICODE.match(self._text, start + 1)
        if found is None:
            hint = "Write two backslashes where one is meant."
            raise _BadJsonError(f'"\\{sign}" stands for nothing.', start, hint)
        self._at = found.end()
        return chr(int(found[1], 16))

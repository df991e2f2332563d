"""JSON lines → rows: one object a line, such as ``{"name": "Anna Rhys", "constituency": "Ynys Môn"}``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any, NoReturn

from briefing.errors import ContentError, Diagnostic, Position
from briefing.recipients.recipient import MOST_FIELDS, Field, Recipient, Row, field_name, wrong_value

__all__ = ["Objects"]

_SHAPE = 'Write one object on each line, such as {"name": "Anna Rhys", "constituency": "Ynys Môn"}.'
_PLAIN = "Write a text or a number, and null where nothing is known."


class Objects:
    """A file of JSON lines; ``lines`` gives its lines from the beginning, as often as it is called."""

    def __init__(self, lines: Callable[[], Iterator[str]], file: str) -> None:
        """Go through it once, for the names that any of its objects has.

        Raises:
            ContentError: there are no objects, or too many names.
        """
        self._lines, self._file = lines, file
        self._names: dict[str, Field] = {}
        """By their titles."""
        for position, found in self._objects():
            if not isinstance(found, Diagnostic):
                self._learn(found, position)
        self.fields = tuple({field.name: field for field in self._names.values() if field.name}.values())
        if not self.fields:
            raise ContentError(
                Diagnostic("error", "empty-file", "There are no people in this list.", Position(file), _SHAPE)
            )

    def rows(self) -> Iterator[Row]:
        """Yield what each line says; names that it does not have are empty."""
        for position, found in self._objects():
            yield found if isinstance(found, Diagnostic) else self._row(found, position)

    def _objects(self) -> Iterator[tuple[Position, dict[str, Any] | Diagnostic]]:
        for number, line in enumerate(self._lines(), 1):
            if line.strip():
                position = Position(self._file, number)
                yield position, _parsed(line, position)

    def _learn(self, found: dict[str, Any], position: Position) -> None:
        for title in found:
            if title not in self._names:
                self._names[title] = Field(field_name(title), title.strip(), position)
        if len(self._names) > MOST_FIELDS:
            message = f"The objects of this list have more than {MOST_FIELDS} names."
            raise ContentError(Diagnostic("error", "too-large", message, position, "Take out what is not needed."))

    def _row(self, found: dict[str, Any], position: Position) -> Row:
        values = dict.fromkeys((field.name for field in self.fields), "")
        named: set[str] = set()
        for title, value in found.items():
            field = self._names[title]
            written = _written(value)
            if written is None:
                message = f'"{field.title[:40]}" is no text here.'
                return Diagnostic("error", "not-a-text", message, position, _PLAIN)
            if field.name in named:
                message = f'Two names of this object mean "{field.name[:40]}".'
                return Diagnostic("error", "repeated-column", message, position, "Take one of them out.")
            if problem := wrong_value(written, field, position):
                return problem
            named.add(field.name)
            if field.name:
                values[field.name] = written
        return Recipient(MappingProxyType(values), position.line)


def _parsed(line: str, position: Position) -> dict[str, Any] | Diagnostic:
    try:
        # numbers stay as they are typed: 1.50 is no 1.5
        found = json.loads(line, parse_float=str, parse_int=str, parse_constant=_refused)
    except (ValueError, RecursionError):
        return Diagnostic("error", "not-json", "This line is no object of JSON.", position, _SHAPE)
    if not isinstance(found, dict):
        return Diagnostic("error", "not-json", "This line is JSON, and no object.", position, _SHAPE)
    return found


def _refused(constant: str) -> NoReturn:
    """Refuse what JSON has no word for, and programs write all the same."""
    raise ValueError(constant)


def _written(value: object) -> str | None:
    """Give the text of a value; ``None`` where it has none that is sure to be meant."""
    if value is None:
        return ""
    return value.strip().replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else None

"""An article's list of abbreviations → long forms by short forms, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.reading.fields.table import TO_FILL_IN, Field
from briefing.reading.limits import ABBREVIATIONS, LONG_FORM_CHARACTERS, SHORT_FORM_CHARACTERS
from briefing.reading.yaml import Entry, Record, Scalar

__all__ = ["read_abbreviations"]

_Read = Iterator[tuple[str, Scalar] | Diagnostic]


def read_abbreviations(field: Field, record: Record) -> _Read:
    """Yield each short form with its long form, which stands where the short form was typed, or what is wrong.

    White space inside a form comes down to one space.
    """
    for entry in record.entries[:ABBREVIATIONS]:
        problem = _problem(field, entry)
        if problem:
            yield problem
        elif isinstance(entry.value, Scalar):
            yield _one_line(entry.name), Scalar(_one_line(entry.value.text), entry.position)
    for entry in record.entries[ABBREVIATIONS : ABBREVIATIONS + 1]:
        message = f"There are more than {ABBREVIATIONS} abbreviations."
        yield _error("too-large", message, entry.position, "Keep those that the text uses.")


def _problem(field: Field, entry: Entry) -> Diagnostic | None:
    short, value = _one_line(entry.name), entry.value
    example = f"For instance: {field.example}"
    if not any(letter.isalnum() for letter in short):
        message = "An abbreviation needs a short form with a letter or a digit in it."
        return _error("abbreviation", message, entry.position, example)
    if not isinstance(value, Scalar):
        message = f'The long form of "{short[:SHORT_FORM_CHARACTERS]}" is one text.'
        return _error("wrong-kind", message, value.position, example)
    if value.text.startswith(TO_FILL_IN):
        message = f'The long form of "{short[:SHORT_FORM_CHARACTERS]}" is still to be filled in.'
        return Diagnostic("open", "fill-in", message, value.position, field.help)
    return _unfit(short, _one_line(value.text), entry.position)


def _unfit(short: str, long: str, position: Position) -> Diagnostic | None:
    if len(short) > SHORT_FORM_CHARACTERS or len(long) > LONG_FORM_CHARACTERS:
        limits = f"a short form has at most {SHORT_FORM_CHARACTERS} characters, a long form {LONG_FORM_CHARACTERS}"
        message = f'"{short[:SHORT_FORM_CHARACTERS]}" is too long: {limits}.'
        return _error("abbreviation", message, position, "Explain in the text or in a note what takes more words.")
    if not long:
        return _error("abbreviation", f'The abbreviation "{short}" has no long form.', position, "Write what it means.")
    if long == short:
        message = f'The abbreviation "{short}" stands for itself.'
        return _error("abbreviation", message, position, "Write what it means, or take it out.")
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _error(kind: str, message: str, position: Position, hint: str) -> Diagnostic:
    return Diagnostic("error", kind, message, position, hint)

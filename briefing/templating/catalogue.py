"""A catalogue of translations: a gettext file of one language, as Poedit and Weblate write it → words by name.

``msgctxt`` is the name of a word, ``msgid`` what it is in English, ``msgstr`` the translation. An entry that is marked
as fuzzy, or was made for other English words than those of now, is none. What is filled in has to be the same in both.
See: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import Diagnostic, Position, TemplateError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

__all__ = ["read_catalogue"]

_LARGEST = 200_000
"""Bytes; ours have a twentieth of it."""


def read_catalogue(file: Path, english: Mapping[str, str]) -> dict[str, str]:
    """Read the translations of the English words of now, by their names; other entries are passed over.

    Raises:
        TemplateError: it is no such file, or a translation fills in something else than the English does.
    """
    messages = tuple(_current(_parsed(file), english))
    problems = [problem for message in messages for problem in _problems(message, file)]
    if problems:
        raise TemplateError(*problems)
    return {str(message.context): str(message.string) for message in messages}


def _parsed(file: Path) -> Catalog:
    # Babel's reader takes some milliseconds to import, and English has no use for it.
    from babel.messages.pofile import PoFileError, read_po

    text = _text(file)
    try:
        return read_po(text.split("\n"), abort_invalid=True)
    except PoFileError as error:
        raise _unreadable(file, "this is not what gettext expects", error.lineno + 1) from error
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        # What the reader does with a broken head, and with texts where none belongs.
        raise _unreadable(file, "it is no gettext file") from error


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(file, "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise _unreadable(file, "it is not UTF-8") from error
    if len(data) > _LARGEST:
        raise _unreadable(file, f"it has more than {_LARGEST // 1000} kB")
    if "msgid_plural" in text:  # the head could ask for any number of forms
        raise _unreadable(file, "it has plural forms, and no word of a template has")
    return text


def _unreadable(file: Path, reason: str, line: int = 1) -> TemplateError:
    hint = "Open it in a program for translations, such as Poedit, and save it again."
    message = f"The translations cannot be read: {reason}."
    return TemplateError(Diagnostic("error", "words", message, Position(f"words/{file.name}", line), hint))


def _current(catalogue: Catalog, english: Mapping[str, str]) -> Iterator[Message]:
    for message in catalogue:
        if message.string and not message.fuzzy and english.get(message.context or "") == message.id:
            yield message


def _problems(message: Message, file: Path) -> Iterator[Diagnostic]:
    wanted, found = _fields(str(message.id)), _fields(str(message.string))
    faults = [f"lacks {field}" for field in sorted(wanted - found)]
    faults += [f"has {field}, which the English has not" for field in sorted(found - wanted)]
    if faults:
        text = f"The translation of {message.context} {' and '.join(faults)}."
        place = Position(f"words/{file.name}", message.lineno or 1)
        yield Diagnostic("error", "words", text, place, f"The English is: {message.id}")


def _fields(text: str) -> set[str]:
    """Find what is filled in, with its braces; of braces that cannot be read, one alone."""
    try:
        return {_field(*parts) for _, *parts in string.Formatter().parse(text) if parts[0] is not None}
    except ValueError:
        return {"a brace without its partner"}


def _field(name: str | None, specification: str | None, conversion: str | None) -> str:
    return f"{{{name}{'!' if conversion else ''}{conversion or ''}{':' if specification else ''}{specification or ''}}}"

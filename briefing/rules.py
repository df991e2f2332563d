"""Laws and published rules, as data: one file of ``assets/rules`` each, with its date and where it is published.

A law that changes is one file to change. Nobody infers from a rule that something is lawful: it says what the program
asks for, and where a person reads the rule itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.resources import assets_folder

__all__ = ["Rule", "load_rule", "read_rule", "rule_for", "rule_names"]

_LARGEST = 64_000
"""Bytes of a file of rules."""
_TEXTS = MappingProxyType(
    {
        "title": (r".+", "title must be a text."),
        "country": (r"[A-Z]{2}", "country must be two capital letters, as ISO 3166 has them: GB."),
        "source": (r"https?://\S+", "source must be the address where the rule is published."),
    }
)
"""What each has to match, and what is said where it does not."""
_DAYS = ("stated_on", "checked_on")
_MAY_LACK = frozenset({"stated_on"})
"""A page may bear no date; one that was not found on it is not made up."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One law or published rule, as it was known on a day."""

    name: str
    """That of its file: ``uk-imprint``."""
    title: str
    country: str
    """ISO 3166-1, two capital letters: ``GB``."""
    source: str
    """Address of the page or the document that states it."""
    checked_on: date
    """The day when somebody held this file against the source, or against a stored copy of it."""
    fields: Mapping[str, Any]
    """What the rule asks for, as TOML has it; which fields there are is known to whoever uses the rule."""
    stated_on: date | None = None
    """The day that the rule bears where it is published; ``None`` where it bears none."""
    stored_copy: bool = False
    """Whether it was a stored copy of the source that was read, which may be older than the source."""

    def text(self, name: str) -> str:
        """Look a text up.

        Raises:
            TemplateError: the file has no such text.
        """
        found = self.fields.get(name)
        if not isinstance(found, str) or not found:
            raise TemplateError(_wrong(f"fields.{name} of {self.name} must be a text.", self._file))
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Look a list of texts up.

        Raises:
            TemplateError: the file has no such list.
        """
        found = self.fields.get(name)
        if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
            raise TemplateError(_wrong(f"fields.{name} of {self.name} must be a list of texts.", self._file))
        return tuple(found)

    def number(self, name: str) -> float:
        """Look a number up, such as millimetres or a count; its name in the file says the unit.

        Raises:
            TemplateError: the file has no such number.
        """
        found = self.fields.get(name)
        if not isinstance(found, int | float) or isinstance(found, bool):
            raise TemplateError(_wrong(f"fields.{name} of {self.name} must be a number.", self._file))
        return found

    @property
    def cited(self) -> str:
        """Say which rule it is, of which day, and when it was read: what a message names."""
        stated = f"as of {self.stated_on.isoformat()}" if self.stated_on else "undated"
        copy = " in a stored copy" if self.stored_copy else ""
        return f"{self.title}, {stated}, read{copy} on {self.checked_on.isoformat()}: {self.source}"

    @property
    def _file(self) -> str:
        return f"rules/{self.name}.toml"


def rule_names() -> tuple[str, ...]:
    """List the rules that come with the program."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def read_rule(name: str) -> Rule:
    """Read one of the rules that come with the program, such as ``uk-imprint``.

    Raises:
        TemplateError: there is no such file, or it has mistakes; with all of them.
    """
    file = f"rules/{name}.toml"
    if name not in rule_names():
        raise TemplateError(_wrong(f'There are no rules called "{name}".', file))
    with (_folder() / f"{name}.toml").open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise TemplateError(_wrong(f"A file of rules has at most {_LARGEST:,} bytes.", file))
    return load_rule(data, name=name)


def rule_for(subject: str, country: str) -> Rule | None:
    """Find the rule of a country on a subject, such as ``imprint``; ``None`` where the program knows none.

    Raises:
        TemplateError: a file on the subject has mistakes.
    """
    on_subject = (read_rule(name) for name in rule_names() if name.endswith(f"-{subject}"))
    return next((rule for rule in on_subject if rule.country == country), None)


def load_rule(data: bytes, *, name: str) -> Rule:
    """Read the bytes of a file of rules.

    Raises:
        TemplateError: with every mistake of the file.
    """
    file = f"rules/{name}.toml"
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(_wrong(f"This is not TOML: {error}.", file)) from error
    if wrong := [_wrong(message, file) for message in _mistakes(document)]:
        raise TemplateError(*wrong)
    return Rule(name, **{**document, "fields": MappingProxyType(document["fields"])})


def _mistakes(document: Mapping[str, Any]) -> Iterator[str]:
    known = (*_TEXTS, *_DAYS, "stored_copy", "fields")
    yield from (f'There is no entry "{name}" in a file of rules.' for name in document if name not in known)
    for name, (pattern, message) in _TEXTS.items():
        value = document.get(name)
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield message
    for name in _DAYS:
        absent = name in _MAY_LACK and name not in document
        if not absent and type(document.get(name)) is not date:  # a moment is a day to Python
            yield f"{name} must be a day, such as 2023-10-31, without quotation marks."
    if not isinstance(document.get("stored_copy", False), bool):
        yield "stored_copy must be true or false."
    if not isinstance(document.get("fields"), dict):
        yield "fields must be a table."


def _wrong(message: str, file: str) -> Diagnostic:
    return Diagnostic("error", "rules", message, Position(file), "See docs/rules.md.")


def _folder() -> Path:
    return assets_folder() / "rules"

"""The words of the interface, such as "Contents" or "page 1 of 4", by language.

English stands in ``templates/words/en.toml``, each translation beside it in a gettext file, named by its language tag:
``fa-AF.po``. What a language lacks is said in English, and marked as English, so that it is read aloud and broken as
English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.model import Element, Node
from briefing.model.languages import read_tag, widening
from briefing.templating.borrowed import BorrowedPhrase, marks_of
from briefing.templating.catalogue import read_catalogue

__all__ = ["FALLBACK", "Words", "read_words"]

FALLBACK = "en"
"""Language that has every word."""

_FIELD = re.compile(r"\{[a-z_]*\}")
"""Where something is filled in."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language, by name."""

    own: Mapping[str, str]
    """Those that the language has."""
    fallback: Mapping[str, str]
    """All, in English."""
    language: str
    """That of the document, as a BCP 47 tag."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the words that the language lacks."""
        return tuple(sorted(self.fallback.keys() - self.own.keys()))

    def text(self, name: str) -> str:
        """A word as text, for attributes.

        Raises:
            KeyError: when there is no such word in any language.
        """
        return self.own[name] if name in self.own else self.fallback[name]

    def nodes(self, name: str) -> tuple[Node, ...]:
        """A word as content, marked as English where the language lacks it.

        Raises:
            KeyError: as ``text``.
        """
        if name in self.own:
            return (self.own[name],)
        return (Element("span", (self.fallback[name],), marks_of(FALLBACK, self.language)),)

    def __getitem__(self, name: str) -> Markup | BorrowedPhrase:
        """A word as markup: what ``words.contents`` means in a template.

        Raises:
            KeyError: as ``text``.
        """
        text = self.text(name)
        if name in self.own or not any(letter.isalpha() for letter in _FIELD.sub("", text)):
            return escape(text)
        phrase = BorrowedPhrase(text, FALLBACK, self.language)
        return phrase if _FIELD.search(text) else phrase.format()


def read_words(folder: Path, language: str) -> Words:
    """Read the words of a language from a folder: those of ``fa-AF`` from ``fa-AF.po``, the rest from ``fa.po``.

    Raises:
        TemplateError: the English words are no flat table of texts, or a catalogue cannot be read or used.
    """
    english = _Version.of(folder / f"{FALLBACK}.toml")
    translated = (_Version.of(folder / f"{tag}.po") for tag in widening(language))
    catalogues = tuple(version for version in translated if version.changed)
    return _read_versions(english, catalogues, language)


class _Version(NamedTuple):
    """A file as it is now: many documents are made with the same words, and a translator changes them in between."""

    file: Path
    changed: int
    """Nanoseconds; 0 for what is no file."""
    size: int
    """Bytes."""
    number: int = 0
    """Of the file on its disk: one that takes the place of another has a number of its own."""

    @classmethod
    def of(cls, file: Path) -> _Version:
        try:
            found = file.stat()
        except OSError:
            return cls(file, 0, 0)
        changed = found.st_mtime_ns if S_ISREG(found.st_mode) else 0
        return cls(file, changed, found.st_size, found.st_ino)


@lru_cache(maxsize=32)
def _read_versions(english: _Version, catalogues: tuple[_Version, ...], language: str) -> Words:
    words = _read_file(english.file)
    own = dict(words) if read_tag(language).language == FALLBACK else {}
    for catalogue in reversed(catalogues):
        own.update(read_catalogue(catalogue.file, words))
    return Words(MappingProxyType(own), MappingProxyType(words), language)


def _read_file(file: Path) -> dict[str, str]:
    place = Position(f"words/{file.name}")
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(Diagnostic("error", "words", f"The words cannot be read: {error}.", place)) from error
    wrong = [name for name, text in table.items() if not isinstance(text, str)]
    if wrong:
        raise TemplateError(*(Diagnostic("error", "words", f"{name} must be a text.", place) for name in wrong))
    return table

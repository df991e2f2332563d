"""The file of an article, or of its edition in another language → its fields and its text.

An edition is read with its original beside it, ``briefing.cy.md`` with ``briefing.md``: from there comes what is the
same in every language. See ``docs/translations.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.memory import FORGETFUL, Memory, Same
from briefing.reading.body import NOTHING_SHARED, Body, read_body
from briefing.reading.fields import PATTERNS, Kind
from briefing.reading.files import Refusal, decode, read_inside
from briefing.reading.front_matter import FrontMatter, Halves, read_front_matter, split
from briefing.reading.limits import ARTICLE_BYTES
from briefing.reading.timelines import with_events

__all__ = [
    "ORIGINAL",
    "Article",
    "is_language_tag",
    "language_editions",
    "name_of_edition",
    "named_as_editions",
    "read_article",
]

ORIGINAL = "briefing.md"

_OF_TRANSLATIONS = ("translated_by", "translation_checked")


class Article(NamedTuple):
    """What stands in one file."""

    file: str
    data: bytes
    text: str
    """What these bytes say, with a line feed at the end of each line."""
    front: FrontMatter
    body: Body
    files: Mapping[str, bytes]
    """What its blocks take their contents from, by name."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with it, by itself."""
        return (*self.front.diagnostics, *self.body.diagnostics)


def name_of_edition(language: str | None) -> str:
    """Name the file of a language edition; without a language that of the original."""
    return f"briefing.{language}.md" if language else ORIGINAL


def language_editions(folder: Path) -> tuple[str, ...]:
    """List the tags of the language editions in a folder, in the order of the alphabet."""
    return tuple(tag for _, tag in named_as_editions(folder) if is_language_tag(tag))


def named_as_editions(folder: Path) -> tuple[tuple[str, str], ...]:
    """List the files that are named as editions are, each with what stands in the place of the tag."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    found = ((name, name.removeprefix("briefing.").removesuffix(".md")) for name in names)
    return tuple((name, tag) for name, tag in found if tag and name_of_edition(tag) == name)


def is_language_tag(text: str) -> bool:
    """Tell whether some letters may be the tag of a language."""
    return bool(re.fullmatch(PATTERNS[Kind.LANGUAGE], text))


def read_article(
    folder: Path, file: str, original: Article | None = None, memory: Memory = FORGETFUL
) -> Article | Refusal | Diagnostic:
    """Read one file of a folder: a refusal where it cannot be opened, a diagnostic where it holds no text."""
    data = read_inside(folder, file, ARTICLE_BYTES)
    if isinstance(data, Refusal):
        return data
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return text
    halves = split(text, file)
    fields = halves._replace(body="", body_line=1)
    front = memory.recall(_front_matter, fields, file, Same(original.front) if original else None)
    body = read_body(
        halves.body,
        file=file,
        first_line=halves.body_line,
        language=front.masthead.language,
        title=front.masthead.title,
        shared=original.body.shared if original else NOTHING_SHARED,
        memory=memory,
    )
    body, files = with_events(body, front, partial(read_inside, folder), original.body if original else None, memory)
    stray = (
        ()
        if original
        else tuple(_out_of_place(name, front) for name in _OF_TRANSLATIONS if name in front.fields.positions)
    )
    return Article(file, data, text, front._replace(diagnostics=(*front.diagnostics, *stray)), body, files)


def _front_matter(halves: Halves, file: str, original: Same[FrontMatter] | None) -> FrontMatter:
    return read_front_matter(halves, file, original.value if original else None)


def _out_of_place(name: str, front: FrontMatter) -> Diagnostic:
    message = f'Nothing is made of "{name}" here: this article is no edition of another.'
    hint = f"It belongs in a translation of {ORIGINAL}, such as briefing.cy.md beside it."
    return Diagnostic("warning", "no-translation", message, front.fields.positions[name], hint)

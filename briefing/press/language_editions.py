"""Article folder → what the author of the original has to know of its editions in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from briefing.checking import differences
from briefing.errors import Diagnostic, Position, errors_of
from briefing.memory import Memory
from briefing.model.language_names import has_name
from briefing.press.captured_pages import text_of_original
from briefing.reading import language_editions, language_tag, name_of_edition, named_as_editions, read_folder

__all__ = ["other_editions"]

_MOST = 40
"""Editions that are read beside the original."""


def other_editions(folder: Path, memory: Memory) -> Iterator[Diagnostic]:
    """Name the editions, and those that do not correspond; none of it keeps the original from its release.

    ``memory`` knows what became of the original, its sources and its pictures: each edition is read with all of them.
    """
    found = language_editions(folder)
    yield from islice(_misnamed(folder, found), _MOST)
    languages = [language for language in found if has_name(language)]
    if not languages:
        return
    names = ", ".join(map(name_of_edition, languages[:_MOST])) + (", …" if len(languages) > _MOST else "")
    hint = f"Each is checked by itself: --language {languages[0]}."
    yield Diagnostic("note", "language-editions", f"In other languages there is: {names}.", hint=hint)
    for language in languages[:_MOST]:
        yield from _not_followed(folder, language, memory)


def _misnamed(folder: Path, editions: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell files that are named as editions are, and are none."""
    for name, wish in named_as_editions(folder):
        if wish in editions and has_name(wish):
            continue
        message = f'This file is not taken for an edition: "{wish}" is not the tag of a language that is known.'
        hint = "An edition has the tag of its language in its name, briefing.cy.md; call anything else otherwise."
        if (meant := language_tag(wish)) and meant != wish and has_name(meant):
            hint = f"Call it {name_of_edition(meant)}."
        yield Diagnostic("warning", "misnamed-edition", message, Position(name), hint)


def _not_followed(folder: Path, language: str, memory: Memory) -> Iterator[Diagnostic]:
    found = read_folder(folder, language=language, memory=memory, text_of=text_of_original)
    file = name_of_edition(language)
    # what is wrong with the original is said of the original
    errors = [each for each in errors_of(found.diagnostics) if each.position and each.position.file == file]
    differing = differences(found.briefing, found.original) if found.briefing and found.original else ()
    hint = f"To see them: --language {language}."
    if errors:
        message = f"This edition has {_counted(len(errors), 'error')}."
        yield Diagnostic("warning", "edition-with-errors", message, Position(file), hint)
    elif differing:
        message = f"This edition does not follow the original in {_counted(len(differing), 'place')}."
        yield Diagnostic("warning", "edition-behind", message, Position(file), hint)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

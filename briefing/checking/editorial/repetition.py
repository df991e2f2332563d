"""What stands in an article twice: a title, a heading, a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.passages import Passage
from briefing.errors import Diagnostic

__all__ = ["said_twice"]

_FEWEST_WORDS = 8
"""A shorter paragraph may well be said twice."""
_SHOWN = 60
_TEXT = ("paragraph", "item")


def said_twice(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of the second one; summary, handout and quotations repeat what the text says, and may."""
    title = _plain(edited.briefing.masthead.title)
    headings: dict[str, Passage] = {}
    texts: dict[str, Passage] = {}
    for passage in edited.passages:
        if passage.section < 0:
            continue
        plain = _plain(passage.text)
        if plain == title and passage.kind in (*_TEXT, "heading"):
            hint = "Take it out: the title stands at the head of the page."
            yield doubt("duplicate", f'"{_shown(passage)}" is the title once more.', passage.position, hint)
        elif passage.kind == "heading":
            yield from _second("heading", passage, headings.setdefault(plain, passage))
        elif passage.kind in _TEXT and len(plain.split()) >= _FEWEST_WORDS:
            yield from _second("paragraph", passage, texts.setdefault(plain, passage))


def _second(what: str, passage: Passage, first: Passage) -> Iterator[Diagnostic]:
    if passage is not first:
        message = f'This {what} stands in line {first.position.line} already: "{_shown(passage)}".'
        hint = "Call one of the two otherwise." if what == "heading" else "Take one of the two out."
        yield doubt("duplicate", message, passage.position, hint)


def _plain(text: str) -> str:
    """Leave out what is no difference: capitals, spaces and signs."""
    letters = "".join(character if character.isalnum() else " " for character in text.casefold())
    return " ".join(letters.split())


def _shown(passage: Passage) -> str:
    text = passage.text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"

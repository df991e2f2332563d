"""What stands in an article twice: a title, a heading, a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from briefing.checking.editorial.edited import BODY, Edited, PlacedText, doubt
from briefing.errors import Diagnostic, Position
from briefing.model import Section, plain_text

__all__ = ["said_twice"]

_FEWEST_WORDS = 8
"""A shorter paragraph may well be said twice."""
_SHOWN = 60
_ASKS = frozenset("?؟")
"""How a question ends; an interview asks several people the same."""


def said_twice(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of the second one; summary, handout and quotations repeat what the text says, and may."""
    title = _plain(edited.briefing.masthead.title)
    for sections in _siblings(edited.briefing.sections):
        headings = [PlacedText(plain_text(each.title), each.position) for each in sections if each.title]
        yield from _twice("heading", headings, title)
    texts = [PlacedText(each.text, each.position) for each in edited.passages if each.place in BODY]
    yield from _twice("paragraph", texts, title)


def _siblings(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Yield the sections that stand in one and the same; others may well have the same headings."""
    yield sections
    for section in sections:
        yield from _siblings(section.sections)


def _twice(what: Literal["heading", "paragraph"], texts: Iterable[PlacedText], title: str) -> Iterator[Diagnostic]:
    seen: dict[str, Position] = {}
    for text, position in texts:
        plain = _plain(text)
        if plain == title:
            hint = "Take it out: the title stands at the head of the page."
            yield doubt("duplicate", f'"{_shown(text)}" is the title once more.', position, hint)
        elif what == "heading" or (len(plain.split()) >= _FEWEST_WORDS and text.rstrip()[-1:] not in _ASKS):
            first = seen.setdefault(plain, position)
            if first is not position:
                message = f'This {what} stands in line {first.line} already: "{_shown(text)}".'
                hint = "Call one of the two otherwise." if what == "heading" else "Take one of the two out."
                yield doubt("duplicate", message, position, hint)


def _plain(text: str) -> str:
    """Leave out what is no difference: capitals, spaces and signs."""
    letters = "".join(character if character.isalnum() else " " for character in text.casefold())
    return " ".join(letters.split())


def _shown(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"

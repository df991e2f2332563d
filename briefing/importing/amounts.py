"""Is there too much for one article? What reading would refuse is refused before time is spent on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefing.errors import Diagnostic, Position
from briefing.importing.found import Found
from briefing.importing.given import DIVIDE
from briefing.model import Element, plain_text, walk
from briefing.reading.limits import ARTICLE_BLOCKS, ARTICLE_BRACKETS, ARTICLE_CHARACTERS, ARTICLE_LINKS

__all__ = ["too_much"]

_PARTS = frozenset({"p", "li", "td", "th"})


def too_much(found: Found, file: str) -> Diagnostic | None:
    """Refuse an article that is too large to be written and read again."""
    for name, count, most in _amounts(found):
        if count > most:
            message = f"This text has more than {most:,} {name}."
            return Diagnostic("error", "too-large", message, Position(file), DIVIDE)
    return None


def _amounts(found: Found) -> Iterator[tuple[str, int, int]]:
    """Count what takes time, each with its name and the most of it."""
    blocks = (*found.blocks, *chain.from_iterable(found.notes.values()))
    texts = [found.text, *map(plain_text, blocks)]
    elements = [element for block in blocks for element in walk(block)]
    yield "characters", sum(map(len, texts[1:])), ARTICLE_CHARACTERS
    yield "square brackets that open", sum(text.count("[") for text in texts), ARTICLE_BRACKETS
    yield "links", sum(map(_is_link, elements)), ARTICLE_LINKS
    yield "paragraphs, cells and list items", sum(element.tag in _PARTS for element in elements), ARTICLE_BLOCKS


def _is_link(element: Element) -> bool:
    return element.tag == "a" and "noteref" not in element.classes

"""All that a reader sees of a page, as text: for whoever looks for words in it, wherever they stand."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, errors_of
from briefing.importing.decoding import declared_encoding, decoded
from briefing.importing.html.facts import facts_of
from briefing.importing.html.lightening import without_written_pictures
from briefing.importing.html.parsing import nothing_found, parsed
from briefing.importing.html.units import units_of
from briefing.importing.trees import BLOCKS
from briefing.reading.raised import MOST_RAISED, lowered

__all__ = ["Whole", "whole_page"]

_MOST_PIECES = 200
_MOST_ABOVE = 4
"""Elements around a raised number that are looked before for the word it belongs to."""


class Whole(NamedTuple):
    """What a page says."""

    text: str
    """Its paragraphs, headings, cells and lines, an empty line between them."""
    url: str
    """What it says that its address is; empty where it does not."""


def whole_page(data: bytes, name: str) -> Whole | Diagnostic:
    """Read a page as it was saved; ``name`` is for the diagnostic where there is no text in it."""
    page = decoded(data, name, declared_encoding(data))
    if problems := errors_of(page.diagnostics):
        return problems[0]
    plain, _ = without_written_pictures(page.text)
    tree = parsed(plain, name)
    if isinstance(tree, Diagnostic):
        return tree
    for line_end in tree.iter("br"):
        line_end.tail = f"\n{line_end.tail or ''}"
    _lower(tree)
    text = "\n\n".join(unit.text for unit in units_of(tree) if unit.text)
    return Whole(text, facts_of(tree).url) if text else nothing_found(name)


def _lower(tree: HtmlElement) -> None:
    """Write raised numbers of notes as others are, in brackets: they are no part of the word or number before them."""
    for mark in [*tree.iter("sup")]:
        raised = "".join(islice(mark.itertext(), _MOST_PIECES))
        if 0 < len(raised) <= MOST_RAISED and (text := lowered(_before(mark), raised)) != raised:
            for child in list(mark):
                mark.remove(child)
            mark.text = text


def _before(mark: HtmlElement) -> str:
    """Give the text right before an element, as far as its own paragraph has it at hand."""
    for element in islice((mark, *mark.iterancestors()), _MOST_ABOVE):
        previous = element.getprevious()
        text = (element.getparent().text or "") if previous is None else (previous.tail or _last_text(previous))
        if text or previous is not None or element.getparent().tag in BLOCKS:
            return text
    return ""


def _last_text(element: HtmlElement) -> str:
    return "" if element.tag in BLOCKS else "".join(islice(element.itertext(), _MOST_PIECES))

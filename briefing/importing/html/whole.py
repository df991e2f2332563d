"""All that a reader sees of a page, as text: for whoever looks for words in it, wherever they stand."""

from __future__ import annotations

from typing import NamedTuple

from briefing.errors import Diagnostic, errors_of
from briefing.importing.decoding import declared_encoding, decoded
from briefing.importing.html.facts import facts_of
from briefing.importing.html.lightening import without_written_pictures
from briefing.importing.html.parsing import nothing_found, parsed
from briefing.importing.html.units import units_of

__all__ = ["Whole", "whole_page"]


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
    text = "\n\n".join(unit.text for unit in units_of(tree) if unit.text)
    return Whole(text, facts_of(tree).url) if text else nothing_found(name)

"""What the import makes of the pages of `tests/pages`: the text of the briefing, and what it says about the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from gold_pages import Page, words

from briefing.errors import errors_of
from briefing.importing.article import draft_of_article
from briefing.importing.found import Found
from briefing.importing.given import Given
from briefing.importing.html import read_page
from briefing.model import Node
from briefing.model.briefing import Section
from briefing.reading.body import read_body

__all__ = ["FACTS", "found_in", "imported_text", "right"]

WITHIN_WORDS = {"a", "abbr", "code", "em", "span", "strong", "sub", "sup"}


def given(page: Page) -> Given:
    return Given(page.html, f"{page.name}.html", "Title", "en-GB")


@cache
def found_in(name: str, html: bytes) -> Found:
    return read_page(Given(html, f"{name}.html", "Title", "en-GB"))


def imported_text(page: Page) -> str:
    """The text of the briefing that is read from the `briefing.md` which the import writes, its notes numbered."""
    found = found_in(page.name, page.html)
    draft = draft_of_article(found, given(page))
    assert errors_of(draft.diagnostics) == (), page.name
    text = draft.files["briefing.md"].decode("utf-8")
    body = read_body(text.partition("\n---\n")[2], file="briefing.md", language=found.language or "en-GB")
    blocks = [part for section in body.sections for part in _parts(section)]
    notes = (f"{name.removeprefix('note-')} {' '.join(map(said, note))}" for name, note in body.notes.items())
    return "\n".join([found.title, str(found.fields.get("standfirst", "")), *blocks, *notes])


def _parts(section: Section) -> Iterator[str]:
    yield "".join(map(said, section.title))
    yield from map(said, section.blocks)
    for inner in section.sections:
        yield from _parts(inner)


def said(node: Node) -> str:
    """The words of a node, blocks apart from each other."""
    if isinstance(node, str):
        return node
    if node.classes == ("noteref",):
        return f" {node.get('href').removeprefix('#note-')} "
    inside = "".join(map(said, node.children))
    return inside if node.tag in WITHIN_WORDS else f" {inside} "


def _same(one: str, other: str) -> bool:
    return words(one.casefold()) == words(other.casefold())


def _field(found: Found, name: str) -> str:
    value = found.fields.get(name, "")
    return value if isinstance(value, str) else "; ".join(value)


FACTS: dict[str, Callable[[Page, Found], bool]] = {
    "title": lambda page, found: _same(found.title, page.facts["title"]),
    "authors": lambda page, found: _same(_field(found, "authors"), "; ".join(page.facts["authors"])),
    "date": lambda page, found: _field(found, "date") == str(page.facts.get("date", "")),
    "language, where declared": lambda page, found: (
        not found.language or found.language.partition("-")[0] == page.facts["language"].partition("-")[0]
    ),
    "site": lambda page, found: bool(found.origin) and _same(found.origin.container, page.facts.get("site", "")),
    "headings": lambda page, found: _counted(page, found, "headings", ("h2", "h3", "h4", "h5", "h6")),
    "lists": lambda page, found: _counted(page, found, "lists", ("ul", "ol", "dl")),
    "tables": lambda page, found: _counted(page, found, "tables", ("table",)),
}


def _counted(page: Page, found: Found, name: str, tags: tuple[str, ...]) -> bool:
    number = sum(block.tag in tags for block in found.blocks)
    return page.facts.get(name, number) == number


def right(pages: tuple[Page, ...], fact: str) -> int:
    """How many pages the import is right about."""
    return sum(FACTS[fact](page, found_in(page.name, page.html)) for page in pages)

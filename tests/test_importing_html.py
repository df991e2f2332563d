"""Pages of the web become articles as they were found."""

from __future__ import annotations

from gold_pages import PRECISION, RECALL, Page, measured

from briefing.importing.found import Found
from briefing.importing.given import Given
from briefing.importing.html import read_page
from briefing.model import Node

WITHIN_WORDS = {"a", "abbr", "code", "em", "span", "strong", "sub", "sup"}


def text_of(found: Found) -> str:
    notes = (f"{name.removeprefix('note-')} {''.join(map(said, note))}" for name, note in found.notes.items())
    return "\n".join([found.title, str(found.fields.get("standfirst", "")), *map(said, found.blocks), *notes])


def said(node: Node) -> str:
    if isinstance(node, str):
        return node
    if node.classes == ("noteref",):
        return f" {node.get('href').removeprefix('#note-')} "
    words = "".join(map(said, node.children))
    return words if node.tag in WITHIN_WORDS else f" {words} "


def imported(page: Page) -> str:
    return text_of(read_page(Given(page.html, f"{page.name}.html", "Title", "en-GB")))


def test_the_text_of_articles_survives_and_nothing_of_the_page_around_them():
    medians = measured(imported).medians
    assert medians.ordered_recall >= RECALL
    assert medians.ordered_precision >= PRECISION

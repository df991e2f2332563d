"""The vocabulary as data and as explained to authors of templates are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.templating.vocabulary import BLOCKS, COMMON_ATTRIBUTES, ELEMENTS, INLINES

DOCUMENT = (Path(__file__).parent.parent / "docs" / "vocabulary.md").read_text("utf-8")
PARTS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", DOCUMENT, re.DOTALL | re.MULTILINE))


def names(part: str) -> set[str]:
    """What stands between backticks in a part, taken apart into names; ``h1`` to ``h6`` in full."""
    spans = re.findall(r"`([^`]+)`", PARTS[part])
    found = {name for span in spans for name in re.findall(r"[a-z][a-z0-9-]*", span)}
    return found | ({f"h{level}" for level in range(1, 7)} if {"h1", "h6"} <= found else set())


@pytest.mark.parametrize(
    ("part", "elements"),
    [("Document", ELEMENTS.keys() - BLOCKS - INLINES), ("Blocks", ELEMENTS.keys()), ("Inline", INLINES)],
)
def test_every_element_is_explained(part: str, elements: set[str]) -> None:
    in_tables = {"li", "dt", "dd", "figcaption", "caption", "thead", "tbody", "tr", "th", "td"}
    wanted = {"Document": set(elements) - in_tables, "Blocks": BLOCKS | in_tables, "Inline": set(elements)}[part]
    assert wanted - names(part) == set()


@pytest.mark.parametrize("tag", sorted(ELEMENTS))
def test_every_attribute_is_explained(tag: str) -> None:
    explained = names("Document") | names("Blocks") | names("Inline")
    assert set(ELEMENTS[tag].attributes) - explained == set()


def test_every_common_attribute_is_explained() -> None:
    assert COMMON_ATTRIBUTES.keys() - names("Attributes for all") == set()


def test_nothing_else_is_explained() -> None:
    attributes = {name for rule in ELEMENTS.values() for name in rule.attributes} | set(COMMON_ATTRIBUTES)
    first_columns = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", PARTS["Document"], re.MULTILINE)
    listed = {name for cell in first_columns for name in re.findall(r"[a-z]+", cell)}
    listed |= set(re.findall(r"`([a-z][a-z0-9-]*)`", PARTS["Blocks"] + PARTS["Inline"]))
    values = {"left", "right", "centre", "columns", "timeline-1", "chart-1"}
    assert listed - set(ELEMENTS) - attributes - values == set()

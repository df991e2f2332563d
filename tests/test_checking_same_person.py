"""Names of the same person, and of two."""

from __future__ import annotations

import unicodedata

import pytest

from briefing.checking.same_person import is_same_person


@pytest.mark.parametrize(
    "name",
    [
        "jane  ROE",
        "Jane Roe, head of policy",
        "Roe, Jane",
        "Roe, Dr Jane, head of policy",
        "Jane Roe (editor)",
        "Jane Roe [editor]",
        "Dr Jané Roe",
        "Jané Roe – head",
        "Jane Roe - head",
        "Jane Roe: desk",
        "Jané Roe.",
        unicodedata.normalize("NFD", "Jané Roe"),
        "Jane Mary Roe",
        "Jane\u00a0Roe",
    ],
)
def test_the_same_person(name: str) -> None:
    assert is_same_person(name, "Jane Roe")
    assert is_same_person("Jane Roe", name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "John Roe"),
        ("Jane Roe", "Jane"),
        ("Roe, Jane", "Roe, John"),
        ("Jane Roe, Research desk", "Research desk"),
        ("John Doe Jr", "John Doe Sr"),
        ("Jane A. Roe", "Jane B. Roe"),
        ("Jane Roe", "Max Kern (for Jane Roe)"),
        ("Anne-Marie Roe", "Anne Roe-Kern"),
        ("", "Jane Roe"),
        ("...", "Jane"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not is_same_person(one, other)
    assert not is_same_person(other, one)

"""The end of a typed line: a space, but not between letters that are written without spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.model import plain_text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("one\ntwo", "one two"),
        ("すべての人間は、\n生まれながら", "すべての人間は、生まれながら"),
        ("世界*人权*\n**宣言**", "世界人权宣言"),
        ("世界\nNATO\n宣言", "世界 NATO 宣言"),
        ("모든 인간은\n태어날 때부터", "모든 인간은 태어날 때부터"),
        ("世界\n태어날", "世界 태어날"),
        ("ทั้งปวง\nเกิดมา", "ทั้งปวง เกิดมา"),
    ],
)
def test_the_end_of_a_line(tmp_path: Path, typed: str, read: str) -> None:
    (tmp_path / "briefing.md").write_text(f"---\ntitle: T\nlanguage: en\n---\n{typed}\n", encoding="utf-8")
    found = briefing.load(tmp_path).briefing
    assert found is not None
    assert plain_text(found.sections[0].blocks) == read

"""The codes of every template of ours can be read, in each edition and on each paper that it is made for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefing.editions import EDITIONS
from briefing.errors import TemplateError
from briefing.model import Briefing
from briefing.press import Press, load, prove
from briefing.theme.paper import SIZES_MM

pytest.importorskip("zxingcpp", reason="the extra [verify] is not installed: no zxing-cpp")

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted(path.parent.name for path in (ROOT / "templates").glob("*/document.html"))
NOT_MADE = {"unsuitable-page", "unsuitable-edition"}
"""What is said where a template is not made for a paper, or in an edition."""
SHORT = "https://refugees-welcome.example/sign-our-petition/2021/09"
"""Strips have a code for a link of so few letters alone."""


@cache
def example(language: str | None, link: str) -> Briefing:
    """Our example; with another link of the petition where one is given."""
    found = load(ROOT / "assets" / "northern-alliance", language=language).briefing
    assert found is not None and found.petition is not None
    return replace(found, petition=replace(found.petition, link=link or found.petition.link))


def proved_on(template: str, edition: str, language: str | None, link: str) -> Counter[str]:
    """How many codes each page size has that the template is made on."""
    codes: Counter[str] = Counter()
    for size in SIZES_MM:
        try:
            rendered = Press(template, page=size, edition=edition).render(example(language, link))
        except TemplateError as refused:
            assert {each.id for each in refused.diagnostics} <= NOT_MADE, refused
            continue
        assert prove(rendered) == (), (template, edition, size)
        codes[size] = len(rendered.codes)
    return codes


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_code_of_ours_is_read_from_paper_and_from_copies(template, edition):
    codes = proved_on(template, edition, None, SHORT)
    assert all(codes.values())
    if edition == "screen":
        assert codes


@pytest.mark.slow
@pytest.mark.parametrize("language", [None, "fa-AF"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_so_is_every_code_of_a_long_link(template, language):
    codes = proved_on(template, "screen", language, "")
    assert codes
    assert all(codes.values())

"""The worked example, read back from both of its PDFs as a stranger's file is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefing
from briefing.verifying import Inspection
from briefing.verifying.inspecting.inspect import inspect

TEMPLATES = ("briefing", "handout")
NUMBERED_HEADING = re.compile(r"Heading level 2: \d (.+)")


@pytest.fixture(scope="module")
def read(example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Inspection]:
    found = {}
    for template in TEMPLATES:
        path = tmp_path_factory.mktemp("built") / f"{template}.pdf"
        briefing.build(example, path, template=template)
        found[template] = inspect(path.read_bytes(), file=path.name)
    return found


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_wrong_with_the_file(read, template):
    found = read[template]
    assert (found.problems, found.claims) == ((), ("PDF/UA-1", "PDF/A-2a"))
    assert (found.title, found.shows_title, found.language) == ("Who are the National Resistance Front?", True, "en-GB")
    assert {page.size for page in found.pages} == {"A4"}
    assert all(font.embedded and font.subset and font.to_unicode for font in found.fonts)
    assert all(link.described and link.tagged and link.target != "nowhere" for link in found.links)
    assert found.outline


def test_the_summary_is_spoken_as_a_list(read):
    speech = read["briefing"].speech
    start = speech.index("Heading level 2: Summary")
    assert speech[start + 1] == "List with 4 items"
    assert speech[start + 2] == (
        "Bullet The National Resistance Front (NRF), founded by Ahmad Massoud, holds the Panjshir Valley against the "
        "Taliban, as his father did before him. Link: 1, Link: 2"
    )
    assert speech[start + 6] == "Out of list"


def test_the_sections_are_spoken_in_the_order_of_the_article_with_abbreviations_in_full(read, example):
    article = (example / "briefing.md").read_text(encoding="utf-8")
    typed = re.findall(r"^## (.+)$", article, re.MULTILINE)
    spoken = [match[1] for line in read["briefing"].speech if (match := NUMBERED_HEADING.fullmatch(line))]
    assert spoken == [heading.replace("NRF", "National Resistance Front") for heading in typed]


def test_tables_and_the_chart_are_spoken(read):
    speech = read["briefing"].speech
    assert "Row 2. When: since the end of May 2021; People forced from their homes: nearly 250,000" in speech
    assert "Row 5. Date: 1996; Event: the Taliban seize power and remove President Rabbani; Sources: Link: 7" in speech
    chart = next(line for line in speech if line.startswith("Graphic: Timeline"))
    assert "1996, the Taliban seize power" in chart


@pytest.mark.parametrize("template", TEMPLATES)
def test_running_lines_are_not_spoken(read, template):
    found = read[template]
    assert not any(re.search(r"page \d of \d|DRAFT", line) for line in found.speech)


def test_addresses_of_sources_are_whole_and_printed(read):
    sources = [link for link in read["briefing"].links if link.page == len(read["briefing"].pages)]
    outward = [link for link in sources if link.target.startswith("http")]
    assert len(outward) > 10
    assert all(link.printed and " " not in link.text for link in outward)

"""A timeline that is longer than a page: parted between its rows, each part a figure with words of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from conforming import assert_conforming
from pdf_tools import Node, Read

import briefing
from briefing.errors import LayoutError
from briefing.memory import FORGETFUL, Memory
from briefing.model import Organisation
from briefing.model.briefing import Colours
from briefing.press.making import Press
from briefing.resources import templates_folder

HEAD = "---\ntitle: Long\nlanguage: {language}\n---\n\n## One\n\nSome text. [no source, an example]\n\n"
WORDS = ("the council opens a bridge", "people leave their homes", "a vote is taken and the law is changed for good")
COUNT = 300
"""More than a page holds in any number of columns."""


def typed(count: int, braces: str = "", language: str = "en-GB") -> str:
    """Type an article with a timeline of one event a year from 1001 on."""
    events = "".join(
        f"- {1001 + index}: {WORDS[index % 3]} {index} [no source, an example]\n" for index in range(count)
    )
    block = f"::: timeline A thousand years {braces}\n{events}:::\n\nText after. [no source, an example]\n"
    return HEAD.format(language=language) + block


def made(folder: Path, text: str, memory: Memory = FORGETFUL, **options: str) -> bytes:
    (folder / "briefing.md").write_text(text, "utf-8")
    found = briefing.load(folder)
    assert found.briefing is not None, [str(each) for each in found.diagnostics]
    return Press(memory=memory, **options).render(found.briefing).data


def told_in(data: bytes) -> list[str]:
    """Alternative text of each figure, in the order of the tree."""
    file = Read(data)
    return [alternative(figure) for figure in file.elements("Figure")]


def alternative(figure: Node) -> str:
    return str(figure.element["/Alt"])


def numbers_in(text: str) -> list[int]:
    """Numbers with which the texts of events end."""
    return [int(number) for number in re.findall(r"(?:bridge|homes|good) (\d+)", text)]


def artifacts(file: Read) -> list[str]:
    """What is shown on each page and told by no element."""
    return ["".join(each.text for each in page if each.mcid is None) for page in file.sequences]


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(tmp_path_factory.mktemp("parted"), typed(COUNT, "{form=vertical spoken=long}"))


def test_each_page_has_a_figure_that_tells_its_own_events(parted: bytes) -> None:
    told = told_in(parted)
    assert len(told) > 2
    first = re.match(
        rf"Timeline, A thousand years, part 1 of {len(told)}, from 1001 to (\d+) with (\d+) events: ", told[0]
    )
    assert first
    assert int(first[1]) == 1000 + int(first[2])
    assert [number for text in told for number in numbers_in(text)] == list(range(COUNT))
    assert told[-1].startswith(f"Timeline, A thousand years, part {len(told)} of {len(told)}, from ")


def test_each_part_shows_what_it_tells_inside_its_box(parted: bytes) -> None:
    file = Read(parted)
    pages = []
    for figure in file.elements("Figure"):
        shown = "".join(child for child in figure.children if isinstance(child, str))
        assert [number for number in numbers_in(alternative(figure)) if f" {number}" not in shown] == []
        left, bottom, right, top = (float(each) for each in figure.attribute("/BBox"))
        assert 0 < left < right < 596
        assert 40 < bottom < top < 800
        pages.append(file.page_number(figure.element.Pg))
    assert pages == list(range(pages[0], pages[0] + len(pages)))
    assert len(pages) > 2


def test_the_caption_stands_once_in_the_tree_and_on_every_page(parted: bytes) -> None:
    file = Read(parted)
    first, *others = file.elements("Figure")
    assert [child.plain() for child in first.children if isinstance(child, Node)] == [("Caption", "A thousand years")]
    assert [child for figure in others for child in figure.children if isinstance(child, Node)] == []
    again = [re.findall(r"A thousand years.*?\)|A thousand years", text) for text in artifacts(file)]
    parts = len(others)
    assert [each for each in again if each] == [["A thousand years (continued)"]] * parts


def test_a_parted_timeline_conforms(parted: bytes) -> None:
    assert_conforming(parted)


def test_the_title_goes_on_in_the_language_of_the_document(tmp_path: Path) -> None:
    file = Read(
        made(tmp_path, typed(COUNT, language="de").replace("timeline A thousand years", "timeline Tausend Jahre"))
    )
    parts = len(file.elements("Figure"))
    assert "".join(artifacts(file)).count("Tausend Jahre (Fortsetzung)") == parts - 1 > 1
    assert alternative(file.elements("Figure")[1]).startswith(f"Zeitleiste, Tausend Jahre, Teil 2 von {parts}: von „")


def test_a_timeline_without_a_title_is_parted_too(tmp_path: Path) -> None:
    told = told_in(made(tmp_path, typed(COUNT).replace(" A thousand years", "")))
    assert re.match(
        r"Timeline, part 1 of \d, from 1001 to \d+ with \d+ events\. The table after it tells each of", told[0]
    )


def test_a_theme_without_the_table_has_each_event_spoken(tmp_path: Path) -> None:
    """There is nothing else that tells them, whatever the author asked for."""
    template = tmp_path / "mine"
    template.mkdir()
    (template / "theme.toml").write_text('based_on = "briefing"\n[styles.".events"]\nhidden = true\n', "utf-8")
    document = Path(templates_folder(), "briefing", "document.html").read_text("utf-8")
    (template / "document.html").write_text(document.replace('"parts.html"', '"briefing/parts.html"'), "utf-8")
    data = made(tmp_path, typed(COUNT, "{spoken=short}"), template=str(template))
    assert [number for text in told_in(data) for number in numbers_in(text)] == list(range(COUNT))
    assert Read(data).elements("Table") == []


def test_a_warm_press_parts_as_a_cold_one_does(tmp_path: Path) -> None:
    memory = Memory()
    before, after = (
        typed(COUNT, "{form=vertical}"),
        typed(COUNT + 1, "{form=vertical}").replace("Some text", "More text"),
    )
    made(tmp_path, before, memory)
    assert made(tmp_path, after, memory) == made(tmp_path, after)
    assert made(tmp_path, before, memory) == made(tmp_path, before)


@pytest.mark.parametrize(("name", "colour", "reached"), [("structure", "#8fb0b8", "2.3"), ("accent", "#e08070", "2.8")])
def test_pale_colours_of_a_profile_are_refused(tmp_path: Path, name: str, colour: str, reached: str) -> None:
    (tmp_path / "briefing.md").write_text(typed(3).replace("1002:", "1002, stressed:"), "utf-8")
    found = briefing.load(tmp_path).briefing
    assert found
    own = Organisation("Us", found.position, colours=Colours(**{name: colour}))
    with pytest.raises(LayoutError) as caught:
        Press(memory=FORGETFUL).render(replace(found, organisation=own))
    message = (
        f"error  low-contrast\n  chart: text in the colour {name}, {colour} on #ffffff has a contrast of {reached}:1; "
        "4.5:1 is needed.\n  Choose a darker or lighter colour in the theme or in the organisation's profile."
    )
    assert message in map(str, caught.value.diagnostics)


@pytest.mark.parametrize("page", ["A5", "letter"])
def test_other_pages(tmp_path: Path, page: str) -> None:
    data = made(tmp_path, typed(COUNT, "{form=vertical spoken=long}"), page=page)
    assert [number for text in told_in(data) for number in numbers_in(text)] == list(range(COUNT))


@pytest.mark.slow
def test_two_thousand_events(tmp_path: Path) -> None:
    data = made(tmp_path, typed(2_000, "{spoken=long}"))
    told = told_in(data)
    assert [number for text in told for number in numbers_in(text)] == list(range(2_000))
    assert_conforming(data, thorough=False)

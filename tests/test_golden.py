"""The few pages that only an eye can judge, and the comparison itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import golden as pictures
import pytest
from golden import MUCH, Golden, in_few_greys, largest_change, picture_of

import briefing

TEMPLATES = ("briefing", "handout")
PAGES = [
    ("briefing", 0),
    ("briefing", 1),
    ("handout", 0),
    ("leaflet", 0),
    ("leaflet", 1),
    ("trifold", 0),
    ("trifold", 1),
]
LARGEST = 20 * 1024
MOST = 320 * 1024
"""Bytes of one picture, and of all: of some two dozen, for six templates, their editions and three kinds of sheets."""
EDITIONS = [
    ("briefing", "large-print", 0),  # first lines, a box that goes on, numbers in brackets
    ("briefing", "large-print", 4),  # a timeline down the page
    ("handout", "large-print", 0),  # the petition
    ("briefing", "grey", 1),  # a timeline across, its table, a box without a ground
    ("handout", "grey", 0),
    ("briefing", "press", 3),  # a table, a quotation, the petition in its colour, marks of the cut
    ("handout", "press", 1),
]
"""Pages of other editions, counted from 0, that show what is their own."""
GOLDEN = Path(__file__).parent / "golden"
CHANGES = [
    ("It reportedly has the support of 6,000", "It reportedly has the support of 9,000"),
    ("As of 13 August 2021, before", "As of 15 August 2021, before"),
    ("was assassinated on", "was assassinatad on"),
]
"""One digit of the text, one of its smallest print, one letter."""


@pytest.fixture(scope="module")
def made(example, tmp_path_factory) -> dict[str, briefing.Built]:
    folder = tmp_path_factory.mktemp("golden")
    return {name: briefing.build(example, folder / f"{name}.pdf", template=name) for name, _ in PAGES}


@pytest.fixture(scope="module")
def editions(example, tmp_path_factory) -> dict[tuple[str, str], bytes]:
    folder = tmp_path_factory.mktemp("editions")
    wanted = {(template, edition) for template, edition, _ in EDITIONS}
    return {
        (template, edition): briefing.build(
            example, folder / f"{template}-{edition}.pdf", template=template, edition=edition
        ).path.read_bytes()
        for template, edition in sorted(wanted | {(template, "archive") for template in TEMPLATES})
    }


def made_with(example: Path, folder: Path, old: str, new: str, *, edition: str = "screen") -> bytes:
    """Build the example with other words in it."""
    shutil.copytree(example.parent / "organisations", folder / "organisations")
    copy = Path(shutil.copytree(example, folder / example.name))
    text = (copy / "briefing.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (copy / "briefing.md").write_text(text.replace(old, new), encoding="utf-8")
    return briefing.build(copy, folder / "changed.pdf", edition=edition).path.read_bytes()


def kept(picture):
    return in_few_greys(picture).convert("L")


@pytest.mark.parametrize(("template", "page"), PAGES)
def test_pages_look_as_they_did(golden, made, template, page):
    golden.check(f"{template}-{page + 1}", made[template].path.read_bytes(), page)


@pytest.mark.parametrize(("template", "edition", "page"), EDITIONS)
def test_pages_of_other_editions_look_as_they_did(golden, editions, template, edition, page):
    golden.check(f"{template}-{edition}-{page + 1}", editions[template, edition], page)


@pytest.mark.parametrize(("template", "page"), [("briefing", 0), ("handout", 0)])
def test_the_archive_looks_as_the_screen_does(editions, template, page):
    Golden(update=False).check(f"{template}-{page + 1}", editions[template, "archive"], page)


@pytest.mark.parametrize("edition", ["large-print", "grey", "press"])
def test_one_figure_is_seen_in_other_editions(example, editions, tmp_path, edition):
    pdf, changed = editions["briefing", edition], made_with(example, tmp_path, *CHANGES[0], edition=edition)
    assert largest_change(picture_of(changed, 0), kept(picture_of(pdf, 0))) > MUCH


def test_golden_pages_stay_few_and_small():
    sizes = {picture.name: picture.stat().st_size for picture in GOLDEN.glob("*.png")}
    assert [name for name, size in sizes.items() if size > LARGEST] == []
    assert sum(sizes.values()) <= MOST


def test_a_missing_golden_page_is_no_pass(made):
    with pytest.raises(AssertionError, match="make it with --update-golden"):
        Golden(update=False).check("no-such-page", made["briefing"].path.read_bytes())


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_one_letter_is_seen(example, made, tmp_path, old, new):
    pdf, changed = made["briefing"].path.read_bytes(), made_with(example, tmp_path, old, new)
    changes = [largest_change(picture_of(changed, page), kept(picture_of(pdf, page))) for page in range(3)]
    assert max(changes) > MUCH


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_noise_of_drawing_is_not_seen(made, template):
    pdf = made[template].path.read_bytes()
    assert largest_change(picture_of(pdf, 0, moved_pt=0.02), kept(picture_of(pdf, 0))) < MUCH / 2


def test_a_page_is_kept_and_found_again_until_it_changes(made, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(pictures, "LEFT", tmp_path / "left")
    pdf = made["briefing"].path.read_bytes()
    Golden(update=True).check("page", pdf)
    Golden(update=False).check("page", pdf)
    with pytest.raises(AssertionError, match="page 2 differs"):
        Golden(update=False).check("page", pdf, 1)
    assert {path.name for path in (tmp_path / "left").iterdir()} == {
        "page-expected.png",
        "page-actual.png",
        "page-difference.png",
    }

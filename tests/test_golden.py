"""The few pages that only an eye can judge, and the comparison itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import golden as pictures
import pytest
from golden import MUCH, Golden, in_few_greys, largest_change, picture_of

import briefing

TEMPLATES = ("briefing", "handout")
LARGEST = 20 * 1024
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
    return {name: briefing.build(example, folder / f"{name}.pdf", template=name) for name in TEMPLATES}


def made_with(example: Path, folder: Path, old: str, new: str) -> bytes:
    """Build the example with other words in it."""
    shutil.copytree(example.parent / "organisations", folder / "organisations")
    copy = Path(shutil.copytree(example, folder / example.name))
    text = (copy / "briefing.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (copy / "briefing.md").write_text(text.replace(old, new), encoding="utf-8")
    return briefing.build(copy, folder / "changed.pdf").path.read_bytes()


def kept(picture):
    return in_few_greys(picture).convert("L")


@pytest.mark.parametrize(("template", "page"), [("briefing", 0), ("briefing", 1), ("handout", 0)])
def test_pages_look_as_they_did(golden, made, template, page):
    golden.check(f"{template}-{page + 1}", made[template].path.read_bytes(), page)


def test_golden_pages_stay_few_and_small():
    pictures = list(GOLDEN.glob("*.png"))
    assert len(pictures) <= 8
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST] == []


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

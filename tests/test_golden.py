"""The few pages that only an eye can judge, and the comparison itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import FEW, Golden, share_of_change
from PIL import Image, ImageDraw

import briefing

TEMPLATES = ("briefing", "handout")
LARGEST = 40 * 1024
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def made(example, tmp_path_factory) -> dict[str, briefing.Built]:
    folder = tmp_path_factory.mktemp("golden")
    return {name: briefing.build(example, folder / f"{name}.pdf", template=name) for name in TEMPLATES}


@pytest.mark.parametrize(("template", "page"), [("briefing", 0), ("briefing", 1), ("handout", 0)])
def test_pages_look_as_they_did(golden, made, template, page):
    golden.check(f"{template}-{page + 1}", made[template].path.read_bytes(), page)


def test_golden_pages_stay_few_and_small():
    pictures = list(GOLDEN.glob("*.png"))
    assert len(pictures) <= 8
    assert all(picture.stat().st_size <= LARGEST for picture in pictures)


def test_a_missing_golden_page_is_no_pass(made):
    with pytest.raises(AssertionError, match="make it with --update-golden"):
        Golden(update=False).check("no-such-page", made["briefing"].path.read_bytes())


def test_one_letter_is_seen_and_a_soft_edge_is_not():
    page = Image.new("L", (496, 702), 255)
    draw = ImageDraw.Draw(page)
    draw.text((100, 100), "a line of text", fill=0)
    other = page.copy()
    ImageDraw.Draw(other).rectangle((300, 300, 330, 330), fill=0)
    softer = page.point(lambda level: min(255, level + 40))
    assert share_of_change(page, other) > FEW
    assert share_of_change(page, softer) == 0

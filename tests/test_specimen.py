"""The specimen sheet: what it says of a style is so, and it is a file like all others."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from language_tools import need, script_of
from PIL import Image

ROOT = Path(__file__).parent.parent
TITLES = ("Born free and equal", "Two families, one paragraph", "In many scripts")
PICTURES = sorted((ROOT / "docs").glob("specimen-*.png"))


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


specimen = loaded("specimen")


@pytest.fixture(scope="module")
def theme():
    return specimen.theme_of("briefing")


def made(template: str) -> bytes:
    need(*map(script_of, specimen.LANGUAGES))
    return specimen.specimen_of(template)


def test_the_specimen_conforms_and_has_a_page_for_each_of_its_parts():
    pdf = made("briefing")
    assert_conforming(pdf, thorough=False)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]
    assert [title in text for title, text in zip(TITLES, texts, strict=True)] == [True, True, True]


def test_any_template_has_a_specimen():
    assert_conforming(made("handout"), thorough=False)


@pytest.mark.parametrize(
    ("sample", "element", "look"),
    [
        ("<h2>Aa</h2>", "h2", ("13.6/18", "Source Serif 4 Semibold, structure")),
        (
            '<div class="petition"><p class="short-url">a</p></div>',
            "p.short-url",
            ("13/18", "Source Serif 4 Semibold, paper"),
        ),
        (
            '<div class="petition"><div class="petition-words"><p class="short-url">a</p></div></div>',
            "p.short-url",
            ("13/18", "Source Sans 3 Semibold, paper"),
        ),
        ("<blockquote><p>Aa</p></blockquote>", "p", ("12.2/16.5", "Source Serif 4 Regular Italic, structure")),
    ],
)
def test_what_is_said_of_a_style_is_what_it_is_where_it_stands(theme, sample, element, look):
    assert specimen.Sheet(theme).look_of(sample, element) == look


def test_what_is_said_of_a_style_comes_from_the_theme(theme):
    larger = {"h2": {**theme.styles["h2"], "size": 20.25, "colour": "#a3260f"}}
    other = replace(theme, styles={**theme.styles, **larger})
    assert specimen.Sheet(other).look_of("<h2>Aa</h2>", "h2") == ("20.2/18", "Source Serif 4 Semibold, accent")


def test_every_font_that_is_named_is_in_the_file(theme):
    pdf = made("briefing")
    named = {sample.family.replace(" ", "") for sample in specimen.Sheet(theme).samples()}
    opened = pikepdf.open(BytesIO(pdf))
    fonts = opened.pages[0].Resources.Font.values()
    embedded = {re.split(r"[-[]", str(font.BaseFont).partition("+")[2])[0] for font in fonts}
    assert named <= embedded


def test_the_pictures_are_few_and_small():
    assert [path.name for path in PICTURES] == ["specimen-1.png", "specimen-2.png", "specimen-3.png"]
    assert [path.name for path in PICTURES if path.stat().st_size > 200_000] == []


def test_the_pictures_show_the_colours_of_the_theme(theme):
    picture = Image.open(PICTURES[1]).convert("RGB")
    shown = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in picture.getcolors(picture.width * picture.height)}
    assert set(theme.colours.values()) - shown == set(), "call: make look"


def test_pages_become_pictures(tmp_path):
    pdf = tmp_path / "two.pdf"
    two = pypdfium2.PdfDocument.new()
    for _ in range(2):
        two.new_page(72, 144)
    two.save(pdf)
    command = [sys.executable, ROOT / ".ci" / "look.py", pdf, tmp_path, tmp_path / "kept.png"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == [str(tmp_path / name) for name in ("two-1.png", "two-2.png", "kept.png")]

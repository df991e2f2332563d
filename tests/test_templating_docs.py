"""docs/templates.md names what there is, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from templating_sample import CHARTED, SAMPLE

from briefing.model import Translation, walk
from briefing.resources import templates_folder
from briefing.templating import load_template, parse_html, render, template_names
from briefing.templating.page import Page
from briefing.templating.words import read_words

DOCUMENT = (Path(__file__).parent.parent / "docs" / "templates.md").read_text("utf-8")
PARTS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", DOCUMENT, re.DOTALL | re.MULTILINE))


def first_column(part: str) -> set[str]:
    """The names in the first column of the tables of a part."""
    cells = re.findall(r"^\| (`.+?`) \|", PARTS[part], re.MULTILINE)
    return {
        re.split(r"\W", span.replace("-", "_"))[0].replace("_", "-")
        for cell in cells
        for span in re.findall(r"`(.+?)`", cell)
    }


def test_every_name_is_explained() -> None:
    words = read_words(templates_folder() / "words", "en")
    names = {name.replace("_", "-") for name in Page(SAMPLE, words).names()}
    assert first_column("What a template can name") == names


def test_every_class_is_explained() -> None:
    translated = replace(
        CHARTED, translation=Translation("briefing.md", "de", machine=True), changed_names=("Gulnara",)
    )
    used = {
        name
        for template in template_names()
        for notes in ("foot", "end")
        for element in walk(parse_html(render(translated, load_template(template), draft=True, notes=notes)))
        for name in element.classes
    }
    of_the_author = set(
        re.findall(r"`([a-z-]+)`", PARTS["Classes of our templates"].rpartition("Classes that come")[2])
    )
    assert first_column("Classes of our templates") == used - of_the_author | {"publisher-name"}

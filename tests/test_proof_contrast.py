"""Every letter of a finished file can be read against what is painted under it, the letters of charts too."""

from __future__ import annotations

from pathlib import Path

import pytest
from contrast_proof import contrast, pale_texts
from hunting import examples
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from painting import Page
from pdf_tools import Read
from proof_articles import TEMPLATES, article_named, built_articles, everything, made
from typesetting_tools import METADATA, set_text

from briefing.errors import BriefingError
from briefing.pdf import write_pdf
from briefing.typesetting import SetDocument, SetPage, Show


def pale(data: bytes) -> list[str]:
    read = Read(data)
    return [wrong for page in read.pages for wrong in pale_texts(Page(page, {}))]


@pytest.mark.parametrize(
    ("colours", "ratio"),
    [
        (((0, 0, 0), (1, 1, 1)), 21.0),
        (((1, 1, 1), (1, 0, 0)), 3.998),
        (((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)), 1.0),
    ],
)
def test_contrast_is_that_of_wcag(colours, ratio):
    assert contrast(*colours) == pytest.approx(ratio, abs=0.001)


@pytest.mark.parametrize(
    ("article", "template", "page"), [each for each in built_articles() if each[0] != "everything"]
)
def test_all_texts_of_the_templates_can_be_read(tmp_path, article, template, page):
    built = made(article_named(article, tmp_path), tmp_path / "made.pdf", template=template, page=page)
    assert pale(built.data) == []


# An organisation's colours.


def coloured(folder: Path, structure: str, accent: str, ground: str) -> Path:
    """An article with everything, in an organisation's colours."""
    article = everything(folder, paragraphs=1, rows=4)
    colours = f'colours:\n  structure: "{structure}"\n  accent: "{accent}"\n  ground: "{ground}"\n'
    with (article / "ours.yaml").open("a", encoding="utf-8") as profile:
        profile.write(colours)
    return article


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "colours",
    [
        ("#123a45", "#a3260f", "#eef3f3"),
        ("#000000", "#000000", "#ffffff"),
        ("#1b3a57", "#8a1c00", "#fff6d6"),
        ("#00563f", "#5b2c83", "#e6f4ea"),
        ("#5a2d0c", "#7a1f3d", "#f3e9dc"),
        ("#2b2b8f", "#005f8f", "#dfe8ff"),
    ],
    ids=" ".join,
)
def test_texts_in_an_organisation_s_colours_can_be_read(tmp_path, colours, template):
    assert pale(made(coloured(tmp_path / "article", *colours), tmp_path / "made.pdf", template=template).data) == []


def colour(least: int, most: int) -> st.SearchStrategy[str]:
    part = st.integers(least, most)
    return st.builds(lambda red, green, blue: f"#{red:02x}{green:02x}{blue:02x}", part, part, part)


@pytest.mark.slow
@pytest.mark.timeout(240)
@settings(max_examples=examples(25), phases=[Phase.generate])
@given(colour(0, 160), colour(0, 160), colour(180, 255), st.sampled_from(TEMPLATES))
def test_any_colours_are_refused_or_can_be_read(tmp_path_factory, structure, accent, ground, template):
    folder = tmp_path_factory.mktemp("coloured")
    article = coloured(folder / "article", structure, accent, ground)
    try:
        built = made(article, folder / "made.pdf", template=template)
    except BriefingError as error:
        assert {each.id for each in error.diagnostics if each.severity == "error"} == {"low-contrast"}
    else:
        assert pale(built.data) == []


# The proof sees what is pale.


def recoloured(document: SetDocument, text: str, colour: str) -> bytes:
    """Write a document with one of its texts in another colour, after all has been checked."""
    page, *others = document.pages
    fragments = tuple(
        placed._replace(
            fragment=placed.fragment._replace(
                operations=tuple(
                    each._replace(colour=colour)
                    if isinstance(each, Show) and "".join(glyph.text for glyph in each.glyphs) == text
                    else each
                    for each in placed.fragment.operations
                )
            )
        )
        for placed in page.fragments
    )
    return write_pdf(document._replace(pages=(SetPage(fragments), *others)), METADATA)


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("#777777", ["'Inside': #777777 on #eef3f3 is 4.0:1, less than 4.5:1 at 10.0 pt"]),
        ("#eef3f3", ["'Inside': #eef3f3 on #eef3f3 is 1.0:1, less than 4.5:1 at 10.0 pt"]),
        ("#6a6a6a", []),
    ],
)
def test_a_text_that_is_paler_than_it_was_checked_is_seen(colour, told):
    document = set_text('<p>Outside</p><aside class="box"><p>Inside</p></aside>')
    assert pale(recoloured(document, "Inside", colour)) == told


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("size_pt = 17.9", ["'Large': #888888 on #ffffff is 3.5:1, less than 4.5:1 at 17.9 pt"]),
        ("size_pt = 18", []),
        ("size_pt = 14", ["'Large': #888888 on #ffffff is 3.5:1, less than 4.5:1 at 14.0 pt"]),
        ("size_pt = 14\nweight = 700", []),
    ],
)
def test_large_text_may_be_paler(style, told):
    document = set_text('<p class="large">Large</p>', more=f'\n[styles.".large"]\nleading_pt = 24\n{style}\n')
    assert pale(recoloured(document, "Large", "#888888")) == told


def test_a_text_under_something_is_seen():
    document = set_text("<p>Hidden</p>")
    (placed,) = document.pages[0].fragments
    cover = (*placed.fragment.operations, "1 1 1 rg 0 0 100 100 re f")
    page = SetPage((placed._replace(fragment=placed.fragment._replace(operations=cover)),))
    assert pale(write_pdf(document._replace(pages=(page,)), METADATA)) == ["'Hidden': something is painted over it"]


def test_a_letter_is_judged_by_what_it_stands_on():
    document = set_text("<p>ab</p>")
    (placed,) = document.pages[0].fragments
    under = ("0 0 0 rg 0 0 6 20 re f", *placed.fragment.operations)
    page = SetPage((placed._replace(fragment=placed.fragment._replace(operations=under)),))
    told = pale(write_pdf(document._replace(pages=(page,)), METADATA))
    assert told == ["'a': #1a1a1a on #000000 is 1.2:1, less than 4.5:1 at 10.0 pt"]

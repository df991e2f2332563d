"""Contrasts as a press prints them: colours through the inks and back."""

from __future__ import annotations

import pytest
from reading_folders import write
from typesetting_tools import THEME, page_of, read_font

import briefing
from briefing.model import Ink
from briefing.pdf import Separation
from briefing.press.printed_contrast import pale_in_inks
from briefing.press.printing_condition import separation_of
from briefing.theme import LEAST_CONTRAST, contrast, load_theme
from briefing.typesetting.tree import number_tree


@pytest.fixture(scope="module")
def separation() -> Separation:
    return separation_of(None)


class Drawn:
    """A drawing of one ink; nothing of it is set."""

    inks = (Ink("accent", "#949494", for_text=False),)


def told(separation, main, *, accent="#a3260f", more="", drawings=()):
    theme = load_theme(THEME.replace("#a3260f", accent) + more, file="theme.toml", read_font=read_font)
    html = page_of(main, '<footer data-on="all"><p class="running">n</p></footer>')
    return [*pale_in_inks(number_tree(html, marker="•"), theme, drawings, separation)]


IN_ACCENT = '\n[styles."p.running"]\ncolour = "accent"\n[styles."div.box"]\nbackground = "#ffffff"\ncolour = "accent"\n'


@pytest.mark.parametrize(
    ("colour", "reached"),
    [
        ("#00857c", "4.4"),  # a green that is brighter on a screen than any ink
        ("#767676", "2.9"),  # a grey, of 54 % of black ink
    ],
)
def test_a_colour_that_inks_make_too_pale_is_named(separation, colour, reached):
    assert contrast(colour, "#ffffff") > LEAST_CONTRAST
    (warning,) = told(separation, '<div class="box"><p>b</p></div>', accent=colour, more=IN_ACCENT)
    assert (warning.severity, warning.id) == ("warning", "pale-in-inks")
    assert warning.message == (
        f"The colour accent {colour} of p.running has a contrast of {reached}:1 to #ffffff in the inks of "
        '"Offset on coated paper, FOGRA39"; 4.5:1 is needed.'
    )
    assert warning.hint == (
        "Take a darker or lighter colour in the theme or in the organisation's profile, or #000000 for black ink alone."
    )


def test_a_colour_without_a_name_is_told_by_its_number_and_what_is_hidden_is_not_told(separation):
    more = '\n[styles."p.running"]\ncolour = "#757575"\n[styles."div.box"]\nhidden = true\ncolour = "#767676"\n'
    (warning,) = told(separation, '<div class="box"><p>b</p></div>', more=more)
    assert warning.message.startswith("The colour #757575 of p.running has a contrast of 3.0:1")


def test_text_is_held_against_its_own_ground(separation):
    more = '\n[styles."div.box"]\nbackground = "#767676"\ncolour = "#ffffff"\n'
    (warning,) = told(separation, '<div class="box"><p>b</p></div>', more=more)
    assert "paper #ffffff of p has a contrast of 2.9:1 to #767676" in warning.message


def test_marks_of_charts_need_less(separation):
    chart = '<figure><img data-drawing="timeline-1" alt="A chart"></figure>'
    found = told(separation, chart, drawings=[Drawn])
    assert [each.message.partition(" in the inks")[0] for each in found] == [
        "The colour #949494 of charts has a contrast of 2.2:1 to #ffffff"
    ]
    assert told(separation, "<p>No chart</p>", drawings=[Drawn]) == []


def test_our_templates_are_dark_enough(example, tmp_path):
    for template in ("briefing", "handout"):
        built = briefing.build(example, tmp_path / "made.pdf", template=template, edition="press")
        assert "pale-in-inks" not in {each.id for each in built.diagnostics}


def test_an_organisation_s_colour_is_told_in_the_edition_for_a_press_alone(tmp_path):
    files = {
        "piece/briefing.md": "---\ntitle: T\nlanguage: en\ndate: 2 September 2021\norganisation: ours\n---\n"
        "## A heading\n\nText.\n",
        "organisations/ours.yaml": 'name: Ours\ncolours:\n  structure: "#00857c"\n',
    }
    folder = write(tmp_path, files) / "piece"
    found = {
        edition: [
            each.message
            for each in briefing.build(folder, tmp_path / f"{edition}.pdf", edition=edition).diagnostics
            if each.id == "pale-in-inks"
        ]
        for edition in ("screen", "press")
    }
    assert found["screen"] == []
    assert found["press"]
    assert all("structure #00857c" in message for message in found["press"])


def test_a_proof_is_that_of_the_paper(separation):
    assert separation.proof((1.0, 1.0, 1.0)) == (1.0, 1.0, 1.0)
    black = separation.proof((0.0, 0.0, 0.0))
    assert all(0.1 < part < 0.25 for part in black)

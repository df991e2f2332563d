"""The theme: tokens are read with all mistakes at once, styles are resolved, contrast is measured."""

from __future__ import annotations

from dataclasses import replace
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typesetting_tools import THEME, read_font, small_theme

from briefing.editions import EDITIONS
from briefing.errors import Position, TemplateError
from briefing.model import Organisation
from briefing.model.briefing import Colours
from briefing.theme import Edges, Rule, Style, Theme, Track, contrast, is_colour, load_theme
from briefing.theme.tokens import NAMES, TokenError, style_token

MM = 72 / 25.4


def load(text: str, **options) -> Theme:
    return load_theme(text, file="theme.toml", read_font=read_font, **options)


def changed(old: str, new: str) -> str:
    assert old in THEME
    return THEME.replace(old, new, 1)


def mistakes(text: str, **options) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        load(text, **options)
    assert all(each.severity == "error" and each.position.file == "theme.toml" for each in caught.value.diagnostics)
    return [f"{each.position.line}: {each.message} {each.hint}".rstrip() for each in caught.value.diagnostics]


# Colours.


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#0000ff", 2.15),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("text", ["#fff", "123456", "#12345g", "#1234567", "#123456\n", "red", ""])
def test_only_six_hexadecimal_figures_are_a_colour(text):
    assert not is_colour(text)


# Sizes.


SIZES = """
[styles.sub]
size_em = 0.7
rise_em = 0.3
[styles.".large sub"]
size_pt = 20
"""


def test_a_relative_size_follows_the_text_around():
    theme = load(THEME + SIZES)
    for size in (10, 30):
        style = theme.style("sub", (), Style(size=size))
        assert (style.size, style.rise) == pytest.approx((0.7 * size, 0.3 * size))


def test_an_absolute_size_that_counts_more_wins():
    around = load(THEME + SIZES).style("div", ("large",), Style(size=10))
    assert load(THEME + SIZES).style("sub", (), around).size == 20


# Tokens.


def test_millimetres_become_points():
    page = small_theme().page
    assert (page.name, page.at_most) == ("A5", 4)
    assert [page.width, page.height, page.first_top, page.left] == pytest.approx([148 * MM, 210 * MM, 15 * MM, 15 * MM])


@pytest.mark.parametrize(("size", "width"), [("A4", 210), ("A5", 148), ("letter", 215.9)])
def test_the_page_size_can_be_asked_for(size, width):
    assert isclose(load(THEME, size=size).page.width, width * MM)


def test_a_side_column_is_given_up_where_the_main_column_would_be_too_narrow():
    wide = THEME.replace("left_mm = 15", "left_mm = 15\nside_mm = 40\ngutter_mm = 8")
    assert load(wide, size="A4").page.side == pytest.approx(40 * MM)
    assert (load(wide).page.side, load(wide).page.gutter) == (0, 0)


def test_tokens_become_values():
    styles = """
[styles.x]
padding_mm = [1, 2, 3, 4]
columns = ["2fr", "40mm"]
rule_top = { width_pt = 2, colour = "accent" }
background = "#ABCDEF"
colour = "ink"
font = "informing"
weight = 650
keep_together = true
place = "wide"
turn = 270
measure_mm = 60
copies = 8
cut = { width_pt = 0.5, colour = "muted" }
sizes_pt = [64, 32.5]
fit_mm = 90
"""
    assert load(THEME + styles).style("x", ()) == Style(
        padding=Edges(1 * MM, 2 * MM, 3 * MM, 4 * MM),
        columns=(Track(share=2), Track(points=40 * MM)),
        rule_top=Rule(2, "#a3260f"),
        background="#ABCDEF",
        on="#ABCDEF",
        colour="#1a1a1a",
        font="informing",
        weight=650,
        keep_together=True,
        place="wide",
        turn=270,
        measure=60 * MM,
        copies=8,
        cut=Rule(0.5, "#4a5557"),
        sizes=(64, 32.5),
        fit=90 * MM,
    )


def test_an_empty_ground_takes_away_what_another_selector_gave():
    theme = load(THEME + '[styles."p.box"]\nbackground = ""\n')
    assert theme.style("aside", ("box",)).background == "#eef3f3"
    assert theme.style("p", ("box",)).background == ""


@pytest.mark.parametrize(
    ("token", "wanted"),
    [
        ("size_pt = 0", "size_pt of x must be a number from 1 to 500."),
        ("size_pt = nan", "size_pt of x must be a number from 1 to 500."),
        ("leading_pt = true", "leading_pt of x must be a number from 1 to 500."),
        ("padding_mm = -1", "padding_mm of x must be a number from 0 to 1000."),
        ("padding_mm = [1, 2]", "padding_mm of x must be a number from 0 to 1000."),
        ("rise_pt = 2000", "rise_pt of x must be a number from -100 to 100."),
        ("weight = 1.5", "weight of x must be a whole number from 100 to 1000."),
        ("italic = 1", "italic of x must be true or false."),
        ("marker = 1", "marker of x must be a text."),
        ('align = "middle"', "align of x must be one of left, right, centre, justified."),
        ("align = [1]", "align of x must be one of left, right, centre, justified."),
        ('font = "title"', "font of x must be one of reading, informing."),
        ('columns = ["1em"]', 'columns of x must be widths such as "1fr" or "40mm".'),
        ('columns = ["nanfr"]', 'columns of x must be widths such as "1fr" or "40mm".'),
        ("columns = [1]", 'columns of x must be widths such as "1fr" or "40mm".'),
        ('columns = ""', 'columns of x must be a list of widths such as ["1fr", "40mm"], or an empty one.'),
        ('colour = ""', "colour of x must be #rrggbb or one of structure, accent, ground, ink, muted, paper."),
        ("background = 1", "background of x must be #rrggbb or one of structure, accent, ground, ink, muted, paper."),
        ("rule_top = 1", "rule_top of x must be { width_pt = …, colour = … }."),
        ("cut = true", "cut of x must be { width_pt = …, colour = … }."),
        ("turn = 45", "turn of x must be 90, 270, or 0 for upright."),
        ("turn = true", "turn of x must be 90, 270, or 0 for upright."),
        ("copies = 0", "copies of x must be a whole number from 1 to 20."),
        ("sizes_pt = 12", "sizes_pt of x must be a list of 1 to 16 sizes in points, the largest first."),
        ("sizes_pt = []", "sizes_pt of x must be a list of 1 to 16 sizes in points, the largest first."),
        ("sizes_pt = [12, 14]", "sizes_pt of x must be a list of 1 to 16 sizes in points, the largest first."),
        ("sizes_pt = [12, 12]", "sizes_pt of x must be a list of 1 to 16 sizes in points, the largest first."),
    ],
)
def test_a_value_that_a_token_cannot_have_is_named_with_those_it_can(token, wanted):
    text = THEME + "[styles.x]\n" + token
    assert mistakes(text) == [f"{text.count(chr(10)) + 1}: {wanted}"]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("[page]", "[pages]", '1: There is no part "pages" in a theme. Did you mean page?'),
        ("[page]", "based_on = 1\n[page]", "2: based_on must be the name of a template."),
        ("at_most = 4", 'notes = "side"', '4: notes must be "foot" or "end".'),
        ("at_most = 4", "sources = 1", '4: sources must be "list" or "notes".'),
        ("at_most = 4", 'note = "end"', '4: There is no token "note" of a page. Did you mean notes?'),
        ('"A5"', '"B5"', '3: There is no page size "B5". Sizes are A3, A4, A5, A6, letter, half-letter.'),
        ('"A5"', "[5]", '3: There is no page size "[5]". Sizes are A3, A4, A5, A6, letter, half-letter.'),
        ("at_most = 4", "at_most = true", "4: at_most must be a number of pages."),
        ("top_mm = 20", "top_mm = inf", "5: top_mm must be a length in mm, from 0 to 500."),
        (
            "top_mm = 20",
            "topp_mm = 20",
            '5: There is no token "topp_mm" of a page. Did you mean top_mm?',
        ),
        (
            "left_mm = 15",
            "left_mm = 120",
            "3: The margins leave no room for text on a page of size A5.",
        ),
        ('muted = "#4a5557"', "", "1: The colour muted is missing: charts are drawn in it."),
        ('paper = "#ffffff"', "paper = 1", "19: The colour paper must be #rrggbb."),
        (
            'regular = "source-serif',
            'roman = "source-serif',
            "21: fonts.reading needs the files regular and italic.",
        ),
        (
            "[styles.em]",
            "[styles.Em]",
            '1: "Em" is no element, .class, element.class, or one of them inside a .class, with its tokens.',
        ),
        (
            "italic = true",
            "itallic = true",
            '52: There is no token "itallic" in a style. Did you mean italic?',
        ),
    ],
)
def test_a_mistake_is_said_with_its_line(old, new, wanted):
    assert mistakes(changed(old, new)) == [wanted]


def test_all_mistakes_are_said_at_once():
    text = changed("size_pt = 10", "size_pt = 0").replace('"A5"', '"A9"').replace("italic = true", "italic = 2")
    assert len(mistakes(text)) == 3


def test_what_is_no_toml_is_said_with_its_place():
    (message,) = mistakes("[page]\nsize = A4")
    assert message.startswith("2: This is not TOML: ")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5), st.lists), st.data())
def test_no_value_of_any_token_ends_in_another_exception(value, data):
    name = data.draw(st.sampled_from(NAMES))
    try:
        field, _ = style_token(name, value, colours={"ink": "#000000"}, fonts=("reading",))
    except TokenError:
        return
    assert field in Style.__dataclass_fields__


# One theme over another.


def test_a_theme_lies_over_the_one_that_it_is_based_on():
    over = 'based_on = "small"\n[page]\nat_most = 2\n[styles.p]\nsize_pt = 12\n'
    theme = load(over, read_theme={"small": THEME}.__getitem__)
    assert (theme.page.at_most, theme.page.name) == (2, "A5")
    style = theme.style("p", ())
    assert (style.size, style.space_after) == (12, 7)


def test_the_theme_below_may_lie_over_another():
    themes = {"upper": 'based_on = "lower"\n[page]\nnotes = "end"\n[styles.p]\nsize_pt = 12\n', "lower": THEME}
    theme = load('based_on = "upper"\n[styles.p]\nleading_pt = 18\n', read_theme=themes.__getitem__)
    style = theme.style("p", ())
    assert (theme.page.notes, style.size, style.leading, style.space_after) == ("end", 12, 18, 7)


def test_themes_that_lie_over_each_other_are_refused():
    themes = {name: f'based_on = "{base}"\n' for name, base in {"one": "two", "two": "one"}.items()}
    (circle,) = mistakes('based_on = "one"\n' + THEME, read_theme=themes.__getitem__)
    assert circle == "1: Themes are based on each other in a circle: one, two. Take based_on out of one."


def test_a_rule_replaces_the_rule_below_it_whole():
    below = THEME + '[styles.x]\nrule_top = { width_pt = 2, colour = "accent" }\n'
    over = 'based_on = "below"\n[styles.x]\nrule_top = { width_pt = 1, colour = "ink" }\n'
    assert load(over, read_theme={"below": below}.__getitem__).style("x", ()).rule_top == Rule(1, "#1a1a1a")


def test_the_organisation_s_colours_take_the_place_of_the_theme_s():
    organisation = Organisation(name="O", position=Position("o.yaml"), colours=Colours(accent="#00AA00"))
    theme = load(THEME, organisation=organisation)
    assert (theme.colours["accent"], theme.colours["ink"]) == ("#00aa00", "#1a1a1a")


# Styles.


def test_text_tokens_are_handed_down_and_those_of_a_box_are_not():
    theme = small_theme()
    box = theme.style("aside", ("box",), theme.style("body", ()))
    inside = theme.style("p", (), box)
    assert (inside.size, inside.colour, inside.on) == (10, "#1a1a1a", "#eef3f3")
    assert (inside.background, inside.padding) == ("", Edges())


def test_an_element_with_a_class_goes_over_the_class_and_the_class_over_the_element():
    theme = load(THEME + '[styles.".k"]\nsize_pt = 11\nweight = 500\n[styles."p.k"]\nsize_pt = 12\n')
    style = theme.style("p", ("k",))
    assert (style.size, style.weight, style.space_after) == (12, 500, 7)


def test_an_element_inside_a_class_goes_over_all_others():
    theme = load(THEME + '[styles.".box p"]\nsize_pt = 9\n[styles."p.k"]\nsize_pt = 12\n')
    box = theme.style("aside", ("box",))
    assert theme.style("p", ("k",)).size == 12
    assert theme.style("p", ("k",), box).size == 9
    assert theme.style("p", ("k",), theme.style("div", (), box)).size == 9


def test_it_is_known_which_classes_are_styled():
    theme = load(THEME + '[styles."p.k"]\n[styles.".box .deep"]\n')
    assert [theme.knows_class(name) for name in ("box", "k", "deep", "other")] == [True, True, True, False]


def test_every_token_is_documented():
    table = (Path(__file__).parent.parent / "docs" / "themes.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in table] == []


def test_styles_are_kept_ready_up_to_a_bound(monkeypatch):
    monkeypatch.setattr("briefing.theme.theme._MOST_STYLES", 2)
    theme = replace(small_theme())
    body = theme.style("body", ())
    assert theme.style("body", ()) is body
    theme.style("p", (), body)
    theme.style("em", (), body)
    assert theme.style("body", ()) is not body
    assert theme.style("body", ()) == body


# Editions.

OF_EDITION = """
[sizes.A4.styles.h1]
size_pt = 30
[editions.large-print.page]
at_most = 9
least_pt = 16
numbers = "brackets"
[editions.large-print.colours]
ink = "#000000"
[editions.large-print.styles.h1]
size_pt = 26
[editions.large-print.sizes.A4.styles.h1]
size_pt = 40
"""


def test_tokens_of_an_edition_hold_in_that_edition_alone():
    screen = small_theme(OF_EDITION, "A4")
    large, larger = (small_theme(OF_EDITION, size, edition="large-print") for size in (None, "A4"))
    assert (screen.page.at_most, screen.page.least, screen.page.numbers) == (4, 0, "raised")
    assert (large.page.at_most, large.page.least, large.page.numbers) == (9, 16, "brackets")
    assert [theme.style("h1", ()).size for theme in (screen, large, larger)] == [30, 26, 40]
    assert screen.colours["ink"] != large.colours["ink"] == "#000000"


def test_what_is_smaller_than_the_least_is_lifted_with_its_leading():
    small = '[styles.small]\nsize_pt = 8\nleading_pt = 10\n[styles."sup.x"]\nsize_em = 0.5\n'
    theme = small_theme(OF_EDITION + small, edition="large-print")
    assert (theme.style("small", ()).size, theme.style("small", ()).leading) == (16, 20)
    assert theme.style("sup", ("x",), theme.style("h1", ())).size == 16
    assert theme.style("h1", ()).size == 26


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("[editions.huge.page]\nat_most = 1", 'There is no edition "huge". Editions are {}.'),
        ("[editions.screen.fonts]", "editions.screen takes the parts page, panels, colours, styles, sizes."),
        ("[editions.screen.sizes.A9]", 'There is no page size "A9". Sizes are A3, A4, A5, A6, letter, half-letter.'),
        ("[editions.screen.sizes.A5.colours]", "editions.screen.sizes.A5 takes the parts page, panels, styles."),
    ],
)
def test_what_an_edition_cannot_have_is_said(more, message):
    with pytest.raises(TemplateError) as caught:
        small_theme("\n" + more)
    assert [each.message for each in caught.value.diagnostics] == [message.format(", ".join(EDITIONS))]


@pytest.mark.parametrize(
    "more",
    [
        "[editions.huge.page]\nat_most = 1",
        "[editions.screen.fonts]",
        "[editions.screen.sizes.A9]",
        "[editions.screen.sizes.A5.colours]",
        "[sizes.A9.page]",
        '[sizes.A5.colours]\nink = "#000000"',
        "[editions.screen.page.margins]\nleft_mm = 3",
    ],
)
def test_what_an_edition_or_a_size_cannot_have_is_found_at_its_head(more):
    with pytest.raises(TemplateError) as caught:
        small_theme(f"\n{more}\n")
    assert [each.position.line for each in caught.value.diagnostics] == [THEME.count("\n") + 2]


@pytest.mark.parametrize("more", ["[sizes]\nA5 = 1", "[sizes]\nA9 = 1", "[editions.screen]\nfonts = 1"])
def test_what_is_no_table_is_found_at_its_line(more):
    with pytest.raises(TemplateError) as caught:
        small_theme(f"\n{more}\n")
    assert [each.position.line for each in caught.value.diagnostics] == [THEME.count("\n") + 3]


def test_a_mistake_under_an_edition_is_found_at_its_line():
    with pytest.raises(TemplateError) as caught:
        small_theme("\n[editions.large-print.styles.h1]\nsize_pt = -1\n", edition="large-print")
    (found,) = caught.value.diagnostics
    assert (found.message, found.position.line) == (
        "size_pt of h1 must be a number from 1 to 500.",
        (THEME + "\n[editions.large-print.styles.h1]\n").count("\n") + 1,
    )


# Sizes of page.


def test_half_letter_takes_what_is_said_of_a5_and_lays_its_own_over_it():
    said = """
[sizes.A5.page]
at_most = 9
left_mm = 21
[sizes.half-letter.page]
left_mm = 17
[editions.large-print.sizes.A5.page]
left_mm = 12
"""
    page = small_theme(said, "half-letter").page
    assert (page.name, page.at_most, page.left) == ("half-letter", 9, pytest.approx(17 / 25.4 * 72))
    assert (page.width, page.height) == (pytest.approx(5.5 * 72), pytest.approx(8.5 * 72))
    assert small_theme(said, "half-letter", edition="large-print").page.left == pytest.approx(12 / 25.4 * 72)
    assert small_theme(said, "A5").page.left == pytest.approx(21 / 25.4 * 72)


OF_SIZE = """
[sizes.A4.page]
at_most = 9
[sizes.A4.styles.h1]
size_pt = 30
"""


def test_tokens_of_a_size_hold_on_pages_of_that_size_alone():
    small, large = small_theme(OF_SIZE), small_theme(OF_SIZE, "A4")
    assert (small.page.at_most, small.style("h1", ()).size, small.style("h1", ()).leading) == (4, 18, 24)
    assert (large.page.at_most, large.style("h1", ()).size, large.style("h1", ()).leading) == (9, 30, 24)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("[sizes.A9.page]\nat_most = 1", 'There is no page size "A9". Sizes are A3, A4, A5, A6, letter, half-letter.'),
        ('[sizes.A5.colours]\nink = "#000000"', "sizes.A5 takes the parts page, panels, styles."),
        ("[sizes]\nA5 = 1", "sizes.A5 takes the parts page, panels, styles."),
    ],
)
def test_what_a_size_cannot_have_is_said(more, message):
    with pytest.raises(TemplateError) as caught:
        small_theme("\n" + more)
    assert [each.message for each in caught.value.diagnostics] == [message]


def test_a_mistake_under_a_size_is_found_at_its_line():
    with pytest.raises(TemplateError) as caught:
        small_theme("\n[sizes.A5.styles.h1]\nsize_pt = -1\n")
    (found,) = caught.value.diagnostics
    assert (found.message, found.position.line) == (
        "size_pt of h1 must be a number from 1 to 500.",
        (THEME + "\n[sizes.A5.styles.h1]\n").count("\n") + 1,
    )

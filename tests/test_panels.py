"""Panels: areas of pages with a fixed place, what runs through them, and what does not fit."""

from __future__ import annotations

import re

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting_tools import THEME, library, page_of, read_font

from briefing.errors import LayoutError, TemplateError
from briefing.pdf.press_sheet import on_press_sheets
from briefing.theme import Theme, load_theme
from briefing.typesetting import SetDocument, set_document
from briefing.typesetting.blocks.block import Strip
from briefing.typesetting.pagination import Chain, Frame, Measured, Room, fill_panels

MM = 72 / 25.4

LEAFLET = """
[panels.cover]
left_mm = 10
top_mm = 10
width_mm = 60
height_mm = 80
background = "structure"

[[panels.inside]]
page = 2
column = "1/2"
padding_mm = 10

[[panels.inside]]
page = 2
column = "2/2"
padding_mm = 10

[styles.".cover"]
place = "cover"
colour = "paper"

[styles.".inside"]
place = "inside"
"""


def theme_of(more: str = LEAFLET, **options) -> Theme:
    text = THEME.replace("at_most = 4", 'at_most = 4\nnotes = "end"')
    return load_theme(text + more, file="small/theme.toml", read_font=read_font, **options)


def mistakes(more: str, **options) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        theme_of(more, **options)
    return [f"{each.message} {each.hint}".rstrip() for each in caught.value.diagnostics]


def set_in(theme: Theme, main: str, *, language: str = "en") -> SetDocument:
    return set_document(page_of(main, language=language), theme, fonts=library(), pictures={}, drawings={})


# The theme.


def test_areas_are_told_in_millimetres_or_as_columns_of_the_page():
    panels = theme_of().panels
    (cover,) = panels["cover"].areas
    assert (cover.page, cover.left, cover.top, cover.width, cover.height) == pytest.approx(
        (1, 10 * MM, 10 * MM, 60 * MM, 80 * MM)
    )
    assert (panels["cover"].background, panels["cover"].standing) == ("#123a45", "top")
    first, second = panels["inside"].areas
    assert (first.left, second.left, second.width, second.height) == pytest.approx((0, 74 * MM, 74 * MM, 210 * MM))
    assert (second.text_width, second.text_height) == pytest.approx((54 * MM, 190 * MM))


def test_a_page_can_lie_on_its_side():
    page = theme_of("", size="A4").page
    turned = load_theme(
        THEME.replace('size = "A5"', 'size = "A4"\norientation = "landscape"'), file="t.toml", read_font=read_font
    ).page
    assert (turned.name, turned.width, turned.height) == ("A4 landscape", page.height, page.width)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "[panels.side]\nwidth_mm = 50",
            '"side" can be no panel: its name is small letters, and not main, side, beside, wide.',
        ),
        ("[panels]\ncover = 3", "The panel cover must be a table, or from 1 to 64 tables."),
        ("[panels.cover]\nleft = 3", 'There is no token "left" of a panel. Did you mean left_mm?'),
        ("[panels.cover]\npage = 5", "page of the panel cover must be the number of a page, from 1 to 4."),
        ('[panels.cover]\ncolumn = "3/2"', 'column of the panel cover must be one of several columns such as "2/3".'),
        (
            '[panels.cover]\ncolumn = "1/2"\nleft_mm = 3',
            "The panel cover has a column: leave out left_mm and width_mm.",
        ),
        ('[panels.cover]\nleft_mm = "3"', "left_mm of the panel cover must be a number from 0 to 1000."),
        (
            "[panels.cover]\nleft_mm = 100\nwidth_mm = 50",
            "The panel cover goes beyond the page, which has 148 × 210 mm.",
        ),
        ("[panels.cover]\npadding_mm = 74", "The panel cover has no room for text."),
        ('[panels.cover]\nstanding = "up"', "standing of the panel cover must be one of top, middle, bottom."),
        (
            '[panels.cover]\nbackground = "blue"',
            "background of the panel cover must be #rrggbb or one of structure, accent, ground, ink, muted, paper.",
        ),
        (
            "[[panels.cover]]\nwidth_mm = 50\n[[panels.cover]]\nwidth_mm = 60.5",
            "All areas of the panel cover must have lines of the same length; these have 50 and 60.5 mm.",
        ),
        (
            '[[panels.cover]]\n[[panels.cover]]\nbackground = "ground"',
            "All areas of the panel cover must have the same background, standing, holds and smaller, and be "
            "balanced or not.",
        ),
        ("[panels.cover]\nholds = 3", "holds of the panel cover must be a line of 1 to 120 letters."),
        ('[panels.cover]\nholds = "a\\nb"', "holds of the panel cover must be a line of 1 to 120 letters."),
        *(
            (
                f"[panels.cover]\nsmaller = {shares}",
                "smaller of the panel cover must be 1 to 6 shares from 0.5 to less than 1, the largest first.",
            )
            for shares in ("0.9", "[]", "[1]", "[0.4]", "[0.8, 0.9]", "[0.9, 0.9]", '["small"]')
        ),
        (
            '[styles.".x"]\nplace = "cover"',
            "place of .x must be one of main, side, beside, wide.",
        ),
    ],
)
def test_what_a_panel_cannot_have_is_said(more, said):
    assert mistakes(more) == [said]


def test_a_theme_with_panels_has_its_notes_at_the_end():
    with pytest.raises(TemplateError) as caught:
        load_theme(THEME + "[panels.cover]\n", file="small/theme.toml", read_font=read_font)
    assert [each.message for each in caught.value.diagnostics] == [
        'A theme with panels has its notes at the end, for a panel has no foot: write notes = "end".'
    ]


def test_a_mistake_in_a_chain_of_areas_is_found_at_its_line():
    with pytest.raises(TemplateError) as caught:
        theme_of("[[panels.inside]]\ntop_mm = 1\n[[panels.inside]]\nright_mm = 3\n")
    (found,) = caught.value.diagnostics
    whole = THEME.replace("at_most = 4", 'at_most = 4\nnotes = "end"') + "[[panels.inside]]\ntop_mm = 1\n\n\n"
    assert found.position.line == whole.count("\n")


def made_for(page: str) -> str:
    return THEME.replace("at_most = 4", f"at_most = 4\n{page}")


@pytest.mark.parametrize(
    ("page", "options", "said"),
    [
        (
            'sizes = ["A5", "letter"]',
            {"size": "A4"},
            (
                "unsuitable-page",
                "The template small is not made for A4; it is made for A5 and letter.",
                "Leave out --page, or ask for one of these: --page A5.",
            ),
        ),
        (
            'editions = ["screen", "grey"]',
            {"edition": "large-print"},
            (
                "unsuitable-edition",
                "The template small is not made in the edition large-print; it is made in screen and grey.",
                "The template handout can be made in every edition: --template handout --edition large-print.",
            ),
        ),
        ('sizes = "A4"', {}, ("theme", 'sizes must be a list of names, such as ["A3", "A4"].', "")),
        ("editions = [1]", {}, ("theme", 'editions must be a list of names, such as ["screen", "large-print"].', "")),
        ("folds_mm = [148]", {}, ("theme", "folds_mm must be a list of lengths from 0 to 148, such as [97, 197].", "")),
        ('fold_marks = "no"', {}, ("theme", 'fold_marks must be "inside" or "outside".', "")),
    ],
)
def test_what_a_theme_is_not_made_for_is_refused_by_name(page, options, said):
    with pytest.raises(TemplateError) as caught:
        load_theme(made_for(page), file="small/theme.toml", read_font=read_font, **options)
    assert [(each.id, each.message, each.hint) for each in caught.value.diagnostics] == [said]


_ANY = st.recursive(
    st.one_of(
        st.integers(-9, 2000),
        st.floats(allow_nan=False, width=16),
        st.booleans(),
        st.sampled_from(["1/2", "9/3", "ground", "top", ""]),
    ),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=4,
)
_TABLES = st.dictionaries(
    st.sampled_from(
        [
            "page",
            "column",
            "left_mm",
            "top_mm",
            "width_mm",
            "height_mm",
            "padding_mm",
            "background",
            "standing",
            "mirrored",
            "x",
        ]
    ),
    _ANY,
    max_size=4,
)


def as_toml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else repr(value).replace("inf", "1e300")


@settings(max_examples=examples(80), deadline=None)
@given(st.lists(_TABLES, min_size=1, max_size=3), st.sampled_from(["[{}]", "[[{}]]"]))
def test_whatever_a_panel_says_is_read_or_refused(tables, head):
    tables = tables if head == "[[{}]]" else tables[:1]
    text = "".join(
        f"{head.format('panels.cover')}\n" + "".join(f"{key} = {as_toml(value)}\n" for key, value in table.items())
        for table in tables
    )
    try:
        theme = theme_of(text)
    except TemplateError as error:
        assert all(each.position and each.position.file == "small/theme.toml" for each in error.diagnostics)
    else:
        for area in theme.panels["cover"].areas:
            assert 1 <= area.page <= theme.page.at_most
            assert 0 <= area.left <= area.left + area.width <= theme.page.width + 0.2
            assert 0 <= area.top <= area.top + area.height <= theme.page.height + 0.2
            assert min(area.text_width, area.text_height) > 0


# Filling.


def measured(*heights: float, panel: str = "p", **flags) -> Measured:
    strips = tuple(Strip(height) for height in heights)
    known = {"keep_with_next": False, "forced": False, "forbidden": False} | flags
    return Measured(strips, "main", 0, 0, repeated=lambda _: 0.0, panel=panel, **known)


def chain(*heights: float, below: float = 0.0, balanced: bool = False) -> Chain:
    rooms = tuple(Room(number, Frame(10, 10 + height)) for number, height in enumerate(heights))
    return Chain(rooms, below, balanced)


def placed(blocks, panel: Chain):
    return [(each.block, each.first, each.last, each.page, each.y) for each in fill_panels(blocks, {"p": panel}).places]


def test_text_runs_from_one_area_to_the_next():
    assert placed([measured(10, 10, 10), measured(10)], chain(20, 30)) == [
        (0, 0, 2, 0, 10),
        (0, 2, 3, 1, 10),
        (1, 0, 1, 1, 20),
    ]


def test_a_heading_goes_to_the_next_area_with_its_text():
    blocks = [measured(10), measured(10, keep_with_next=True), measured(10, 10)]
    assert placed(blocks, chain(20, 40))[1:] == [(1, 0, 1, 1, 10), (2, 0, 2, 1, 20)]


@pytest.mark.parametrize(("below", "y"), [(0.0, 10), (0.5, 25), (1.0, 40)])
def test_text_stands_at_the_top_in_the_middle_or_at_the_bottom(below, y):
    assert placed([measured(10, 10)], chain(50, below=below)) == [(0, 0, 2, 0, y)]


def test_blocks_of_other_panels_and_of_none_are_left_alone():
    found = fill_panels([measured(10, panel=""), measured(10, panel="q")], {"p": chain(20)})
    assert found == ([], [], [])


def test_how_much_is_too_much_is_said_for_the_panel():
    found = fill_panels([measured(10, 10), measured(10, 15)], {"p": chain(20, 15)})
    assert [(each.panel, each.by, each.blocks) for each in found.overfull] == [("p", 15, (0, 1))]
    assert all(place.page < 2 for place in found.places)


def test_what_no_area_can_hold_is_said_once():
    found = fill_panels([measured(50)], {"p": chain(20)})
    assert [(each.block, each.by, each.panel) for each in found.too_tall] == [(0, 30, "p")]
    assert not found.overfull


def test_balanced_areas_are_filled_to_about_the_same_height():
    blocks = [measured(10) for _ in range(7)]
    areas = [place[3] for place in placed(blocks, chain(60, 60, 60, balanced=True))]
    assert areas == [0, 0, 0, 1, 1, 1, 2]
    assert [place[3] for place in placed(blocks, chain(60, 60, 60))] == [0, 0, 0, 0, 0, 0, 1]
    assert placed(blocks * 3, chain(60, 60, 60, balanced=True)) == placed(blocks * 3, chain(60, 60, 60))


_HEIGHTS = st.lists(st.integers(1, 12), min_size=1, max_size=6)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(_HEIGHTS, max_size=8),
    st.lists(st.integers(12, 60), min_size=1, max_size=4),
    st.sampled_from([0, 0.5, 1]),
    st.booleans(),
)
def test_all_strips_stand_in_order_within_the_areas_or_are_counted(blocks, rooms, below, balanced):
    panel = chain(*rooms, below=below, balanced=balanced)
    found = fill_panels([measured(*each) for each in blocks], {"p": panel})
    strips = [(each.block, index) for each in found.places for index in range(each.first, each.last)]
    assert strips == sorted(strips)
    for each in found.places:
        frame = panel.rooms[each.number].frame
        assert frame.top <= each.y
        assert each.y + sum(blocks[each.block][each.first : each.last]) <= frame.bottom + 0.02
    missing = sum(map(sum, blocks)) - sum(blocks[block][index] for block, index in strips)
    assert missing == sum(each.by for each in found.overfull)


# Pages.

COVER = '<div class="cover"><p>Cover</p></div>'


def test_a_block_stands_in_the_panel_that_its_style_names_and_in_its_colours():
    document = set_in(theme_of(), '<div class="cover"><h1>Cover</h1></div><div class="inside"><p>Inside</p></div>')
    cover, inside = document.pages
    ground, heading = cover.fragments
    assert (ground.x, ground.y, ground.fragment.width) == pytest.approx((10 * MM, 120 * MM, 60 * MM))
    assert (heading.x, heading.fragment.width) == pytest.approx((10 * MM, 60 * MM))
    assert [placed.x for placed in inside.fragments] == pytest.approx([10 * MM])


def test_a_panel_may_hold_the_markers_of_notes_at_the_end():
    marker = '<a class="noteref" href="#note-1">1</a>'
    note = '<div class="note" id="note-1"><p>A note.</p></div>'
    document = set_in(theme_of(), f'<div class="cover"><p>Words{marker}</p></div>{note}')
    assert len(document.pages) == 1


def test_a_panel_that_is_not_mirrored_stays_where_it_is():
    fixed = LEAFLET.replace("[panels.cover]\n", "[panels.cover]\nmirrored = false\n")
    places = [
        [placed.x for placed in set_in(theme_of(fixed), COVER, language=language).pages[0].fragments]
        for language in ("en", "ar")
    ]
    assert places[0] == places[1]
    assert places[0] != [placed.x for placed in set_in(theme_of(), COVER, language="ar").pages[0].fragments]


def test_from_right_to_left_panels_are_mirrored():
    document = set_in(theme_of(), COVER, language="ar")
    assert [placed.x for placed in document.pages[0].fragments] == pytest.approx([78 * MM, 78 * MM])


def test_text_too_pale_for_the_ground_of_its_panel_is_refused():
    with pytest.raises(LayoutError) as caught:
        set_in(theme_of(LEAFLET.replace('colour = "paper"', 'colour = "ink"')), '<div class="cover"><p>Cover</p></div>')
    assert [each.id for each in caught.value.diagnostics] == ["low-contrast"]


def test_an_overfull_panel_is_one_message_that_names_the_longest_block():
    words = "<p>One line alone.</p>" + f'<p data-at="briefing.md:7:1">{"Many words. " * 40}</p>' * 9
    with pytest.raises(LayoutError) as caught:
        set_in(theme_of(), f'<div class="cover">{words}</div>')
    (found,) = caught.value.diagnostics
    assert (found.id, found.message, found.hint) == (
        "panel-overfull",
        'The panel "cover" has no room for all that stands in it: about 130 lines too many.',
        "Shorten the text, or choose another template. The longest block is a paragraph (briefing.md:7:1).",
    )


SMALLER = LEAFLET.replace("[panels.cover]\n", '[panels.cover]\nsmaller = [0.9, 0.8]\nholds = "the title"\n')


def letters_in(document: SetDocument) -> set[float]:
    return {
        round(operation.size, 2)
        for page in document.pages
        for placed in page.fragments
        for operation in placed.fragment.operations
        if hasattr(operation, "texts")
    }


def test_an_overfull_panel_takes_the_largest_of_its_smaller_letters_that_fit():
    found = {}
    for count in (2, 42, 50):
        text = f'<div class="cover"><p>{"Many words. " * count}</p></div><p>On the page.</p>'
        found[count] = letters_in(set_in(theme_of(SMALLER), text))
    assert found == {2: {10}, 42: {10, 9}, 50: {10, 8}}


def test_a_panel_that_is_overfull_in_its_smallest_letters_says_what_it_holds():
    with pytest.raises(LayoutError) as caught:
        set_in(theme_of(SMALLER), f'<div class="cover"><p>{"Many words. " * 400}</p></div>')
    (found,) = caught.value.diagnostics
    assert found.message.startswith('The panel "cover", which holds the title, has no room for all that stands in it: ')


def test_letters_in_a_panel_never_become_smaller_than_8_points():
    theme = theme_of(SMALLER.replace("[0.9, 0.8]", "[0.5]") + '[styles.".small"]\nsize_pt = 7\nleading_pt = 8\n')
    words = "<p>Many words.</p>" * 14 + '<p class="small">Small.</p>'
    assert letters_in(set_in(theme, f'<div class="cover">{words}</div>')) == {8, 7}


FOLDED = "at_most = 4\nfolds_mm = [40]"


@pytest.mark.parametrize(("language", "folds"), [("en", [40, 108]), ("ar", [108, 40])])
def test_both_sides_of_a_leaf_are_folded_in_the_same_places(language, folds):
    text = THEME.replace("at_most = 4", FOLDED + '\nfold_marks = "outside"')
    theme = load_theme(text, file="small/theme.toml", read_font=read_font)
    document = set_in(theme, '<p>One</p><p data-break="before">Two</p>', language=language)
    assert [page.folds for page in document.pages] == [pytest.approx((fold * MM,)) for fold in folds]


def test_folds_are_marked_on_the_page_where_office_printers_print():
    theme = load_theme(THEME.replace("at_most = 4", FOLDED), file="small/theme.toml", read_font=read_font)
    (page,) = set_in(theme, "<p>One</p>").pages
    assert not page.folds
    marks = page.fragments[0]
    assert (marks.x, marks.y) == pytest.approx((5 * MM, 5 * MM))
    drawn = [each for each in marks.fragment.operations if isinstance(each, str) and " re " in each]
    assert drawn == ["n 99.0126 0 .4 8.503937 re f*", "n 99.0126 558.4252 .4 8.503937 re f*"]


def test_a_ground_that_reaches_the_edge_goes_on_into_the_bleed():
    (ground, _) = (
        set_in(theme_of(LEAFLET.replace("left_mm = 10\ntop_mm = 10", "top_mm = 10")), COVER).pages[0].fragments
    )
    assert (ground.x, ground.y, ground.fragment.width) == pytest.approx((-3 * MM, 120 * MM, 63 * MM))


def test_a_press_is_shown_where_to_fold_outside_of_the_bleed():
    theme = load_theme(
        THEME.replace("at_most = 4", f'{FOLDED}\nfold_marks = "outside"'), file="small/theme.toml", read_font=read_font
    )
    (page,) = on_press_sheets(set_in(theme, "<p>One</p>")).pages
    _, marks, _ = page.fragments[-1].fragment.operations
    dashed = marks.partition(" [3 3] 0 d ")[2]
    fold, height = (15 + 40) * MM, (210 + 30) * MM
    ends = [float(number) for number in re.findall(r"[\d.]+", dashed.removesuffix(" S Q"))]
    lower, upper = (fold, 11 * MM, fold, 1 * MM), (fold, height - 11 * MM, fold, height - 1 * MM)
    assert ends == pytest.approx([*lower, *upper], abs=0.01)


def test_a_block_in_a_box_has_no_panel_of_its_own():
    with pytest.raises(LayoutError) as caught:
        set_in(theme_of(), f'<aside class="box">{COVER}</aside>')
    (found,) = caught.value.diagnostics
    assert (found.id, found.message, found.hint) == (
        "nested-panel",
        'A block inside of a box cannot stand in the panel "cover".',
        "Say the place of the box in the theme, in place of that of the block.",
    )

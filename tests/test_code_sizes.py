"""How large codes and printed addresses are, by their reading distance, and codes that cannot be made."""

from __future__ import annotations

import pytest
import segno
from typesetting_tools import set_text

from briefing.errors import Diagnostic, LayoutError, Position
from briefing.theme import POINTS_PER_MM, Style, least_module, least_side, least_x_height
from briefing.typesetting.blocks.codes import _CAPACITIES, QrBlock

PLACE = Position("briefing.md", 7, 3)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "https://example.org/" + "x" * 2980,
            "briefing.md:7:3  error  qr-too-long\n"
            "  The link has 3000 characters: too long for a code that paper can carry.\n"
            "  Use a shorter link.",
        ),
        (
            "https://example.org/\ud800",
            "briefing.md:7:3  error  qr-letters\n  The link holds half a character, which no code can carry.",
        ),
    ],
)
def test_a_link_that_no_code_can_carry_is_refused_with_its_place(link: str, message: str) -> None:
    found: list[Diagnostic] = []
    block = QrBlock(link, 1, Style(), wanted="40mm", diagnostics=found, position=PLACE)
    assert block.measure(200)
    assert [str(each) for each in found] == [message]


def refusals(main: str, more: str = "") -> list[str]:
    with pytest.raises(LayoutError) as caught:
        set_text(main, more=more)
    return [str(each) for each in caught.value.diagnostics]


def code(letters: int, width: str, classes: str = "held") -> str:
    text = ("https://example.org/" + "x" * letters)[:letters]
    attributes = f'data-qr="{text}" data-width="{width}" data-at="briefing.md:7:9"'
    return f'<div class="{classes}"><img alt="A code" {attributes}></div>'


FAR = """
[styles.".held"]
space_after_pt = 0
[styles.".far"]
reading_distance_mm = 1000
[styles.".near"]
reading_distance_mm = 150
[styles.".short-url"]
size_pt = 9
"""


@pytest.mark.parametrize(
    ("distance_mm", "modules", "side_mm"),
    [
        (300, 21, 30),
        (300, 49, 30),
        (300, 57, 32.5),
        (150, 21, 20),
        (150, 33, 20.5),
        (1000, 21, 100),
        (1000, 57, 108.33),
    ],
)
def test_the_least_side_follows_from_distance_and_modules(distance_mm: float, modules: int, side_mm: float) -> None:
    assert least_side(distance_mm * POINTS_PER_MM, modules) / POINTS_PER_MM == pytest.approx(side_mm, abs=0.05)


def test_modules_grow_with_the_distance_and_shrink_no_further() -> None:
    found = [least_module(mm * POINTS_PER_MM) / POINTS_PER_MM for mm in (100, 300, 600, 1200)]
    assert found == pytest.approx([0.5, 0.5, 1.0, 2.0])


def test_an_x_is_a_two_hundredth_of_the_distance() -> None:
    assert least_x_height(300) == 1.5


def test_what_a_code_is_said_to_hold_it_holds() -> None:
    for index, most in enumerate(_CAPACITIES):
        assert segno.make("a" * most, error="q", micro=False).version == index + 1
        assert segno.make("a" * (most + 1), error="q", micro=False).version == index + 2


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            code(120, "28mm", "near"),
            "briefing.md:7:9  error  qr-too-small\n"
            "  The QR code's modules are 0.46 mm wide; to read them from 0.15 m away, phones need 0.50 mm.\n"
            "  Give it 31 mm in the theme, or use a shorter link, of at most 86 letters.",
        ),
        (
            code(30, "90mm", "far"),
            "briefing.md:7:9  error  qr-too-small\n"
            "  The QR code is 90.0 mm wide; to read it from 1 m away, phones need 100 mm.\n"
            "  Give it 100 mm in the theme; if it is read from nearer, say how near with reading_distance_mm.",
        ),
        (
            '<div class="far"><p class="short-url" data-at="briefing.md:8:9">example.org/sign</p></div>',
            "briefing.md:8:9  error  address-too-small\n"
            "  The letter x of the printed address is 1.5 mm high, in 9 points; to read it from 1 m away, people need "
            "5.0 mm.\n"
            "  In theme.toml, give the style .short-url at least 29.9 points.",
        ),
    ],
)
def test_what_is_too_small_for_its_distance_is_refused_with_its_place(html: str, message: str) -> None:
    assert refusals(html, FAR) == [message]


@pytest.mark.parametrize(
    "html",
    [
        code(30, "30mm"),
        code(30, "20mm", "near"),
        code(120, "30.5mm", "near"),
        code(30, "100mm", "far"),
        '<p class="short-url">example.org/sign</p>',
        '<div class="far"><p>Text that is no address may be as small as it was.</p></div>',
    ],
)
def test_what_is_large_enough_is_set(html: str) -> None:
    assert set_text(html, more=FAR).diagnostics == ()


def test_a_set_page_knows_its_codes_and_where_they_stand() -> None:
    document = set_text(code(30, "40mm"), more=FAR)
    ((placed, area),) = [(each, area) for each in document.pages[0].fragments for area in each.fragment.codes]
    assert area.text == "https://example.org/xxxxxxxxxx"
    assert area.position == Position("briefing.md", 7, 9)
    assert (area.right - area.left, area.top - area.bottom) == pytest.approx((40 * POINTS_PER_MM,) * 2)
    assert placed.y > 0

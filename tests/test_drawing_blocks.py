"""Drawings on pages: where they are cut, what is told of their parts, what they stand on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pdf_tools import Read
from typesetting_tools import library, pdf_of, set_text, small_theme

from briefing.errors import Diagnostic, LayoutError, Severity
from briefing.model import Ink, Measure, PathMark, Surface, TextStyle
from briefing.model.edtf import Point
from briefing.model.wording import axis_words
from briefing.press.fallback import FallbackLookup
from briefing.typesetting import FontLibrary
from briefing.typesetting.blocks.drawing import FontMeasure

PAGE = 595.3 - 2 * 20 * 72 / 25.4
"""Height of the text of an A5 page of the small theme, in points."""
FIGURE = (
    '<figure><figcaption data-continued="(goes on)">Ladder</figcaption><img data-drawing="ladder" alt="All."></figure>'
)


@dataclass(frozen=True)
class Rungs:
    """Strips with a line each, as high as they are told to be."""

    strips: tuple[float, ...]
    width: float
    problems: tuple[Diagnostic, ...] = ()

    def draw(self, surface: Surface, first: int, last: int) -> None:
        height = 0.0
        for strip in reversed(self.strips[first:last]):
            steps = (("move", (0.0, height + 1)), ("line", (self.width, height + 1)))
            surface.path(PathMark(steps, stroke="#000000"))
            height += strip

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        return f"{part}/{parts}: {first} to {last}"


@dataclass(frozen=True)
class Ladder:
    strips: tuple[float, ...] = (20.0,) * 40
    inks: tuple[Ink, ...] = ()
    problem: str = ""
    severity: Severity = "error"

    def placed(self, width: float, measure: Measure, limit: float) -> Rungs:
        problem = Diagnostic(self.severity, "ladder", self.problem.format(limit=limit))
        return Rungs(self.strips, width, (problem,) if self.problem else ())


def alternatives(ladder: Ladder, main: str = FIGURE) -> list[str]:
    file = Read(pdf_of(main, drawings={"ladder": ladder}))
    return [str(each.element["/Alt"]) for each in file.elements("Figure")]


@pytest.mark.parametrize("language", ["fa-AF", "he", "ka", "ps"])
def test_letters_of_another_font_are_measured_by_their_ink(language: str) -> None:
    """A chart knows how tall they are, and no label leaves its figure."""
    fonts = FontLibrary(small_theme().fonts, FallbackLookup())
    style = TextStyle(8.0)
    own, english = FontMeasure(fonts, language), FontMeasure(fonts, "en")
    assert own.ascent(style) >= english.ascent(style)
    assert own.descent(style) >= english.descent(style)
    for month in range(1, 13):
        for box in own.boxes(axis_words(Point(2000, month), language, with_year=False), style):
            if box.run.font is not fonts.font(own.style(style)):
                reaches = [box.run.font.reach(glyph.id, glyph.dy) for glyph in box.glyphs]
                assert max(above for _, above in reaches) * box.run.style.size / 1000 <= own.ascent(style)
                assert max(below for below, _ in reaches) * box.run.style.size / 1000 <= own.descent(style)


def test_letters_of_the_font_of_the_document_reach_to_their_capitals() -> None:
    measure, font = FontMeasure(library(), "en"), library().font(FontMeasure(library(), "en").style(TextStyle(8.0)))
    assert measure.ascent(TextStyle(8.0)) == font.cap_height * 8 / 1000


def test_a_drawing_is_cut_between_its_strips_and_each_part_is_a_figure() -> None:
    assert alternatives(Ladder()) == ["1/2: 0 to 24", "2/2: 24 to 40"]
    assert alternatives(Ladder((20.0,) * 10)) == ["1/1: 0 to 10"]


@pytest.mark.parametrize(
    ("strips", "parts"),
    [
        ((300.0, 300.0, 300.0), ["1/3: 0 to 1", "2/3: 1 to 2", "3/3: 2 to 3"]),
        ((200.0, 200.0, 200.0), ["1/2: 0 to 2", "2/2: 2 to 3"]),
        ((20.0,) * 25, ["1/2: 0 to 23", "2/2: 23 to 25"]),
        ((460.0, 30.0), ["1/2: 0 to 1", "2/2: 1 to 2"]),
    ],
)
def test_no_low_strip_stands_alone(strips: tuple[float, ...], parts: list[str]) -> None:
    assert alternatives(Ladder(strips)) == parts


def test_a_low_drawing_goes_to_the_next_page_whole() -> None:
    text = "<p>Text.</p>" * 15
    file = Read(pdf_of(text + FIGURE, drawings={"ladder": Ladder((20.0,) * 11)}))
    (figure,) = file.elements("Figure")
    assert (str(figure.element["/Alt"]), file.page_number(figure.element.Pg)) == ("1/1: 0 to 11", 1)


def test_the_caption_stands_again_above_a_part_and_is_no_content_there() -> None:
    file = Read(pdf_of(FIGURE, drawings={"ladder": Ladder()}))
    assert [node.plain() for node in file.elements("Caption")] == [("Caption", "Ladder")]
    untold = ["".join(each.text for each in page if each.mcid is None) for page in file.sequences]
    assert untold == ["", "Ladder (goes on)"]


def test_a_caption_below_stands_in_the_last_part() -> None:
    below = '<figure><img data-drawing="ladder" alt="All."><figcaption>Ladder</figcaption></figure>'
    first, last = Read(pdf_of(below, drawings={"ladder": Ladder()})).elements("Figure")
    assert [node.plain() for node in last.walk()][1:] == [("Caption", "Ladder")]
    assert [node.plain() for node in first.walk()][1:] == []


def test_what_stands_with_a_drawing_is_taken_off_its_room() -> None:
    ladder = Ladder(problem="{limit:.1f}")
    room = {}
    for name, main in {
        "alone": '<img data-drawing="ladder" alt="All.">',
        "captioned": '<figure><figcaption>Ladder</figcaption><img data-drawing="ladder" alt="All."></figure>',
        "boxed": '<div class="box"><img data-drawing="ladder" alt="All."></div>',
    }.items():
        with pytest.raises(LayoutError) as caught:
            set_text(main, drawings={"ladder": ladder})
        (problem,) = caught.value.diagnostics
        room[name] = float(problem.message)
    assert room["alone"] == pytest.approx(PAGE, abs=0.1)
    assert room["captioned"] == pytest.approx(PAGE - 14, abs=0.1)
    assert room["boxed"] == pytest.approx(PAGE - 2 * 3 * 72 / 25.4, abs=0.1)


def test_what_cannot_be_drawn_is_said_at_the_place_of_the_figure() -> None:
    with pytest.raises(LayoutError) as caught:
        set_text(
            '<div data-at="briefing.md:9:1">' + FIGURE + "</div>", drawings={"ladder": Ladder(problem="Too wide.")}
        )
    assert [str(each) for each in caught.value.diagnostics] == ["briefing.md:9:1  error  ladder\n  Too wide."]


def test_a_warning_is_said_once_at_the_place_of_the_figure() -> None:
    main = f'<div data-at="briefing.md:9:1">{FIGURE}</div>'
    document = set_text(main, drawings={"ladder": Ladder(problem="Narrow.", severity="warning")})
    assert [str(each) for each in document.diagnostics] == ["briefing.md:9:1  warning  ladder\n  Narrow."]


@pytest.mark.parametrize(
    ("ink", "main", "message"),
    [
        (
            Ink("accent", "#d0d0d0", for_text=True),
            FIGURE,
            "chart: text in the colour accent, #d0d0d0 on #ffffff has a contrast of 1.5:1; 4.5:1 is needed.",
        ),
        (
            Ink("muted", "#757575", for_text=True),
            f'<div class="box">{FIGURE}</div>',
            "chart: text in the colour muted, #757575 on #eef3f3 has a contrast of 4.1:1; 4.5:1 is needed.",
        ),
        (
            Ink("structure", "#a0a0a0", for_text=False),
            FIGURE,
            "chart: marks in the colour structure, #a0a0a0 on #ffffff has a contrast of 2.6:1; 3.0:1 is needed.",
        ),
        (Ink("structure", "#808080", for_text=False), FIGURE, ""),
        (Ink("ink", "#757575", for_text=True), FIGURE, ""),
    ],
)
def test_what_is_too_pale_for_its_ground_is_refused(ink: Ink, main: str, message: str) -> None:
    ladder = Ladder((20.0,), inks=(ink,))
    if not message:
        assert set_text(main, drawings={"ladder": ladder}).diagnostics == ()
        return
    with pytest.raises(LayoutError) as caught:
        set_text(main, drawings={"ladder": ladder})
    hint = "Choose a darker or lighter colour in the theme or in the organisation's profile."
    assert [str(each) for each in caught.value.diagnostics] == [f"error  low-contrast\n  {message}\n  {hint}"]

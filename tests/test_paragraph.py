"""The paragraph: one strip a line, marks that belong to their nodes, links where the words are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typesetting_tools import STYLE, lines_of, paragraph_of, text_of

from briefing.theme import Style
from briefing.typesetting.blocks.paragraph import Paragraph
from briefing.typesetting.recording.fragment import Artifact, Close, Fragment, Open, Show
from briefing.typesetting.recording.recorder import Recorder

TEXT = "the quick brown fox jumps over the lazy dog and goes home to its den in the wood"


def drawn(paragraph: Paragraph, width: float, first: int = 0, last: int | None = None) -> Fragment:
    last = len(paragraph.strips(width)) if last is None else last
    recorder = Recorder()
    with recorder.fragment(width, paragraph.part_height(width, first, last)) as made:
        paragraph.draw_part(recorder, width, first, last)
    return made[0]


def shows(fragment: Fragment) -> list[Show]:
    return [each for each in fragment.operations if isinstance(each, Show)]


def texts(fragment: Fragment) -> list[str]:
    return ["".join(glyph.text for glyph in show.glyphs) for show in shows(fragment)]


# Strips.


def test_every_line_is_a_strip_of_the_leading():
    paragraph = paragraph_of(TEXT)
    strips = paragraph.strips(150)
    assert len(strips) == len(paragraph.lines(150)) > 2
    assert {strip.height for strip in strips} == {STYLE.leading}


@pytest.mark.parametrize(
    ("lines", "breaks"),
    [
        (1, [True]),
        (2, [True, False]),
        (3, [True, False, False]),
        (4, [True, False, True, False]),
        (6, [True, False, True, True, True, False]),
    ],
)
def test_two_lines_stand_together_at_the_foot_and_on_top(lines, breaks):
    paragraph = paragraph_of("<br>".join(["line"] * lines))
    assert [strip.break_before for strip in paragraph.strips(200)] == breaks


def test_what_stays_together_has_no_break():
    paragraph = paragraph_of("<br>".join(["line"] * 6), replace(STYLE, keep_together=True))
    assert [strip.break_before for strip in paragraph.strips(200)] == [True] + [False] * 5


def test_a_line_carries_the_notes_whose_markers_stand_in_it():
    marker = '<a class="noteref" href="#{0}">{0}</a>'.format
    paragraph = paragraph_of(
        f'one{marker("a")}<br>two{marker("b")} {marker("b")}<br>x<span id="a"></span><span id="b"></span>'
    )
    assert [strip.notes for strip in paragraph.strips(200)] == [("a",), ("b",), ()]


def test_its_natural_width_is_that_of_the_widest_word_and_of_one_line():
    paragraph = paragraph_of("a mountain b")
    least, best = paragraph.natural_width()
    assert least == pytest.approx(paragraph_of("mountain").natural_width()[1])
    assert len(paragraph.lines(best)) == 1
    assert len(paragraph.lines(best - 1)) == 2


# Marks.


def test_lines_go_down_by_the_leading():
    first, second = shows(drawn(paragraph_of("one<br>two"), 200))
    assert first.y - second.y == pytest.approx(STYLE.leading)
    assert second.y > 0
    assert (first.x, second.x) == (0, 0)


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_text_is_aligned(align, share):
    paragraph = paragraph_of("one", replace(STYLE, align=align))
    (show,) = shows(drawn(paragraph, 100))
    assert show.x == pytest.approx((100 - paragraph.natural_width()[1]) * share)


def test_the_ink_is_centred_in_the_leading():
    (low,), (high,) = (shows(drawn(paragraph_of("one", replace(STYLE, leading=leading)), 99)) for leading in (14, 24))
    assert high.y - low.y == pytest.approx(5)


def test_marks_belong_to_the_node_of_their_text():
    fragment = drawn(paragraph_of("one <em>two</em> three"), 300)
    kinds = [each for each in fragment.operations if isinstance(each, (Open, Close, Artifact))]
    numbers = [each.node for each in kinds if isinstance(each, Open)]
    assert len(numbers) == 3
    assert numbers == sorted(set(numbers))
    assert [type(each) for each in kinds] == [Open, Close] * 3


def test_a_text_that_goes_on_over_lines_is_one_sequence():
    fragment = drawn(paragraph_of(TEXT), 150)
    assert len([each for each in fragment.operations if isinstance(each, Open)]) == 1
    assert "".join(texts(fragment)) == TEXT


def test_a_line_is_shown_by_one_operator():
    paragraph = paragraph_of(TEXT)
    assert texts(drawn(paragraph, 150)) == lines_of(paragraph, 150)


def test_a_part_shows_its_lines_alone():
    paragraph = paragraph_of(TEXT)
    assert texts(drawn(paragraph, 150, 1, 3)) == lines_of(paragraph, 150)[1:3]


def test_a_superscript_stands_higher():
    plain, raised = shows(drawn(paragraph_of("a<sup>2</sup>"), 200))
    assert (raised.y - plain.y, raised.size) == (3, 7)


# Links.


def test_a_link_covers_its_words():
    paragraph = paragraph_of('see <a href="https://example.org">this place</a> now')
    (area,) = drawn(paragraph, 300).links
    assert area.href == "https://example.org"
    (before, _), (there, _) = (paragraph_of(text).natural_width()[::-1] for text in ("see this", "this"))
    assert area.left == pytest.approx(before - there)
    assert area.right - area.left == pytest.approx(paragraph_of("this place").natural_width()[1])
    assert 0 <= area.bottom < area.top <= STYLE.leading + 2


def test_a_link_over_two_lines_has_an_area_on_each():
    one, two = drawn(paragraph_of('<a href="https://example.org">one<br>two</a>'), 300).links
    assert one.bottom - two.bottom == pytest.approx(STYLE.leading)
    assert one.node == two.node


def test_a_link_in_several_styles_has_one_area():
    (area,) = drawn(paragraph_of('<a href="https://example.org"><strong>1</strong> Title<sup>2</sup></a>'), 300).links
    plain, raised = shows(drawn(paragraph_of("1<sup>2</sup>"), 300))
    assert area.bottom < plain.y < raised.y < area.top


def test_the_space_after_a_link_at_a_line_s_end_is_not_covered():
    paragraph = paragraph_of('<a href="https://example.org">mmm iii</a>')
    width = paragraph.natural_width()[0]
    areas = drawn(paragraph, width).links
    assert all(area.right <= width + 0.01 for area in areas)


def test_an_id_on_a_marker_is_an_anchor_at_its_place():
    fragment = drawn(paragraph_of('one <a id="ref-1" href="https://example.org">1</a>'), 300)
    (anchor,) = fragment.anchors
    assert anchor.id == "ref-1"
    assert anchor.x == pytest.approx(fragment.links[0].left)


def test_the_last_measure_is_remembered():
    paragraph = paragraph_of(TEXT)
    assert paragraph.lines(150) is paragraph.lines(150)
    assert paragraph.strips(150) is paragraph.strips(150)
    assert len(paragraph.lines(300)) < len(paragraph.lines(150))


def test_text_reaches_the_lines_as_it_is():
    paragraph = paragraph_of("a &lt; b &amp; &quot;c&quot; {{ x }} &lt;img src=/etc/passwd&gt;", Style())
    (line,) = paragraph.lines(1000)
    assert text_of(line.boxes) == 'a < b & "c" {{ x }} <img src=/etc/passwd>'

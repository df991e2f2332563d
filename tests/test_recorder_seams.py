"""Each seam into ReportLab that the recorder rests on, and what it refuses."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable, Spacer
from reportlab.platypus.tables import Table
from typesetting_tools import STYLE, library, picture

from briefing.typesetting.recording.fragment import (
    Anchor,
    Artifact,
    Close,
    FigureArea,
    LinkArea,
    Open,
    PictureMark,
    Show,
)
from briefing.typesetting.recording.recorder import Recorder


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


def recorded(recorder: Recorder, draw, **options):
    with recorder.fragment(100, 50, **options) as made:
        draw()
    return made[0]


# Seams: if one of these fails, a new ReportLab does something else.


def test_the_canvas_writes_operators_into_code_as_texts():
    canvas = Canvas(BytesIO(), pageCompression=0)
    canvas._code = []
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(1, 2, 3, 4, stroke=0, fill=1)
    assert canvas._code == ["1 0 0 rg", "n 1 2 3 4 re f*"]


def test_the_canvas_saves_restores_and_shifts_by_single_operators():
    canvas = Canvas(BytesIO(), pageCompression=0)
    canvas._code = []
    canvas.saveState()
    canvas.translate(3, 4)
    canvas.restoreState()
    assert canvas._code == ["q", "1 0 0 1 3 4 cm", "Q"]


def test_absolute_position_follows_the_matrix():
    canvas = Canvas(BytesIO())
    canvas.saveState()
    canvas.translate(10, 20)
    canvas.scale(2, 2)
    assert canvas.absolutePosition(1, 1) == (12, 22)
    canvas.restoreState()
    assert canvas.absolutePosition(1, 1) == (1, 1)


def test_a_table_calls_wrap_and_draws_flowables_of_its_cells_at_their_places():
    places = []

    class Spy(Flowable):
        def wrap(self, available_width, available_height):
            self.width, self.height = available_width, 10
            return available_width, 10

        def draw(self):
            places.append((*self.canv.absolutePosition(0, 0), self.width))

    recorder = Recorder()
    commands = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    made = Table([[Spy(), Spy()]], colWidths=[30, 40], rowHeights=[10], style=commands)
    made.wrapOn(recorder, 100, 100)
    made.drawOn(recorder, 5, 6)
    assert places == [(5, 6, 30), (35, 6, 40)]


def test_a_table_draws_no_text_of_its_own(recorder):
    def draw() -> None:
        made = Table([[Spacer(1, 1), ()]], colWidths=[30, 40], rowHeights=[10])
        made.wrapOn(recorder, 100, 100)
        made.drawOn(recorder, 0, 0)

    assert not any("BT" in each for each in recorded(recorder, draw).operations)


def test_a_table_sets_a_font_which_the_recorder_leaves_out():
    made = Table([[Spacer(1, 1)]], colWidths=[30], rowHeights=[10])
    canvas = Canvas(BytesIO(), pageCompression=0)
    made.wrapOn(canvas, 100, 100)
    made.drawOn(canvas, 0, 0)
    assert any("Tf" in each for each in canvas._code)


# What it records.


def test_a_fragment_begins_and_ends_in_the_state_it_found(recorder):
    fragment = recorded(recorder, lambda: recorder.translate(1, 2))
    assert fragment.operations == ("q", "1 0 0 1 1 2 cm", "Q")
    assert (fragment.width, fragment.height) == (100, 50)
    assert recorder.absolutePosition(0, 0) == (0, 0)


def test_fragments_know_nothing_of_each_other(recorder):
    def draw() -> None:
        recorder.anchor("a", 0, 0)
        recorder.link(1, "#a", 0, 0, 1, 1)
        recorder.figure(1, 1, 1)

    recorded(recorder, draw)
    after = recorded(recorder, lambda: None)
    assert (after.links, after.anchors, after.figures) == ((), (), ())


def test_marks_of_nodes_are_not_nested(recorder):
    with pytest.raises(RuntimeError, match="marked content cannot be nested"), recorder.node(1), recorder.node(2):
        pass


def test_what_is_untagged_is_an_artifact_without_links_and_anchors(recorder):
    def draw() -> None:
        with recorder.node(1):
            pass
        recorder.link(1, "#a", 0, 0, 1, 1)
        recorder.anchor("a", 0, 0)
        recorder.figure(1, 1, 1)

    fragment = recorded(recorder, draw, artifact=Artifact("Pagination"))
    assert fragment.operations[1:-1] == (Artifact("Pagination"), Close())
    assert (fragment.links, fragment.anchors, fragment.figures) == ((), (), ())


def test_content_goes_on_after_what_is_untagged(recorder):
    def draw() -> None:
        with recorder.untagged(), recorder.node(1):
            pass
        with recorder.node(2):
            pass

    assert recorded(recorder, draw).operations[1:-1] == (Artifact("Pagination"), Close(), Open(2), Close())


def test_links_anchors_and_boxes_are_where_the_matrix_says(recorder):
    def draw() -> None:
        recorder.translate(10, 20)
        recorder.link(3, "https://example.org", 0, 1, 2, 3)
        recorder.anchor("a", 4, 5)
        recorder.figure(3, 6, 7)

    fragment = recorded(recorder, draw)
    assert fragment.links == (LinkArea(3, "https://example.org", 10, 21, 12, 23),)
    assert fragment.anchors == (Anchor("a", 14, 25),)
    assert fragment.figures == (FigureArea(3, 10, 20, 16, 27),)


def test_glyphs_and_pictures_are_kept_as_values(recorder):
    font, one = library().font(STYLE), picture()
    texts = (font.shape("Hi"),)

    def draw() -> None:
        recorder.show(1, 2, texts, font=font, size=10, colour="#123456", tracking=0.5, angle=90)
        recorder.picture(one, 1, 2, 3, 4)

    assert recorded(recorder, draw).operations[1:-1] == (
        Show(font, 10, 1, 2, texts, "#123456", 0.5, 90),
        PictureMark(one, 1, 2, 3, 4),
    )


# What it refuses.


@pytest.mark.parametrize("call", ["drawString", "drawRightString", "drawCentredString", "beginText", "drawText"])
def test_text_of_reportlab_s_own_is_refused(recorder, call):
    with pytest.raises(RuntimeError, match=r"text is set by show\(\), with an embedded font"):
        getattr(recorder, call)(0, 0, "text")

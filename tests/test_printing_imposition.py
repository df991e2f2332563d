"""Sheets say what their pages said, in the order of the document, and conform as it did."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from conforming import ATTACHING, assert_conforming
from content_streams import Name, operations
from imposing import document, opened
from pikepdf import Dictionary
from stopwatch import Stopwatch

from briefing.printing.imposition import impose
from briefing.printing.imposition.contents import marks_in, renumbered, unmarked
from briefing.printing.imposition.measuring import measure
from briefing.printing.papers import EDGE_MM, MM
from briefing.printing.planning import Asked, plan
from briefing.verifying import Tag, walk
from briefing.verifying.inspecting import inspect

KINDS = [
    Asked("booklet"),
    Asked("booklet", paper="A3", thickness_mm=0.3),
    Asked("2-up", anyway=True),
    Asked("2-up", paper="tabloid", anyway=True),
    Asked("4-up", anyway=True),
    Asked("repeat"),
    Asked("repeat", copies=6, paper="SRA3", anyway=True),
]


def sheets(data: bytes, asked: Asked) -> bytes:
    return impose(data, asked, file="a.pdf").data


def every_kind(test):
    return pytest.mark.parametrize("asked", KINDS, ids=lambda asked: f"{asked.scheme}-{asked.paper}")(
        pytest.mark.parametrize("language", ["en-GB", "fa-AF"])(test)
    )


@every_kind
def test_sheets_conform(asked, language):
    assert_conforming(sheets(document(6, language=language, code=True), asked), thorough=False)


def test_sheets_conform_for_every_validator():
    assert_conforming(sheets(document(6, code=True), Asked("booklet")))


def told(data: bytes) -> list[tuple[int, str] | str]:
    """The tag tree: elements with their levels, and texts; links are spans, as they are on paper."""
    found = []
    for level, each in walk(inspect(data, file="a.pdf").tags or ()):
        if isinstance(each, Tag):
            role = "Span" if each.role == "Link" else each.role
            found.append((level, role, each.alternative, each.scope, each.language))
        else:
            found.append(" ".join(each.split()))
    return found


@every_kind
def test_a_screen_reader_is_told_the_same_in_the_same_order(asked, language):
    data = document(6, language=language, code=True)
    assert told(sheets(data, asked)) == told(data)


@every_kind
def test_each_mark_has_one_element_and_each_element_its_marks(asked, language):
    pdf = opened(sheets(document(6, language=language, code=True), asked))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    named = {(page.objgen, mark) for page, mark in owned(pdf.Root.StructTreeRoot.K)}
    drawn = set()
    for page in pdf.pages:
        marks = list(marks_of(page))
        assert sorted(marks) == list(range(len(marks)))
        drawn |= {(page.obj.objgen, mark) for mark in marks}
        if marks:
            owners = parents.pop(page.obj.StructParents)
            assert len(owners) == len(marks)
            for mark, owner in enumerate(owners):
                assert any(number == mark and each.objgen == page.obj.objgen for each, number in own_marks(owner))
    assert named == drawn
    assert not parents


def marks_of(page: pikepdf.Page) -> Iterator[int]:
    """Numbers of marks; every one is outside of artifacts, and everything painted is in a mark or an artifact."""
    inside: list[str] = []
    for operator, operands in operations(page.Contents.read_bytes()):
        if operator in ("BDC", "BMC"):
            assert "Artifact" not in inside
            inside.append(operands[0])
            if operator == "BDC" and Name("MCID") in operands[1]:
                yield int(operands[1][Name("MCID")])
        elif operator == "EMC":
            inside.pop()
        elif operator in ("Tj", "TJ", "f", "f*", "S", "Do"):
            assert inside, operator


def own_marks(element: Dictionary) -> Iterator[tuple[Dictionary, int]]:
    for kid in element.K:
        if isinstance(kid, int):
            yield element.Pg, kid
        elif "/MCID" in kid:
            yield kid.Pg, kid.MCID


def owned(element: Dictionary) -> Iterator[tuple[Dictionary, int]]:
    yield from own_marks(element)
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from owned(kid)


@every_kind
def test_every_page_is_where_it_was_planned_and_as_large(asked, language):
    data = document(6, language=language)
    planned = plan(impose(data, asked, file="a.pdf").measured, asked)
    before, after = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(sheets(data, asked))
    assert len(after) == len(planned.sides)
    assert after[0].get_size() == pytest.approx(planned.sheet, abs=0.01)
    for number, side in enumerate(planned.sides):
        texts = after[number].get_textpage()
        for place in filter(None, side):
            one = before[place.page].get_textpage().get_text_range()
            corner = (place.x + planned.page.width * planned.scale, place.y + planned.page.height * planned.scale)
            assert "".join(texts.get_text_bounded(place.x, place.y, *corner).split()) == "".join(one.split())


@every_kind
def test_nothing_is_drawn_within_five_millimetres_of_the_edge(asked, language):
    shown = pypdfium2.PdfDocument(sheets(document(6, language=language, code=True), asked))
    for page in shown:
        width, height = page.get_size()
        for drawn in page.get_objects(max_depth=15):
            left, bottom, right, top = drawn.get_bounds()
            # pdfium takes a line for longer, at both ends, by its width.
            assert min(left, bottom, width - right, height - top) >= EDGE_MM * MM - 0.31


def test_what_was_measured():
    data = document(6, code=True)
    measured = impose(data, Asked("booklet"), file="a.pdf").measured
    assert (measured.pages, measured.rtl) == (6, False)
    assert measured.size == pytest.approx((148 * MM, 210 * MM), abs=0.01)
    assert (measured.smallest_pt, measured.usual_pt, measured.small_pt) == (10.0, 10.0, 10.0)
    assert measured.module_mm == pytest.approx(30 / 37, abs=0.002)
    assert min(measured.white) > 14 * MM
    assert impose(document(2, language="fa-AF"), Asked("booklet"), file="a.pdf").measured.module_mm is None


def test_single_letters_and_raised_numbers_are_no_text_that_is_read():
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 400))
    lines = ((10, 200), (8, 20), (7.5, 2), (6, 50), (5, 1))
    content = "".join(f"BT /F1 {size} Tf 10 {20 * size} Td ({'n' * letters}) Tj ET\n" for size, letters in lines)
    page.Contents = pdf.make_stream(content.encode())
    font = Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    file = BytesIO()
    pdf.save(file)
    measured = measure(file.getvalue(), rtl=False)
    assert (measured.smallest_pt, measured.small_pt, measured.usual_pt) == (5.0, 8.0, 10.0)


def test_bookmarks_lead_to_the_sheets():
    data = document(6)
    asked = Asked("booklet")
    found = impose(data, asked, file="a.pdf")
    planned = plan(found.measured, asked)
    pdf, source = opened(found.data), opened(data)
    where = {each.page: (number, each) for number, side in enumerate(planned.sides) for each in side if each}
    page, top = 0, source.Root.Outlines.First.Dest[3]
    side, place = where[page]
    target = pdf.Root.Outlines.First.Dest
    assert target[0].objgen == pdf.pages[side].obj.objgen
    assert [float(each) for each in (target[2], target[3])] == pytest.approx([place.x, place.y + float(top)], abs=0.01)
    titles = [entry.title for entry in inspect(found.data, file="a.pdf").outline]
    assert titles == [entry.title for entry in inspect(data, file="a.pdf").outline]
    pages = [entry.page for entry in inspect(found.data, file="a.pdf").outline]
    assert pages == [where[number][0] + 1 for number in range(6)]


def test_boxes_of_figures_follow():
    pdf = opened(sheets(document(1, size="A4"), Asked("2-up", anyway=True)))
    source = opened(document(1, size="A4"))
    (old,), (new,) = boxes(source), boxes(pdf)
    assert new[2] - new[0] == pytest.approx((old[2] - old[0]) * 0.7071, abs=0.01)
    assert new[1] == pytest.approx(old[1] * 0.7071, abs=0.05)


def boxes(pdf: pikepdf.Pdf) -> list[list[float]]:
    figures = (each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == "/Figure")
    return [[float(value) for value in figure.A.BBox] for figure in figures]


def test_links_are_plain_text():
    imposed = impose(document(3), Asked("booklet"), file="a.pdf")
    assert imposed.links == 6
    found = inspect(imposed.data, file="a.pdf")
    assert found.links == ()
    pdf = opened(imposed.data)
    assert not [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == "/Annot"]


def test_pages_are_named_as_they_lie():
    pdf = opened(sheets(document(6), Asked("booklet")))
    assert [page.label for page in pdf.pages] == ["– | 1", "2 | –", "6 | 3", "4 | 5"]
    assert [page.label for page in opened(sheets(document(2), Asked("repeat"))).pages] == ["1", "2"]


def test_the_file_says_what_was_done_and_how_to_print_it():
    pdf = opened(sheets(document(6), Asked("booklet")))
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert "imposed as booklet on A4 landscape, 100%" in packet
    assert pdf.docinfo["/Title"] == "A title"
    preferences = pdf.Root.ViewerPreferences
    assert (preferences.Duplex, preferences.PrintScaling) == ("/DuplexFlipShortEdge", "/None")
    assert preferences.DisplayDocTitle is True
    assert str(pdf.Root.Lang) == "en-GB"


def test_attached_files_are_left_out():
    data = document(2, attached=True)
    assert_conforming(data, ATTACHING, thorough=False)
    imposed = impose(data, Asked("booklet"), file="a.pdf")
    assert imposed.attachments == ("briefing.md",)
    assert inspect(imposed.data, file="a.pdf").attachments == ()
    assert_conforming(imposed.data, ATTACHING, thorough=False)


def test_only_one_leaflet_is_read_aloud():
    data = document(1)
    pdf = opened(sheets(data, Asked("repeat", copies=4, anyway=True)))
    content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"/Copy Do") == 3
    copy = pdf.pages[0].Resources.XObject.Copy.read_bytes()
    assert b"BDC" not in copy
    assert b"EMC" not in copy
    assert list(operations(copy))
    text = pypdfium2.PdfDocument(sheets(data, Asked("repeat", copies=4, anyway=True)))[0].get_textpage()
    assert text.get_text_range().count("text there") == 4


def test_cutting_marks_are_broad_enough_and_in_an_artifact():
    pdf = opened(sheets(document(1), Asked("repeat")))
    content = pdf.pages[0].Contents.read_bytes()
    width = re.search(
        rb"/Artifact <</Type /Page>> BDC\nq ([\d.]+) w 0 0 0 RG\n(?:[\d. ]+ m [\d. ]+ l\n)+S\nQ\nEMC", content
    )
    assert float(width[1]) >= 0.3


@every_kind
def test_the_same_input_gives_the_same_bytes(asked, language):
    data = document(6, language=language)
    assert sheets(data, asked) == sheets(data, asked)


@every_kind
def test_sheets_are_hardly_larger_than_the_pages(asked, language):
    """Of a leaflet everything that is drawn is stored twice, with marks and without; fonts and pictures once."""
    data = document(24, language=language)
    drawn = sum(len(page.Contents.read_raw_bytes()) for page in opened(data).pages)
    assert len(sheets(data, asked)) < len(data) + 4000 + (2 * drawn if asked.scheme == "repeat" else 0)


def test_the_pages_are_gone():
    pdf = opened(sheets(document(6), Asked("booklet")))
    pages = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == "/Page"]
    assert len(pages) == len(pdf.pages) == 4


@pytest.mark.slow
def test_three_hundred_pages_take_seconds():
    data = document(300)
    with Stopwatch() as watch:
        sheets(data, Asked("booklet"))
    assert watch.seconds < 10


# Contents.


def test_marks_are_numbered_anew():
    content = b"/P <</MCID 0>> BDC\nBT [<0012>] TJ ET\nEMC\n/Link <</MCID 12>> BDC\nEMC"
    assert marks_in(content) == [0, 12]
    assert renumbered(content, 7) == b"/P <</MCID 7>> BDC\nBT [<0012>] TJ ET\nEMC\n/Span <</MCID 19>> BDC\nEMC"
    assert unmarked(content) == b"BT [<0012>] TJ ET\n"


def test_every_combination_of_pages_and_copies_is_drawn_once():
    for pages, copies in itertools.product((1, 2), (2, 3)):
        imposed = impose(document(pages), Asked("repeat", copies=copies, anyway=True), file="a.pdf")
        assert len(opened(imposed.data).pages) == pages

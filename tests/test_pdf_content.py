"""Content streams: they parse, everything painted is marked, holes are filled, glyphs stand where they were set."""

from __future__ import annotations

import pikepdf
import pytest
from hunting import examples
from hypothesis import given, settings
from made_documents import documents, plain_text
from pdf_tools import Read
from PIL import Image
from typesetting_tools import METADATA, pdf_of, picture, seen, set_text

from briefing.pdf import write_pdf
from briefing.typesetting import SetPage, ShapedText, Show

RUNNING = (
    '<header class="running" data-on="all"><p>Running line</p></header>'
    '<footer class="running" data-on="all">'
    '<p>Page <span data-fill="page"></span> of <span data-fill="pages"></span></p></footer>'
)
THREE = '<p>a</p><p data-break="before">b</p><p data-break="before">c</p>'


# Marked content.


@settings(max_examples=examples(60))
@given(documents(plain_text))
def test_everything_that_is_painted_is_marked_and_marks_are_not_nested(html):
    read = Read(pdf_of(html))
    for sequences in read.sequences:
        numbers = [sequence.mcid for sequence in sequences if sequence.mcid is not None]
        assert numbers == list(range(len(numbers)))
        assert all(sequence.tag == "/Artifact" for sequence in sequences if sequence.mcid is None)
        assert all(sequence.painted for sequence in sequences if sequence.mcid is None)


def test_a_file_without_glyphs_parses():
    (sequences,) = Read(pdf_of("<hr>", more='\n[styles.hr]\nrule_top = { width_pt = 1, colour = "ink" }\n')).sequences
    assert [(sequence.tag, sequence.painted) for sequence in sequences] == [("/Artifact", 1)]


def test_running_lines_are_pagination_artifacts():
    read = Read(pdf_of("<p>Text</p>", running=RUNNING))
    artifacts = [sequence for sequence in read.sequences[0] if sequence.mcid is None]
    assert "".join(sequence.text for sequence in artifacts) == "Running linePage 1 of 1"
    assert {str(sequence.properties["/Type"]) for sequence in artifacts} == {"/Pagination"}
    assert [sequence.text for sequence in read.sequences[0] if sequence.mcid is not None] == ["Text"]


def test_grounds_and_rules_are_artifacts_without_text():
    (sequences,) = Read(pdf_of('<aside class="box"><p>Text</p></aside>')).sequences
    assert [(sequence.tag, sequence.text) for sequence in sequences] == [("/Artifact", ""), ("/P", "Text")]


def test_the_head_that_a_long_table_repeats_is_an_artifact():
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(60))
    table = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    tags = [[sequence.tag for sequence in page if sequence.text == "Head"] for page in Read(pdf_of(table)).sequences]
    assert tags == [["/TH"], *[["/Artifact"]] * (len(tags) - 1)]
    assert len(tags) > 1


def test_no_path_is_ended_before_it_begins():
    read = Read(pdf_of('<aside class="box"><p>Text</p></aside><img alt="A" data-qr="https://example.org">'))
    names = [operator for _, operator in read.operators()]
    assert "f*" in names or "f" in names
    assert "n" not in names


# Numbers.


def test_page_numbers_are_filled_in():
    data = pdf_of(THREE, running=RUNNING)
    assert [seen(data, page) for page in range(3)] == [
        f"Running line Page {number} of 3 {letter}" for number, letter in enumerate("abc", 1)
    ]


def test_a_reference_to_a_page_says_where_the_id_stands():
    there = '<h2 id="there" data-break="before">There</h2>'
    main = f'<p>See page <span data-fill="page-of:there"></span>.</p><p>x</p>{there}'
    assert seen(pdf_of(main), 0) == "See page 2. x"


def test_a_number_stands_at_the_end_of_its_room():
    (page,) = set_text("<p>x</p>", running=RUNNING).pages
    holes = [each for placed in page.fragments for each in placed.fragment.operations if hasattr(each, "wanted")]
    assert [(hole.wanted, hole.leading) for hole in holes] == [("page", False), ("pages", True)]


# Glyphs.


def test_text_is_shown_with_codes_and_kerning():
    (shown,) = [operands for operands, operator in Read(pdf_of("<p>AVAVA</p>")).operators() if operator == "TJ"]
    numbers = [float(part) for part in shown[0] if not isinstance(part, pikepdf.String)]
    assert numbers
    assert all(number > 0 for number in numbers)


def test_numbers_are_parted_from_what_follows():
    read = Read(pdf_of("<h1>AV <em>To</em></h1><p>x<sup>2</sup></p>"))
    wanted = {"Tm": 6, "Tf": 2, "rg": 3, "cm": 6, "TJ": 1, "re": 4, "BDC": 2}
    for operands, operator in read.operators():
        assert len(operands) == wanted.get(operator, len(operands)), operator


@pytest.mark.parametrize(("angle", "matrix"), [(0, "1 0 0 1 3 4 Tm"), (90, "0 1 -1 0 3 4 Tm")])
def test_turned_text_has_a_turned_matrix(angle, matrix):
    document = set_text("<p>x</p>")
    (placed,) = document.pages[0].fragments
    turned = tuple(
        each._replace(angle=float(angle), x=3, y=4) if isinstance(each, Show) else each
        for each in placed.fragment.operations
    )
    page = SetPage((placed._replace(fragment=placed.fragment._replace(operations=turned)),))
    assert matrix in Read(write_pdf(document._replace(pages=(page,)), METADATA)).stream()


def test_tracking_is_set_and_taken_back():
    data = pdf_of('<p class="k">AB</p><p>c</p>', more='\n[styles.".k"]\ntracking_pt = 2\n')
    stream = Read(data).stream()
    assert "2 Tc" in stream
    assert stream.index("2 Tc") < stream.index("0 Tc") < stream.rindex("TJ")


# Pictures.


@pytest.mark.parametrize(
    ("name", "mode", "space", "masked"),
    [
        ("one.png", "RGB", "/DeviceRGB", False),
        ("one.png", "L", "/DeviceGray", False),
        ("one.png", "1", "/DeviceGray", False),
        ("one.png", "P", "/DeviceRGB", False),
        ("one.png", "RGBA", "/DeviceRGB", True),
        ("one.png", "LA", "/DeviceGray", True),
        ("one.png", "I;16", "/DeviceGray", False),
        ("one.jpg", "RGB", "/DeviceRGB", False),
        ("one.jpg", "L", "/DeviceGray", False),
        ("one.jpg", "CMYK", "/DeviceRGB", False),
    ],
)
def test_pictures_of_every_kind_are_embedded(name, mode, space, masked):
    data = pdf_of(f'<img src="{name}" alt="A picture">', pictures={name: picture(name, mode=mode)})
    read = Read(data)
    (image,) = read.pages[0].Resources.XObject.values()
    assert (str(image.ColorSpace), "/SMask" in image) == (space, masked)
    assert (image.Width, image.Height, image.BitsPerComponent) == (60, 40, 8)
    assert pikepdf.PdfImage(image).as_pil_image().size == (60, 40)


def test_a_picture_that_is_shown_twice_is_stored_once():
    one = picture()
    main = '<img src="one.png" alt="A"><img src="two.png" alt="B">'
    read = Read(pdf_of(main, pictures={"one.png": one, "two.png": one}))
    assert len(read.pages[0].Resources.XObject) == 1
    assert read.stream().count(" Do") == 2


def test_what_a_camera_wrote_into_a_picture_is_left_behind():
    exif = Image.Exif()
    exif[0x010E] = "Where I live"
    made = picture("one.jpg", exif=exif.tobytes(), comment=b"A secret")
    assert b"Where I live" in made.data
    data = pdf_of('<img src="one.jpg" alt="A">', pictures={"one.jpg": made})
    read = Read(data)
    (image,) = read.pages[0].Resources.XObject.values()
    assert image.Filter == "/DCTDecode"
    assert b"Where I live" not in image.read_raw_bytes()
    assert b"A secret" not in image.read_raw_bytes()


def test_a_picture_that_was_turned_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = picture("one.jpg", exif=exif.tobytes())
    read = Read(pdf_of('<img src="one.jpg" alt="A">', pictures={"one.jpg": made}))
    (image,) = read.pages[0].Resources.XObject.values()
    assert (image.Width, image.Height) == (40, 60)


def with_glyph_off_the_baseline(text: str, index: int) -> Read:
    """A line with one glyph that is moved by dx 50 and dy 200, as marks are."""
    document = set_text(f"<p>{text}</p>")
    (placed,) = document.pages[0].fragments

    def moved(show: Show) -> Show:
        glyphs = list(show.glyphs)
        glyphs[index] = glyphs[index]._replace(dx=50, dy=200)
        return show._replace(texts=(ShapedText.of(glyphs),))

    raised = tuple(moved(each) if isinstance(each, Show) else each for each in placed.fragment.operations)
    page = SetPage((placed._replace(fragment=placed.fragment._replace(operations=raised)),))
    return Read(write_pdf(document._replace(pages=(page,)), METADATA))


def test_glyphs_above_the_baseline_are_raised_and_the_next_ones_are_not():
    read = with_glyph_off_the_baseline("abc", 1)
    rises = [float(operands[0]) for operands, operator in read.operators() if operator == "Ts"]
    shown = [operands[0] for operands, operator in read.operators() if operator == "TJ"]
    assert rises == [2, 0]
    assert [len(each) for each in shown] == [1, 2, 2]
    assert (float(shown[1][0]), float(shown[2][0])) == (-50, 50)
    assert read.tree.text() == "abc"


@pytest.mark.parametrize(("index", "counts"), [(0, [2, 2]), (2, [1, 3])])
def test_no_string_is_empty_where_a_line_begins_or_ends_off_the_baseline(index, counts):
    read = with_glyph_off_the_baseline("abc", index)
    shown = [operands[0] for operands, operator in read.operators() if operator == "TJ"]
    assert [float(operands[0]) for operands, operator in read.operators() if operator == "Ts"] == [2, 0]
    assert [len(each) for each in shown] == counts
    assert all(bytes(part) for each in shown for part in each if isinstance(part, pikepdf.String))
    assert read.tree.text() == "abc"

"""The tree of any document says what its HTML says, block by block; and the proof of it sees what is wrong.

Whole articles are proven where their conformance is: ``test_proof_conformance.py``.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from content_streams import StreamError, operations
from hunting import examples
from hypothesis import given, settings
from made_documents import documents, plain_text
from proof_articles import EXAMPLE, Made, made
from structure_proof import Proof, problems
from typesetting_tools import METADATA, page_of, set_text, small_theme
from visual_order import is_shown

from briefing.pdf import write_pdf


@settings(max_examples=examples(40))
@given(documents(plain_text))
def test_the_tree_of_any_document_says_what_its_html_says(html):
    assert problems(Proof(write_pdf(set_text(html), METADATA), html, small_theme())) == []


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """An article from right to left."""
    return made(EXAMPLE, tmp_path_factory.mktemp("made") / "made.pdf", language="fa-AF")


def test_the_tree_of_an_article_from_right_to_left_says_what_was_typed(mirrored):
    """Letters stand in the order of the eye there; what is to be read in their place is what they show."""
    assert problems(mirrored.proof) == []


# The proof sees what is wrong.

SMALL = (
    "<h1>One</h1><section><h2>Two</h2><p>a <a href='https://example.org'>b</a> c</p></section>"
    "<p lang='fr'>mots</p><aside class='box'><p>In a box</p></aside>"
    "<table><thead><tr><th>h</th><th>i</th></tr></thead><tbody><tr><td>j</td><td>k</td></tr></tbody></table>"
    "<img alt='A code' data-qr='https://example.org' data-width='40mm'>"
)


def element(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    """The first structure element of a type."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, pikepdf.Array):
            waiting = [*found, *waiting]
        elif isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/StructElem":
            if str(found.S)[1:] == kind:
                return found
            waiting = [found.get("/K", pikepdf.Array()), *waiting]
    raise LookupError(kind)


def content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Change the content stream of the first page."""
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents = pdf.make_stream(data.replace(old, new, 1))


def swap(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K.K
    kids[0], kids[1] = kids[1], kids[0]


def set_entry(kind: str, **entries: object):
    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in entries.items():
            element(pdf, kind)[f"/{name}"] = value

    return change


def glue(pdf: pikepdf.Pdf) -> None:
    """Take the first space out of the font's way back to text."""
    for font in pdf.pages[0].Resources.Font.values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b" <0020>\n", b" <>\n"))


def hyphenate(pdf: pikepdf.Pdf) -> None:
    """Give the letter a, which other letters follow on its line, the text of a hyphen at the end of a line."""
    for font in pdf.pages[0].Resources.Font.values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b" <0061>\n", b" <00AD>\n"))


def drop_annotation(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots


def draw_again(mcid: int):
    return lambda pdf: content(pdf, b"/Artifact", b"/P <</MCID %d>> BDC EMC /Artifact" % mcid)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (swap, "leaf 0 is H 'Two' (en-GB), not H 'One' (en-GB)"),
        (glue, "leaf 2 is P 'abc' (en-GB), not P 'a b c' (en-GB)"),
        (hyphenate, "page 1: a line goes on after a hyphen that ends lines, with 'b'"),
        (set_entry("P", Lang="de"), "leaf 2 is P 'a b c' (de), not P 'a b c' (en-GB)"),
        (set_entry("H2", S=pikepdf.Name.H3), "H3 'Two' follows a heading of level 1"),
        (set_entry("H2", S=pikepdf.Name.P), "leaf 1 is P 'Two' (en-GB), not H 'Two' (en-GB)"),
        (set_entry("TH", A=pikepdf.Dictionary()), "TH 'h' has no scope"),
        (set_entry("TD", A=pikepdf.Dictionary(ColSpan=2)), "tables have [[2, 3]] columns, not [[2, 2]]"),
        (set_entry("Figure", Alt=""), "the figure '' has no words or no marks"),
        (set_entry("Link", S=pikepdf.Name.Span), "Span 'b' has 1 annotations"),
        (drop_annotation, "annotations and elements of links are not one to one"),
        (
            draw_again(0),
            "page 1: marks are not numbered from 0 without a gap",
        ),
        (
            draw_again(99),
            "mark (0, 99) is on the page and not in the tree",
        ),
        (lambda pdf: content(pdf, b" cm\n", b"cm\n"), "a content stream"),
    ],
)
def test_what_is_wrong_is_seen(change, told):
    html = page_of(SMALL)
    pdf = pikepdf.open(BytesIO(write_pdf(set_text(html), METADATA)))
    change(pdf)
    changed = BytesIO()
    pdf.save(changed)
    assert told in " | ".join(problems(Proof(changed.getvalue(), html, small_theme())))


def say(text: str, *, of_all: bool = False):
    """Say something in the place of the title, or of the element around it."""

    def change(pdf: pikepdf.Pdf) -> None:
        heading = element(pdf, "H1")
        (heading if of_all else heading.K[0]).ActualText = text

    return change


def say_nothing(pdf: pikepdf.Pdf) -> None:
    del element(pdf, "H1").K[0].ActualText


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (say("جبههٔ ملی مقاومت چیست؟"), "'جبههٔ ملی مقاومت چیست؟' is to be read where the page shows"),
        (say("؟تسیچ یلم تمواقم ٔههبج"), "'؟تسیچ یلم تمواقم ٔههبج' is to be read where the page shows"),
        (say("x", of_all=True), "H1 'x' is to be read in the place of more than a text"),
        (say_nothing, "is H '؟تسیچ یلم تمواقم ٔههبج' (fa-AF), not H 'جبههٔ مقاومت ملی چیست؟' (fa-AF)"),
    ],
)
def test_what_is_wrong_from_right_to_left_is_seen(mirrored, change, told):
    pdf = pikepdf.open(BytesIO(mirrored.data))
    change(pdf)
    changed = BytesIO()
    pdf.save(changed)
    assert told in " | ".join(problems(Proof(changed.getvalue(), mirrored.proof.html, mirrored.proof.theme)))


@pytest.mark.parametrize(
    ("typed", "lines", "shown"),
    [
        ("אבג דה", ["הד גבא"], True),
        ("אבג דה", ["גבא", "הד"], True),
        ("אבג דה", ["גבא הד"], False),
        ("abc (אבג) 12", ["abc (גבא) 12"], True),
        ("abc (אבג) 12", ["abc (אבג) 12"], False),
        ("אב 12", ["12 בא"], True),
        ("אב 12", ["בא 12"], False),
        ("א\u05b8ב", ["ב\u05b8א"], True),
        ("אב", ["בא", "ג"], False),
        ("ab cd", ["ab cd"], True),
        ("ab cd", ["cd ab"], False),
    ],
)
def test_lines_show_a_text_in_the_order_of_the_eye_or_do_not(typed, lines, shown):
    assert is_shown(typed, lines) == shown


@pytest.mark.parametrize(
    ("stream", "told"),
    [
        (b"q 1 0 0 1 2.5-3 4 cm Q", "no token at byte 9: b' 2.5-3 4 cm Q'"),
        (b"0 0 0rg", "no token at byte 3: b' 0rg'"),
        (b"0 0 rg", "operator 0, rg: takes nnn, not nn"),
        (b"(a) Tj", "no token at byte 0: b'(a) Tj'"),
        (b"BT /F1 10 Tf q ET Q", "operator 2, q: may not stand in a text object"),
        (b"0 0 1 1 re 1 0 0 rg f", "operator 1, rg: may not stand in a path object"),
        (b"0 0 1 1 re", "the stream ends inside path"),
        (b"f", "operator 0, f: may not stand in a page object"),
        (b"/P BMC q EMC Q", "operator 2, EMC: ends what did not begin last"),
        (b"/P <</MCID 0>> BDC", "the stream ends inside ['BDC']"),
        (b"/P <</MCID 0 1>> BDC EMC", "an array or dictionary is malformed"),
        (b"BT [/a] TJ ET", "operator 1, TJ: takes strings and numbers"),
        (b"BT [<0>] TJ ET", "a string has half a byte"),
        (b"q " * 29, "operator 28, q: more than 28 levels of q"),
        (b"foo", "operator 0, foo: there is no such operator"),
        (b"1 2", "operands without an operator at the end"),
    ],
)
def test_streams_that_viewers_forgive_are_refused(stream, told):
    with pytest.raises(StreamError) as caught:
        list(operations(stream))
    assert str(caught.value) == told

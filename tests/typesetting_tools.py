"""Small themes and documents for the tests of theme, typesetting and pdf."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from briefing.model import Drawing, Element, Picture
from briefing.pdf import Metadata, write_pdf
from briefing.templating import parse_html
from briefing.theme import Style, Theme, load_theme
from briefing.typesetting import FontLibrary, SetDocument, TreeNode, set_document
from briefing.typesetting.blocks.paragraph import Paragraph
from briefing.typesetting.text.inline import InlineReader, Word
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.tree import number_tree

FONTS = Path(__file__).parent.parent / "assets" / "fonts"

THEME = """
[page]
size = "A5"
at_most = 4
top_mm = 20
first_top_mm = 15
bottom_mm = 20
left_mm = 15
right_mm = 15
header_mm = 8
footer_mm = 10

[colours]
structure = "#123a45"
accent = "#a3260f"
ground = "#eef3f3"
ink = "#1a1a1a"
muted = "#4a5557"
paper = "#ffffff"

[fonts.reading]
regular = "source-serif-4/SourceSerif4-Roman.ttf"
italic = "source-serif-4/SourceSerif4-Italic.ttf"

[fonts.informing]
regular = "source-sans-3/SourceSans3-Roman.ttf"
italic = "source-sans-3/SourceSans3-Italic.ttf"

[styles.body]
size_pt = 10
leading_pt = 14
colour = "ink"
[styles.p]
space_after_pt = 7
[styles.h1]
size_pt = 18
leading_pt = 24
weight = 600
keep_with_next = true
[styles.h2]
size_pt = 12
leading_pt = 16
weight = 600
keep_with_next = true
[styles.ul]
marker = "•"
[styles.li]
indent_mm = 5
[styles.strong]
weight = 600
[styles.em]
italic = true
[styles.sup]
size_pt = 7
rise_pt = 3
[styles.td]
padding_mm = [1, 2, 1, 0]
[styles.th]
padding_mm = [1, 2, 1, 0]
weight = 600
[styles.".box"]
background = "ground"
padding_mm = 3
[styles.".note"]
size_pt = 8
leading_pt = 10
[styles.".noteref"]
size_pt = 7
rise_pt = 3
[styles.".pair"]
columns = ["1fr", "30mm"]
gap_mm = 5
[styles.".running"]
size_pt = 8
leading_pt = 10
[styles.".contents"]
"""


def read_font(name: str) -> bytes:
    return _font_data(name)


@cache
def _font_data(name: str) -> bytes:
    return (FONTS / name).read_bytes()


@cache
def small_theme(more: str = "", size: str | None = None, edition: str = "screen") -> Theme:
    """The theme above with more styles below it, or without ``[page]`` lines that ``more`` replaces."""
    return load_theme(THEME + more, file="small/theme.toml", read_font=read_font, size=size, edition=edition)


@cache
def _library() -> FontLibrary:
    return FontLibrary(small_theme().fonts)


def library() -> FontLibrary:
    """Fonts of the small theme, opened once for all tests of a process."""
    return _library()


def page_of(main: str, running: str = "", *, language: str = "en-GB") -> Element:
    """A document from the HTML of its main part."""
    return parse_html(
        f'<html lang="{language}"><head><title>A title</title></head><body>{running}<main>{main}</main></body></html>'
    )


def set_text(
    main: str | Element,
    *,
    more: str = "",
    running: str = "",
    pictures: Mapping[str, Picture] | None = None,
    drawings: Mapping[str, Drawing] | None = None,
) -> SetDocument:
    """Set HTML in the small theme."""
    html = main if isinstance(main, Element) else page_of(main, running)
    return set_document(html, small_theme(more), fonts=library(), pictures=pictures or {}, drawings=drawings or {})


METADATA = Metadata(title="A title", language="en-GB", date=datetime(2021, 9, 2, tzinfo=UTC))


def pdf_of(main: str | Element, *, metadata: Metadata = METADATA, **options) -> bytes:
    """Set HTML in the small theme and write it."""
    return write_pdf(set_text(main, **options), metadata)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def seen(data: bytes, page: int | None = None) -> str:
    """Text that a reader selects, by pdfium, lines joined by single spaces."""
    document = pypdfium2.PdfDocument(data)
    pages = range(len(document)) if page is None else [page]
    return " ".join(" ".join(document[index].get_textpage().get_text_range().split()) for index in pages)


# Lines and words.

STYLE = Style(font="informing", size=10, leading=14)


def words_of(content: str, style: Style = STYLE, *, more: str = "") -> list[Word]:
    """Words of a paragraph's inline HTML."""
    paragraph = parse_html(f"<p>{content}</p>", root="p")
    tree = number_tree(paragraph, marker="•")
    reader = InlineReader(small_theme(more), library(), [], figures=1, unset=Unset(), base=0)
    return reader.text(tree.children, style, "en-GB").words


def paragraph_of(content: str, style: Style = STYLE) -> Paragraph:
    return Paragraph(words_of(content, style), style, library())


def text_of(boxes) -> str:
    return "".join(glyph.text for box in boxes for glyph in box.glyphs)


def lines_of(paragraph: Paragraph, width: float) -> list[str]:
    return [text_of(line.boxes) for line in paragraph.lines(width)]


# What was drawn.


def shown(document: SetDocument) -> list[list[str]]:
    """Texts of each page, an entry an operator."""
    return [
        [
            "".join(glyph.text for glyph in operation.glyphs)
            for placed in page.fragments
            for operation in placed.fragment.operations
            if hasattr(operation, "glyphs")
        ]
        for page in document.pages
    ]


def node_of(document: SetDocument, tag: str) -> TreeNode:
    return next(node for node in document.tree.walk() if node.tag == tag)


def picture(name: str = "one.png", *, size: tuple[int, int] = (60, 40), mode: str = "RGB", **saving) -> Picture:
    """A grey picture."""
    data = BytesIO()
    kind = "JPEG" if name.endswith("jpg") else "PNG"
    Image.new(mode, size, 128 if mode in ("L", "P") else None or 0).save(data, kind, **saving)
    return Picture(name, data.getvalue(), kind, *size)

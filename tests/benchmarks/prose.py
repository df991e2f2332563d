"""Fifty pages of prose: our whole way from HTML to a tagged, shaped file, against stock ReportLab, neither of both.

Both sides set the same text in the same font file, size and measure, ragged right, with headings, lists and links.
They stay in one process, with their fonts open, and every round has another text of the same language: words that
came before are known, sentences are not.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing.pdf import Metadata, write_pdf
from briefing.press import without_collecting
from briefing.resources import assets_folder
from briefing.templating import parse_html
from briefing.theme import load_theme
from briefing.typesetting import FontLibrary, set_document

PAGES = 50
WORDS = 30_900
"""As many as fill the pages."""
FONT, ITALIC = "source-serif-4/SourceSerif4-Roman.ttf", "source-serif-4/SourceSerif4-Italic.ttf"
SIZE, LEADING = 10.6, 15.0
MARGIN_MM = 25
PADDING = 6.0
"""Points that Platypus keeps free inside its frame."""

THEME = f"""
[page]
size = "A4"
at_most = {PAGES + 10}
top_mm = {MARGIN_MM}
first_top_mm = {MARGIN_MM}
bottom_mm = {MARGIN_MM}
left_mm = {MARGIN_MM}
right_mm = {MARGIN_MM}
header_mm = 10
footer_mm = 10
[colours]
structure = "#000000"
accent = "#000000"
ground = "#ffffff"
ink = "#000000"
muted = "#000000"
paper = "#ffffff"
[fonts.reading]
regular = "{FONT}"
italic = "{ITALIC}"
[fonts.informing]
regular = "{FONT}"
italic = "{ITALIC}"
[styles.body]
size_pt = {SIZE}
leading_pt = {LEADING}
[styles.p]
space_after_pt = 7
[styles.h2]
size_pt = 14
leading_pt = 18
space_before_pt = 14
space_after_pt = 4
keep_with_next = true
[styles.ul]
marker = "•"
[styles.li]
indent_mm = 5
"""


class Piece(NamedTuple):
    """A paragraph, a heading or a list's item; markup is of the sort that both sides read."""

    tag: str
    markup: str


def prose(seed: int, words: int = WORDS) -> list[Piece]:
    """Make up a text: some words come often and most seldom, as in any language."""
    chance = random.Random(seed)
    vocabulary = _vocabulary(random.Random("one language for all texts"), 4000)
    weights = [1 / (rank + 8) for rank in range(len(vocabulary))]
    stream = iter(chance.choices(vocabulary, weights, k=2 * words))
    pieces: list[Piece] = []
    left = words
    while left > 0:
        tag = chance.choices(("p", "li", "h2"), (12, 4, 2))[0]
        count = {"p": chance.randint(40, 130), "li": chance.randint(8, 30), "h2": chance.randint(3, 8)}[tag]
        pieces.append(Piece(tag, _sentences(chance, stream, count, plain=tag == "h2")))
        left -= count
    return pieces


def _vocabulary(chance: random.Random, size: int) -> list[str]:
    onsets, codas = "bcdfghlmnprstvw", ("", "n", "r", "s", "t", "ff")
    words = {
        "".join(
            chance.choice(onsets) + chance.choice("aeiou") + chance.choice(codas)
            for _ in range(chance.choice((1, 2, 3, 3, 4)))
        )
        for _ in range(2 * size)
    }
    return sorted(words, key=lambda word: (len(word), word))[:size]


def _sentences(chance: random.Random, stream: Iterator[str], count: int, *, plain: bool) -> str:
    parts: list[str] = []
    while count > 0:
        words = [next(stream) for _ in range(min(count, chance.randint(6, 24)))]
        count -= len(words)
        if len(words) > 8 and not plain:
            words[4] += ","
            if chance.random() < 0.15:
                words[6] = f'<a href="https://example.org/{words[6]}">{words[6]}</a>'
        words[0] = words[0].capitalize()
        parts.append(" ".join(words) + ("" if plain else "."))
    return " ".join(parts)


class Ours:
    """From HTML to the bytes of the file, by the steps of a press."""

    def __init__(self, texts: Sequence[list[Piece]]) -> None:
        self._texts = iter([_html(text) for text in texts])
        self._theme = load_theme(
            THEME, file="theme.toml", read_font=lambda name: (assets_folder() / "fonts" / name).read_bytes()
        )
        self._fonts = FontLibrary(self._theme.fonts)
        self._metadata = Metadata("Prose", "en-GB", date=datetime(2021, 9, 2, tzinfo=UTC))

    def __call__(self) -> float:
        html = next(self._texts)
        start = time.perf_counter()
        with without_collecting():
            document = set_document(parse_html(html), self._theme, fonts=self._fonts, pictures={}, drawings={})
            write_pdf(document, self._metadata)
        taken = time.perf_counter() - start
        _check_length(len(document.pages))
        return taken


def _html(text: list[Piece]) -> str:
    body = "".join(
        f"<ul><li><p>{piece.markup}</p></li></ul>"
        if piece.tag == "li"
        else f"<{piece.tag}>{piece.markup}</{piece.tag}>"
        for piece in text
    )
    return f'<html lang="en-GB"><head><title>Prose</title></head><body><main>{body}</main></body></html>'


class Stock:
    """Platypus as its guide shows it."""

    def __init__(self, texts: Sequence[list[Piece]]) -> None:
        self._texts = iter(texts)
        pdfmetrics.registerFont(TTFont("Reading", str(assets_folder() / "fonts" / FONT)))
        body = ParagraphStyle("p", fontName="Reading", fontSize=SIZE, leading=LEADING, spaceAfter=7)
        indent = 5 * 72 / 25.4
        item = ParagraphStyle("li", body, leftIndent=indent, bulletFontName="Reading", bulletFontSize=SIZE)
        heading = ParagraphStyle("h2", body, fontSize=14, leading=18, spaceBefore=14, spaceAfter=4, keepWithNext=1)
        self._styles = {style.name: style for style in (body, item, heading)}

    def __call__(self) -> float:
        text = next(self._texts)
        margin = MARGIN_MM * 72 / 25.4 - PADDING
        start = time.perf_counter()
        document = SimpleDocTemplate(
            BytesIO(), leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
        )
        document.build([self._flowable(piece) for piece in text])
        taken = time.perf_counter() - start
        _check_length(document.page)
        return taken

    def _flowable(self, piece: Piece) -> Paragraph:
        return Paragraph(piece.markup, self._styles[piece.tag], bulletText="•" if piece.tag == "li" else None)


def _check_length(pages: int) -> None:
    # The two break lines and pages by other rules, so their counts differ a little.
    if abs(pages - PAGES) > 4:
        raise ValueError(f"the text fills {pages} pages, not {PAGES}: change WORDS")

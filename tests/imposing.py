"""Small documents with as many pages as a test wants, to be put on sheets."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
from typesetting_tools import METADATA, THEME, library, page_of, picture, read_font

from briefing.pdf import Attachment, Metadata, write_pdf
from briefing.theme import load_theme
from briefing.typesetting import set_document

__all__ = ["document", "opened"]

_CODE = '<img data-qr="https://example.org/sign" alt="A code" data-width="30mm">'


@cache
def document(
    pages: int = 6, *, size: str = "A5", language: str = "en-GB", code: bool = False, attached: bool = False
) -> bytes:
    """A tagged PDF with links, a heading and a picture on every page; its words are English in every language."""
    theme = load_theme(
        THEME.replace("at_most = 4", "at_most = 900").replace('"A5"', f'"{size}"'),
        file="small/theme.toml",
        read_font=read_font,
    )
    parts = [
        f'<h{1 if not number else 2} id="s{number}"{" data-break=before" * bool(number)}>text {number + 1}'
        f"</h{1 if not number else 2}>"
        f'<p>text {number + 1} <a href="https://example.org/{number}">text there</a>, <a href="#s0">back</a>.</p>'
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
        '<img src="one.png" alt="A picture" data-width="20mm">'
        for number in range(pages)
    ]
    main = "".join(parts).replace("data-break=before", 'data-break="before"') + _CODE * code
    set_ = set_document(
        page_of(main, language=language), theme, fonts=library(), pictures={"one.png": picture()}, drawings={}
    )
    files = [Attachment("briefing.md", b"words", "text/markdown", "Source", "The article")] if attached else []
    data = write_pdf(set_, Metadata(title="A title", language=language, date=METADATA.date), files)
    assert len(opened(data).pages) == pages
    return data


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))

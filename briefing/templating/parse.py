"""HTML text → document tree: a small strict parser for the closed vocabulary.

A browser guesses what a broken page means; this refuses it, with every mistake at once, so that what is printed
is what the template says.
"""

from __future__ import annotations

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.memory import FORGETFUL, Memory
from briefing.model import Element
from briefing.templating.blockwise import read_by_blocks
from briefing.templating.reader import HtmlReader
from briefing.templating.vocabulary import SIZE_LIMIT

__all__ = ["parse_html"]


def parse_html(text: str, *, file: str = "template output", root: str = "html", memory: Memory = FORGETFUL) -> Element:
    """Read HTML text into the tree of its one outermost element, ``root``.

    ``data-at`` becomes the position of an element. White space comes out in its normal form. ``file`` is the name
    that messages give to the text. A block that ``memory`` knows is not read again.

    Raises:
        TemplateError: with every mistake: what is unknown, misplaced, missing or not closed, ids that stand twice,
            links within the document that lead nowhere, notes without a marker, and what ``faults`` names.
    """
    if len(text) > SIZE_LIMIT:
        message = f"The template wrote more than {SIZE_LIMIT // 1_000_000} million characters."
        raise TemplateError(Diagnostic("error", "too-long", message, Position(file)))
    if root == "html" and memory is not FORGETFUL and (html := read_by_blocks(text, memory)):
        return html
    reader = HtmlReader(file, root)
    reader.feed(text)
    reader.close()
    return reader.tree()

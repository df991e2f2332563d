"""The words of a source, as somebody has them → a text beside the article, with when and where it was taken from.

    listing    the list of captured texts, ``captures.toml``, with one more in it
    pages      the texts of pages → one text, without what stands on each of them
    pdf_child  what runs in a PDF's own process
    texts      a file of any kind → its text
    capturing  a text → the folder

``capture`` is the way in; ``text_or_problem`` only takes a text out. Nothing is fetched.
"""

from briefing.capturing.capturing import LARGEST, Stored, capture
from briefing.capturing.texts import KINDS, text_or_problem

__all__ = ["KINDS", "LARGEST", "Stored", "capture", "text_or_problem"]

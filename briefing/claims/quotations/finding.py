"""The text of a paragraph → its quotations, and of each whether somebody says it."""

from __future__ import annotations

from typing import NamedTuple

from briefing.claims.languages import words_of
from briefing.claims.quotations.marks import pairs_in
from briefing.claims.quotations.speech import spoken

__all__ = ["Quoted", "quotations_in"]


class Quoted(NamedTuple):
    """What stands between two quotation marks, those within it included."""

    start: int
    end: int
    """Offsets in the text, marks included; the end of the text where the quotation goes on behind it."""
    words: str
    """What stands between the marks."""
    is_speech: bool
    """Whether a speaker or a reporting verb belongs to it; else it is a term, a nickname or a title, and no claim."""


def quotations_in(text: str, language: str) -> tuple[Quoted, ...]:
    """Find what a paragraph quotes, in the order of the text; the language is a BCP 47 tag.

    Give the whole paragraph: a quotation may run over several sentences, and the speaker of the second half is often
    named with the first.
    """
    words = words_of(language)
    pairs = pairs_in(text, words)
    return tuple(
        Quoted(pair.start, pair.end, text[pair.start + 1 : pair.inner_end].strip(), is_speech)
        for pair, is_speech in zip(pairs, spoken(text, pairs, words), strict=True)
    )

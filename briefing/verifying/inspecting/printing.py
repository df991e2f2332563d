"""The tag tree of a file, or the texts of its pages → what is printed, to be searched for claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.evidence import Piece, Printed
from briefing.verifying.findings import Tag
from briefing.verifying.inspecting.text import PageText
from briefing.verifying.printed import pieces_of_tags

__all__ = ["printed_of"]


def printed_of(roots: Sequence[Tag] | None, texts: Iterable[PageText]) -> Printed:
    """Take the texts in the order of the tags, or else in that of the pages."""
    return Printed(pieces_of_tags(roots) if roots else _untagged(texts))


def _untagged(texts: Iterable[PageText]) -> Iterator[Piece]:
    for page, text in enumerate(texts, start=1):
        yield Piece(f"{text.whole}\n", page)

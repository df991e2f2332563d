"""The tag tree of a file → what it prints, to be searched for claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evidence import Piece
from briefing.verifying.findings import Tag

__all__ = ["pieces_of_tags"]

_INLINE = frozenset({"Span", "Quote", "Code", "Link", "Annot", "Em", "Strong", "Sub"})
_NOT_WORDS = frozenset({"Reference", "Lbl", "Artifact"})
"""Numbers of sources and notes, bullets: they stand in the middle of sentences."""
_NOTES = frozenset({"Note", "FENote"})
"""They are tagged where their marker stands, in the middle of a sentence."""


def pieces_of_tags(roots: Sequence[Tag]) -> Iterator[Piece]:
    """Give the texts of a tag tree, each with its page; notes come last."""
    notes: list[Tag] = []
    yield from _pieces(roots, notes, None)
    while notes:
        inside: list[Tag] = []
        for note in notes:
            yield from _pieces(note.children, inside, note.page)
        notes = inside


def _pieces(children: Sequence[Tag | str], notes: list[Tag], page: int | None) -> Iterator[Piece]:
    waiting: list[tuple[Tag | str, int | None]] = [(each, page) for each in reversed(children)]
    while waiting:
        each, here = waiting.pop()
        if isinstance(each, str):
            yield Piece(each, here)
        elif each.role in _NOTES:
            notes.append(each)
        elif each.role in _NOT_WORDS:
            yield Piece(" ", here)
        else:
            waiting += [(inside, each.page or here) for inside in reversed(_inside(each))]


def _inside(tag: Tag) -> Sequence[Tag | str]:
    """Give what stands in an element; what has a text alternative is told by that and by its caption."""
    edge = "" if tag.role in _INLINE else "\n"
    inside: Sequence[Tag | str] = (tag.actual_text,) if tag.actual_text else tag.children
    return (edge, f"{tag.alternative}{edge}" if tag.alternative else "", *inside, edge)

"""A fragment → its operators as bytes, with holes for what belongs to a page or to the whole document.

What stands outside a node is wrapped as an artifact, so that nothing on a page is untagged.
See: ISO 32000-1, 14.6 (marked content), 14.8.2.2 (artifacts); ISO 14289-1, 7.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from briefing.memory import Same
from briefing.pdf.inks import with_greys
from briefing.pdf.showing import TextWriter
from briefing.typesetting import Artifact, Close, Fragment, NumberHole, Open, Operation, PictureMark, Show

__all__ = ["Hole", "Operators", "operators_of"]

Hole: TypeAlias = Open | NumberHole | PictureMark

_ORNAMENT = "/Artifact <</Type /Layout>> BDC"
"""Begins rules and grounds, which belong to no node."""
_END = "EMC"
_PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"})


class Operators(NamedTuple):
    """What a fragment draws, one operator a line."""

    pieces: tuple[bytes, ...]
    """One more than holes, which stand between them, each on a line of its own."""
    holes: tuple[Hole, ...]


def operators_of(fragment: Same[Fragment], writers: tuple[TextWriter, ...]) -> Operators:
    """Write a fragment; ``writers`` are those of its fonts."""
    by_font = {writer.font.key: writer for writer in writers}
    sheet = _Sheet()
    inside = False
    for operation in fragment.value.operations:
        if isinstance(operation, Open | Artifact):
            inside = True
        elif isinstance(operation, Close):
            inside = False
        wrap = not inside and _paints(operation)
        written = _written(operation, by_font)
        for each in (_ORNAMENT, written, _END) if wrap else (written,):
            sheet.add(each)
    return sheet.operators()


def _written(operation: Operation, writers: Mapping[str, TextWriter]) -> str | Hole:
    if isinstance(operation, str):
        # ReportLab ends a path before it begins one, which only a path object may do: ISO 32000-1, figure 9.
        return with_greys(operation.removeprefix("n "))
    if isinstance(operation, Show):
        return writers[operation.font.key].show(operation)
    if isinstance(operation, Artifact):
        return _artifact(operation)
    return _END if isinstance(operation, Close) else operation


class _Sheet:
    """Collects operators, one a line, and the holes between them."""

    def __init__(self) -> None:
        self._lines = [""]
        self._pieces: list[bytes] = []
        self._holes: list[Hole] = []

    def add(self, written: str | Hole) -> None:
        if isinstance(written, str):
            self._lines.append(written)
        else:
            self._holes.append(written)
            self._end_piece()

    def _end_piece(self) -> None:
        self._pieces.append("\n".join([*self._lines, ""]).encode("ascii"))
        self._lines = [""]

    def operators(self) -> Operators:
        self._end_piece()
        return Operators(tuple(self._pieces), tuple(self._holes))


def _artifact(artifact: Artifact) -> str:
    subtype = f" /Subtype /{artifact.subtype}" if artifact.subtype else ""
    return f"/Artifact <</Type /{artifact.kind}{subtype}>> BDC"


def _paints(operation: Operation) -> bool:
    if isinstance(operation, str):
        return operation.rstrip().rpartition(" ")[2] in _PAINTING
    return not isinstance(operation, Close)

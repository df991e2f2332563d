"""Font files: what can be embedded is opened, the rest is refused in words for the one who chose it."""

from __future__ import annotations

import hashlib
from functools import cached_property

import uharfbuzz as hb

from briefing.errors import Diagnostic, TemplateError
from briefing.theme import Face

__all__ = ["OpenFace", "unusable"]

_POSTSCRIPT = b"OTTO"
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
"""What a file begins with that has outlines of this kind. See: OpenType 1.9, otff."""
_ALWAYS_NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp"})
_OUTLINES = {_POSTSCRIPT: frozenset({b"CFF "}), **dict.fromkeys(_TRUETYPE, frozenset({b"glyf", b"loca"}))}
_OTHERS = {b"ttcf": "has several fonts in one file", **dict.fromkeys((b"wOFF", b"wOF2"), "has the form for web pages")}


class OpenFace:
    """A font file that fonts of several weights share."""

    def __init__(self, face: Face) -> None:
        _check(face)
        self.face = face
        self.data = hb.Face(face.data)
        self.is_postscript = face.data.startswith(_POSTSCRIPT)
        """Whether its outlines are those of CFF; else they are those of TrueType."""

    @cached_property
    def digest(self) -> str:
        """What the file is known by."""
        return hashlib.sha256(self.face.data).hexdigest()[:16]


def unusable(file: str, problem: str) -> TemplateError:
    """Say that a font file cannot be used; ``problem`` goes on after its name."""
    hint = "Give a TrueType or OpenType font (.ttf, .otf) whose licence allows embedding."
    return TemplateError(Diagnostic("error", "font", f"The font file {file} {problem}.", None, hint))


def _check(face: Face) -> None:
    """Refuse a file that cannot be embedded."""
    problem = _problem(face.data)
    if problem:
        raise unusable(face.name, problem)


def _problem(data: bytes) -> str:
    kind, tables = data[:4], _tables(data)
    if kind in _OTHERS:
        return _OTHERS[kind]
    if kind == _POSTSCRIPT and b"CFF2" in tables:
        return "has PostScript outlines that vary"
    if kind not in _OUTLINES or not tables >= _ALWAYS_NEEDED | _OUTLINES[kind]:
        return "is no font, or is broken"
    return "does not allow that it is embedded" if _is_restricted(hb.Face(data)) else ""


def _tables(data: bytes) -> frozenset[bytes]:
    """Read which tables the file's directory names; none where one of them is not there as a whole."""
    count = int.from_bytes(data[4:6], "big")
    records = [data[12 + 16 * index : 28 + 16 * index] for index in range(count)]
    ends = [int.from_bytes(record[8:12], "big") + int.from_bytes(record[12:16], "big") for record in records]
    return frozenset(record[:4] for record in records) if max(ends, default=0) <= len(data) else frozenset()


def _is_restricted(face: hb.Face) -> bool:
    # fsType of the table OS/2: bit 1 alone forbids embedding. See: OpenType 1.9, OS/2.
    table = bytes(face.reference_table("OS/2").data)
    return int.from_bytes(table[8:10], "big") & 0xF == 2

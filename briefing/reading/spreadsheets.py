"""Files of spreadsheets, which are not read: told by their names, or by how they begin.

What they show and what they hold differ, so that nobody would know what is printed. See ``docs/events.md``.
"""

from __future__ import annotations

from briefing.errors import Diagnostic, Position

__all__ = ["EXPORT", "begins_as", "refused_spreadsheet"]

EXPORT = 'Open it in a spreadsheet and save it as "CSV UTF-8".'
"""What to do."""
_ENDINGS = frozenset({"xlsx", "xlsm", "xls", "ods", "numbers"})
_BEGINNINGS = (
    (b"PK\x03\x04", "a spreadsheet (or another packed file)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF", "a PDF file"),
)


def refused_spreadsheet(name: str, position: Position | None = None) -> Diagnostic | None:
    """Refuse a file whose name is that of a spreadsheet."""
    if name.lower().rpartition(".")[2] not in _ENDINGS:
        return None
    message = f'"{name[:80]}" is the file of a spreadsheet, which is not read.'
    return Diagnostic("error", "spreadsheet", message, position, EXPORT)


def begins_as(data: bytes) -> str:
    """Tell what a file is by its first bytes, where it is no text: ``a PDF file``; else empty."""
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), "")

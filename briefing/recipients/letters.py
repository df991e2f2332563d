"""The bytes of a list → lines of text.

Lists come in UTF-8, with or without a mark, in UTF-16 with one, and in Windows-1252, as Excel saves plain CSV in
Western Europe. Which it is shows only at the last letter of a file, so it is read through once, and nothing is kept.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

from briefing.errors import ContentError, Diagnostic, Position
from briefing.reading.spreadsheets import EXPORT, begins_as

__all__ = ["Opener", "encoding_of", "lines_of"]

Opener: TypeAlias = Callable[[], BinaryIO]
"""Opens the same bytes at their beginning, as often as it is called."""

_BLOCK = 1 << 16
_LONGEST_LINE = 1_000_000
"""Characters: a file without line ends is no list."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(opener: Opener, file: str) -> str:
    """Find in which encoding all of a file is text.

    Raises:
        ContentError: it is no text, or in none that is known.
    """
    with opener() as stream:
        head = stream.read(_BLOCK)
        if kind := begins_as(head):
            raise ContentError(Diagnostic("error", "not-a-list", f"This is {kind}, no list.", Position(file), EXPORT))
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
        for encoding in (marked,) if marked else ("utf-8", "cp1252"):
            stream.seek(0)
            if _is_in(stream, encoding):
                return encoding
    message = "The letters of this file cannot be read: it is damaged, or no text."
    raise ContentError(Diagnostic("error", "not-utf-8", message, Position(file), EXPORT))


def _is_in(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := stream.read(_BLOCK):
            if "\x00" in decoder.decode(block):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def lines_of(opener: Opener, encoding: str, file: str) -> Iterator[str]:
    r"""Yield the lines with their ends, which are ``\n``, ``\r`` or ``\r\n``.

    Raises:
        ContentError: one is longer than lines of a list are.
    """
    with opener() as stream, io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
        number = 0
        while line := text.readline(_LONGEST_LINE):
            number += 1
            if len(line) == _LONGEST_LINE:
                message = f"This line has {_LONGEST_LINE:,} characters or more."
                raise ContentError(Diagnostic("error", "too-large", message, Position(file, number), EXPORT))
            yield line

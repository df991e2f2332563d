"""A file → the texts in it that a person or a program could read, wherever they are kept.

Text is text in whatever encoding; of pictures the notes of cameras and programs are read, not what is drawn; of PDFs
every string, the metadata and the attached files; archives, which Word files are, are opened. What cannot be looked
into, such as an encrypted file, is an error: nobody would know what it holds.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from briefing.protecting.limits import Room, UnreadableError
from briefing.protecting.pictures import jpeg_notes, png_notes

__all__ = ["Part", "parts_of"]

_DEEPEST = 4
"""Archives in archives."""
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LEGIBLE = re.compile(rb"[\t\n\r -~\x80-\xff]{4,}")
_WIDE_LOW_FIRST = re.compile(rb"(?:[\x20-\xff][\x00-\x0f]){4,}")
_WIDE_HIGH_FIRST = re.compile(rb"(?:[\x00-\x0f][\x20-\xff]){4,}")
"""Letters of two bytes each, of the scripts that come first in Unicode."""


class Part(NamedTuple):
    """A text that a file holds."""

    where: str
    """Completes "in …", such as ``the name of an attached file``; empty for the text of the file itself."""
    text: str


def parts_of(data: bytes) -> Iterator[Part]:
    """Yield the texts of a file.

    Raises:
        UnreadableError: it is encrypted, damaged or too large.
    """
    return _parts_of(data, Room(), 0)


def _parts_of(data: bytes, room: Room, depth: int) -> Iterator[Part]:
    room.take(len(data))
    if depth > _DEEPEST:
        raise UnreadableError("archives are packed into archives too often")
    if data.startswith(b"%PDF"):
        yield from _of_pdf(data, room, depth)
    elif data.startswith(b"PK\x03\x04"):
        yield from _of_archive(data, room, depth)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield Part("the notes in the picture", _legible(b"\n".join(png_notes(data))))
    elif data.startswith(b"\xff\xd8\xff"):
        yield Part("the notes in the picture", _legible(b"\n".join(jpeg_notes(data))))
    else:
        text = _decoded(data)
        yield Part("", text)
        if text.lstrip()[:1] in ("{", "["):
            yield Part("its texts", "\n".join(_of_json(text)))


def _of_json(text: str) -> Iterator[str]:
    """Yield the texts of a JSON file, without the signs that JSON puts in them; none where it is something else."""
    try:
        left = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += (*value.keys(), *value.values())
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str):
            yield value


def _decoded(data: bytes) -> str:
    """Decode text; of what is none, gather what is legible."""
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8":
        return _legible(data) if b"\x00" in data else _as_text(data)
    text = data.decode(encoding, "replace")
    return _legible(data) if "\x00" in text else text


def _legible(data: bytes) -> str:
    """Gather what is legible among other bytes."""
    found = [_as_text(each) for each in _LEGIBLE.findall(data)]
    found += [each.decode("utf-16-le", "replace") for each in _WIDE_LOW_FIRST.findall(data)]
    found += [each.decode("utf-16-be", "replace") for each in _WIDE_HIGH_FIRST.findall(data)]
    return "\n".join(found)


def _as_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_archive(data: bytes, room: Room, depth: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                yield Part("the name of a file in it", member.filename)
                yield Part("a remark in it", _legible(member.comment + b"\n" + member.extra))
                room.take(member.file_size)
                yield from _inside("a file in it", _parts_of(archive.read(member), room, depth + 1))
            yield Part("a remark in it", _legible(archive.comment))
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as problem:
        # RuntimeError: a password is needed
        raise UnreadableError("it is a damaged or an encrypted archive") from problem


def _of_pdf(data: bytes, room: Room, depth: int) -> Iterator[Part]:
    from briefing.protecting.pdf_strings import read_pdf

    found = read_pdf(data, room)
    yield Part("the file's names, titles and spoken texts", "\n".join(found.strings))
    for number, text in enumerate(found.pages, start=1):
        yield Part(f"the text of page {number}", text)
    for file in found.streams:
        yield from _inside("a file in it, or the metadata", _parts_of(file, room, depth + 1))


def _inside(where: str, parts: Iterator[Part]) -> Iterator[Part]:
    yield from (Part(part.where or where, part.text) for part in parts)

"""A PDF → every string in it, also those between its operators, the text of its pages, its metadata and its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import pikepdf
import pypdfium2

from briefing.protecting.limits import Room, UnreadableError
from briefing.protecting.pdf_streams import between_operators, streams_in, unpacked

__all__ = ["PdfContent", "read_pdf"]

_DEEPEST = 100
"""Arrays and dictionaries in each other."""
_BROKEN = (
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
    pikepdf.DataDecodingError,
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
)
"""What comes out of the libraries for a file that is none."""
_LEGIBLE_TYPES = ("/Metadata", "/EmbeddedFile")
_LEGIBLE = frozenset(("/EF", "/RF", "/Metadata", "/JS", "/RC", "/RV", "/XFA"))
"""Entries that lead to files, metadata, scripts and rich text, whatever these say of themselves: an embedded file need
have no ``Type``. See: ISO 32000-1, tables 44, 45, 170, 217, 218, 222 and 315."""


class PdfContent:
    """What was found in a PDF."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        """Of all objects: titles, outlines, spoken texts, addresses, names of files; also those between operators."""
        self.pages: list[str] = []
        """The text of each page, as programs copy it out."""
        self.streams: list[bytes] = []
        """Metadata and attached files, unpacked."""
        self.legible: dict[tuple[int, int], pikepdf.Stream] = {}
        """Streams that hold them, each once."""
        self.drawn: dict[tuple[int, int], tuple[pikepdf.Stream, ...]] = {}
        """Streams of operators; those of one page belong together."""

    def gather(self, value: pikepdf.Object, depth: int = 0) -> None:
        """Gather the strings of an object and of what stands in it, not of what it refers to."""
        if depth > _DEEPEST:
            raise UnreadableError("it is built too deep")
        if isinstance(value, pikepdf.String):
            self.strings.append(str(value))
        elif isinstance(value, pikepdf.Name):
            self.strings.append(str(value)[1:])
        elif isinstance(value, pikepdf.Array):
            self._gather_inside(value.as_list(), depth)
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            entries = (value.stream_dict if isinstance(value, pikepdf.Stream) else value).as_dict()
            self._note_streams(value, dict(entries.items()))
            self.strings += (name[1:] for name in entries)
            self._gather_inside(entries.values(), depth)

    def _note_streams(self, value: pikepdf.Object, entries: Mapping[str, object]) -> None:
        """Note which streams are to be read, as themselves say it or whatever leads to them."""
        if isinstance(value, pikepdf.Stream):
            if str(entries.get("/Type", "")) in _LEGIBLE_TYPES:
                self.legible[value.objgen] = value
            if str(entries.get("/Subtype", "")) == "/Form" or "/PatternType" in entries:
                self.drawn[value.objgen] = (value,)
        for name, entry in entries.items():
            if name in _LEGIBLE:
                self.legible |= {each.objgen: each for each in streams_in(entry)}
            elif name == "/Contents" and (found := tuple(streams_in(entry))):
                self.drawn[found[0].objgen] = found
            elif name == "/CharProcs":
                self.drawn |= {each.objgen: (each,) for each in streams_in(entry)}

    def _gather_inside(self, values: Iterable[object], depth: int) -> None:
        for each in values:
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                self.gather(each, depth + 1)


def read_pdf(data: bytes, room: Room) -> PdfContent:
    """Gather what a PDF holds, seen and unseen.

    Raises:
        UnreadableError: it is encrypted, damaged or too large.
    """
    content = PdfContent()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for value in pdf.objects:
                content.gather(value)
            content.gather(pdf.trailer)
            content.streams += (unpacked(each, room) for each in content.legible.values())
            for streams in content.drawn.values():
                for value in between_operators(pdf, b"\n".join(unpacked(each, room) for each in streams)):
                    content.gather(value)
        content.pages += _pages(data)
    except pikepdf.PasswordError as problem:
        raise UnreadableError("it is encrypted") from problem
    except _BROKEN as problem:
        raise UnreadableError("it is a damaged PDF") from problem
    return content


def _pages(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
    finally:
        document.close()

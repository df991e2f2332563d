"""A PDF → every string in it, the text of its pages, its metadata, and the files that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from briefing.protecting.limits import Room, UnreadableError

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
_LEGIBLE_STREAMS = ("/Metadata", "/EmbeddedFile")


class PdfContent:
    """What was found in a PDF."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        """Of all objects: titles, outlines, spoken texts, addresses, names of files."""
        self.pages: list[str] = []
        """The text of each page, as programs copy it out."""
        self.streams: list[bytes] = []
        """Metadata and attached files, unpacked."""

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
            self.strings += (name[1:] for name in entries)
            self._gather_inside(entries.values(), depth)

    def _gather_inside(self, values: Iterable[object], depth: int) -> None:
        for each in values:
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                self.gather(each, depth + 1)


def read_pdf(data: bytes, room: Room) -> PdfContent:
    """Gather what a PDF holds beside what its pages draw.

    Raises:
        UnreadableError: it is encrypted, damaged or too large.
    """
    content = PdfContent()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for value in pdf.objects:
                content.gather(value)
                if isinstance(value, pikepdf.Stream) and str(value.get("/Type", "")) in _LEGIBLE_STREAMS:
                    content.streams.append(value.read_bytes())
                    room.take(len(content.streams[-1]))
            content.gather(pdf.trailer)
        content.pages += _pages(data)
    except pikepdf.PasswordError as problem:
        raise UnreadableError("it is encrypted") from problem
    except (
        pikepdf.PdfError,
        pypdfium2.PdfiumError,
        pikepdf.DataDecodingError,
        ValueError,
        RuntimeError,
        OverflowError,
    ) as problem:
        raise UnreadableError("it is a damaged PDF") from problem
    return content


def _pages(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
    finally:
        document.close()

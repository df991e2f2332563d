"""Bytes from anywhere → an opened PDF, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from warnings import catch_warnings, simplefilter

import pikepdf
import pypdfium2

from briefing.errors import Diagnostic, VerificationError
from briefing.verifying.inspecting.objects import BROKEN, Identity, as_whole, entry, identity
from briefing.verifying.inspecting.streams import TooLargeError, check_streams
from briefing.verifying.words import AGAIN

__all__ = ["LARGEST_FILE", "MOST_PAGES", "Opened", "opened", "refusal"]

LARGEST_FILE = 200_000_000
"""Bytes."""
MOST_PAGES = 5_000

_HEAD = 1024
"""Bytes at the beginning among which a PDF has to say that it is one."""
_MOST_MEMORY = 512_000_000
"""Bytes that qpdf may take to unpack something."""

_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_INSIDE_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel sheet"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an e-book"),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, open in both libraries."""

    file: str
    data: bytes
    pdf: pikepdf.Pdf
    """Its objects."""
    pages: tuple[pikepdf.Dictionary, ...]
    numbers: dict[Identity, int]
    """Of the pages, from 1."""
    drawn: pypdfium2.PdfDocument | None
    """What its pages show; ``None`` where pdfium cannot open the file."""


def refusal(file: str, name: str, sentence: str, hint: str = "") -> VerificationError:
    """Say why a file cannot be read; the sentence goes on after the file's name."""
    return VerificationError(Diagnostic("error", name, f"{file}: {sentence}", hint=hint))


@contextmanager
def opened(data: bytes, file: str, *, draws: bool = True) -> Iterator[Opened]:
    """Open a file with limits, and close it; unless it ``draws``, with its objects alone.

    Raises:
        VerificationError: it cannot be read; one sentence says why.
    """
    _check_kind(data, file)
    try:
        check_streams(data)
    except TooLargeError:
        raise refusal(
            file, "unpacks-too-large", "a part of it unpacks to many hundred megabytes. It may be made to harm."
        ) from None
    with _limits(), _objects(data, file) as pdf:
        pages = _pages(pdf, file)
        drawn = _drawn(data, pdf, len(pages)) if draws else None
        try:
            yield Opened(file, data, pdf, pages, _numbers(pages), drawn)
        finally:
            if drawn:
                drawn.close()


@contextmanager
def _limits() -> Iterator[None]:
    """Set limits of qpdf, which hold for the whole process, and put back those that were there."""
    before = pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_MEMORY, png_max_memory=_MOST_MEMORY)
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(
            flate_max_memory=int(before["flate_max_memory"]), png_max_memory=int(before["png_max_memory"])
        )


def _check_kind(data: bytes, file: str) -> None:
    if not data:
        raise refusal(file, "empty-file", "the file is empty.", AGAIN)
    if len(data) > LARGEST_FILE:
        size = f"{len(data) / 1_000_000:,.0f} MB"
        raise refusal(file, "too-large", f"the file is too large: {size}, of at most {LARGEST_FILE // 1_000_000} MB.")
    if b"%PDF-" not in data[:_HEAD]:
        raise refusal(file, "not-a-pdf", f"this is not a PDF{_seeming(data)}.")


def _seeming(data: bytes) -> str:
    """Say what a file that is no PDF seems to be; empty where nothing is known."""
    kind = next((kind for start, kind in _KINDS if data.startswith(start)), "")
    if kind == "a zip archive":
        kind = next((kind for mark, kind in _INSIDE_ZIP if mark in data), kind)
    start = data[:_HEAD].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        kind = "a web page"
    elif start.startswith(b"<?xml"):
        kind = "an XML file"
    elif not kind and b"\0" not in data[:_HEAD]:
        kind = "plain text"
    return f" but, it seems, {kind}" if kind else ""


def _objects(data: bytes, file: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(data), inherit_page_attributes=False)  # it would take up every page
    except pikepdf.PasswordError:
        hint = "Open it in a PDF viewer with the password, save it without one, and try again."
        raise refusal(file, "needs-password", "the file opens only with a password.", hint) from None
    except BROKEN:
        if b"/Encrypt" in data:
            sentence = "the file is damaged beyond repair, or encrypted in a way that is not known here."
        elif b"%%EOF" in data[-_HEAD:]:
            sentence = "the file is damaged beyond repair."
        else:
            sentence = "the file ends too early and cannot be repaired; perhaps it was cut off while it was copied."
        raise refusal(file, "damaged-file", sentence, AGAIN) from None


def _pages(pdf: pikepdf.Pdf, file: str) -> tuple[pikepdf.Dictionary, ...]:
    try:
        if _has_more_pages(pdf.Root, MOST_PAGES):
            said = as_whole(entry(pdf.Root, "Pages", "Count")) or 0
            many = f"{said:,}" if said > MOST_PAGES else f"more than {MOST_PAGES:,}"
            raise refusal(file, "too-many-pages", f"the file has {many} pages, of at most {MOST_PAGES:,}.")
        pages = tuple(page.obj for page in pdf.pages)
    except BROKEN:
        pages = ()
    if not pages:
        raise refusal(file, "no-pages", "the file has no page that can be read.", AGAIN)
    return pages


def _has_more_pages(root: object, most: int) -> bool:
    """Count the leaves of the page tree, up to the limit: qpdf makes objects of a million of them. See: 7.7.3."""
    waiting: list[object] = [entry(root, "Pages")]
    seen = set[Identity]()
    found = 0
    while waiting and found <= most:
        node = waiting.pop()
        kids = entry(node, "Kids")
        if not isinstance(kids, pikepdf.Array):
            found += 1
            continue
        own = identity(node)
        if own in seen:
            continue
        if own:
            seen.add(own)
        waiting += (kids[index] for index in range(min(len(kids), most + 1)))
    return found > most


def _numbers(pages: tuple[pikepdf.Dictionary, ...]) -> dict[Identity, int]:
    named = ((identity(page), number) for number, page in enumerate(pages, start=1))
    return {own: number for own, number in named if own}


def _drawn(data: bytes, pdf: pikepdf.Pdf, pages: int) -> pypdfium2.PdfDocument | None:
    """Open the pages; where both libraries differ about a damaged file, those that qpdf has repaired."""
    drawn = _shown(data)
    if drawn is not None and len(drawn) == pages:
        return drawn
    if drawn is not None:
        drawn.close()
    mended = BytesIO()
    with suppress(*BROKEN), catch_warnings():
        simplefilter("ignore")  # about form fields, which are of no matter here
        pdf.save(mended, fix_metadata_version=False, preserve_pdfa=False)
        return _shown(mended.getvalue())
    return None


def _shown(data: bytes) -> pypdfium2.PdfDocument | None:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None

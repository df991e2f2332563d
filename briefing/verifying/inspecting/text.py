"""What pdfium reads of a page: its text, the texts of its marked content, its raster images.

pdfium puts spaces between words that are set apart, joins words that a hyphen breaks at the end of a line, gives
ligatures as their letters, and puts the ActualText of marked content in the place of what it shows. Here its characters
are sorted by the marks that they stand in. See: ISO 32000-1, 14.6 (marked content), 14.8.2 (artifacts, reading order).
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from math import hypot
from operator import itemgetter
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from briefing.verifying.findings import Box
from briefing.verifying.inspecting.objects import clean

__all__ = ["Owner", "PageText", "PlacedImage", "Run", "read_page"]

MOST_OBJECTS = 1_000_000
"""Of one page."""
_WANTED = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
_LONGEST = 256
"""Name or property of a mark, in characters."""
_DEEPEST = 15
"""Forms in forms."""

_JOINING = "\ufffe"
"""Stands for a hyphen at the end of a line where pdfium gives whole texts."""
_CLOSING = frozenset(".,;:!?)]}»”’")
"""What never has a space before it that pdfium adds where a raised mark of a note ends."""
_STEP = 16
"""Characters of an object that are skipped over."""
_LINE_END = "\x1e"
"""Stands for the end of a line until it is known whether it parts words."""
_FEW = 4
_UNSPACED = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Scripts that end a line between any two characters."""


class Owner(NamedTuple):
    """A marked-content sequence of a page."""

    form: int | None
    """Of those that the page draws, from 0, forms in forms after what they are in; ``None`` for the page itself."""
    mark: int
    """Its MCID."""


class Run(NamedTuple):
    """Text of a mark, with what its content stream says of it beside the structure tree."""

    text: str
    language: str = ""
    expansion: str = ""
    """What an abbreviation stands for."""


class PlacedImage(NamedTuple):
    """A raster image where it is drawn."""

    width: int
    """Pixels."""
    height: int
    """Pixels."""
    resolution: float | None
    """Pixels for each inch of 72 units, the lesser of both directions."""
    owners: tuple[Owner, ...]
    artifact: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """What can be read of a page."""

    whole: str = ""
    """All its text, an entry a line, artifacts too."""
    running: str = ""
    """Its running heads and feet, an entry a line."""
    marked: Mapping[Owner, tuple[Run, ...]] = field(default_factory=dict)
    """With a space at the end where the next mark is on another line."""
    covered: tuple[str, ...] = ()
    """Text in each of the areas that were asked for."""
    images: tuple[PlacedImage, ...] = ()
    forms: int = 0
    """How many forms it draws."""
    readable: bool = True


class _Said(NamedTuple):
    """Properties of marked content. See: 14.9.2, 14.9.5."""

    language: str = ""
    expansion: str = ""


_NOTHING_SAID = _Said()


@dataclass(frozen=True, slots=True)
class _Place:
    """What an object on a page is in."""

    owners: tuple[Owner, ...] = ()
    artifact: bool = False
    """Not told of text."""
    said: _Said = _NOTHING_SAID
    """Of text."""
    running: bool = False
    """Of text: it is a running head or foot."""
    form: int | None = None
    matrix: pypdfium2.PdfMatrix = field(default_factory=pypdfium2.PdfMatrix)


_NOWHERE = _Place()


def read_page(document: pypdfium2.PdfDocument, index: int, areas: Sequence[Box] = ()) -> PageText:
    """Read a page, from 0; an unreadable one is empty and says so. Areas are in units of the page."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageText(covered=("",) * len(areas), readable=False)
    try:
        return _read(page, areas)
    except pypdfium2.PdfiumError:
        return PageText(covered=("",) * len(areas), readable=False)
    finally:
        page.close()


def _read(page: pypdfium2.PdfPage, areas: Sequence[Box]) -> PageText:
    places: dict[int, _Place] = {}
    images = []
    forms = 0
    for drawn in islice(page.get_objects(_WANTED, max_depth=_DEEPEST), MOST_OBJECTS):
        above = places.get(_address(drawn.container.raw), _NOWHERE) if drawn.container else _NOWHERE
        place = _place(drawn, above, forms)
        places[_address(drawn.raw)] = place
        if drawn.type == raw.FPDF_PAGEOBJ_FORM:
            forms += 1
        elif drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(_image(drawn, place))
    textpage = page.get_textpage()
    try:
        sorter = _Sorter(places)
        sorter.read(textpage)
        covered = tuple(_covered(textpage, area) for area in areas)
    finally:
        textpage.close()
    return PageText(sorter.whole(), sorter.running(), sorter.marked(), covered, tuple(images), forms)


def _covered(textpage: pypdfium2.PdfTextPage, area: Box) -> str:
    text: str = textpage.get_text_bounded(*area)
    return clean(text.replace(_JOINING, "")).strip()


def _address(handle: ctypes._Pointer[Any]) -> int:
    return ctypes.addressof(handle.contents)


def _place(drawn: pypdfium2.PdfObject, above: _Place, forms: int) -> _Place:
    """Say what an object is in; what is in a form is also in what the form is in."""
    mark = raw.FPDFPageObj_GetMarkedContentID(drawn.raw)
    owners = above.owners if mark < 0 else (*above.owners, Owner(above.form, mark))
    if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
        return _Place(owners, said=_said(drawn), running=not owners and _is_running(drawn))
    artifact = above.artifact or any(_name(mark) == "Artifact" for mark in _marks(drawn))
    form = forms if drawn.type == raw.FPDF_PAGEOBJ_FORM else above.form
    return _Place(owners, artifact, form=form, matrix=drawn.get_matrix().multiply(above.matrix))


def _marks(drawn: pypdfium2.PdfObject) -> Iterator[Any]:
    return (raw.FPDFPageObj_GetMark(drawn.raw, number) for number in range(raw.FPDFPageObj_CountMarks(drawn.raw)))


def _name(mark: object) -> str:
    buffer, length = (raw.FPDF_WCHAR * _LONGEST)(), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return _decoded(buffer)


def _said(drawn: pypdfium2.PdfObject) -> _Said:
    """Read what marks say of text, the innermost last."""
    language = expansion = ""
    for mark in _marks(drawn):
        language = _property(mark, b"Lang") or language
        expansion = _property(mark, b"E") or expansion
    return _Said(language, expansion) if language or expansion else _NOTHING_SAID


def _is_running(drawn: pypdfium2.PdfObject) -> bool:
    """Tell a running head or foot: of artifacts no other has a subtype. See: 14.8.2.2.2."""
    return any(
        _name(mark) == "Artifact" and raw.FPDFPageObjMark_GetParamValueType(mark, b"Subtype") == raw.FPDF_OBJECT_NAME
        for mark in _marks(drawn)
    )


def _property(mark: object, key: bytes) -> str:
    """Read a property of a mark; empty where it has none, or a longer one than any that is meant here."""
    buffer, length = (raw.FPDF_WCHAR * _LONGEST)(), ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetParamStringValue(mark, key, buffer, ctypes.sizeof(buffer), length):
        return ""
    return clean(_decoded(buffer)).strip()


def _decoded(buffer: ctypes.Array[Any]) -> str:
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]


def _image(drawn: pypdfium2.PdfImage, place: _Place) -> PlacedImage:
    width, height = drawn.get_px_size()
    matrix = place.matrix
    across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    resolution = min(width * 72 / across, height * 72 / up) if across and up else None
    return PlacedImage(width, height, resolution, place.owners, place.artifact)


class _Sorter:
    """Sorts a page's characters by the marks that they stand in."""

    def __init__(self, places: Mapping[int, _Place]) -> None:
        self._places = places
        self._owners: tuple[Owner, ...] = ()
        self._before = ""
        self._spaced = self._bare = 0
        self._parted = False  # whether the line has a space inside: one without may be a piece of a word
        self._whole: list[str] = []
        self._running: list[str] = []
        self._marked: dict[Owner, list[tuple[str, _Said]]] = {}

    def read(self, textpage: pypdfium2.PdfTextPage) -> None:
        """Take the characters in pdfium's order."""
        gap = ""
        for start, end, drawn in _stretches(textpage):
            codes = (raw.FPDFText_GetUnicode(textpage.raw, number) for number in range(start, end))
            text = "".join(chr(code) for code in codes if 0 < code <= sys.maxunicode)
            if drawn is not None:
                self._take(text, self._places.get(drawn, _NOWHERE), gap)
                gap = ""
            else:  # put in by pdfium: a space, or the end of a line
                gap = "\n" if "\n" in gap + text else " "

    def _take(self, text: str, place: _Place, gap: str) -> None:
        if gap:
            self._whole.append(gap)
            self._part(text[:1], gap, inside=place.owners == self._owners)
        self._owners, self._before = place.owners, text[-1:]
        self._parted |= gap == " " or " " in text.strip()
        self._whole.append(text)
        if place.running:
            self._running += [gap, text]
        for owner in place.owners:
            self._marked.setdefault(owner, []).append((text, place.said))

    def _part(self, after: str, gap: str, *, inside: bool) -> None:
        """Note a gap at the end of the mark before it; whether the end of a line parts words is decided later."""
        if gap == "\n":
            self._spaced += self._before.isspace()
            self._bare += inside and self._parted and not self._before.isspace()
            self._parted = False
        if after not in _CLOSING and not (gap == "\n" and _UNSPACED.match(self._before) and _UNSPACED.match(after)):
            for owner in self._owners:
                texts = self._marked[owner]
                texts.append((_LINE_END if gap == "\n" and inside else " ", texts[-1][1]))

    def whole(self) -> str:
        """All text, an entry a line."""
        return _lines(self._whole)

    def running(self) -> str:
        """Running heads and feet, an entry a line."""
        return _lines(self._running)

    def marked(self) -> dict[Owner, tuple[Run, ...]]:
        """Texts of the marks. A page that has spaces at the ends of its lines has them wherever words are parted: where
        they are missing inside a mark, a line breaks inside an address.
        """
        end = "" if self._spaced * _FEW > self._bare else " "
        return {owner: tuple(_runs(texts, end)) for owner, texts in self._marked.items()}


def _lines(pieces: Sequence[str]) -> str:
    lines = (clean(line).strip() for line in _whole_pairs("".join(pieces)).split("\n"))
    return "\n".join(filter(None, lines))


def _stretches(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[int, int, int | None]]:
    """Give the characters of one text object after another, from the first to one after the last, with the address of
    the object; ``None`` for characters that pdfium has put in, but for spaces inside an object.

    Asking for the object of every character would take most of the time of reading a file.
    """

    def owner(number: int) -> int | None:
        drawn = raw.FPDFText_GetTextObject(textpage.raw, number)
        return _address(drawn) if drawn else None

    start, count = 0, raw.FPDFText_CountChars(textpage.raw)
    while start < count:
        drawn, end = owner(start), start + 1
        while drawn is not None and end + _STEP <= count and owner(end + _STEP - 1) == drawn:
            end += _STEP
        while drawn is not None and end < count and owner(end) == drawn:
            end += 1
        yield start, end, drawn
        start = end


def _runs(texts: list[tuple[str, _Said]], line_end: str) -> Iterator[Run]:
    for said, group in groupby(texts, key=itemgetter(1)):
        text = "".join(text for text, _ in group).replace(_LINE_END, line_end)
        yield Run(clean(_whole_pairs(text)), *said)


def _whole_pairs(text: str) -> str:
    """Put together characters that pdfium gives as two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

"""Pictures of a page that are at hand: written into it, or saved beside it. Nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position
from briefing.importing.html.telling import first_told, shown
from briefing.importing.pictures import Pictures
from briefing.reading.files import Refusal

__all__ = ["Illustrations"]

_SMALLEST = 40
"""Width or height from which on a picture is no mark, button or counter."""


class Illustrations:
    """Takes the pictures of one page as they are met."""

    def __init__(self, file: str, beside: Callable[[str], bytes | None], written: Sequence[str]) -> None:
        self._file, self._beside = file, beside
        self._pictures = Pictures()
        self._written = written
        self._missing: list[Diagnostic] = []
        self._refused: list[Diagnostic] = []

    @property
    def files(self) -> dict[str, bytes]:
        """The pictures that were taken, by their names."""
        return self._pictures.files

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What pictures were left out."""
        return *first_told(self._missing), *first_told(self._refused)

    def is_at_hand(self, image: HtmlElement) -> bool:
        """Tell whether a picture is written into the page or saved beside it, and is more than a mark."""
        address = image.get("src", "").strip()
        return not _is_mark(image) and (address[:5].lower() == "data:" or self._saved(address) is not None)

    def take(self, image: HtmlElement) -> str:
        """Give the name of a picture in the article's folder; empty where it is not at hand, which is said."""
        address = image.get("src", "").strip()
        if not address or _is_mark(image):
            return ""
        position = Position(self._file, image.sourceline or 1)
        data = self._written_in(address) if address[:5].lower() == "data:" else self._saved(address)
        if data is None:
            self._missing.append(_missing(address, " ".join(image.get("alt", "").split()), position))
            return ""
        taken = self._pictures.take(data)
        if isinstance(taken, Refusal):
            self._refused.append(Diagnostic("warning", taken.id, taken.message, position, taken.hint))
            return ""
        return taken

    def _written_in(self, address: str) -> bytes | None:
        """Decode a picture that its address holds, or the number that was left in its place."""
        number = address[5:]
        if number.isascii() and number.isdigit() and len(number) < 6 and int(number) < len(self._written):
            address = self._written[int(number)]
        return _decoded(address)

    def _saved(self, address: str) -> bytes | None:
        """Open a picture beside the page; an address on the web is never one."""
        try:
            parts = urlsplit(address)
        except ValueError:  # brackets that hold no address
            return None
        path = unquote(parts.path).removeprefix("./")
        return self._beside(path) if path and not parts.scheme and not parts.netloc else None


def _missing(address: str, words: str, position: Position) -> Diagnostic:
    message = f"The picture {shown(address)} is not beside the page and was left out."
    hint = f"Save it into the article's folder, and write there: ![{shown(words) or 'What it shows'}](NAME.jpg)"
    return Diagnostic("warning", "picture-not-found", message, position, hint)


def _is_mark(image: HtmlElement) -> bool:
    sizes = (image.get("width", ""), image.get("height", ""))
    return any(size.isascii() and size.isdigit() and len(size) < 6 and int(size) < _SMALLEST for size in sizes)


def _decoded(address: str) -> bytes | None:
    """Decode a picture that its address holds. See: RFC 2397."""
    kind, _, data = address[5:].partition(",")
    try:
        raw = unquote_to_bytes(data)
        return base64.b64decode(raw, validate=False) if kind.lower().endswith(";base64") else raw
    except binascii.Error:
        return None

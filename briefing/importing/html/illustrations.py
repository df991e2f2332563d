"""Pictures of a page that are at hand: written into it, or saved beside it. Nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position
from briefing.importing.pictures import Pictures
from briefing.reading.files import Refusal

__all__ = ["Illustrations"]

_SMALLEST = 40
"""Width or height from which on a picture is no mark, button or counter."""
_MOST_NAMED = 20
"""Pictures that are not at hand and told one by one."""


class Illustrations:
    """Takes the pictures of one page as they are met."""

    def __init__(self, file: str, beside: Callable[[str], bytes | None], written: Sequence[str]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._file, self._beside = file, beside
        self._pictures = Pictures()
        self._written = written
        self._missing = 0

    @property
    def files(self) -> dict[str, bytes]:
        """The pictures that were taken, by their names."""
        return self._pictures.files

    def take(self, image: HtmlElement) -> str:
        """Give the name of a picture in the article's folder; empty where it is not at hand, which is said."""
        address = image.get("src", "").strip()
        if not address or _is_mark(image):
            return ""
        position = Position(self._file, image.sourceline or 1)
        data = self._written_in(address) if address[:5].lower() == "data:" else self._saved(address)
        if data is None:
            self._miss(address, position)
            return ""
        taken = self._pictures.take(data)
        if isinstance(taken, Refusal):
            self.diagnostics.append(Diagnostic("warning", taken.id, taken.message, position, taken.hint))
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

    def _miss(self, address: str, position: Position) -> None:
        self._missing += 1
        if self._missing > _MOST_NAMED:
            return
        shown = address if len(address) <= 120 and address.isprintable() else f"{address[:60]!a}…"
        message = f"The picture {shown} is not beside the page and was left out."
        hint = "Save it into the article's folder, and write there: ![What it shows](NAME.jpg)"
        self.diagnostics.append(Diagnostic("warning", "picture-not-found", message, position, hint))


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

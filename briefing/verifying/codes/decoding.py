"""A picture → the codes in it, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import Any, NamedTuple

from PIL.Image import Image

from briefing.verifying.codes.rendering import Area, Pictured
from briefing.verifying.extras import optional

__all__ = ["Decoder", "Seen", "decoder"]

_LONGEST_TEXT = 10_000
"""Characters; a QR code holds at most 7,089. See: ISO/IEC 18004, table 1."""
QR_CODE = "QR Code"
"""What the library calls it."""
_ASKEW = 1.1
"""How much wider than its edge the box around a code is that does not stand straight."""
_SMALLEST, _STEP = 17, 4
"""A code of version n has 17 + 4 n modules a side. See: ISO/IEC 18004, 5.3.1.1."""


class Seen(NamedTuple):
    """A code, and where it is seen."""

    kind: str
    """``QR Code`` …"""
    text: str
    area: Area
    """Around it without its quiet zone."""
    side: float
    """Points along an edge, for it may stand askew."""
    modules: int
    """A side; 0 where it is no QR code."""

    @property
    def module(self) -> float:
        """Points; 0 where it is no QR code."""
        return self.side / self.modules if self.modules else 0.0

    @property
    def is_askew(self) -> bool:
        """Whether its edges do not run along those of the page."""
        return max(self.area.right - self.area.left, self.area.bottom - self.area.top) > _ASKEW * self.side


class Decoder:
    """The library that finds codes."""

    def __init__(self, library: Any) -> None:
        self._library = library

    def seen(self, pictured: Pictured) -> Iterator[Seen]:
        """Find the codes of a picture, also those that are light on dark."""
        found = [_seen(each, pictured) for each in self._library.read_barcodes(pictured.picture)]
        # The modules of a QR code may look like the bars of another one.
        for each in found:
            if each.modules or not any(other.modules and other.area.meets(each.area) for other in found):
                yield each

    def reads(self, picture: Image, text: str, *, inverted: bool = False) -> bool:
        """Tell whether a QR code of a picture, dark on light unless ``inverted``, says a text."""
        kind = self._library.BarcodeFormat.QRCode
        return any(found.text == text for found in self._library.read_barcodes(picture, kind, try_invert=inverted))


def decoder() -> Decoder | None:
    """Give the library, or ``None`` where it is not installed."""
    library = optional("zxingcpp")
    return Decoder(library) if library else None


def _seen(found: Any, pictured: Pictured) -> Seen:
    place = found.position
    corners = [(each.x, each.y) for each in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)]
    edges = [hypot(x - u, y - v) for (x, y), (u, v) in zip(corners, corners[1:] + corners[:1], strict=True)]
    left, top = (min(values) for values in zip(*corners, strict=True))
    right, bottom = (max(values) for values in zip(*corners, strict=True))
    scale, shown = pictured.scale, pictured.area
    area = Area(
        left / scale + shown.left, top / scale + shown.top, right / scale + shown.left, bottom / scale + shown.top
    )
    return Seen(str(found.format), found.text[:_LONGEST_TEXT], area, sum(edges) / 4 / scale, _modules(found))


def _modules(found: Any) -> int:
    version = found.extra.get("Version", "") if str(found.format) == QR_CODE else ""
    return _SMALLEST + _STEP * int(version) if version.isdigit() else 0

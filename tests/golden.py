"""Pages as pictures, compared with those that are kept in ``tests/golden``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

KEPT = Path(__file__).parent / "golden"
LEFT = Path(__file__).parent.parent / "build" / "golden"

DPI = 60
GREYS = 16
"""Levels of grey that are kept: enough for an eye, small enough for a repository."""
MUCH = 64
"""How far, of 255, a point may be from the kept one: rasterisers smooth edges in ways of their own."""
FEW = 0.002
"""The share of points that may be further away: a letter more or less is above it."""


@dataclass(frozen=True)
class Golden:
    """Compares pages with the kept pictures, or keeps them."""

    update: bool

    def check(self, name: str, pdf: bytes, page: int = 0) -> None:
        """Compare one page, counted from 0, with ``tests/golden/NAME.png``."""
        actual = picture_of(pdf, page)
        kept = KEPT / f"{name}.png"
        if self.update:
            KEPT.mkdir(exist_ok=True)
            actual.save(kept, optimize=True)
        assert kept.is_file(), f"{kept} is missing: make it with --update-golden and look at it"
        expected = Image.open(kept)
        if actual.size != expected.size or share_of_change(actual, expected) > FEW:
            raise AssertionError(f"page {page + 1} differs from {kept}: see {leave(name, actual, expected)}")


def picture_of(pdf: bytes, page: int) -> Image.Image:
    bitmap = pypdfium2.PdfDocument(pdf)[page].render(scale=DPI / 72, grayscale=True)
    return bitmap.to_pil().convert("L").quantize(GREYS, dither=Image.Dither.NONE)


def share_of_change(one: Image.Image, other: Image.Image) -> float:
    """Share of the points, from 0 to 1, that differ much."""
    histogram = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(histogram[MUCH:]) / sum(histogram)


def leave(name: str, actual: Image.Image, expected: Image.Image) -> str:
    """Put the page as it should be, as it is, and the difference where a person finds them."""
    LEFT.mkdir(parents=True, exist_ok=True)
    pictures = {"expected": expected.convert("L"), "actual": actual.convert("L")}
    if actual.size == expected.size:
        pictures["difference"] = ImageChops.invert(ImageChops.difference(*pictures.values()))
    for kind, picture in pictures.items():
        picture.save(LEFT / f"{name}-{kind}.png")
    return f"{LEFT}/{name}-*.png"

"""Pages as pictures, compared with those that are kept in ``tests/golden``.

A page is drawn much finer than it is kept and then made smaller, so that no letter jumps to a whole point of the
picture: a page that is moved by a fiftieth of a typographic point looks the same. The pictures are compared tile by
tile, for a wrong digit is nothing in a page and much in its own square of a few millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

KEPT = Path(__file__).parent / "golden"
LEFT = Path(__file__).parent.parent / "build" / "golden"

DPI = 60
FINER = 8
"""How many times finer a page is drawn than it is kept."""
GREYS = 4
"""Levels of grey that are kept: enough for an eye, small enough for a repository."""
STEP = 255 // (GREYS - 1)
SOFT = STEP // 2 + 12
"""How far, of 255, a point may be from the kept one: half a level is lost in keeping, the rest smooths edges."""
TILE = 16
"""Points at each side of a tile: about 7 mm of the page."""
MUCH = 0.1
"""Mean of what is beyond ``SOFT`` in a tile that differs. Measured: 0.00 where the page is moved by 0.02 pt, at least
0.19 where a digit of the smallest text is another one, and from 0.5 to 20 in the text itself."""


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
            in_few_greys(actual).save(kept, optimize=True, bits=2)
        assert kept.is_file(), f"{kept} is missing: make it with --update-golden and look at it"
        expected = Image.open(kept).convert("L")
        if actual.size != expected.size or largest_change(actual, expected) > MUCH:
            raise AssertionError(f"page {page + 1} differs from {kept}: see {leave(name, actual, expected)}")


def picture_of(pdf: bytes, page: int, *, moved_pt: float = 0) -> Image.Image:
    """Draw a page in grey; ``moved_pt`` moves all that stands on it to the lower left."""
    drawn = pypdfium2.PdfDocument(pdf)[page]
    left, bottom, right, top = drawn.get_mediabox()
    box = (left + moved_pt, bottom + moved_pt, right + moved_pt, top + moved_pt)
    drawn.set_mediabox(*box)
    drawn.set_cropbox(*box)
    return drawn.render(scale=FINER * DPI / 72, grayscale=True).to_pil().convert("L").reduce(FINER)


def in_few_greys(picture: Image.Image) -> Image.Image:
    """Make a picture of as many colours as are kept."""
    nearest = picture.point([round(level / STEP) for level in range(256)])
    small = Image.frombytes("P", nearest.size, nearest.tobytes())
    small.putpalette([level * STEP for level in range(GREYS) for _ in "rgb"])
    return small


def largest_change(actual: Image.Image, expected: Image.Image) -> float:
    """Mean change, of 255, in the tile that changed most; what is smoothed or lost in keeping is no change."""
    change = ImageChops.difference(actual, expected).point([max(0, level - SOFT) for level in range(256)])
    tiled = Image.new("L", tuple(-(-length // TILE) * TILE for length in change.size))
    tiled.paste(change)
    return float(tiled.convert("F").reduce(TILE).getextrema()[1])


def leave(name: str, actual: Image.Image, expected: Image.Image) -> str:
    """Put the page as it should be, as it is, and the difference where a person finds them."""
    LEFT.mkdir(parents=True, exist_ok=True)
    pictures = {"expected": expected, "actual": actual}
    if actual.size == expected.size:
        pictures["difference"] = ImageChops.invert(ImageChops.difference(actual, expected))
    for kind, picture in pictures.items():
        picture.save(LEFT / f"{name}-{kind}.png")
    return f"{LEFT}/{name}-*.png"

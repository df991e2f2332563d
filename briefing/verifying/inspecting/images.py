"""Raster images on pages, and what those who cannot see them are told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from briefing.verifying.findings import ImageShown
from briefing.verifying.inspecting.pages import unit_of
from briefing.verifying.inspecting.tags import TagTree
from briefing.verifying.inspecting.text import PageText, PlacedImage

__all__ = ["MOST_IMAGES", "read_images"]

MOST_IMAGES = 10_000


def read_images(pages: Sequence[object], texts: Sequence[PageText], tree: TagTree | None) -> tuple[ImageShown, ...]:
    """List images page by page, in the order in which they are drawn."""
    placed = (
        (number, page, image)
        for number, (page, text) in enumerate(zip(pages, texts, strict=True), start=1)
        for image in text.images
    )
    return tuple(_shown(*each, tree) for each in islice(placed, MOST_IMAGES))


def _shown(number: int, page: object, image: PlacedImage, tree: TagTree | None) -> ImageShown:
    graphics = tree.graphics if tree else {}
    owner = next((owner for owner in reversed(image.owners) if (number, owner) in graphics), None)
    resolution = round(image.resolution / unit_of(page), 1) if image.resolution else None
    return ImageShown(
        number,
        image.width,
        image.height,
        resolution,
        tagged="figure" if owner else "artifact" if image.artifact else "untagged",
        alternative=graphics[number, owner] if owner else None,
    )

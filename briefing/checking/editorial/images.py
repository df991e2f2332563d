"""Pictures: who made them, whether they are fine enough for paper, and where they were taken."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.editorial.edited import Edited, doubt
from briefing.errors import Diagnostic
from briefing.model import Element, trees, walk
from briefing.photographs import cropped
from briefing.reading import says_where_taken

__all__ = ["pictures_that_say_where", "pictures_too_coarse", "pictures_without_credit"]

_MM_PER_INCH = 25.4
_COLUMN_MM = 122
"""Width of the text of the template "briefing" on A4, in which a picture stands that says no width."""
_FEWEST_PER_INCH = 150
"""Pixels to an inch at which a photograph on paper looks sharp at arm's length."""


def pictures_without_credit(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of each, where the fields do not name who made the pictures."""
    if edited.briefing.image_credits:
        return
    for figure in _elements(edited, "figure"):
        image = next((each for each in walk(figure) if each.tag == "img"), None)
        if image is not None and not any("credit" in each.classes for each in walk(figure)):
            message = f'Nothing says who made the picture "{image.get("src")}".'
            hint = 'Add it, ![…](photo.jpg "Caption. Credit: Jane Doe"), or name all of them in image_credits.'
            yield doubt("picture-credit", message, figure.position, hint)


def pictures_too_coarse(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of pictures with too few pixels for their width on paper."""
    for image in _elements(edited, "img"):
        picture = edited.briefing.pictures.get(image.get("src"))
        picture = picture and cropped(picture, image.get("data-crop"), image.get("data-focus"))
        width_mm = _width_mm(image)
        per_inch = int(picture.width * _MM_PER_INCH / width_mm) if picture and width_mm else _FEWEST_PER_INCH
        if picture and per_inch < _FEWEST_PER_INCH:
            needed = int(_FEWEST_PER_INCH * width_mm / _MM_PER_INCH) + 1
            message = (
                f'"{picture.name}" has {picture.width} pixels across, {per_inch} to an inch on A4: coarse on paper.'
            )
            hint = f"Take one with {needed} pixels across or more, or print it smaller: {{width=50%}}."
            yield doubt("picture-resolution", message, image.position, hint)


def pictures_that_say_where(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of files in which a camera noted the place; the PDF leaves its notes out, who has the folder has them."""
    told: set[str] = set()
    for image in _elements(edited, "img"):
        picture = edited.briefing.pictures.get(image.get("src"))
        if picture and picture.name not in told and says_where_taken(picture.data):
            told.add(picture.name)
            message = f'"{picture.name}" says where on earth it was taken.'
            hint = "It is in nothing that is made, but goes with the folder: save it without such notes."
            yield doubt("picture-position", message, image.position, hint)


def _elements(edited: Edited, tag: str) -> Iterator[Element]:
    return (each for root in trees(edited.briefing) for each in walk(root) if each.tag == tag)


def _width_mm(image: Element) -> float:
    typed = image.get("data-width") or "100%"
    if typed.endswith("mm"):
        return float(typed.removesuffix("mm"))
    return _COLUMN_MM * float(typed.removesuffix("%")) / 100

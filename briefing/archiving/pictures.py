"""The pictures of a briefing → those that leave the house beside its text: what is shown of them, and nothing else.

Whoever was cut off, and where and when a picture was taken, stays at home. A picture of which something is cut off is
packed anew, cut, and so is one that is finer than any page can show; pages that are made of it again are those that
were made with it, for it then has the shape that the text asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from PIL import Image

from briefing.errors import Diagnostic
from briefing.model import Briefing, Picture, trees, walk
from briefing.photographs import as_file, cropped, hides_colours, is_too_fine, opened, packed, shown, without_notes

__all__ = ["Travelling", "cut_in_several_ways", "travelling"]

_Area = tuple[float, float, float, float]
_WHOLE: _Area = (0.0, 0.0, 1.0, 1.0)
_FINEST = 3_600
"""Points on the longer side: a page of A4 has no more at 300 an inch."""
_QUALITY = 92
"""Of a JPEG, on the scale of libjpeg: pages are made of it, for which it is packed once more."""


class _Typed(NamedTuple):
    """How an author asks for a part of a picture."""

    shape: str
    focus: str


class Travelling(NamedTuple):
    """A briefing whose pictures are those that travel, and the files of its reading with them."""

    briefing: Briefing
    files: Mapping[str, bytes]


def travelling(briefing: Briefing, files: Mapping[str, bytes]) -> Travelling:
    """Take pictures and logo as they travel; one that is cut in several ways is shown from the file as it lies."""
    cuts, pictures = _cuts(briefing), briefing.pictures
    made = {name: _as_it_travels(picture, cuts.get(name, {})) for name, picture in pictures.items()}
    shown = {name: made[name] if len(cuts.get(name, {})) < 2 else pictures[name] for name in pictures}
    data = {name: picture.data for name, picture in made.items()} | dict(_logo(briefing, files))
    return Travelling(replace(briefing, pictures=shown), {name: data.get(name, each) for name, each in files.items()})


def cut_in_several_ways(briefing: Briefing) -> Iterator[Diagnostic]:
    """Tell the pictures of which pages that are made again show something else."""
    for name, areas in _cuts(briefing).items():
        if len(areas) > 1 and _WHOLE not in areas:
            message = f'"{name}" is cut in {len(areas)} ways: the part that holds all of them goes along.'
            hint = "Pages that are made of it again are cut otherwise: save a file of its own for each."
            yield Diagnostic("warning", "cut-in-several-ways", message, hint=hint)


def _cuts(briefing: Briefing) -> Mapping[str, Mapping[_Area, _Typed]]:
    """Find what is shown of each picture, each part once, with the shape and the focus that were typed for it."""
    found: dict[str, dict[_Area, _Typed]] = {}
    for image in (each for root in trees(briefing) for each in walk(root) if each.tag == "img"):
        if picture := briefing.pictures.get(image.get("src")):
            typed = _Typed(image.get("data-crop"), image.get("data-focus"))
            found.setdefault(picture.name, {}).setdefault(cropped(picture, *typed).area or _WHOLE, typed)
    return found


def _as_it_travels(picture: Picture, cuts: Mapping[_Area, _Typed]) -> Picture:
    area = _around(cuts)
    width, height = round((area[2] - area[0]) * picture.width), round((area[3] - area[1]) * picture.height)
    cut = replace(picture, area=None if area == _WHOLE else area, width=width, height=height)
    across = max(1, round(_FINEST * min(1.0, width / height)))
    if cut.area is None and not is_too_fine(cut, across) and not hides_colours(cut):
        return replace(picture, data=without_notes(picture.data, keeps_look=True))
    made = shown(cut, across) or opened(cut)
    if len(cuts) == 1:
        made = _in_shape(made, cut, *cuts.values())
    return replace(picture, data=packed(made, picture.format, _QUALITY), width=made.width, height=made.height)


def _in_shape(made: Image.Image, picture: Picture, typed: _Typed) -> Image.Image:
    """Take the last row or column away where whole points do not fit the shape: then nothing is cut off again."""
    least = cropped(replace(picture, area=None, width=made.width, height=made.height), *typed)
    return made.crop((0, 0, least.width, least.height)) if least.area else made


def _around(areas: Collection[_Area]) -> _Area:
    """Give the smallest area that holds all of them; the whole where there are none."""
    if not areas:
        return _WHOLE
    left, top, right, bottom = zip(*areas, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _logo(briefing: Briefing, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    organisation = briefing.organisation
    if organisation and organisation.logo:
        profile = organisation.position.file
        name = profile[: profile.rfind("/") + 1] + organisation.logo.name
        if name in files:
            logo = replace(organisation.logo, data=files[name])
            yield name, as_file(logo) if hides_colours(logo) else without_notes(logo.data, keeps_look=True)

"""Pictures, drawings and codes → pictures in a line of a Word file.

See: ECMA-376-1, 20.4.2.8 (``inline``), 20.2 (pictures).
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import segno

from briefing.exporting.document import Document
from briefing.exporting.docx.story import Story
from briefing.exporting.docx.xml import NAMESPACES, Xml, node
from briefing.exporting.raster import png_of
from briefing.model import Element, Picture
from briefing.photographs import as_file, cropped
from briefing.typesetting import drawing_name

__all__ = ["pictures_of"]

_EMU = 12_700
"""English metric units of a point."""
_POINTS_PER_MM = 72 / 25.4
_POINTS_PER_PIXEL = 0.75
"""At 96 pixels an inch: no picture is shown larger than that by itself."""
_LOGO_HEIGHT = 11 * _POINTS_PER_MM
_CODE = 36 * _POINTS_PER_MM
_TALLEST = 600.0
"""Points: what stands on one page with its caption."""
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Says that what follows tells whether a picture is mere ornament."""
_PICTURE = NAMESPACES["pic"]


def pictures_of(image: Element, document: Document, story: Story, width: float) -> Iterator[Xml]:
    """Write the runs that show an ``img`` of the document within a width in points; several for a tall chart."""
    alternative = image.get("alt")
    if picture := document.pictures.get(image.get("src")):
        picture = cropped(picture, image.get("data-crop"), image.get("data-focus"))
        ending = "png" if picture.format == "PNG" else "jpg"
        size = _size(image, picture, width)
        yield _run(story, story.picture(as_file(picture), ending), size, alternative)
    elif address := image.get("data-qr"):
        yield _run(story, story.picture(_code(address), "png"), (_CODE, _CODE), alternative)
    elif drawing := document.drawings.get(drawing_name(image)):
        for part in drawing.outlined(width, _TALLEST):
            size = _fitted(part.width, part.height)
            yield _run(story, story.picture(png_of(part), "png"), size, part.alternative or alternative)


def _code(address: str) -> bytes:
    data = BytesIO()
    segno.make_qr(address, error="q").save(data, kind="png", scale=8, border=4)
    return data.getvalue()


def _size(image: Element, picture: Picture, width: float) -> tuple[float, float]:
    """Width and height in points: as wide as was asked for, else as its pixels allow."""
    wanted = image.get("data-width")
    if "logo" in image.classes:
        return _fitted(_LOGO_HEIGHT * picture.width / picture.height, _LOGO_HEIGHT, width)
    if wanted.endswith("%"):
        across = width * float(wanted[:-1]) / 100
    elif wanted.endswith("mm"):
        across = float(wanted[:-2]) * _POINTS_PER_MM
    else:
        across = picture.width * _POINTS_PER_PIXEL
    across = max(1.0, min(across, width))
    return _fitted(across, across * picture.height / picture.width)


def _fitted(across: float, high: float, width: float = float("inf")) -> tuple[float, float]:
    share = min(1.0, _TALLEST / high, width / across)
    return across * share, high * share


def _run(story: Story, relationship: str, size: tuple[float, float], alternative: str) -> Xml:
    across, high = (str(max(1, round(length * _EMU))) for length in size)
    number = str(next(story.package.serial))
    extent = {"cx": across, "cy": high}
    described = node("wp:docPr", {"id": number, "name": f"Picture {number}", "descr": alternative})
    if not alternative:
        described.append(_ornament())
    locked = node("wp:cNvGraphicFramePr", {}, node("a:graphicFrameLocks", {"noChangeAspect": "1"}))
    shown = node("a:graphicData", {"uri": _PICTURE}, _picture(relationship, extent, number))
    edges = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = node("wp:inline", edges, node("wp:extent", extent), described, locked, node("a:graphic", {}, shown))
    return node("w:r", {}, node("w:drawing", {}, inline))


def _ornament() -> Xml:
    decorative = node("adec:decorative", {"val": "1"})
    return node("a:extLst", {}, node("a:ext", {"uri": _DECORATIVE}, decorative))


def _picture(relationship: str, extent: dict[str, str], number: str) -> Xml:
    named = node("pic:cNvPr", {"id": number, "name": f"Picture {number}"})
    filled = node(
        "pic:blipFill",
        {},
        node("a:blip", {"r:embed": relationship}),
        node("a:stretch", {}, node("a:fillRect")),
    )
    place = node("a:xfrm", {}, node("a:off", {"x": "0", "y": "0"}), node("a:ext", extent))
    shape = node("a:prstGeom", {"prst": "rect"}, node("a:avLst"))
    head = node("pic:nvPicPr", {}, named, node("pic:cNvPicPr"))
    return node("pic:pic", {}, head, filled, node("pic:spPr", {}, place, shape))

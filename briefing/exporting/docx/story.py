"""One part of a Word file that holds text, such as its body or its footnotes, and what all parts share.

See: ECMA-376-2 (packages, parts and relationships).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package as WordPackage

from briefing.exporting.docx.numbering import Numbering
from briefing.exporting.docx.xml import Xml, node
from briefing.model import Element, walk

__all__ = ["Package", "Story"]

_NO_NAME = re.compile(r"[^0-9A-Za-z]+")
_LONGEST_NAME = 32
"""Letters of a bookmark; Word takes 40."""
_UNSAFE = re.compile(r'[\s"<>\\^`{|}\[\]]')
"""What Word refuses in an address."""
_TYPES = {"png": CT.PNG, "jpg": CT.JPEG}


class Package:
    """The file that is being made: its parts, and the numbers and names that may stand only once."""

    def __init__(self, main: Element) -> None:
        self.opc = WordPackage()
        self.numbering = Numbering()
        self.serial = count(1)
        """Numbers of bookmarks and pictures."""
        self._names = _bookmark_names(main)
        self._media: dict[bytes, Part] = {}

    def add_part(self, name: str, content_type: str, element: Xml) -> XmlPart:
        """Add a part that holds an element; more may be put into that as long as the file is not written."""
        return XmlPart(PackURI(name), content_type, element, self.opc)

    def picture(self, data: bytes, ending: str) -> Part:
        """Find the part of a picture, or add it; the same picture is kept once. ``ending`` is ``png`` or ``jpg``."""
        if data not in self._media:
            name = PackURI(f"/word/media/image{len(self._media) + 1}.{ending}")
            self._media[data] = Part(name, _TYPES[ending], data, self.opc)
        return self._media[data]

    def bookmark_name(self, identifier: str) -> str:
        """The name of a place; empty where there is none of that id."""
        return self._names.get(identifier, "")

    def bookmark(self, identifier: str) -> tuple[Xml, ...]:
        """Mark a place that links lead to; nothing for what is no place."""
        name = self.bookmark_name(identifier)
        if not name:
            return ()
        number = str(next(self.serial))
        start = node("w:bookmarkStart", {"w:id": number, "w:name": name})
        return start, node("w:bookmarkEnd", {"w:id": number})


class Story:
    """A part that holds text, with what it refers to outside of it."""

    def __init__(self, package: Package, part: XmlPart) -> None:
        self.package = package
        self._part = part

    def link(self, address: str) -> str:
        """Refer to an address; gives the id of the relationship."""
        return str(self._part.relate_to(_safe(address), RT.HYPERLINK, is_external=True))

    def picture(self, data: bytes, ending: str) -> str:
        """Refer to a picture; gives the id of the relationship."""
        return str(self._part.relate_to(self.package.picture(data, ending), RT.IMAGE))


def _safe(address: str) -> str:
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


def _bookmark_names(main: Element) -> dict[str, str]:
    """Name the places of a document in the few letters that Word takes, whatever their ids are made of."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identifier in _ids(main):
        bare = _NO_NAME.sub("_", identifier).strip("_")[:_LONGEST_NAME] or "place"
        bare = bare if bare[0].isalpha() else f"p_{bare}"
        names[identifier] = next(name for name in _numbered(bare) if name.lower() not in taken)
        taken.add(names[identifier].lower())
    return names


def _ids(main: Element) -> Iterator[str]:
    return (element.get("id") for element in walk(main) if element.get("id"))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in count(2))

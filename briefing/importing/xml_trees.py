"""The bytes of an XML file → its tree, refused before it can do harm: no DTD and so no entities, not too deep, not too
much.

See: XML 1.0, 2.8 (document type declarations) and 4.4 (entities, which this never expands).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

__all__ = ["XmlRefusal", "read_xml"]

_DEPTH = 100
"""Elements inside one another; deep office documents have 50."""
_ELEMENTS = 400_000
_BETWEEN = "}"
"""What the parser writes between the address of a namespace and a name."""


class XmlRefusal(Exception):  # noqa: N818
    """Why an XML file is not read: a clause that follows its name."""


def read_xml(data: bytes, prefixes: Mapping[str, str]) -> Element:
    """Read a file into elements called as ``w:p``, by the ``prefixes`` of namespaces; others as ``{address}p``.

    Raises:
        XmlRefusal: the file is damaged or hostile.
    """
    try:
        return _Reader(prefixes).read(data)
    except expat.ExpatError as problem:
        raise XmlRefusal(f"is damaged in line {problem.lineno}") from problem
    except (LookupError, ValueError) as problem:
        # an encoding that nobody knows, or that the bytes are not in
        raise XmlRefusal("is in an encoding that cannot be read") from problem


class _Reader:
    """Builds the tree of one file, and stops at the first thing that is not to be read."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._builder = TreeBuilder()
        self._depth = self._count = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.StartDoctypeDeclHandler = self._doctype
        is_last = True
        parser.Parse(data, is_last)
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEPTH:
            raise XmlRefusal(f"has more than {_DEPTH} elements inside one another")
        if self._count > _ELEMENTS:
            raise XmlRefusal(f"has more than {_ELEMENTS:,} elements")
        self._builder.start(self._short(name), {self._short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(self._short(name))

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> NoReturn:
        raise XmlRefusal("declares a document type of its own, which no office program does")

    def _short(self, name: str) -> str:
        """Write a name with its prefix."""
        known = self._names.get(name)
        if known is None:
            address, between, local = name.rpartition(_BETWEEN)
            prefix = self._prefixes.get(address)
            known = f"{prefix}:{local}" if prefix else f"{{{address}}}{local}" if between else local
            self._names[name] = known
        return known

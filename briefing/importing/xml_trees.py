"""The bytes of an XML file → its tree, refused before it can do harm: no DTD and so no entities, not too deep, not too
much.

See: XML 1.0, 2.8 (document type declarations) and 4.4 (entities, which this never expands).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn, TypeAlias
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

__all__ = ["XmlRefusal", "check_xml", "read_xml"]

Start: TypeAlias = Callable[[str, dict[str, str]], None]
End: TypeAlias = Callable[[str], None]

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
    builder = TreeBuilder()
    names = _Names(prefixes)

    def start(name: str, attributes: dict[str, str]) -> None:
        builder.start(names.short(name), {names.short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        builder.end(names.short(name))

    check_xml(data, _ELEMENTS, start, end, builder.data)
    return builder.close()


def check_xml(
    data: bytes, elements: int, start: Start | None = None, end: End | None = None, text: End | None = None
) -> int:
    """Go through a file of at most so many elements, and tell how many it has; names are ``address}name``.

    Raises:
        XmlRefusal: the file is damaged or hostile.
    """
    checker = _Checker(elements, start, end)
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler = checker.start
    parser.EndElementHandler = checker.end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    is_last = True
    try:
        parser.Parse(data, is_last)
    except expat.ExpatError as problem:
        raise XmlRefusal(f"is damaged in line {problem.lineno}") from problem
    except (LookupError, ValueError) as problem:
        # an encoding that nobody knows, or that the bytes are not in
        raise XmlRefusal("is in an encoding that cannot be read") from problem
    return checker.count


class _Checker:
    """Counts the elements of one file, and stops at the first that is too many or too deep."""

    def __init__(self, elements: int, start: Start | None, end: End | None) -> None:
        self._elements, self._start, self._end = elements, start, end
        self._depth = 0
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        self._depth += 1
        self.count += 1
        if self._depth > _DEPTH:
            raise XmlRefusal(f"has more than {_DEPTH} elements inside one another")
        if self.count > self._elements:
            raise XmlRefusal(f"has more than {self._elements:,} elements")
        if self._start:
            self._start(name, attributes)

    def end(self, name: str) -> None:
        """Leave an element."""
        self._depth -= 1
        if self._end:
            self._end(name)


def _refuse_doctype(name: str, system: str | None, public: str | None, internal: bool) -> NoReturn:
    raise XmlRefusal("declares a document type of its own, which no office program does")


class _Names:
    """Writes names with the prefixes of their namespaces."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._known: dict[str, str] = {}

    def short(self, name: str) -> str:
        """Write a name with its prefix."""
        known = self._known.get(name)
        if known is None:
            address, between, local = name.rpartition(_BETWEEN)
            prefix = self._prefixes.get(address)
            known = f"{prefix}:{local}" if prefix else f"{{{address}}}{local}" if between else local
            self._known[name] = known
        return known

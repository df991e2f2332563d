"""Objects of a PDF as Python values, whatever a file has put in their place: nothing here raises for a wrong type.

See: ISO 32000-1, 7.3 (objects), 7.9 (strings, name trees).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

import pikepdf

__all__ = [
    "BROKEN",
    "Identity",
    "as_array",
    "as_name",
    "as_number",
    "as_spaced_text",
    "as_text",
    "as_whole",
    "clean",
    "entries",
    "entry",
    "identity",
    "is_dictionary",
    "name_tree",
]

BROKEN = (pikepdf.PdfError, pikepdf.QpdfRuntimeError)
"""What qpdf raises for what it cannot repair."""
Identity = tuple[int, int]
"""Object and generation number."""

MOST_ENTRIES = 100_000
"""Of one name tree."""

_LANGUAGE_MARK = re.compile("\x1b[^\x1b]{0,8}\x1b")
"""Language of what follows, inside a text string: 7.9.2.2."""
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Collapse white space, drop what is not shown; one space may remain at either end."""
    return re.sub(r"\s+", " ", _IMPOSSIBLE.sub("\ufffd", _UNSEEN.sub("", text)))


def is_dictionary(value: object) -> bool:
    """Tell whether keys can be looked up: a stream has them too."""
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))


def entry(value: object, *path: str) -> object:
    """Follow keys (without slashes) through dictionaries; ``None`` where one is missing."""
    for key in path:
        if not key or not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            return None
        value = value.get(f"/{key}")
    return value


def entries(value: object) -> list[tuple[str, object]]:
    """List keys (without slashes) and values of a dictionary; none of anything else."""
    if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return []
    try:
        return [(clean(str(key)).removeprefix("/"), found) for key, found in value.items()]
    except UnicodeDecodeError:  # a key that is no UTF-8
        return []


def identity(value: object) -> Identity | None:
    """Name an indirect object; ``None`` for one that stands inside another."""
    if not isinstance(value, pikepdf.Object):
        return None
    number, generation = value.objgen
    return (number, generation) if number else None


def as_array(value: object) -> list[object]:
    """List what is in an array; nothing of anything else."""
    return list(value) if isinstance(value, pikepdf.Array) else []


def as_name(value: object) -> str:
    """Read a name without its slash; empty for anything else."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return clean(str(value).removeprefix("/"))
    except UnicodeDecodeError:
        return clean(value.unparse().decode("latin-1").removeprefix("/"))


def as_text(value: object) -> str:
    """Read a text string, white space collapsed and stripped; empty for anything else."""
    return as_spaced_text(value).strip()


def as_spaced_text(value: object) -> str:
    """Read a text string with the space that it may have at either end, which parts it from what is beside it."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        text = str(value)
    except UnicodeDecodeError:
        text = bytes(value).decode("latin-1")
    return clean(_LANGUAGE_MARK.sub("", text))


def as_number(value: object) -> float | None:
    """Read a number."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    number = float(value)
    return number if isfinite(number) else None


def as_whole(value: object) -> int | None:
    """Read a whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def name_tree(root: object) -> Iterator[tuple[str, object]]:
    """Walk through the leaves of a name tree, in its order. See: 7.9.6."""
    waiting, seen, found = [root], set[Identity](), 0
    while waiting and found < MOST_ENTRIES:
        node = waiting.pop()
        own = identity(node)
        if own in seen:
            continue
        if own:
            seen.add(own)
        names = as_array(entry(node, "Names"))
        for name, value in zip(names[::2], names[1::2], strict=False):
            found += 1
            yield as_text(name), value
        waiting.extend(reversed(as_array(entry(node, "Kids"))))

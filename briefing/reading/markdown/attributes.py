"""Attributes in braces, as Pandoc and Quarto write them: ``{#id .class key="value"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Attributes", "attributes_at", "attributes_at_end", "joined"]

_ITEM = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s{}\#="]+)
      | \.(?P<class>[^\s{}\#.="]+)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<straight>(?:[^"\\]|\\.)*)"|“(?P<curly>[^”]*)”|(?P<bare>[^\s{}"“]+))
    )(?=[\s}])""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_LAST = re.compile(r"(?:^|(?<=[ \t]))\{[^{}]*\}$")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between two braces."""

    end: int
    """Offset of the character after the closing brace."""
    id: str = ""
    classes: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    """Offset at which each value begins; of what is typed twice, the last one."""
    repeated: tuple[str, ...] = ()
    """What is typed more than once, each time after the first."""


def attributes_at(text: str, start: int) -> Attributes | None:
    """Read the braces that open at an offset; ``None`` where they hold anything but attributes."""
    if not text.startswith("{", start):
        return None
    identifier, classes, values, places = "", [], {}, {}
    repeated: list[str] = []
    position = start + 1
    while item := _ITEM.match(text, position):
        position = item.end()
        if item["id"]:
            identifier = item["id"]
        elif item["class"]:
            classes.append(item["class"])
        else:
            repeated += [item["key"]] if item["key"] in values else []
            kind = next(name for name in ("straight", "curly", "bare") if item[name] is not None)
            values[item["key"]] = re.sub(r"\\(.)", r"\1", item[kind]) if kind == "straight" else item[kind]
            places[item["key"]] = item.start(kind)
    end = _END.match(text, position)
    if end is None or position == start + 1:
        return None
    return Attributes(end.end(), identifier, tuple(classes), values, places, tuple(repeated))


def joined(one: Attributes, other: Attributes) -> Attributes:
    """Join two pairs of braces of one line, in their order."""
    twice = tuple(name for name in other.values if name in one.values)
    return Attributes(
        other.end,
        other.id or one.id,
        (*one.classes, *other.classes),
        {**one.values, **other.values},
        {**one.places, **other.places},
        (*one.repeated, *twice, *other.repeated),
    )


def attributes_at_end(text: str) -> tuple[str, Attributes | None]:
    """Part a line from the attributes it ends with."""
    braces = _LAST.search(text)
    attributes = attributes_at(text, braces.start()) if braces else None
    return (text, None) if braces is None or attributes is None else (text[: braces.start()].rstrip(), attributes)

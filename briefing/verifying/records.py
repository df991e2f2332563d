"""What was found → plain values that JSON can hold, and back.

The tag tree becomes a list of its elements and texts with their levels: it may be deeper than JSON may be nested. The
way back takes nothing on trust: what it reads was written by a process that had a stranger's file in its hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from briefing.verifying.findings import Inspection, Tag

__all__ = ["Json", "from_record", "to_record", "walk"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Value = TypeVar("Value")


def walk(roots: Iterable[Tag | str]) -> Iterator[tuple[int, Tag | str]]:
    """Go through tag trees in reading order, without recursion; a root has the level 1."""
    waiting: list[tuple[int, Tag | str]] = [(1, each) for each in roots][::-1]
    while waiting:
        level, each = waiting.pop()
        yield level, each
        if isinstance(each, Tag):
            waiting += [(level + 1, child) for child in reversed(each.children)]


def to_record(inspection: Inspection) -> dict[str, Json]:
    """Give the fields by their names; tuples are lists, and a tag tree is a list of what ``walk`` gives."""
    record = cast("dict[str, Json]", _plain(replace(inspection, tags=None)))
    if inspection.tags is not None:
        record["tags"] = [_tag_record(level, each) for level, each in walk(inspection.tags)]
    return record


def from_record(record: Json) -> Inspection:
    """Make the value again.

    Raises: ValueError where the record does not describe one.
    """
    named = _expect(dict, record)
    lines = named.get("tags")
    inspection = cast(Inspection, _read(Inspection, {**named, "tags": None}))
    return inspection if lines is None else replace(inspection, tags=_tree(_expect(list, lines)))


def _plain(value: object) -> Json:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, float) and not isfinite(value):
        return None  # JSON has no such number; a matrix of a hostile file may lead to one
    return cast(Json, value)


def _tag_record(level: int, each: Tag | str) -> Json:
    if isinstance(each, str):
        return {"level": level, "text": each}
    record = cast("dict[str, Json]", _plain(replace(each, children=())))
    del record["children"]
    return {"level": level, **record}


def _tree(lines: list[Json]) -> tuple[Tag, ...]:
    """Put the tree together from its end: whoever comes before deeper ones is what they are in."""
    waiting: list[tuple[int, Tag | str]] = []
    for line in reversed(lines):
        named = dict(_expect(dict, line))
        level = _expect(int, named.pop("level", None))
        if "text" in named:
            waiting.append((level, _expect(str, named["text"])))
            continue
        children = []
        while waiting and waiting[-1][0] > level:
            children.append(waiting.pop()[1])
        tag = cast(Tag, _read(Tag, {**named, "children": []}))
        waiting.append((level, replace(tag, children=tuple(children))))
    roots = tuple(each for _, each in reversed(waiting) if isinstance(each, Tag))
    if len(roots) != len(waiting):
        raise ValueError("a text outside of the tree")
    return roots


def _read(kind: object, record: Json) -> object:
    origin = get_origin(kind)
    if is_dataclass(kind):
        return _read_fields(cast(type, kind), record)
    if origin is tuple:
        return _read_tuple(get_args(kind), record)
    if origin in (Union, UnionType):
        return _read_union(get_args(kind), record)
    if origin is dict:
        named, of = _expect(dict, record), get_args(kind)[1]
        return {name: _read(of, each) for name, each in named.items()}
    if origin is Literal:
        if record not in get_args(kind):
            raise ValueError(f"unexpected value: {record!r:.80}")
        return record
    return _expect(cast(type, kind), record)


def _read_fields(kind: type, record: Json) -> object:
    named, types = _expect(dict, record), _types_of(kind)
    if set(named) != set(types):
        raise ValueError(f"not the fields of {kind.__name__}")
    return kind(**{name: _read(types[name], each) for name, each in named.items()})


def _read_tuple(kinds: tuple[object, ...], record: Json) -> object:
    values = _expect(list, record)
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in values)
    if len(values) != len(kinds):
        raise ValueError(f"expected {len(kinds)} values")
    return tuple(_read(kind, each) for kind, each in zip(kinds, values, strict=True))


def _read_union(kinds: tuple[object, ...], record: Json) -> object:
    """The dataclass of a union is a dictionary; nothing, texts and numbers are themselves."""
    if record is None and NoneType in kinds:
        return None
    wanted = [kind for kind in kinds if kind is not NoneType and is_dataclass(kind) == isinstance(record, dict)]
    if not wanted:
        raise ValueError(f"unexpected value: {record!r:.80}")
    return _read(wanted[0], record)


def _expect(kind: type[Value], record: Json) -> Value:
    number = kind is float and type(record) is int
    if type(record) is not kind and not number:
        raise ValueError(f"expected {kind.__name__}: {record!r:.80}")
    return cast(Value, record)


@cache
def _types_of(kind: type) -> dict[str, object]:
    return get_type_hints(kind)

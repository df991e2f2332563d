"""A theme → the tokens that hold: its own over those of its base, and over these the ones for a page and an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefing.editions import EDITIONS
from briefing.theme.paper import SIZES_MM
from briefing.theme.reader import Reader, parse

__all__ = ["layered", "with_base"]

_LIKE = {"half-letter": ("A5",)}
"""Sizes that take what a theme says of others, which are hardly larger, and lay over it what it says of them."""
_OF_SIZE = ("page", "panels", "styles")
"""What may be told anew for a size of page."""
_OF_EDITION = ("page", "panels", "colours", "styles", "sizes")


def _laid_over(base: Mapping[str, Any], theme: Mapping[str, Any]) -> dict[str, Any]:
    """Take the tokens of a theme and, where it has none, those of its base, level by level."""
    merged = dict(base)
    for key, value in theme.items():
        below = base.get(key)
        both = isinstance(value, dict) and isinstance(below, dict) and not _is_rule(value)
        merged[key] = _laid_over(below, value) if both and below else value
    return merged


def with_base(
    reader: Reader,
    document: dict[str, Any],
    read_theme: Callable[[str], str] | None,
    above: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Lay a theme over the one that it is based on, which may be based on another in turn."""
    base = document.get("based_on", "")
    if not isinstance(base, str):
        reader.report("based_on", "based_on must be the name of a template.")
    elif base in above:
        circle = ", ".join(above)
        reader.report("based_on", f"Themes are based on each other in a circle: {circle}. Take based_on out of one.")
    elif base and read_theme:
        below = parse(read_theme(base), f"{base}/theme.toml")
        return _laid_over(with_base(reader, below, read_theme, (*above, base)), document)
    return document


def layered(reader: Reader, document: Mapping[str, Any], edition: str, size: str | None) -> dict[str, Any]:
    """Lay over the tokens for all pages those for a size of page, for an edition, and for an edition on that size."""
    rest = {key: value for key, value in document.items() if key not in ("sizes", "editions")}
    sizes = _sizes_of(reader, document, "")
    editions = _editions_of(reader, document)
    if reader.diagnostics:
        return rest
    name = str(size or reader.table(rest, "page").get("size", "A4"))
    own = editions.get(edition, {})
    own_sizes = own.get("sizes", {})
    reader.own_colours = frozenset(own.get("colours", {}))
    names = (name, *_LIKE.get(name, ()))
    heads = tuple(f"sizes.{each}." for each in names)
    reader.layers = (*(f"editions.{edition}.{each}" for each in heads), f"editions.{edition}.", *heads, "")
    of_edition = {key: own[key] for key in own if key != "sizes"}
    for layer in (*_of_sizes(sizes, names), of_edition, *_of_sizes(own_sizes, names)):
        rest = _laid_over(rest, layer)
    return rest


def _of_sizes(tables: Mapping[str, Any], names: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Give the tokens for sizes, those of the first name last: they are laid over the others."""
    return (tables.get(each, {}) for each in reversed(names))


def _sizes_of(reader: Reader, document: Mapping[str, Any], head: str) -> dict[str, Any]:
    sizes = reader.table(document, "sizes")
    for name, parts in sizes.items():
        if name not in SIZES_MM:
            message = f'There is no page size "{name}". Sizes are {", ".join(SIZES_MM)}.'
            reader.report(name, message, table=f"{head}sizes")
        else:
            _check_parts(reader, f"{head}sizes", name, parts, _OF_SIZE)
    return sizes


def _editions_of(reader: Reader, document: Mapping[str, Any]) -> dict[str, Any]:
    editions = reader.table(document, "editions")
    for name, parts in editions.items():
        if name not in EDITIONS:
            message = f'There is no edition "{name}". Editions are {", ".join(EDITIONS)}.'
            reader.report(name, message, near=tuple(EDITIONS), table="editions")
        elif _check_parts(reader, "editions", name, parts, _OF_EDITION):
            _sizes_of(reader, parts, f"editions.{name}.")
    return editions


def _check_parts(reader: Reader, table: str, name: str, parts: object, known: tuple[str, ...]) -> bool:
    """Tell whether an edition or a size has known parts alone; report where it has another."""
    takes = f"{table}.{name} takes the parts {', '.join(known)}."
    if not isinstance(parts, dict):
        reader.report(name, takes, table=table)
        return False
    unknown = [part for part in parts if part not in known]
    for part in unknown:
        reader.report(part, takes, near=known, table=f"{table}.{name}")
    return not unknown


def _is_rule(value: Mapping[str, Any]) -> bool:
    return "width_pt" in value

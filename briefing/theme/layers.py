"""A theme → the tokens that hold: its own over those of its base, those for a size of page over both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.theme.paper import SIZES_MM
from briefing.theme.reader import Reader, parse

__all__ = ["for_size", "with_base"]

_OF_SIZE = ("page", "styles")
"""What may be told anew for a size of page."""


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


def for_size(reader: Reader, document: Mapping[str, Any], size: str | None) -> dict[str, Any]:
    """Lay the tokens for the size of page over those for all sizes."""
    sizes = reader.table(document, "sizes")
    rest = {key: value for key, value in document.items() if key != "sizes"}
    for name, parts in sizes.items():
        if name not in SIZES_MM:
            reader.report(name, f'There is no page size "{name}". Sizes are {", ".join(SIZES_MM)}.')
        elif not isinstance(parts, dict) or parts.keys() - set(_OF_SIZE):
            reader.report(name, f"sizes.{name} takes the parts {' and '.join(_OF_SIZE)}.")
    if reader.diagnostics:
        return rest
    reader.size = str(size or reader.table(rest, "page").get("size", "A4"))
    return _laid_over(rest, sizes.get(reader.size, {}))


def _is_rule(value: Mapping[str, Any]) -> bool:
    return "width_pt" in value

"""What a theme is made for: the people it goes to, the sizes of paper that it can have, and the editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.editions import EDITIONS
from briefing.errors import Diagnostic, TemplateError
from briefing.model import AUDIENCES
from briefing.theme.paper import SIZES_MM
from briefing.theme.reader import Reader

__all__ = ["read_audience", "refuse_unsuitable"]

_HANDOUT = "The template handout can be made in every edition: --template handout"


def read_audience(reader: Reader, value: Any) -> tuple[str, ...]:
    """Read to whom goes what is made with a theme: one of ``AUDIENCES``, or a list of them."""
    named = tuple(value) if isinstance(value, list) else (value,)
    if not named or any(each not in AUDIENCES for each in named):
        reader.report("audience", f"audience must be one or a list of: {', '.join(AUDIENCES)}.")
    return named


def refuse_unsuitable(reader: Reader, table: Mapping[str, Any], *, size: str | None, edition: str) -> None:
    """Refuse a size of paper, or an edition, that the part ``page`` of a theme does not name among those it knows.

    Nothing else is said then: what the theme has is for other pages.

    Raises:
        TemplateError: it is not made for that size, or not in that edition.
    """
    name = reader.file.rpartition("/")[0]
    sizes = _names(reader, table, "sizes", SIZES_MM)
    if size in SIZES_MM and size not in sizes:
        message = f"The template {name} is not made for {size}; it is made for {_listed(sizes)}."
        hint = f"Leave out --page, or ask for one of these: --page {sizes[0]}."
        raise TemplateError(Diagnostic("error", "unsuitable-page", message, hint=hint))
    editions = _names(reader, table, "editions", EDITIONS)
    if edition not in editions:
        message = f"The template {name} is not made in the edition {edition}; it is made in {_listed(editions)}."
        hint = f"{_HANDOUT} --edition {edition}."
        raise TemplateError(Diagnostic("error", "unsuitable-edition", message, hint=hint))


def _names(reader: Reader, table: Mapping[str, Any], key: str, known: Iterable[str]) -> tuple[str, ...]:
    """Read a list of names; without it, all that there are."""
    every = tuple(known)
    value = table.get(key)
    if value is None:
        return every
    if isinstance(value, list) and value and all(each in every for each in value):
        return tuple(map(str, value))
    reader.report(key, f"{key} must be a list of names, such as {_written(every[:2])}.", section="page")
    return every


def _written(names: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

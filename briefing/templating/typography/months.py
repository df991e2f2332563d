"""The names of months as dates have them, from the CLDR through Babel."""

from __future__ import annotations

from functools import cache

from babel.dates import get_month_names

__all__ = ["months_of"]


@cache
def months_of(locale: str) -> frozenset[str]:
    """Collect long and short names of months, without full stops; none for no language."""
    if not locale:
        return frozenset()
    lists = (
        get_month_names(width, context, locale.replace("-", "_"))
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    )
    names = (name.rstrip(".") for each in lists for name in each.values())
    return frozenset(name for name in names if name.isalpha())

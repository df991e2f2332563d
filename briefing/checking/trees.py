"""Walk all that a briefing says, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from briefing.model import Briefing, Date, Element, trees, walk

__all__ = ["NOT_PRINTED", "cited_keys", "elements", "printed_texts"]

NOT_PRINTED = frozenset(
    {
        "approved",
        "captured",
        "colours",
        "informing_font",
        "own",
        "position",
        "positions",
        "question",
        "reading_font",
        "translation",
    }
)
"""Fields of the model that change nothing of what a reader is told: not who released it, nor where it was typed."""


def elements(briefing: Briefing) -> Iterator[Element]:
    """Yield every element that an author typed."""
    for node in trees(briefing):
        yield from walk(node)


def cited_keys(briefing: Briefing) -> frozenset[str]:
    """Collect the keys of all sources that are cited somewhere."""
    return frozenset(element.get("data-key") for element in elements(briefing) if "citation" in element.classes)


def printed_texts(value: object) -> Iterator[str]:
    """Yield every text of a briefing or of a part of it, piece by piece; also names that are not printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Element):
        for element in walk(value):
            yield element.get("data-otherwise")
            yield from (child for child in element.children if isinstance(child, str))
    elif isinstance(value, tuple):
        for each in value:
            yield from printed_texts(each)
    elif isinstance(value, Mapping):
        yield from printed_texts(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, Date):
        for field in fields(value):
            if field.name not in NOT_PRINTED:
                yield from printed_texts(getattr(value, field.name))

"""Walk all that a briefing says, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial

from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Abbreviations, Briefing, Date, Element, Section, trees, walk

__all__ = ["NOT_PRINTED", "Walked", "cited_keys", "printed_texts"]

_NOTABLE = frozenset({"abbr", "img", "table"})

NOT_PRINTED = frozenset(
    {
        "answered_by",
        "answered_on",
        "approved",
        "asks_for_public_money",
        "before_a_court",
        "captured",
        "checks",
        "colours",
        "embedded",
        "confidential",
        "consents",
        "country",
        "files",
        "influences_voters",
        "informing_font",
        "kept",
        "manuscripts",
        "own",
        "position",
        "positions",
        "presented_by",
        "question",
        "recipients",
        "reading_font",
        "translation",
    }
)
"""Fields of the model that change nothing of what a reader is told: not who released it, nor where it was typed."""


class Walked:
    """A briefing with what rules look for in all that its author typed; each tree is walked once, or remembered."""

    def __init__(self, briefing: Briefing, memory: Memory = FORGETFUL) -> None:
        self.briefing = briefing
        self._memory = memory
        roots = (node for node in trees(briefing) if isinstance(node, Element))
        self.notable = tuple(each for root in roots for each in memory.recall(_notable, Same(root)))
        """Citations, tables, pictures and abbreviations."""

    @property
    def cited(self) -> frozenset[str]:
        """Keys of all sources that are cited somewhere."""
        return frozenset(element.get("data-key") for element in self.notable if _is_citation(element))

    def printed(self, short_forms: tuple[str, ...]) -> frozenset[str]:
        """Tell which of some short forms are printed anywhere but in the list of abbreviations."""
        finder = Abbreviations(short_forms)
        pieces = map(Same, _pieces(replace(self.briefing, abbreviations={})))
        used = (
            self._memory.recall_by((_used, piece, short_forms), partial(_used, piece.value, finder)) for piece in pieces
        )
        return frozenset[str]().union(*used)


def cited_keys(briefing: Briefing) -> frozenset[str]:
    """Collect the keys of all sources that are cited somewhere."""
    return Walked(briefing).cited


def _notable(root: Same[Element]) -> tuple[Element, ...]:
    return tuple(each for each in walk(root.value) if each.tag in _NOTABLE or _is_citation(each))


def _is_citation(element: Element) -> bool:
    return "citation" in element.classes


def _pieces(value: object) -> Iterator[object]:
    """Part a briefing into values that stay the same ones while others change."""
    if isinstance(value, Briefing | Section):
        for field in fields(value):
            if field.name not in NOT_PRINTED:
                yield from _pieces(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _pieces(each)
    elif isinstance(value, Mapping):
        yield from _pieces(tuple(value.values()))
    else:
        yield value


def _used(piece: object, finder: Abbreviations) -> frozenset[str]:
    return frozenset(found.short for text in printed_texts(piece) for found in finder.occurrences(text))


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

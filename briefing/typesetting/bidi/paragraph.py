"""The text of a paragraph → the level of each of its characters (P1, X1 to I2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, compress
from typing import NamedTuple, TypeAlias

from briefing.typesetting.bidi.characters import bidi_classes
from briefing.typesetting.bidi.explicit import ISOLATE_END, ISOLATES, explicit_levels
from briefing.typesetting.bidi.implicit import implicit_levels

__all__ = ["levels"]

_PARAGRAPH = re.compile(rb"[^p]+p?|p+")
_EXPLICIT = re.compile(rb"[lr<>!ijfd]")
_KEPT = bytes(each not in b"lr<>!-" for each in range(256))
"""Whether a class is not removed by X9."""
_LEVEL_RUN = re.compile(rb"(.)\1*", re.DOTALL)

_Sequence: TypeAlias = list[slice]
"""The level runs of an isolating run sequence (BD13); never empty."""


def levels(text: str, base: int) -> tuple[int, ...]:
    """Give the resolved level of each character of a paragraph: odd where it runs from right to left.

    ``base`` is the level of the paragraph, 0 or 1. What X9 removes has the level of the character before it. What
    follows a paragraph separator is a paragraph of its own, of the same base level (P1).
    """
    classes = bidi_classes(text)
    paragraphs = _PARAGRAPH.finditer(classes)
    return tuple(chain.from_iterable(_paragraph(text[slice(*each.span())], each[0], base) for each in paragraphs))


class _Characters(NamedTuple):
    """What X9 leaves of a paragraph; all of one length."""

    text: str
    classes: bytes
    overridden: bytes
    """Classes, or those of the overrides around them."""
    levels: bytes
    """Explicit levels."""


def _paragraph(text: str, classes: bytes, base: int) -> Iterator[int]:
    """Yield the levels of the characters of one paragraph."""
    explicit, overridden = [base] * len(text), classes
    if _EXPLICIT.search(classes):
        explicit, overridden = explicit_levels(classes, base)
    kept = classes.translate(_KEPT)
    left = (bytes(compress(values, kept)) for values in (classes, overridden, explicit))
    resolved = iter(_resolve(_Characters("".join(compress(text, kept)), *left), base))
    level = base
    for is_kept in kept:
        level = next(resolved) if is_kept else level
        yield level


def _resolve(characters: _Characters, base: int) -> bytes:
    """Resolve one isolating run sequence after the other (X10)."""
    resolved = bytearray(len(characters.levels))
    for sequence in _sequences(characters):
        sos, eos = _edges(sequence, characters, base)
        found = implicit_levels(
            b"".join((sos, *(characters.overridden[run] for run in sequence), eos)),
            "".join(characters.text[run] for run in sequence),
            characters.levels[sequence[0].start],
        )
        start = 0
        for run in sequence:
            end = start + run.stop - run.start
            resolved[run] = found[start:end]
            start = end
    return bytes(resolved)


def _sequences(characters: _Characters) -> list[_Sequence]:
    """Find the isolating run sequences: after a run that begins an isolate comes the one that ends it (BD13)."""
    sequences: list[_Sequence] = []
    waiting: list[_Sequence] = []
    for run in _LEVEL_RUN.finditer(characters.levels):
        start, end = run.span()
        if characters.classes[start] == ISOLATE_END and waiting:
            sequence = waiting.pop()
        else:
            sequence = []
            sequences.append(sequence)
        sequence.append(slice(start, end))
        if characters.classes[end - 1] in ISOLATES:
            waiting.append(sequence)
    return sequences


def _edges(sequence: _Sequence, characters: _Characters, base: int) -> tuple[bytes, bytes]:
    """Give the directions of sos and eos: of the higher level on both sides of an edge (X10)."""
    levels, start, end = characters.levels, sequence[0].start, sequence[-1].stop
    is_open = end == len(levels) or characters.classes[end - 1] in ISOLATES
    before, after = levels[start - 1] if start else base, base if is_open else levels[end]
    return _direction(max(before, levels[start])), _direction(max(after, levels[start]))


def _direction(level: int) -> bytes:
    return b"R" if level % 2 else b"L"

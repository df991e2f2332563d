"""The classes of an isolating run sequence → the levels of its characters (W1 to W7, N0 to N2, I1 and I2).

Each rule is a pattern in the string of classes. Before and after them stand the directions of sos and eos, so that no
rule has to ask whether it is at an end. No pattern begins again inside what it has looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.typesetting.bidi.characters import canonical_bracket, closing_bracket

__all__ = ["implicit_levels"]

_DIRECTIONS = (b"L", b"R")
"""Of even levels and of odd ones."""
_MOST_OPEN = 63
"""Opening brackets that may wait for their closing ones (BD16)."""

_MARKS = re.compile(rb"m*")
_MARKED = re.compile(rb"([^m])m+")
_FROM_ARABIC = re.compile(rb"A[^LR]*")
_BETWEEN_EUROPEAN = re.compile(rb"(?<=e)[+,](?=e)")
_BETWEEN_ARABIC = re.compile(rb"(?<=a),(?=a)")
_TERMINATED = re.compile(rb"[%e]+")
_FROM_LEFT = re.compile(rb"L[^R]*")
_PAIRED = re.compile(rb"\(")
_OPPOSED = (re.compile(rb"(?<=[Rea])o++(?=[Rea])"), re.compile(rb"(?<=L)o++(?=L)"))
"""Neutrals between characters of the direction that the embedding has not, for both directions of embeddings."""

_NEUTRAL = bytes(each if each in b"LRea(" else ord("o") for each in range(256))
_UNPAIRED = bytes.maketrans(b"(", b"o")
_NUMBERS_ARE_RIGHT = bytes.maketrans(b"ea", b"RR")
_RISES = ((0, 1, 2, 2), (1, 0, 1, 1))
"""How far L, R, EN and AN rise above an even level (I1) and above an odd one (I2)."""


def implicit_levels(classes: bytes, text: str, level: int) -> bytes:
    """Give the level of each character of an isolating run sequence.

    ``classes`` has sos before those of the text, and eos after them; ``level`` is that of the whole sequence.
    """
    direction = level % 2
    weak = _resolve_weak(classes)
    pairs = _bracket_pairs((found.start(), text[found.start() - 1]) for found in _PAIRED.finditer(weak))
    paired = _resolve_brackets(weak, pairs, classes, direction) if pairs else weak
    neutral = _resolve_neutral(paired.translate(_UNPAIRED), direction)
    return neutral[1:-1].translate(bytes.maketrans(b"LRea", bytes(level + rise for rise in _RISES[direction])))


def _resolve_weak(classes: bytes) -> bytes:
    """Resolve marks, numbers and what belongs to numbers: L, R, EN, AN, brackets and neutrals are left."""
    # Marks on isolates and brackets, too: as such they are neutral by W6, and no pair by BD16.
    classes = _MARKED.sub(lambda found: found[1] * len(found[0]), classes)  # W1
    classes = _FROM_ARABIC.sub(lambda found: found[0].replace(b"e", b"a"), classes)  # W2
    classes = classes.replace(b"A", b"R")  # W3
    classes = _BETWEEN_ARABIC.sub(b"a", _BETWEEN_EUROPEAN.sub(b"e", classes))  # W4
    classes = _TERMINATED.sub(_resolve_terminators, classes)  # W5
    classes = classes.translate(_NEUTRAL)  # W6
    return _FROM_LEFT.sub(lambda found: found[0].replace(b"e", b"L"), classes)  # W7


def _resolve_terminators(found: re.Match[bytes]) -> bytes:
    """Make terminators beside a European number part of it (W5)."""
    return b"e" * len(found[0]) if b"e" in found[0] else found[0]


def _bracket_pairs(brackets: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    """Find the brackets that belong together, in the order of the opening ones (BD16)."""
    awaited, openings, pairs = "", list[int](), list[tuple[int, int]]()
    for index, character in brackets:
        closing = closing_bracket(character)
        if closing:
            if len(openings) == _MOST_OPEN:
                break
            awaited += closing
            openings.append(index)
        elif (depth := awaited.rfind(canonical_bracket(character))) >= 0:
            pairs.append((openings[depth], index))
            awaited = awaited[:depth]
            del openings[depth:]
    return sorted(pairs)


def _resolve_brackets(weak: bytes, pairs: list[tuple[int, int]], classes: bytes, direction: int) -> bytes:
    """Give pairs of brackets, and the marks on them, the direction of what is in them or before them (N0)."""
    own, other = _DIRECTIONS[direction], _DIRECTIONS[1 - direction]
    resolved, strong = bytearray(weak), bytearray(weak.translate(_NUMBERS_ARE_RIGHT))
    context, seen = strong[:1], 0
    for opening, closing in pairs:
        last = max(strong.rfind(b"L", seen, opening), strong.rfind(b"R", seen, opening))
        context, seen = strong[last : last + 1] if last >= 0 else context, opening
        if strong.find(own, opening, closing) >= 0:
            found = own  # N0 b
        elif strong.find(other, opening, closing) >= 0:
            found = bytes(context)  # N0 c
        else:
            continue  # N0 d
        for bracket in (opening, closing):
            marks = _MARKS.match(classes, bracket + 1)
            end = marks.end() if marks else bracket + 1
            resolved[bracket:end] = strong[bracket:end] = found * (end - bracket)
    return bytes(resolved)


def _resolve_neutral(classes: bytes, direction: int) -> bytes:
    """Give neutrals the direction that is on both sides of them (N1), or else that of the embedding (N2)."""
    other = _DIRECTIONS[1 - direction]
    opposed = _OPPOSED[direction].sub(lambda found: other * len(found[0]), classes)
    return opposed.replace(b"o", _DIRECTIONS[direction])

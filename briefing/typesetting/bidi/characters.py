"""Characters → what the Unicode Character Database says of the direction in which they run.

Python knows the bidirectional class of every character that is assigned. What it does not know stands here: brackets
that are pairs, characters that mirror each other, and the classes of what was not assigned yet when this Python was
made. See: UAX #9, 3.2; BidiBrackets.txt, BidiMirroring.txt and DerivedBidiClass.txt of Unicode 16.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect

__all__ = ["CODES", "bidi_classes", "canonical_bracket", "closing_bracket", "is_plain", "mirrored"]

CODES = {
    "L": ord("L"),
    "R": ord("R"),
    "AL": ord("A"),
    "EN": ord("e"),
    "AN": ord("a"),
    "ES": ord("+"),
    "ET": ord("%"),
    "CS": ord(","),
    "NSM": ord("m"),
    "BN": ord("-"),
    "B": ord("p"),
    "S": ord("t"),
    "WS": ord("w"),
    "ON": ord("o"),
    "LRE": ord("l"),
    "RLE": ord("r"),
    "LRO": ord("<"),
    "RLO": ord(">"),
    "PDF": ord("!"),
    "LRI": ord("i"),
    "RLI": ord("j"),
    "FSI": ord("f"),
    "PDI": ord("d"),
}
"""The byte that stands for each bidirectional class. See: UAX #9, table 4."""
_BRACKET = ord("(")
"""The byte of paired brackets, which are ON."""
_UNASSIGNED = ord("?")

_TURNING = re.compile(rb"[RAarj>]")
"""R, AL, AN, RLE, RLI and RLO: the classes that make a left-to-right paragraph hold an odd level."""
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that hold all characters of these classes, and few others."""

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Paired brackets, opening and closing by turns. Escaped are two pairs that are canonically equivalent."""
_EQUIVALENT = {"\u232a": "\u3009"}
_CLOSING = {
    opening: _EQUIVALENT.get(closing, closing) for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
_IS_PAIRED = re.compile(f"[{re.escape(_PAIRS)}]")

_MIRRORING = _PAIRS + "«»‹›<>≤≥≦≧≨≩≪≫≮≯≰≱≲≳∈∋∉∌⊂⊃⊄⊅⊆⊇＜＞"
_MIRRORED = dict(zip(_MIRRORING, (_MIRRORING[index ^ 1] for index in range(len(_MIRRORING))), strict=True))

_DEFAULTS = (
    *((0x0000, "L"), (0x0590, "R"), (0x0600, "AL"), (0x07C0, "R"), (0x0860, "AL"), (0x0900, "L")),
    *((0x2065, "BN"), (0x2066, "L"), (0x20A0, "ET"), (0x20D0, "L"), (0xFB1D, "R"), (0xFB50, "AL")),
    *((0xFDD0, "BN"), (0xFDF0, "AL"), (0xFE00, "L"), (0xFE70, "AL"), (0xFF00, "L"), (0xFFF0, "BN"), (0xFFF9, "L")),
    *((0x10800, "R"), (0x10D00, "AL"), (0x10D40, "R"), (0x10EC0, "AL"), (0x10F00, "R"), (0x10F30, "AL")),
    *((0x10F70, "R"), (0x11000, "L"), (0x1E800, "R"), (0x1EC70, "AL"), (0x1ECC0, "R"), (0x1ED00, "AL")),
    *((0x1ED50, "R"), (0x1EE00, "AL"), (0x1EF00, "R"), (0x1F000, "L"), (0xE0000, "BN"), (0xE1000, "L")),
)
"""Where ranges begin, and the class of what is not assigned there. See: DerivedBidiClass.txt, @missing."""


def bidi_classes(text: str) -> bytes:
    """Give the bidirectional class of each character as one byte, so that the rules can look for patterns in them.

    The bytes are those of ``CODES``, and ``(`` for paired brackets.
    """
    classes = bytearray(CODES.get(unicodedata.bidirectional(character), _UNASSIGNED) for character in text)
    for found in _IS_PAIRED.finditer(text):
        classes[found.start()] = _BRACKET
    if _UNASSIGNED in classes:
        for index, character in enumerate(text):
            if classes[index] == _UNASSIGNED:
                classes[index] = _default(ord(character))
    return bytes(classes)


def is_plain(text: str) -> bool:
    """Tell whether nothing in a text runs from right to left: in a left-to-right paragraph its order is as typed."""
    return not _MAY_TURN.search(text) or not _TURNING.search(bidi_classes(text))


def closing_bracket(character: str) -> str | None:
    """Give the bracket that closes what a paired bracket opens; ``None`` where it opens nothing. See: UAX #9, BD14."""
    return _CLOSING.get(character)


def canonical_bracket(character: str) -> str:
    """Give a bracket itself, or the closing one that it is canonically equivalent to. See: UAX #9, BD16."""
    return _EQUIVALENT.get(character, character)


def mirrored(character: str) -> str:
    """Give the character that looks like this one in a mirror; itself where there is none. See: UAX #9, L4.

    Knows brackets, quotation marks and the comparison signs of ordinary text, not all of mathematics.
    """
    return _MIRRORED.get(character, character)


def _default(code: int) -> int:
    """Give the class of a character that is not assigned; the last two of each plane never will be."""
    if code & 0xFFFE == 0xFFFE:
        return CODES["BN"]
    return CODES[_DEFAULTS[bisect(_DEFAULTS, code, key=lambda default: default[0]) - 1][1]]

"""A text that may be no date at all → whether its author meant one."""

from __future__ import annotations

import re

from briefing.reading.dates.lexicon import Lexicon, lexicon_of
from briefing.reading.dates.pieces import Piece, pieces_of, with_latin_digits

__all__ = ["looks_like_date"]

_YEAR = re.compile(r"(?<![\d.,])\d{4}(?![\d]|[.,]\d{3})")
_DAY = re.compile(r"\d{1,2}([./-]) ?\d{1,2}\1 ?\d{2}")


def looks_like_date(text: str, language: str) -> bool:
    """Tell whether a text has the figures of a year or a day, or a month's name beside a number.

    It may yet be a date that ``read_date`` refuses, or a name: "Grant 2040".
    """
    plain = with_latin_digits(text)
    if _YEAR.search(plain) or _DAY.match(plain):
        return True
    pieces, lexicon = tuple(pieces_of(plain)), lexicon_of(language)
    return any(piece.kind == "number" for piece in pieces) and any(_is_month(piece, lexicon) for piece in pieces)


def _is_month(piece: Piece, lexicon: Lexicon) -> bool:
    known = lexicon.meanings.get((piece.key,)) or lexicon.shortened_month(piece.key)
    return piece.kind == "word" and bool(known and known.month)

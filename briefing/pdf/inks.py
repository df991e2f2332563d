"""Colours as operators: greys as greys, for printers to take black ink alone for black.

See: ISO 32000-1, 8.6.8 (colour operators).
"""

from __future__ import annotations

import re

from briefing.pdf.objects import decimal
from briefing.theme import components

__all__ = ["fill_operator", "with_greys"]

_SAME = re.compile(r"(?<![\d.])([\d.]+) \1 \1 (rg|RG)\b")
_GREY = {"rg": "g", "RG": "G"}


def fill_operator(colour: str) -> str:
    """Write the operator that fills in a colour, given as ``#rrggbb``."""
    return with_greys(" ".join(map(decimal, components(colour))) + " rg")


def with_greys(operators: str) -> str:
    """Write colours that are greys as such."""
    return _SAME.sub(lambda found: f"{found[1]} {_GREY[found[2]]}", operators)

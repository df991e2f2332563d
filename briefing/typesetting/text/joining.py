"""Letters that join over the edge of a run: where the look changes inside a word, its letters keep their forms.

See: The Unicode Standard, 9.2 (cursive joining).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple
from unicodedata import category

__all__ = ["APART", "Beside", "joined"]

_JOINER = "\N{ZERO WIDTH JOINER}"
_FIRST = "\u0600"
"""No letter before this one joins."""
_JOINING = re.compile(
    f"[{_JOINER}\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u07c0-\u07ff\u0840-\u08ff\u1800-\u18af\ua840-\ua877"
    "\U00010ac0-\U00010aff\U00010b80-\U00010baf\U00010d00-\U00010d3f\U00010f30-\U00010f6f\U00010fb0-\U00010fdf"
    "\U0001e900-\U0001e95f]"
)
"""Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Manichaean, Pahlavi, Hanifi Rohingya, Sogdian, Chorasmian and
Adlam, and the sign that joins."""


class Beside(NamedTuple):
    """What a text joins."""

    before: str = ""
    """The letter before it; empty where none joins."""
    after: str = ""


APART = Beside()
"""What joins nothing."""


def joined(texts: Sequence[str], around: Beside = APART) -> list[Beside]:
    """Tell of each of some texts, which follow each other, what it joins; ``around`` is what all of them join."""
    edges = [(around.before, ""), *starmap(_joined_over, pairwise(texts)), ("", around.after)]
    return [Beside(before, after) for (before, _), (_, after) in pairwise(edges)][: len(texts)]


def _joined_over(before: str, after: str) -> tuple[str, str]:
    """Give the letters at the end of one text and at the beginning of the next that may join; else nothing."""
    if before[-1:] < _FIRST or after[:1] < _FIRST:
        return "", ""
    last, first = _letter(reversed(before)), _letter(after)
    return (last, first) if last and first else ("", "")


def _letter(text: Iterable[str]) -> str:
    """Find the first letter of a text, beyond the marks that join nothing, where it is one that joins."""
    letter = next((each for each in text if category(each) not in ("Mn", "Me")), "")
    return letter if _JOINING.match(letter) and (letter == _JOINER or letter.isalpha()) else ""

"""Two names as somebody typed them → are they of the same person?

"Roe, Jane", "Dr Jané Roe – head of policy" and "Jane Roe (editor)" are all taken for "Jane Roe": that somebody
releases her own text by writing her name in another way is worse than to ask for a name in full.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["is_same_person"]

_OFFICE = re.compile(r"[(\[{<|/;:（【]|\s-+\s|[‒–—―]")
"""What begins the words on what somebody is."""
_COMMA = re.compile(r"[,،、，]")
_WORD = re.compile(r"[^\W_]+")

_Words = frozenset[str]


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names have the same words, in any order, with or without titles, further names and accents.

    What stands behind a comma is no name, unless only a surname stands before it: ``Roe, Jane``.
    """
    mine, its = _readings(one), _readings(other)
    if len(mine) == len(its):
        return _are_alike(mine[-1], its[-1])
    return any(_are_alike(reading, another) for reading in mine for another in its)


def _readings(name: str) -> tuple[_Words, ...]:
    """Read a name as it stands up to the first comma; one word before that as a surname as well, with what follows."""
    parts = [_words(part) for part in _COMMA.split(_OFFICE.split(name.strip(), maxsplit=1)[0])]
    return (parts[0], parts[0] | parts[1]) if len(parts) > 1 and len(parts[0]) == 1 else (parts[0],)


def _words(text: str) -> _Words:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return frozenset(_WORD.findall("".join(each for each in apart if not unicodedata.combining(each))))


def _are_alike(one: _Words, other: _Words) -> bool:
    """Tell whether all words of one stand in the other; a single word has to be all of it."""
    few, many = sorted((one, other), key=len)
    return few == many if len(few) < 2 else few <= many

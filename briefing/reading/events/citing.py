"""A cell or field that names sources → a citation in Markdown, and what is no key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.reading.events.languages import every
from briefing.reading.events.typed import Reference
from briefing.reading.yaml import Scalar

__all__ = ["Cited", "is_web_address", "read_cited"]

_KEY = r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*"
_SOURCE = re.compile(rf"@?(?:\{{(?P<braced>[^\s{{}}]+)\}}|(?P<key>{_KEY}))(?P<locator>,[^\[\]@;]+)?")
_LOCATOR = re.compile(r",\s*(?:pp?\.|§|(?:ch|chap|chapter|vol|fig|page|table|para|section|s)\b|\d+(?:[–-]\d+)?$)", re.I)
"""What follows a key typed without its ``@``: in "BBC, 3 May" the comma is that of a title."""
_WAIVER = rf"\[?(?:no source|{'|'.join(every('no_source'))})\b([^\[\]]*)\]?"
"""In any language; compiled where it is first used."""
_LONGEST_KEY = 100
"""Characters, with what stands behind it."""
_MOST_TOGETHER = 15
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Cited(NamedTuple):
    """What names sources."""

    citation: Scalar | None
    references: tuple[Reference, ...]


def is_web_address(text: str) -> bool:
    """Tell whether a text is the address of a page and nothing else."""
    return bool(_WEB.fullmatch(text))


def read_cited(typed: Iterable[Scalar]) -> Cited:
    """Read keys, with semicolons between several; an address or a title is none."""
    keys: list[str] = []
    references: list[Reference] = []
    found = [each for each in typed if each.text]
    for each in found:
        if waiver := re.fullmatch(_WAIVER, " ".join(each.text.split()), re.IGNORECASE):
            return Cited(Scalar(f"[no source{waiver[1].rstrip()}]", each.position), ())
        for piece in _pieces(each.text):
            if key := _key(piece):
                keys.append(key)
            else:
                references.append(_reference(piece, each))
    return Cited(Scalar(_citations(keys), found[0].position) if keys else None, tuple(references))


def _citations(keys: Sequence[str]) -> str:
    """Write keys in brackets, a few each: what is long between brackets is no citation."""
    groups = (keys[start : start + _MOST_TOGETHER] for start in range(0, len(keys), _MOST_TOGETHER))
    return " ".join(f"[{'; '.join(group)}]" for group in groups)


def _pieces(text: str) -> Sequence[str]:
    """Part several sources; in an address a semicolon without a space behind it is one of its signs."""
    inner = text.removeprefix("[").removesuffix("]") if text.startswith("[") and text.endswith("]") else text
    return [piece for piece in map(str.strip, re.split(r";\s" if "://" in inner else ";", inner)) if piece]


def _key(piece: str) -> str:
    """Write one source as a citation has it; empty where it is no key."""
    found = _SOURCE.fullmatch(piece)
    if found is None or len(piece) > _LONGEST_KEY or is_web_address(piece):
        return ""
    if found["locator"] and not piece.startswith("@") and not _LOCATOR.match(found["locator"]):
        return ""
    key = f"@{{{found['braced']}}}" if found["braced"] else f"@{found['key']}"
    return key + " ".join((found["locator"] or "").split())


def _reference(piece: str, typed: Scalar) -> Reference:
    words = " ".join(piece.split())
    address = _WEB.search(words)
    if address is None:
        return Reference(typed.position, words=words)
    rest = " ".join((words[: address.start()] + words[address.end() :]).split()).strip(" ,;:–-")
    return Reference(typed.position, address[0], rest)

"""What a language tag says: its parts, under which names to look for what a language has, and its direction.

A tag is one of BCP 47, such as ``fa-AF`` or ``uz-Arab``. Where it names no script, the usual one of the language, and
of the language in that country, is taken from the CLDR's likely subtags; a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

__all__ = ["Tag", "covers", "direction", "read_tag", "widening"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RIGHT_TO_LEFT = _words(
    "aeb apc ar arc arq ars ary arz azb bal bgn brh ckb dv fa glk haz he hno khw ks lad lah lki lrc mzn nqo ota "
    "pbt pnb ps rhg sd sdh skr syc syr trw ug ur uzs yi"
)
"""Primary subtags; those of small languages without a literature in print are left to the tag's script."""
_RIGHT_TO_LEFT_THERE = _words("az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-lb ky-cn ms-cc pa-pk tg-pk uz-af")
"""Languages that are written from right to left in some countries only."""
_RIGHT_TO_LEFT_SCRIPTS = _words("adlm arab aran hebr mand nkoo rohg samr syrc thaa yezi")

_LANGUAGE = re.compile(r"[a-z]{2,8}\Z")
_OTHER_NAMES = {"iw": ("he",), "ji": ("yi",), "prs": ("fa", "af")}
"""Languages that have two subtags, with the one that the CLDR goes by: Dari is the Persian of Afghanistan."""


class Tag(NamedTuple):
    """The parts of a language tag, in lower case; each that it does not have is empty."""

    language: str
    script: str = ""
    """Four letters: ``arab``."""
    region: str = ""
    """Two letters or three figures: ``af``."""
    numbers: str = ""
    """The numbering system that ``-u-nu-`` asks for, see Unicode Technical Standard 35, 3.6.1: ``latn``."""


@lru_cache(maxsize=256)
def read_tag(tag: str) -> Tag:
    """Take a language tag apart; what is no such tag has its first part as the language."""
    first, *rest = tag.lower().split("-")
    language, *usual_region = _OTHER_NAMES.get(first, (first,))
    end = next((place for place, part in enumerate(rest) if len(part) == 1), len(rest))
    script = next((part for part in rest[:end] if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest[:end] if _is_region(part)), "".join(usual_region))
    return Tag(language, script, region, _asked_numbers(rest[end:]))


def widening(tag: str) -> Iterator[str]:
    """Give the names under which something may be kept for a language, the nearest first.

    They are ``uz-Arab-AF``, ``uz-Arab``, ``uz-AF``, ``uz``, each in its proper case, and nothing for what is no
    language tag: they may become names of files. See: RFC 5646, 2.1.1.
    """
    language, script, region, _ = read_tag(tag)
    if not _LANGUAGE.match(language):
        return
    for parts in ((script.title(), region.upper()), (script.title(),), (region.upper(),), ()):
        if all(parts):
            yield "-".join((language, *parts))


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Direction in which a language is written, given as a BCP 47 tag."""
    tag = read_tag(language)
    if tag.script:
        return "rtl" if tag.script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    is_mirrored = tag.language in _RIGHT_TO_LEFT or f"{tag.language}-{tag.region}" in _RIGHT_TO_LEFT_THERE
    return "rtl" if is_mirrored else "ltr"


def covers(wider: str, tag: str) -> bool:
    """Tell whether a tag is the other, or the other without some of its last parts: ``en`` is of ``en-GB``.

    See: RFC 4647, 3.3.1, basic filtering.
    """
    return f"{tag}-".lower().startswith(f"{wider}-".lower())


def _is_region(part: str) -> bool:
    return (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdecimal())


def _asked_numbers(extensions: list[str]) -> str:
    """Find what follows ``nu`` in the extension ``u``; what is private (``x``) asks for nothing."""
    extension = ""
    for part, following in pairwise((*extensions, "")):
        if extension == "x":
            return ""
        if len(part) == 1:
            extension = part
        elif extension == "u" and part == "nu":
            return following
    return ""

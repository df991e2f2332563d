"""Words about reuse → the licence they name, where it is one of Creative Commons.

A file says under which terms it may be used in words and, for machines, by the licence's address. An address is a
promise: it is given only where the words name one licence and say nothing else of weight.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Licence", "licence_named"]


class Licence(NamedTuple):
    """A licence that machines know."""

    name: str
    """In short: ``CC BY-SA 4.0``."""
    address: str
    """Of its text, in the form that stands for the licence."""
    public_domain: bool = False
    """All rights are given up."""


_SITE = "https://creativecommons.org"
_LICENCES = {
    "by": "attribution",
    "by nc": "attribution noncommercial",
    "by nc nd": "attribution noncommercial noderivatives",
    "by nc sa": "attribution noncommercial sharealike",
    "by nd": "attribution noderivatives",
    "by sa": "attribution sharealike",
}
"""The short and the long name of each, in lower case and without dashes."""
_CODES = {name: code for code, long in _LICENCES.items() for name in (code, long)}
_ONE_WORD = {"non commercial": "noncommercial", "no derivatives": "noderivatives", "share alike": "sharealike"}
_WEB = r"https? (?:www\.)?creativecommons\.org"
_NAMED = re.compile(
    rf"\b(?:cc|creative commons|{_WEB} licenses) (?P<name>{'|'.join(sorted(_CODES, key=len, reverse=True))})"
    r" (?P<version>[1-4]\.0)\b(?: international| unported| deed\.\w+)?"
    rf"|\b(?:cc ?0(?: 1\.0)?|{_WEB} publicdomain zero 1\.0)\b(?: universal| deed\.\w+)?"
)
_WEIGHTLESS = frozenset(
    {"a", "available", "is", "licence", "license", "licensed", "published", "text", "the", "this", "under", "work"}
)
"""Words that neither add to a licence nor take from it."""


def licence_named(words: str) -> Licence | None:
    """Find the one licence that words name, such as ``Text under CC BY 4.0.``; ``None`` where they say more or less."""
    plain = " ".join(re.findall(r"\w+(?:\.\w+)*", words.casefold()))
    for apart, together in _ONE_WORD.items():
        plain = plain.replace(apart, together)
    named = {_licence(match) for match in _NAMED.finditer(plain)}
    left = _NAMED.sub(" ", plain).split()
    return named.pop() if len(named) == 1 and _WEIGHTLESS.issuperset(left) else None


def _licence(match: re.Match[str]) -> Licence:
    if match["name"] is None:
        return Licence("CC0 1.0", f"{_SITE}/publicdomain/zero/1.0/", public_domain=True)
    code, version = _CODES[match["name"]].replace(" ", "-"), match["version"]
    return Licence(f"CC {code.upper()} {version}", f"{_SITE}/licenses/{code}/{version}/")

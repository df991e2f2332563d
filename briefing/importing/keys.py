"""Keys for sources that have none: short words that a person can type, each given once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from briefing.errors import Position
from briefing.reading.events import Reference

__all__ = ["Keys"]

_ANYWHERE = Position("")
_NO_NAME = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
"""What stands before the country in an address, as in ``bbc.co.uk``."""
_HANGING = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Categories of Unicode of what is no letter by itself."""
_APART = "\N{ZERO WIDTH NON-JOINER}"
"""Keeps the parts of a Persian word apart."""
_MOST_WORDS = 3
_LONGEST = 40


class Keys:
    """Gives the same key to the same reference."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {key.casefold() for key in taken}
        self._given: dict[Reference, str] = {}
        self._numbers: dict[str, int] = {}
        """The last number behind each key."""

    def key(self, reference: Reference) -> str:
        """Make a key of the name of the site, or of the first words."""
        known = replace(reference, position=_ANYWHERE)
        if known not in self._given:
            self._given[known] = self._free(_site(reference.url) or _slug(reference.words) or "source")
        return self._given[known]

    def sources(self) -> dict[str, dict[str, str]]:
        """List what the keys stand for, as fields of sources."""
        return {
            key: {"title": each.words, "container": each.credit, "url": each.url} for each, key in self._given.items()
        }

    def _free(self, wish: str) -> str:
        key, number = wish, self._numbers.get(wish, 1)
        while key.casefold() in self._taken:
            number += 1
            key = f"{wish}-{number}"
        self._numbers[wish] = number
        self._taken.add(key.casefold())
        return key


def _site(url: str) -> str:
    """``bbc`` of https://news.bbc.co.uk/1, ``gov-uk`` of https://www.gov.uk; empty where there is no such name."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:  # brackets that hold no address
        return ""
    labels = labels[1:] if labels[0] == "www" else labels
    names = labels[:-1] if len(labels) > 1 else labels
    while len(names) > 1 and names[-1] in _NO_NAME:
        names.pop()
    is_named = names[-1] not in _NO_NAME
    return _slug(_in_letters(names[-1]) if is_named else " ".join(labels))


def _in_letters(label: str) -> str:
    """Read a label of an address as it is shown: of ``xn--mnchen-3ya`` comes ``münchen``. See: RFC 3492."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _slug(words: str) -> str:
    """Take the first words, in small letters of their own script, the Latin ones without accents.

    Signs that stand on other letters are left out: a key holds letters and digits alone.
    """
    composed = unicodedata.normalize("NFKC", words).lower()
    plain = "".join(map(_plain, composed))
    return "-".join(re.findall(r"[^\W_]+", plain)[:_MOST_WORDS])[:_LONGEST].strip("-")


def _plain(letter: str) -> str:
    """Take the accent off a Latin letter, and leave out what is no letter by itself."""
    if unicodedata.category(letter) in _HANGING and letter != _APART:
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter

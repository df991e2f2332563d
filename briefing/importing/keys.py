"""Keys for sources that have none: short words that a person can type, each given once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefing.reading.events import Reference

__all__ = ["Keys"]

_NO_NAME = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
"""What stands before the country in an address, as in ``bbc.co.uk``."""
_MOST_WORDS = 3
_LONGEST = 40


class Keys:
    """Gives the same key to the same reference."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {key.casefold() for key in taken}
        self._given: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, int] = {}
        """The last number behind each key."""

    def key(self, reference: Reference) -> str:
        """Make a key of the name of the site, or of the first words."""
        known = reference.url, reference.words
        if known not in self._given:
            self._given[known] = self._free(_site(reference.url) or _slug(reference.words) or "source")
        return self._given[known]

    def sources(self) -> dict[str, dict[str, str]]:
        """List what the keys stand for, as fields of sources."""
        return {key: {"title": words, "url": url} for (url, words), key in self._given.items()}

    def _free(self, wish: str) -> str:
        key, number = wish, self._numbers.get(wish, 1)
        while key.casefold() in self._taken:
            number += 1
            key = f"{wish}-{number}"
        self._numbers[wish] = number
        self._taken.add(key.casefold())
        return key


def _site(url: str) -> str:
    """``bbc`` of https://news.bbc.co.uk/1; empty where the address has no such name."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:  # brackets that hold no address
        return ""
    names = labels[:-1] if len(labels) > 1 else labels
    while len(names) > 1 and names[-1] in _NO_NAME:
        names.pop()
    return _slug(names[-1])


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:_MOST_WORDS])[:_LONGEST].strip("-")

"""Addresses of the links of a page, made whole."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from briefing.errors import Diagnostic, Position
from briefing.importing.html.facts import Facts
from briefing.importing.html.telling import shown

__all__ = ["Addresses"]

_FOLLOWED = frozenset({"http", "https", "mailto"})
_LONGEST_ADDRESS = 2_000
_MOST_NAMED = 3


class Addresses:
    """Makes addresses of links whole, and remembers which could not be."""

    def __init__(self, facts: Facts) -> None:
        self._base, self._here = facts.base or facts.url, facts.url
        self._lost: dict[str, None] = {}

    def absolute(self, typed: str) -> str:
        """Give the address that a link leads to; empty where it leads nowhere outside of this page."""
        typed = typed.strip()
        if not typed or typed.startswith("#") or len(typed) > _LONGEST_ADDRESS:
            return ""
        try:
            address = urljoin(self._base, typed)
            kind = urlsplit(address).scheme.lower()
        except ValueError:  # brackets that hold no address
            return ""
        if not kind:
            self._lost[typed] = None
        same = bool(self._here) and address.partition("#")[0] == self._here.partition("#")[0] and "#" in address
        return address if kind in _FOLLOWED and not same else ""

    def warnings(self, file: str) -> tuple[Diagnostic, ...]:
        """Say which links lead to pages beside one that does not say its own address."""
        if not self._lost:
            return ()
        named = ", ".join(shown(each) for each in list(self._lost)[:_MOST_NAMED])
        more = f" and {len(self._lost) - _MOST_NAMED:,} more" if len(self._lost) > _MOST_NAMED else ""
        message = f"The page does not say its own address, so links to pages beside it were left out: {named}{more}."
        hint = "Their words stay as text; write the links that matter, with their whole addresses."
        return (Diagnostic("warning", "links-left-out", message, Position(file), hint),)

"""A petition's link that leads nowhere, by its looks alone; nothing is opened."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.checking.editorial.edited import Edited, doubt
from briefing.errors import Diagnostic

__all__ = ["petition_leads_nowhere"]

_RESERVED = ("example", "invalid", "localhost", "test", "example.com", "example.net", "example.org")
"""Names that nobody can register. See: RFC 2606, sections 2 and 3; RFC 6761."""


def petition_leads_nowhere(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of an address that is kept for examples; where the author has asked after it, all has been said."""
    petition = edited.briefing.petition
    if petition is None or petition.question:
        return
    for name, address in (("link", petition.link), ("print_as", petition.print_as)):
        host = _host(address)
        if any(host == reserved or host.endswith(f".{reserved}") for reserved in _RESERVED):
            message = f'"{address}" is an address for examples: nobody can sign there.'
            hint = f"Put the address of your petition there, {name}: …, or take the line out until you have it."
            yield doubt("petition-link", message, petition.positions.get(name, petition.position), hint)


def _host(address: str) -> str:
    """Name the server of an address, in small letters; empty for what is none."""
    try:
        return (urlsplit(address if "://" in address else f"//{address}").hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return ""

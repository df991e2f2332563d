"""Which numeric addresses belong to the open internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["is_number", "is_public"]

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""Networks in which an address of version 4 stands at the end. See: RFC 6052; RFC 4291, section 2.5.5.1."""

_PROTOCOLS = IPv4Network("192.0.0.0/24")
"""Kept for protocols; versions of Python take parts of it for public. See: RFC 6890."""


def is_number(host: str) -> bool:
    """Tell whether a host is a numeric address, and no name."""
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Tell whether a numeric address, also one of version 4 inside one of version 6, is on nobody's own network."""
    try:
        return _is_public(ip_address(address))
    except ValueError:
        return False


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv4Address):
        return number.is_global and not number.is_multicast and number not in _PROTOCOLS
    if carried := _carried(number):
        return all(map(_is_public, carried))
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_site_local)


def _carried(number: IPv6Address) -> tuple[IPv4Address, ...]:
    if number.ipv4_mapped:
        return (number.ipv4_mapped,)
    if number.sixtofour:
        return (number.sixtofour,)
    if number.teredo:
        return number.teredo
    if any(number in network for network in _TRANSLATED):
        return (IPv4Address(int(number) & 0xFFFF_FFFF),)
    return ()

"""Addresses as people read and type them."""

from __future__ import annotations

import re

__all__ = ["bare_address", "is_address"]

_SCHEME = r"(?:(?:https?|ftp):(?://)?|(?:mailto|tel):)"
_ADDRESS = re.compile(_SCHEME, re.IGNORECASE)
_NO_MATTER = re.compile(rf"^{_SCHEME}?(?:www\.)?", re.IGNORECASE)


def is_address(target: str) -> bool:
    """Tell whether a link leads to what can also be typed or dialled."""
    return bool(_ADDRESS.match(target))


def bare_address(address: str) -> str:
    """Leave out what makes no difference: scheme, ``www.``, line breaks, a last slash, capitals of the host."""
    host, slash, rest = _NO_MATTER.sub("", "".join(address.split())).rstrip("/").partition("/")
    return f"{host.lower()}{slash}{rest}"

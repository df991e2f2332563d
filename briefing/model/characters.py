"""What single characters are: whether they say anything, and what to call them."""

from __future__ import annotations

import unicodedata

__all__ = ["called", "is_blank"]

_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Categories of Unicode: spaces and separators, controls, format characters such as a zero-width space."""


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see or to hear: no text, white space, invisible characters."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)


def called(character: str) -> str:
    """Name a character for a message: ``"😀" (U+1F600, grinning face)``; one that cannot be seen by its number."""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    if name.endswith(number[2:].lower()):
        name = ""  # that of an ideograph is its number again
    if is_blank(character) or not character.isprintable():
        return f"{number} ({name})" if name else number
    return f'"{character}" ({number}{", " if name else ""}{name})'

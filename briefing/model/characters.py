"""What single characters are: whether they say anything, and what to call them."""

from __future__ import annotations

import unicodedata

__all__ = ["ILLEGIBLE", "called", "is_blank"]

_LAST_OF_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
ILLEGIBLE = rf"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}"
"""What stands in the brackets of a regular expression for the characters that neither HTML nor XML may hold.

See: XML 1.0, 2.2 (characters); HTML, 13.2.3.5 (control characters and noncharacters are errors).
"""

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

"""A count of people in one place → words that do not tell of single people, as offices for statistics cover them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.digits import in_digits
from briefing.model.languages import widening

__all__ = ["COVERED_BELOW", "covered_count"]

COVERED_BELOW = 10
"""The least count that is printed as it is."""
_FEWER: Mapping[str, str] = MappingProxyType(
    {
        "ar": "أقل من {}",
        "cy": "llai na {}",
        "de": "weniger als {}",
        "en": "fewer than {}",
        "es": "menos de {}",
        "fa": "کمتر از {}",
        "fr": "moins de {}",
        "ga": "níos lú ná {}",
        "it": "meno di {}",
        "nl": "minder dan {}",
        "ps": "له {} څخه کم",
        "pt": "menos de {}",
        "ur": "{} سے کم",
    }
)
_SIGN = "<\N{NO-BREAK SPACE}{}"
"""For languages whose words are not known here."""


def covered_count(value: str, language: str, *, begins: bool) -> str:
    """Write a whole number below 10, nought too, as "fewer than 10"; anything else comes back as it is.

    ``begins`` says that a sentence begins with it.
    """
    if not value.isdecimal() or int(value) >= COVERED_BELOW:
        return value
    words = next((_FEWER[tag] for tag in widening(language) if tag in _FEWER), _SIGN)
    said = words.format(in_digits(str(COVERED_BELOW), language))
    return said[0].upper() + said[1:] if begins else said

"""What the CLDR has for a language, through Babel.

Not part of ``briefing.model`` itself, so that only those who word dates or write numbers pay for the import of Babel.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from briefing.model.languages import widening

__all__ = ["locale_of"]


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale:
    """Find what the CLDR has for a language, given as a BCP 47 tag; for an unknown one what it has for English."""
    for tag in (*widening(language), "en-GB"):
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        # Babel keeps what it finds there in a dictionary that languages share, and would say it in the next one too.
        locale.months["stand-alone"] = locale.months["stand-alone"].copy()
        return locale
    return Locale("en")

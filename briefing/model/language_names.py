"""Names of languages in words of another: "Dari", "دری", "Englisch".

They come from the CLDR, through Babel. Not part of ``briefing.model`` itself, so that only those who name languages pay
for the import of Babel.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from briefing.model.languages import widening

__all__ = ["has_name", "language_name"]

_ENGLISH = Locale("en")
_NO_LANGUAGES = frozenset({"mis", "mul", "und", "zxx"})
"""Tags for what is no language, one unknown, or several. See: RFC 5646, 4.1."""


def language_name(tag: str, language: str) -> str:
    """Name a language in the words of another, both given as BCP 47 tags; without a name it is its tag."""
    key = _key(tag)
    for locale in (*_locales(language), _ENGLISH):
        if key in locale.languages:
            return str(locale.languages[key])
    return tag


def has_name(tag: str) -> bool:
    """Tell whether a tag is that of a language with a name in English."""
    key = _key(tag)
    return key in _ENGLISH.languages and key not in _NO_LANGUAGES


def _key(tag: str) -> str:
    """Choose the variety that has a name of its own: Dari, for one, but not British English."""
    keys = [name.replace("-", "_") for name in widening(tag)] or [tag]
    common = str(_ENGLISH.languages.get(keys[-1], ""))
    named = (key for key in keys if key in _ENGLISH.languages)
    return next((key for key in named if common not in str(_ENGLISH.languages[key])), keys[-1])


def _locales(language: str) -> Iterator[Locale]:
    for name in widening(language):
        try:
            yield Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue

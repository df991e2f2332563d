"""The letters of notes, in the alphabet of the language.

Letters are those that lists have in print: with the Cyrillic ones that all its alphabets share and that look like no
figure, the Arabic ones in the order of numbers (abjad), elsewhere in that of the alphabet. A language whose script has
no such custom takes Latin letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.languages import read_tag

__all__ = ["LATIN", "note_letter"]

LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежклмнпрстуфхцш"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ"
_PERSIAN = "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"
_PASHTO = "الف ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ و ه ی"
_URDU = "الف ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ی"

_ALPHABETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ar": tuple(_ARABIC.split()),
        "el": tuple(_GREEK),
        "fa": tuple(_PERSIAN.split()),
        "ps": tuple(_PASHTO.split()),
        "ur": tuple(_URDU.split()),
        **dict.fromkeys(("he", "yi"), tuple(_HEBREW)),
        **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), tuple(_CYRILLIC)),
    }
)
_OF_SCRIPTS = MappingProxyType({"cyrl": tuple(_CYRILLIC), "latn": tuple(LATIN)})
"""Where a tag names one of these scripts, it goes before the language."""
_BETWEEN = "\N{ZERO WIDTH NON-JOINER}"
"""Between two letters, so that Arabic ones do not join."""


def note_letter(index: int, language: str) -> str:
    """Spell the place of a note, counted from 0, in a language given as a BCP 47 tag: a, b … z, aa, ab."""
    tag = read_tag(language)
    alphabet = _OF_SCRIPTS.get(tag.script) or _ALPHABETS.get(tag.language) or tuple(LATIN)
    letters: list[str] = []
    index += 1
    while index:
        index, rest = divmod(index - 1, len(alphabet))
        letters.insert(0, alphabet[rest])
    return (_BETWEEN if letters[0] > "\u0600" else "").join(letters)

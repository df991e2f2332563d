"""Text → the words in it that deny or leave out: what turns a sentence where one of them comes or goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from briefing.model.languages import read_tag

__all__ = ["negations_in"]

_NEGATIONS: Mapping[str, str] = MappingProxyType({
    "ar": "لا, لم, لن, ليس, ليست, ليسوا, غير, بدون, دون, نفى, نفت, ينفي, تنفي",
    "de": "nicht, nie, niemals, nichts, niemand*, kein*, ohne, weder, kaum, nirgends, bestritt*, "
          "bestreite*, dementiert*",
    "en": "not, no, never, nobody, no-one, none, nothing, nowhere, neither, nor, cannot, without, hardly, scarcely, "
          "barely, deny, denies, denied, denying, fail, fails, failed, failing, refuse, refuses, refused, refusing",
    "es": "no, nunca, jamás, nadie, ningún*, ningun*, tampoco, sin, negó, negaron, niega, niegan",
    "fa": "نه, نیست, نیستند, نبود, نبودند, نشد, نشدند, نشده, نکرد, نکردند, نکرده, نمی*, هیچ*, هرگز, بدون, غیر",
    "fr": "ne, non, sans, nie, nient, nié, dément, démenti*",
    "it": "non, né, nessun*, mai, senza, nega, negano, negato, negò",
    "nl": "niet, nooit, niets, niemand, geen, zonder, nergens, nauwelijks, ontkent, ontkende*, ontkennen",
    "pt": "não, nunca, jamais, ninguém, nenhum*, nem, sem, nega, negam, negou, negaram",
    "ru": "не, нет, ни, никто, никогда, ничего, никак*, нельзя, без, отрица*, опроверг*",
    "uk": "не, немає, ні, ніхто, ніколи, нічого, ніяк*, без, запереч*, спростув*",
})  # fmt: skip
"""By primary subtag, with commas between the words; a star stands for any ending. In French "ne" alone: it stands with
"pas", "jamais" and "rien", which would be counted twice."""
_ELIDED: Mapping[str, str] = MappingProxyType({"en": r"|(?<=\w)n['’ʼ]t(?!\w)", "fr": r"|(?<!\w)n['’ʼ](?=\w)"})
"""What of them is written together with another word."""


def negations_in(text: str, language: str) -> tuple[str, ...]:
    """List the words of a text that deny, as typed, in a language given as a BCP 47 tag; of others none are known."""
    return tuple(found[0] for found in _pattern(read_tag(language).language).finditer(text))


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    """Make the pattern of a language. A process keeps it: it depends on the language and on this program alone."""
    words = filter(None, _NEGATIONS.get(language, "").split(", "))
    listed = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w){_ELIDED.get(language, '')}", re.IGNORECASE)

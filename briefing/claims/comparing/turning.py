"""A quotation with marked changes beside the words that they stand for → the one that may turn what it says round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefing.claims.comparing.captured import OMISSION
from briefing.claims.comparing.fragments import Added
from briefing.claims.languages import words_of
from briefing.model.languages import read_tag
from briefing.reading.dates import key_of

__all__ = ["Change", "turned"]

_FEWEST_LETTERS = 4
_BEHIND = 4
"""Words that may stand between "not" and the end of what is left out, for it to be said of what follows."""
_RELATED = 0.5
"""How alike two forms of one word are, "take" and "took"."""


class Change(NamedTuple):
    """What stands between two runs of a quotation, or at its ends."""

    added: Added
    replaced: Sequence[str]
    """The words and marks of the source that it stands for."""
    edge: Literal["", "begins", "ends"] = ""
    """At which end of the quotation it stands, where nobody knows how many words of the source it is for."""
    before: str = ""
    """The word of the source before these, where the quotation begins with the change."""


class _Words(NamedTuple):
    """The words of one language; a star stands for any ending or beginning."""

    negations: str
    harmless: str = ""
    """Phrases with a negation that turn nothing: "not only"."""
    joints: str = ""
    """What begins another part of a sentence, of which a "not" before it does not speak."""
    pointing: str = ""
    """What says that the next word is known: "my country", for which "[Syria]" may stand."""
    sounds: str = ""
    """What was heard and not said."""
    prefixes: tuple[str, ...] = ()
    """Beginnings that make a word its opposite."""


_WORDS: Mapping[str, _Words] = MappingProxyType({
    "de": _Words(
        "nicht, nie, niemals, kein*, niemand*, nichts, nirgends, weder, ohne, kaum",
        "nicht nur, nicht allein, nicht zuletzt, kein zweifel",
        "und, aber, oder, sondern, dass, weil, wenn, der, die, das",
        "mein*, unser*, dein*, euer, eure*, ihr*, sein*, dies*, jene*",
        "lachen, gelächter, beifall, applaus",
        ("un",),
    ),
    "en": _Words(
        "not, never, no, none, nobody, noone, nothing, nowhere, neither, nor, cannot, without, hardly, barely, "
        "scarcely, *n't, unable, refuse, refuses, refused, deny, denies, denied",
        "not only, not just, not merely, no doubt, nothing but, not least, no 1, no one else but",
        "and, but, or, which, who, that, because, while, when, where, if, so, although, though",
        "my, our, your, his, her, its, their, this, that, these, those",
        "laughter, applause, cheers, cheering, inaudible, unclear, crosstalk, pause, laughs",
        ("un", "dis", "in", "im", "il", "ir", "non", "mis"),
    ),
    "es": _Words(
        "no, nunca, jamás, nadie, nada, ningún*, ninguno, tampoco, ni, sin, apenas",
        "no solo, no sólo, no solamente, sin duda",
        "y, pero, o, sino, que, porque, cuando, si",
        "mi, mis, nuestro*, nuestra*, tu, tus, su, sus, este, esta, estos, estas, ese, esa, aquel*",
        "risas, aplausos",
        ("des", "in", "im"),
    ),
    "fr": _Words(
        "ne, n'*, pas, jamais, rien, personne, aucun*, ni, sans, guère, nullement",
        "pas seulement, non seulement, sans doute",
        "et, mais, ou, qui, que, parce, quand, si",
        "mon, ma, mes, notre, nos, ton, ta, tes, votre, vos, son, sa, ses, leur, leurs, ce, cet, cette, ces",
        "rires, applaudissements",
        ("in", "im", "dé", "mal"),
    ),
    "it": _Words(
        "non, mai, nessun*, niente, nulla, né, senza, neppure, neanche, nemmeno",
        "non solo, non soltanto, senza dubbio",
        "e, ma, o, che, perché, quando, se",
        "mio, mia, miei, mie, nostr*, tuo, tua, vostr*, suo, sua, suoi, sue, loro, quest*, quell*",
        "risate, applausi",
        ("in", "im", "dis"),
    ),
    "nl": _Words(
        "niet, nooit, geen, niemand, niets, nergens, noch, zonder, nauwelijks",
        "niet alleen, geen twijfel",
        "en, maar, of, dat, omdat, als, die",
        "mijn, ons, onze, jouw, jullie, uw, zijn, haar, hun, deze, dit, die, dat",
        "gelach, applaus",
        ("on",),
    ),
    "pt": _Words(
        "não, nunca, jamais, ninguém, nada, nenhum*, nem, sem",
        "não só, não apenas, não somente, sem dúvida",
        "e, mas, ou, que, porque, quando, se",
        "meu, minha, meus, minhas, nosso*, nossa*, teu, tua, vosso*, seu, sua, seus, suas, este, esta, esse, essa, "
        "aquel*",
        "risos, aplausos",
        ("in", "im", "des"),
    ),
})  # fmt: skip
"""By primary subtag."""


def turned(changes: Sequence[Change], language: str) -> tuple[str, str] | None:
    """Give the words of a quotation, and those of its source, that a marked change may turn round.

    That is a "not" that is left out or put in, and a word that stands for another one, but for a pronoun. ``None``
    where nothing is, and in a language whose words are not known here. One of the two may be empty.
    """
    tag = read_tag(language).language
    if tag not in _WORDS:
        return None
    judge = _judge(tag)
    return next((said for change in changes if (said := judge.judged(change))), None)


class _Judge:
    """Judges changes in one language."""

    def __init__(self, language: str) -> None:
        words = _WORDS[language]
        self._stops = words_of(language).stops
        self._numbers = words_of(language).numbers
        self._negation, self._joint = _pattern(words.negations), _pattern(words.joints)
        self._pointing, self._sound = _pattern(words.pointing), _pattern(words.sounds)
        self._harmless = re.compile(rf"(?<!\S)(?:{_any_of(words.harmless)})(?!\S)")
        self._prefixes = words.prefixes

    def judged(self, change: Change) -> tuple[str, str] | None:
        """Give your word and that of the source, where one turns what the other says."""
        if _letters(change.added.words) == _letters("".join(change.replaced)) != "":
            return None  # the source has the brackets itself
        mine = change.added.words.casefold().split()
        said, its = self._denial(mine), self._denial([each.casefold() for each in change.replaced])
        if bool(said) != bool(its):
            return _shown(change.added), its or " ".join(change.replaced)
        return None if change.added.leaves_out else self._exchanged(change)

    def _denial(self, words: Sequence[str]) -> str:
        """Find a "not" that is said of what follows; empty where there is none."""
        plain = self._harmless.sub(_joined, " ".join(words)).split()
        for number, word in enumerate(reversed(plain)):
            if number > _BEHIND or not any(map(str.isalnum, word)) or self._joint.fullmatch(word):
                return ""
            if self._negation.fullmatch(word):
                return word
        return ""

    def _exchanged(self, change: Change) -> tuple[str, str] | None:
        """Find a word that stands for another one, and is no form of it."""
        mine, its = [*self._telling(change.added.words.split())], [*self._telling(change.replaced)]
        if not mine or not its or (change.edge and len(change.added.words.split()) > 1):
            return None
        is_pointed = any(self._pointing.fullmatch(each.casefold()) for each in (change.before, change.replaced[0]))
        if is_pointed or self._sound.fullmatch(mine[0].casefold()):
            return None
        pairs = [(key_of(one), key_of(other)) for one in mine for other in its]
        is_opposite = any(self._is_opposite(one, other) for one, other in pairs)
        if not is_opposite and any(self._is_related(one, other) for one, other in pairs):
            return None
        return _shown(change.added), " ".join(change.replaced)

    def _telling(self, words: Sequence[str]) -> Iterator[str]:
        """Choose numbers and the longer words, but for those that every sentence has."""
        for word in words:
            is_long = len(word) >= _FEWEST_LETTERS and word[0].isalpha() and key_of(word) not in self._stops
            if is_long or self._is_number(word):
                yield word

    def _is_number(self, word: str) -> bool:
        return any(map(str.isdigit, word)) or key_of(word) in self._numbers

    def _is_related(self, one: str, other: str) -> bool:
        """Tell whether two words may be forms of one: "takes" and "took", "left" and "leave"; numbers have no forms."""
        if one == other or self._is_number(one) or self._is_number(other):
            return one == other
        return one[:2] == other[:2] or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _RELATED

    def _is_opposite(self, one: str, other: str) -> bool:
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return any(longer.startswith(prefix + shorter[:_FEWEST_LETTERS]) for prefix in self._prefixes)


@lru_cache(maxsize=16)
def _judge(language: str) -> _Judge:
    """Make the judge of a language. A process keeps it: it depends on the tag and on this program alone."""
    return _Judge(language)


def _shown(added: Added) -> str:
    """Write a change as it was typed, more or less."""
    return " ".join(filter(None, (OMISSION if added.leaves_out else "", f"[{added.words}]" if added.words else "")))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_any_of(words)})")


def _any_of(words: str) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split(", ") if word) or "(?!)"

"""Where a sentence ends, and with what: full stops by language and script; texts that are cut short."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from briefing.model.languages import read_tag
from briefing.templating.words import Words

__all__ = ["SHORT", "ended", "ends_sentence", "shortened", "without_full_stop"]

_SENTENCE_END = (*".!?…", *"؟۔", *"।॥", *"。！？", *"།", *"။", *"។", *"።፧", *"։")
"""Of all scripts: a sentence in another language keeps its own."""
_CLOSING_MARKS = "\"'“”‘’«»)」』"

_FULL_STOP = "full_stop"
"""Name of the word."""
_OF_SCRIPTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("DEVANAGARI", "BENGALI", "GURMUKHI", "ORIYA"), "।"),
        **dict.fromkeys(("BOPOMOFO", "CJK", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA", "KATAKANA-HIRAGANA"), "。"),
        **dict.fromkeys(("LAO", "THAI"), ""),
        "ARMENIAN": "։",
        "ETHIOPIC": "።",
        "KHMER": "។",
        "MYANMAR": "။",
        "TIBETAN": "།",
    }
)
"""By the first word in the Unicode name of a letter."""
_FULL_STOPS = (".", "۔", *filter(None, _OF_SCRIPTS.values()))
_WITH_A_POINT = frozenset({"gom", "ko", "kok", "mr"})
"""Languages that write these letters, or some, and end a sentence as Latin ones do."""

SHORT = 80
"""Letters of Latin width that a running line has room for, in two lines at most."""
_WIDE = (range(0x0B80, 0x0E00), range(0x1000, 0x10A0), range(0x1780, 0x1800))
"""Letters about as wide: from Tamil to Sinhala, Burmese, Khmer."""
_MARKS = 4
"""Characters for each letter: more marks than that are cut off as well."""


def ends_sentence(text: str) -> bool:
    """Tell whether a text needs no full stop after it."""
    return text.strip().rstrip(_CLOSING_MARKS).endswith(_SENTENCE_END)


def ended(sentence: str, words: Words) -> str:
    """A sentence, or the markup of one, with its full stop if it has no end of its own."""
    letters = sentence.striptags() if isinstance(sentence, Markup) else sentence
    sentence = sentence.strip()
    return sentence if ends_sentence(letters) else sentence + _full_stop(letters, words)


def without_full_stop(sentence: Markup) -> Markup:
    """Take off what ``ended`` has put to a sentence."""
    return next((sentence.removesuffix(end) for end in _FULL_STOPS if sentence.endswith(end)), sentence)


def _full_stop(text: str, words: Words) -> str:
    """Choose that of the language, or else of the script of the last letter; some scripts have none."""
    otherwise = words.text(_FULL_STOP)
    if _FULL_STOP in words.own or read_tag(words.language).language in _WITH_A_POINT:
        return otherwise
    last = next((letter for letter in reversed(text) if unicodedata.category(letter)[0] in "LM"), "")
    return _OF_SCRIPTS.get(unicodedata.name(last, "").partition(" ")[0], otherwise) if last else otherwise


def shortened(text: str, most: int = SHORT) -> str:
    """A text of so many letters at most, cut at a word, with an ellipsis where something was cut off.

    Letters of East Asian width, and others as wide, count as two.
    """
    text = " ".join(text.split())
    end = _end_of(text, most)
    if end == len(text):
        return text
    at_word = text.rfind(" ", 0, end + 1)
    return text[: at_word if at_word > end // 2 else end].rstrip(" ,;:–—-") + "…"


def _end_of(text: str, most: int) -> int:
    """Find how far a text goes before it is too long, with all marks of its last letter."""
    room = most
    for index, letter in enumerate(text[: _MARKS * most]):
        room -= _width(letter)
        if room < 0:
            return next(at for at in range(index, -1, -1) if not at or unicodedata.category(text[at])[0] != "M")
    return min(len(text), _MARKS * most)


def _width(letter: str) -> int:
    if unicodedata.category(letter) == "Mn":
        return 0
    is_wide = unicodedata.east_asian_width(letter) in "WF" or any(ord(letter) in letters for letters in _WIDE)
    return 2 if is_wide else 1

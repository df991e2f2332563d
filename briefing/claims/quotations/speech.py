"""Pairs of quotation marks and the words beside them → whether somebody says what is between them.

Speech has a verb or a colon beside it, or goes on from such. What is short and has none, what is called so and what is
written like a title is a term, a nickname or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.claims.languages import Words
from briefing.claims.quotations.marks import Pair

__all__ = ["spoken"]

_WINDOW = 240
"""Characters before and behind a quotation that are looked at."""
_NEAR = 40
"""Characters before a verb that are looked at."""
_FEW, _SENTENCE = 3, 5
"""Words from which a part of a sentence is speech if a verb is near; and without any, if a colon is."""
_LONG = 12
"""Words that are more than a name has."""
_ENDS = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*(?:\s+|\Z)")
_GOES_ON = re.compile(r"(?:[,!?…—–-]|\.\.\.)['’”]?\Z|[，、،]\Z")
"""How a quotation ends before "he said"."""
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟۔]['’”]?\Z")
_SUBJECT = re.compile(r"[\s,،–—-]*(?:[^\s.,;:!?()]+\s+){0,7}\Z")
_OBJECT = re.compile(r"\s+(?:[^\s.,;:!?()\"“”]+\s+){0,8}")
"""What is judged, between the verb and the judgement."""
_ASIDE = re.compile(r"[\s,،–—-]*[^.;:!?]{0,140}[,،]\s*\Z")
"""A subject with something in commas behind it: "Jane Doe, head of policy, said"."""
_DASH = re.compile(r"\s*[.,]?\s*[—–―]\s*[^\W\d_a-z]")
_NAME_AND_COLON = re.compile(r"\s*[A-ZÀ-ÞА-Я][\w.’'-]*(?:\s+(?:[a-zà-ÿ]{1,3}\s+)?[A-ZÀ-ÞА-Я][\w.’'-]*){1,3}\s*:\s*\Z")
"""Who speaks in an interview: "Mr Smith:"."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def spoken(text: str, pairs: Sequence[Pair], words: Words) -> Iterator[bool]:
    """Tell of each pair whether somebody says it."""
    ends = (0, *(pair.end for pair in pairs))
    starts = (*(pair.start for pair in pairs[1:]), len(text))
    was_spoken = False
    for pair, begin, stop in zip(pairs, ends, starts, strict=False):
        quotation = _Quotation(text, pair, begin, stop, words)
        was_spoken = quotation.is_spoken(after_speech=was_spoken)
        yield was_spoken


class _Quotation:
    """One pair, with what stands in its sentence before and behind it."""

    def __init__(self, text: str, pair: Pair, begin: int, stop: int, words: Words) -> None:
        self._words = words
        self._quoted = text[pair.start + 1 : pair.inner_end].strip()
        self._is_open = pair.end == pair.inner_end
        before = text[max(begin, pair.start - _WINDOW) : pair.start]
        self._before = before[_last_end(before, words) :]
        behind = text[pair.end : min(stop, pair.end + _WINDOW)]
        end = _ENDS.search(behind)
        self._behind = behind[: end.start()] if end else behind
        self._is_whole = not text[: pair.start].strip() and not text[pair.end :].strip(" .,")
        self._count = len(self._quoted.split()) + len(_CJK.findall(self._quoted)) // 2

    def is_spoken(self, *, after_speech: bool) -> bool:
        """Look for what tells speech, the surest first."""
        if not self._quoted:
            return False
        if self._is_supposed():
            return False
        if self._is_followed() or (self._is_announced() and not self._is_named()):
            return True
        if self._is_judgement() or self._is_answer():
            return True
        if self._is_named() or self._is_title():
            return False
        return self._has_verb() or self._has_source() or self._stands_alone(after_speech=after_speech)

    def _is_followed(self) -> bool:
        """Read "…," he said; "…," Jane Doe, head of policy, told Reuters; "…" — Jane Doe."""
        if _DASH.match(self._behind) and self._count >= _FEW:
            return True
        if self._words.partial.speaker_behind.match(self._behind) and self._count >= _FEW:
            return True
        verb = self._words.said.search(self._behind)
        if verb is None or not self._reports(verb, self._behind):
            return False
        between = self._behind[: verb.start()]
        if not between.strip(" ,") and self._count > 1 and self._is_title():
            return False  # known as "Chicago Fats", claimed
        if not between.strip() and self._count >= _FEW and _ENDS_SENTENCE.search(self._quoted):
            return True  # "…." Said Jane Doe
        if not (_GOES_ON.search(self._quoted) or self._behind.lstrip()[:1] in (",", "،", "，")):
            return False
        return bool(_SUBJECT.match(between) or _ASIDE.match(between))

    def _is_announced(self) -> bool:
        """Read: he told Reuters: "…", he said, "…"; he said that "…"."""
        verb = _last(self._words.said, self._before) or _last(self._words.wrote, self._before)
        if verb is None or not self._reports(verb, self._before):
            return False
        between = self._before[verb.end() :]
        if between.rstrip()[-1:] in (",", ":", "，", "："):
            return self._count >= 2 or not self._is_title()
        return bool(self._words.that.match(between)) and self._count >= 2 and not self._is_title()

    def _is_judgement(self) -> bool:
        """Read: called the case "a clear-cut failure"; what he called "a lapse". "Is called" gives a name."""
        if self._is_title() or not self._words.partial.begins_judgement.match(self._quoted):
            return False
        verb = _last(self._words.partial.judged, self._before)
        if verb is None or not self._reports(verb, self._before):
            return False
        return bool(_OBJECT.fullmatch(self._before, verb.end()))

    def _is_answer(self) -> bool:
        """Read a sentence of an interview: Mr Smith: "No deal."."""
        return bool(_NAME_AND_COLON.fullmatch(self._before)) and bool(_ENDS_SENTENCE.search(self._quoted))

    def _is_named(self) -> bool:
        return self._count < _LONG and self._words.named.search(self._before) is not None

    def _is_title(self) -> bool:
        """Tell a title by its capitals."""
        if self._words.nouns_in_capitals or _GOES_ON.search(self._quoted):
            return False
        longer = re.findall(r"[^\W\d_]{4,}", self._quoted)
        return bool(longer) and all(word[0].isupper() for word in longer) and self._count < _LONG

    def _reports(self, verb: re.Match[str], text: str) -> bool:
        """Tell a verb that reports from one that supposes: "you might say"."""
        return not self._words.supposed.search(text[max(verb.start() - _NEAR, 0) : verb.start()])

    def _is_supposed(self) -> bool:
        """Tell what nobody has said: "you might say: …"."""
        verb = _last(self._words.said, self._before)
        if verb is None or self._reports(verb, self._before):
            return False
        return len(self._before) - verb.end() < _NEAR

    def _has_verb(self) -> bool:
        """Look for a verb in the same sentence, before a part of a sentence; a word or two go on from "was", "will"."""
        goes_on = self._words.partial.leads_on.search(self._before) is not None
        is_noun = self._words.nouns_in_capitals or self._words.partial.before_noun.search(self._before)
        if self._count < _FEW and not goes_on and (self._count < _FEW - 1 or is_noun):
            return False
        verb = _last(self._words.said, self._before)
        if verb is not None and self._reports(verb, self._before):
            return True
        is_enough = self._count >= (_FEW - 1 if goes_on else _SENTENCE)
        return is_enough and self._words.wrote.search(self._before) is not None

    def _has_source(self) -> bool:
        """Look for "according to", or for a colon before a whole sentence."""
        if self._count < _FEW:
            return False
        sources = self._words.according
        if sources.search(self._before) or sources.search(self._behind):
            return True
        return self._count >= _SENTENCE and self._before.rstrip()[-1:] in (":", "：")

    def _stands_alone(self, *, after_speech: bool) -> bool:
        """Tell a sentence that is wholly a quotation: it goes on from another, or is all of the paragraph."""
        if self._count < (_FEW - 1 if after_speech else _SENTENCE) or self._before.strip():
            return False
        is_sentence = self._is_open or bool(_ENDS_SENTENCE.search(self._quoted)) or not self._behind.strip()
        return is_sentence and (after_speech or self._is_whole or self._is_open)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    *_, last = (None, *pattern.finditer(text))
    return last


def _last_end(text: str, words: Words) -> int:
    """Find where the last sentence of a text begins, by full stops that do not belong to a word."""
    begin = 0
    for match in _ENDS.finditer(text):
        word = re.search(r"([\w.]+)\Z", text[max(match.start() - 12, 0) : match.start()])
        is_short = word is not None and (word[1].casefold() in words.short or (len(word[1]) == 1 and word[1].isupper()))
        if not is_short and match.end() > match.start():
            begin = match.end()
    return begin

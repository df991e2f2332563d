"""Hyphens that stand for a dash or a minus sign, and full stops that stand for an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.templating.typography.line import OPAQUE, Change, Line
from briefing.templating.typography.ranges import is_range
from briefing.templating.typography.row import NO_BREAK
from briefing.templating.typography.words import next_word, previous_word

__all__ = ["dash", "ellipsis", "is_between_words"]

_EN, _EM, _MINUS, _ELLIPSIS = "–", "—", "−", "…"
_QUOTES = ('"', "'")
_OPENING = "([{\"'“„‚«‹‘¿¡"
_CLOSING = ")]}\"'”’»›“‘!?.,…%٪؟،؛۔।"
_ONLY_A_NUMBER = re.compile(r"-\d[\d.,]*(?:[ \u00a0\u202f]?[%‰°€$£¥][CF]?)?")
_SHARE_OR_DEGREES = re.compile(r"-\d[\d.,]*[ \u00a0\u202f]?[%‰°]")


def ellipsis(start: int, end: int) -> Iterator[Change]:
    """Set a run of full stops: three are an ellipsis, more mean something else."""
    if end - start == 3:
        yield Change(start, end, _ELLIPSIS)


def dash(line: Line, start: int, end: int) -> Iterator[Change]:
    """Set a run of hyphens: two are an en dash, three an em dash, more mean something else."""
    count = end - start
    if count == 1:
        yield from _hyphen(line, start)
    elif _is_arrow(line, start, end):
        return
    elif count == 2 and not _is_option(line, start, end):
        yield Change(start, end, _EN)
    elif count == 3:
        yield Change(start, end, _EM)


def _is_option(line: Line, start: int, end: int) -> bool:
    """Tell ``--final``, as typed on a command line."""
    while line.at(start - 1) in _QUOTES:
        start -= 1
    return line.at(start - 1) in ("", " ", "(", "[") and line.at(end).isalpha()


def _is_arrow(line: Line, start: int, end: int) -> bool:
    """Tell hyphens that belong to an angle bracket: of an arrow, or of a comment in HTML."""
    return line.at(end) == ">" or line.at(start - 1) == "<" or line.text[max(0, start - 2) : start] == "<!"


def _hyphen(line: Line, at: int) -> Iterator[Change]:
    before, after = line.at(at - 1), line.at(at + 1)
    if before == after == " ":
        yield from _spaced(line, at)
    elif before.isdecimal() and after.isdecimal():
        if is_range(line, at):
            yield Change(at, at + 1, _EN)
    elif before in ("", " ", "(") and after.isdecimal() and _is_minus(line, at):
        yield Change(at, at + 1, _MINUS)


def _spaced(line: Line, at: int) -> Iterator[Change]:
    sign = line.language(at).spaced_dash
    if not sign or not is_between_words(line.text, at):
        return
    if sign == _EM:  # where it is used so, it never begins a line
        yield Change(at - 1, at + 1, NO_BREAK + sign)
    else:
        yield Change(at, at + 1, sign)


def is_between_words(text: str, at: int) -> bool:
    """Tell whether what stands between two spaces at a place has a word on each side, and is no sum or result."""
    before, after = previous_word(text, at - 1), next_word(text, at + 2)
    last, first = text[max(0, at - 2) : max(0, at - 1)], text[at + 2 : at + 3]
    if not _is_word_or(_CLOSING, last) or not _is_word_or(_OPENING, first):
        return False
    if last.isdecimal() or first.isdecimal():
        return not (last.isdecimal() and first.isdecimal()) and not any(map(_is_letter, (before, after)))
    return True


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_word_or(signs: str, character: str) -> bool:
    return character != "" and (character.isalnum() or character == OPAQUE or character in signs)


def _is_minus(line: Line, at: int) -> bool:
    """Tell a minus sign: before all that there is, or before so many per cent or degrees."""
    if _ONLY_A_NUMBER.fullmatch(line.text):
        return True
    return bool(_SHARE_OR_DEGREES.match(line.text, at)) and not previous_word(line.text, at - 1)[-1:].isdecimal()

"""Runs of a paragraph → the embedding level of each of their characters.

By UAX #9 over the whole paragraph, with isolates around elements that stand for themselves, and in text from right to
left around numbers that would be torn. See: UAX #9, 4.3, HL3.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from briefing.typesetting.bidi import is_plain, levels
from briefing.typesetting.text.runs import Direction, Isolate, Run

__all__ = ["run_levels"]

_BEGINNINGS = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
_OVERRIDE = "\N{LEFT-TO-RIGHT OVERRIDE}"
_END = "\N{POP DIRECTIONAL ISOLATE}"
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in the text for a page number."""

_SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_DIGIT = "[0-9۰-۹]"
"""With Arabic-Indic digits, ٠ to ٩, dates run from right to left, and the sign of a number stands at its right."""
_ANY_DIGIT = "[0-9٠-٩۰-۹]"
_HYPHEN = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
_NUMBER = f"{_DIGIT}++(?:[.,٫٬’]{_DIGIT}++|[{_SPACE}]{_DIGIT}{{3}}(?!{_DIGIT})){{0,8}}+"
_DEGREES = f"[{_SPACE}]?°(?:[{_SPACE}]?[CF]\\b)?"
_UNIT = f"[{_SPACE}]?(?:[%‰٪€$£]|(?:[kcmMG]?(?:m|g|l|W|Wh|V|A|J|Pa|Hz|B|t)|K|h|s|ha|min)(?:[²³]|/[hs])?(?!\\w))"
_TELEPHONE = f"(?<![\\w+])\\+{_ANY_DIGIT}(?:[{_SPACE}().-]{{0,2}}{_ANY_DIGIT}){{6,14}}(?!\\d)"
_DATE = f"(?<!\\d)(?<!\\d-){_DIGIT}{{4}}(?:{_HYPHEN}{_DIGIT}{{2}}){{2}}(?!-?\\d)"
_SIGNED = f"(?<![\\w)\\]»”’%٪+−-])[+−-]{_NUMBER}(?:{_DEGREES}|{_UNIT})?"
_TORN = re.compile(rf"{_TELEPHONE}|{_DATE}|{_SIGNED}|(?<!\w){_NUMBER}{_DEGREES}")
"""Telephone numbers, dates of ISO 8601, numbers with a sign before them, and degrees."""


def run_levels(runs: Sequence[Run], direction: Direction) -> Iterator[list[int]]:
    """Yield the levels of each run's characters; of a run without text, one level."""
    text = "".join(run.text or _OBJECT for run in runs)
    if direction == "ltr" and is_plain(text):
        yield from ([0] * max(len(run.text), 1) for run in runs)
        return
    marks = list(_marks(runs, direction))
    places = [place for place, _ in marks]
    cuts = pairwise((0, *places, len(text)))
    signs = (*(sign for _, sign in marks), "")
    marked = "".join(text[start:end] + sign for (start, end), sign in zip(cuts, signs, strict=True))
    found = levels(marked, int(direction == "rtl"))
    start = 0
    for run in runs:
        end = start + max(len(run.text), 1)
        yield [found[index + bisect_right(places, index)] for index in range(start, end)]
        start = end


def _marks(runs: Sequence[Run], direction: Direction) -> Iterator[tuple[int, str]]:
    """Yield what begins and ends isolates, with the index of the character that it stands before."""
    around: tuple[Isolate, ...] = ()
    start = 0
    for isolates, group in groupby(runs, key=lambda run: run.isolates):
        text = "".join(run.text or _OBJECT for run in group)
        kept = _alike(around, isolates)
        yield from ((start, _END) for _ in around[kept:])
        yield from ((start, _BEGINNINGS[each.way]) for each in isolates[kept:])
        if (isolates[-1].way if isolates else direction) == "rtl":
            yield from ((start + place, sign) for place, sign in _marks_of_numbers(text))
        around, start = isolates, start + len(text)
    yield from ((start, _END) for _ in around)


def _marks_of_numbers(text: str) -> Iterator[tuple[int, str]]:
    for found in _TORN.finditer(text):
        yield found.start(), _BEGINNINGS["ltr"]
        # Without it groups of Arabic-Indic digits would still run from right to left.
        yield found.start(), _OVERRIDE
        yield found.end(), _END


def _alike(first: Sequence[Isolate], second: Sequence[Isolate]) -> int:
    """Count the isolates that two texts have in common, from the outermost on."""
    pairs = zip(first, second, strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))

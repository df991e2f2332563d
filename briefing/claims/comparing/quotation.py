"""A quotation beside the text of its source: word for word, with marked changes, different, or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from briefing.claims.comparing.captured import Captured, Joined, equalised
from briefing.claims.comparing.comparison import ABSENT, UNCLEAR, Comparison, Outcome
from briefing.claims.comparing.differing import lines_of
from briefing.claims.comparing.finding import find, find_each
from briefing.claims.comparing.fragments import (
    MARK,
    MOST_FRAGMENTS,
    Added,
    Fragment,
    additions_of,
    as_it_stands,
    fragments_of,
)
from briefing.claims.comparing.nearest import nearest_passage
from briefing.claims.comparing.turning import Change, turned
from briefing.reading.sources import legible

__all__ = ["compare_quotation", "is_quoted"]


_MOST_PLACES = 20
"""Places of a source in which a quotation with marked changes is looked at for what these turn."""
_ENDS = frozenset(".!?;:…")


def compare_quotation(words: str, captured: Captured, language: str = "") -> Comparison:
    """Look for the words between quotation marks in the text of a source.

    Equal are all quotation marks, all dashes, all white space and hyphens within words, the stop at the end, and the
    first letter whether it is a capital or not. Signs that nobody sees are none. All else counts, letter by letter;
    "[they]", "…", "[T]hey" and "[sic]" are marked changes; in some languages it is told of them whether they may turn
    round what is said.
    """
    words = legible(words)
    found = _found_in(words, captured, language)
    if found:
        return found
    fragments = fragments_of(words)
    if len(fragments) > MOST_FRAGMENTS:
        return UNCLEAR
    passage = nearest_passage([token for each in fragments for token in each.tokens], captured)
    if passage is None:
        return ABSENT
    start, end = captured.span(*passage)
    differences = lines_of(words, captured.text[start:end])
    return Comparison("differs", captured.surface(*passage), differences, start, end)


def is_quoted(words: str, captured: Captured) -> bool:
    """Tell whether a text has the words of a quotation, with marked changes perhaps."""
    return _found_in(legible(words), captured) is not None


def _found_in(words: str, captured: Captured, language: str = "") -> Comparison | None:
    """Find the words in a text, or in the text with the words whole that its lines part."""
    found = _exactly(words, captured, language)
    if found is None and captured.joined:
        joined = _exactly(words, captured.joined.captured, language)
        found = joined and _moved(joined, captured.joined)
    return found


def _exactly(words: str, captured: Captured, language: str) -> Comparison | None:
    """Find the words as they stand, or with their marked changes."""
    if found := find(captured, as_it_stands(words)):
        return _found("verbatim", captured, found)
    if not MARK.search(equalised(words)) or len(fragments := fragments_of(words)) > MOST_FRAGMENTS:
        return None
    return _with_changes(words, captured, fragments, language)


def _with_changes(words: str, captured: Captured, fragments: Sequence[Fragment], language: str) -> Comparison | None:
    """Find all runs of words; of several places the first in which no change turns anything."""
    added = additions_of(words)
    first = None
    for places in find_each(captured, fragments, _MOST_PLACES):
        found = _found("marked", captured, (places[0][0], places[-1][1] - 1))
        changes = [*_changes(added, places, captured)] if language else []
        said = turned(changes, language)
        if said is None:
            return found
        first = first or found._replace(unlike=said, excerpt=_with_ends(found.excerpt, changes))
    return first


def _changes(added: Sequence[Added], places: Sequence[tuple[int, int]], captured: Captured) -> Iterator[Change]:
    """Set what is put between the runs beside what the source has there; at the ends beside as many words."""
    before, *between, behind = added
    if count := len(before.words.split()):
        start = places[0][0]
        replaced = _same_sentence(_tokens(captured, start - count - 1, start)[::-1])[::-1]
        yield Change(before, replaced[-count:], edge="begins", before="".join(replaced[:-count]))
    for each, (_, end), (start, _) in zip(between, places, places[1:], strict=False):
        yield Change(each, _tokens(captured, end, start))
    if count := len(behind.words.split()):
        end = places[-1][1]
        yield Change(behind, _same_sentence(_tokens(captured, end, end + count)), edge="ends")


def _with_ends(excerpt: str, changes: Sequence[Change]) -> str:
    """Put around the words of a source those for which something is put at the ends."""
    before = [word for each in changes if each.edge == "begins" for word in each.replaced]
    behind = [word for each in changes if each.edge == "ends" for word in each.replaced]
    return " ".join((*before, excerpt, *behind))


def _tokens(captured: Captured, start: int, end: int) -> Sequence[str]:
    """Give the words and marks from one number up to another, as far as there are any."""
    start, end = max(start, 0), min(end, captured.count)
    return captured.tokens(start, end - 1) if start < end else ()


def _same_sentence(words: Sequence[str]) -> Sequence[str]:
    return [*takewhile(lambda word: word not in _ENDS, words)]


def _moved(found: Comparison, joined: Joined) -> Comparison:
    """Say where it stands in the text before the words were joined."""
    return found._replace(start=joined.before(found.start), end=joined.before(found.end - 1) + 1)


def _found(outcome: Outcome, captured: Captured, found: tuple[int, int]) -> Comparison:
    start, end = captured.span(*found)
    return Comparison(outcome, captured.surface(*found), (), start, end)

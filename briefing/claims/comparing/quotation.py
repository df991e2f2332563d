"""A quotation beside the text of its source: word for word, with marked changes, different, or not there."""

from __future__ import annotations

from briefing.claims.comparing.captured import Captured, Joined, equalised
from briefing.claims.comparing.comparison import ABSENT, UNCLEAR, Comparison, Outcome
from briefing.claims.comparing.differing import lines_of
from briefing.claims.comparing.finding import find
from briefing.claims.comparing.fragments import MARK, MOST_FRAGMENTS, as_it_stands, fragments_of
from briefing.claims.comparing.nearest import nearest_passage
from briefing.reading.sources import legible

__all__ = ["compare_quotation", "is_quoted"]


def compare_quotation(words: str, captured: Captured) -> Comparison:
    """Look for the words between quotation marks in the text of a source.

    Equal are all quotation marks, all dashes, all white space and hyphens within words, the stop at the end, and the
    first letter whether it is a capital or not. Signs that nobody sees are none. All else counts, letter by letter;
    "[they]", "…", "[T]hey" and "[sic]" are marked changes.
    """
    words = legible(words)
    found = _found_in(words, captured)
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


def _found_in(words: str, captured: Captured) -> Comparison | None:
    """Find the words in a text, or in the text with the words whole that its lines part."""
    found = _exactly(words, captured)
    if found is None and captured.joined:
        joined = _exactly(words, captured.joined.captured)
        found = joined and _moved(joined, captured.joined)
    return found


def _exactly(words: str, captured: Captured) -> Comparison | None:
    """Find the words as they stand, or with their marked changes."""
    if found := find(captured, as_it_stands(words)):
        return _found("verbatim", captured, found)
    if not MARK.search(equalised(words)) or len(fragments := fragments_of(words)) > MOST_FRAGMENTS:
        return None
    found = find(captured, fragments)
    return _found("marked", captured, found) if found else None


def _moved(found: Comparison, joined: Joined) -> Comparison:
    """Say where it stands in the text before the words were joined."""
    return found._replace(start=joined.before(found.start), end=joined.before(found.end - 1) + 1)


def _found(outcome: Outcome, captured: Captured, found: tuple[int, int]) -> Comparison:
    start, end = captured.span(*found)
    return Comparison(outcome, captured.surface(*found), (), start, end)

"""What several pieces of a date say together → one piece: the ten years of a decade, a winter of two years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.reading.dates.tokens import Token

__all__ = ["with_joined_words"]

_SAME_CENTURY = 2
"""Figures of a year that is shortened."""


def with_joined_words(tokens: Sequence[Token]) -> list[Token]:
    """Join what belongs together, and leave out what says nothing where it stands."""
    return list(_with_winters(list(_with_decades(list(_with_years(list(_without_clock_words(tokens))))))))


def _with_years(tokens: Sequence[Token]) -> Iterator[Token]:
    """Take for two years what EDTF has as a year and a month, where a winter or an era is named: 1218-12 BC."""
    are_years = any(token.does("winter", "before_christ", "after_christ") for token in tokens)
    for token in tokens:
        if are_years and token.does("iso") and token.text.count("-") == 1:
            year, hyphen, other = token.text.partition("-")
            start, end = token.start + len(year), token.start + len(year) + len(hyphen)
            yield Token(frozenset(("number",)), year, token.start, start, int(year))
            yield Token(frozenset(("dash", "span_link")), hyphen, start, end)
            yield Token(frozenset(("number",)), other, end, token.end, int(other))
        else:
            yield token


def _with_winters(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave of "winter 1941–42" the year in which it begins."""
    place = 0
    while place < len(tokens):
        yield tokens[place]
        place += 3 if _is_winter_of_two_years(tokens, place) else 1


def _is_winter_of_two_years(tokens: Sequence[Token], place: int) -> bool:
    years = tokens[place : place + 3]
    if len(years) < 3 or not (years[0].does("number") and years[1].does("dash", "slash") and years[2].does("number")):
        return False
    beside = [_beside(reversed(tokens[:place])), _beside(iter(tokens[place + 3 :]))]
    if not any(token and token.does("winter") for token in beside):
        return False
    era = next((token for token in tokens[place + 3 :] if token.does("before_christ", "after_christ")), None)
    following = years[0].number + (-1 if era and era.does("before_christ") else 1)
    other = years[2].number
    is_short = years[2].end - years[2].start == _SAME_CENTURY
    return other == following or (is_short and other == following % 100)


def _beside(tokens: Iterator[Token]) -> Token | None:
    return next((token for token in tokens if not token.does("filler") or token.does("winter")), None)


def _without_clock_words(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave out what stands before a time of day and means something else before a day: "um 20:00", "à 20:00"."""
    after_time = False
    for place, token in enumerate(tokens):
        before_time = place + 1 < len(tokens) and tokens[place + 1].does("time")
        if not (before_time and token.does("filler")) or (after_time and token.does("span_link")):
            yield token
        after_time |= token.does("time")


def _with_decades(tokens: Sequence[Token]) -> Iterator[Token]:
    """Join what names ten years by the first and last of them: "lata 1980–1989", "1980–1989 роки"."""
    place = 0
    while place < len(tokens):
        before = tokens[place].does("decade", "years")
        years = tokens[place + before : place + before + 3]
        behind = place + before + 3 < len(tokens) and tokens[place + before + 3].does("decade", "years")
        if (before or behind) and _are_ten_years(years):
            count = before + 3 + behind
            yield years[0]._replace(roles=frozenset(("ten_years",)), end=tokens[place + count - 1].end)
            place += count
        else:
            yield tokens[place]
            place += 1


def _are_ten_years(tokens: Sequence[Token]) -> bool:
    if len(tokens) != 3 or not (tokens[0].does("number") and tokens[1].does("span_link") and tokens[2].does("number")):
        return False
    first, last = tokens[0].number, tokens[2].number
    return 1000 <= first <= 9999 and first % 10 == 0 and last == first + 9

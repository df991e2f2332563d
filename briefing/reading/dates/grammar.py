"""Dates in words → EDTF: "by 1998", "um den 20. August 2021", "les années 1980".

There is one grammar; what its words are, the lexicon of a language says. What stands around a point in time (``since``,
``to``, ``or``) is taken off from the outside inwards, from before it or from behind it. The result is EDTF text and not
yet checked: whether there is a 31 June is for ``parse_edtf`` alone to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model.edtf import DateError, Point, civil_from_days, parse_edtf
from briefing.reading.dates.points import Parts, Points
from briefing.reading.dates.tokens import Token, changes_daily
from briefing.reading.dates.vocabulary import Role

__all__ = ["tokens_to_edtf"]

_HEADS: tuple[Role, ...] = ("since", "until", "span_begins", "span_link")
"""What may begin what a word at the end closes: "from 1996 onwards"."""
_OPEN: tuple[tuple[Role, Role], ...] = (
    ("since", "since_behind"),
    ("until", "until_behind"),
    ("before", "before_behind"),
    ("after", "after_behind"),
)
_OPENING: tuple[Role, ...] = tuple(role for role, _ in _OPEN)
_DOUBTS: tuple[Role, ...] = ("about", "perhaps")
_AROUND: tuple[Role, ...] = ("span_link", *(role for pair in _OPEN for role in pair))
_BEYOND_A_POINT: frozenset[Role] = frozenset((
    "between", "either", "all_of", "span_begins", "decade", "years", "relative", "present", *_AROUND,
))  # fmt: skip
_ITSELF = "Write the date itself."
_SETS: tuple[tuple[Role, str], ...] = (("either", "[]"), ("all_of", "{}"))


def tokens_to_edtf(tokens: Sequence[Token], text: str, language: str) -> str:
    """Turn a date in words into EDTF text, which may still name a day that does not exist.

    Raises:
        DateError: the words make no date.
    """
    points = Points(text, language)
    if all(token.roles.isdisjoint(_BEYOND_A_POINT) for token in tokens):  # as of most dates, and quicker
        return str(points.finished(points.parts(tokens)))
    return _Grammar(points).statement(list(_with_decades(list(_without_clock_words(tokens)))))


class _Grammar(NamedTuple):
    points: Points

    def statement(self, tokens: Sequence[Token]) -> str:
        """Read one date, or several of which all or one are meant."""
        if changes_daily(tokens[-1]):
            raise self._changing(tokens)
        if not any(token.does("between") for token in tokens):
            for role, brackets in _SETS:
                members = _split(tokens, role)
                if len(members) > 1:
                    return ",".join(self._members(members)).join(brackets)
        return self._one(tokens)

    def _members(self, members: Sequence[Sequence[Token]]) -> Iterator[str]:
        """Read the dates of a set; a plain one takes from the next what it leaves unsaid: 1 or 2 May 2021."""
        if any(token.does(*_AROUND) for member in members for token in member):
            yield from (_as_member(self._one(member)) for member in members)
            return
        said = [self.points.parts(member) for member in members]
        for place in reversed(range(len(said) - 1)):
            said[place] = _completed_start(said[place], said[place + 1])
        yield from (str(self.points.finished(each)) for each in said)

    def _one(self, tokens: Sequence[Token]) -> str:
        """Read one date, a span, or what is open at an end."""
        if not tokens:
            raise self.points.unreadable()
        tokens = _with_doubts_inside(tokens)
        first, last = tokens[0], tokens[-1]
        if first.does("between") or last.does("between"):
            inside = tokens[first.does("between") : len(tokens) - last.does("between")]
            return self._span(inside, _place(inside, "between_link"))
        if link := _link(tokens):
            return self._span(tokens, link)
        for role, behind in _OPEN:
            if last.does(behind):
                return self._open(role, tokens[len(tokens) > 1 and first.does(*_HEADS) : -1])
        for role, _ in _OPEN:
            if first.does(role):
                return self._open(role, tokens[1:])
        return str(self._point(tokens))

    def _open(self, role: Role, tokens: Sequence[Token]) -> str:
        point = self._point(tokens)
        if role in ("before", "after"):
            point = _beside(point, -1 if role == "before" else +1)
        return f"{point}/.." if role in ("since", "after") else f"../{point}"

    def _span(self, tokens: Sequence[Token], link: int) -> str:
        """Join the two sides of a span; each takes from the other what it leaves unsaid."""
        if not link:
            raise self.points.unreadable()
        first = tokens[0].does("since", "span_begins")
        end = len(tokens) - tokens[-1].does("span_ends", "until_behind")
        sides = _without_plural(tokens[first:link], tokens[link], tokens[link + 1 : end])
        left, right = map(self.points.parts, sides)
        right = _completed_end(left, right)
        left = _completed_start(_counted_backwards(left, right), right)
        return f"{self.points.finished(left)}/{self.points.finished(right)}"

    def _changing(self, tokens: Sequence[Token]) -> DateError:
        """Say why "today" is no date, and how to write what began once and goes on: 1996 to date."""
        *before, word = tokens
        begins = [token for token in before if not token.does(*_AROUND, "span_begins")]
        return DateError(
            "unreadable",
            f'"{word.text}" is no date: it changes from day to day.',
            self._since(begins, has_link=len(begins) < len(before)) if word.does("present") else _ITSELF,
        )

    def _since(self, begins: Sequence[Token], *, has_link: bool) -> str:
        if not begins:
            example = self.points.worded("2021-05/..")
            return f"For what still lasts write when it began, such as {example}." if has_link else _ITSELF
        try:
            return f"Write {self.points.worded(f'{self._point(begins)}/..')}.".replace("..", ".")
        except DateError:  # what stands before it is no date either
            return _ITSELF

    def _point(self, tokens: Sequence[Token]) -> Point:
        return self.points.finished(self.points.parts(tokens))


def _place(tokens: Sequence[Token], role: Role) -> int:
    """Find the first word inside that has a role; 0 where none does."""
    return next((place for place, token in enumerate(tokens[:-1]) if place and token.does(role)), 0)


def _link(tokens: Sequence[Token]) -> int:
    """Find what parts a span; with no date before it, it is an article: Portuguese "desde a primavera"."""
    begun = next((place for place, token in enumerate(tokens) if not token.does(*_OPENING, *_DOUBTS)), 0)
    return next((place for place in range(begun + 1, len(tokens) - 1) if tokens[place].does("span_link")), 0)


def _with_doubts_inside(tokens: Sequence[Token]) -> Sequence[Token]:
    """Put doubts behind what they are said of: "probably since 1996" is since a year that is probable."""
    place = next((place for place, token in enumerate(tokens) if not token.does(*_DOUBTS)), 0)
    if not place or not tokens[place].does(*_OPENING):
        return tokens
    inside = [tokens[place], *tokens[:place], *tokens[place + 1 :]]
    return tokens if _link(inside) else inside


def _split(tokens: Sequence[Token], role: Role) -> list[Sequence[Token]]:
    place = _place(tokens, role)
    return [tokens[:place], *_split(tokens[place + 1 :], role)] if place else [tokens]


def _as_member(edtf: str) -> str:
    """Write a span as sets of EDTF have it: with two dots."""
    start, slash, end = edtf.partition("/")
    return "..".join(side.replace("..", "") for side in (start, end)) if slash else start


def _beside(point: Point, direction: int) -> Point:
    """Tell the day, month or year next to a date: what "before 1998" ends with, or "after 1998" begins with."""
    parse_edtf(str(point))  # refuses a day that does not exist before anything is reckoned with it
    if point.seconds is not None:  # the minute next to it is the same to a reader
        return point
    days = point.first - 1 if direction < 0 else point.last
    year, month, day = civil_from_days(int(days))
    return Point(
        year,
        month if point.month else 0,
        day if point.day else 0,
        approximate=point.approximate,
        uncertain=point.uncertain,
    )


def _completed_end(left: Parts, right: Parts) -> Parts:
    """Add what the end of a span leaves unsaid: 1996–98, May 2021 to August, 20:00 to 22:00, August 15 to 20, 2021."""
    if left.year is not None and right.year is None:
        if right.day > 9 and not (left.month or right.month or right.time):
            return right._replace(year=left.year - left.year % 100 + right.day, day=0)
        right = right._replace(year=left.year, day=right.day or left.day * bool(right.time))
    return right._replace(month=right.month or left.month * bool(right.day))


def _completed_start(left: Parts, right: Parts) -> Parts:
    """Add what the start of a span leaves unsaid: 15–20 August 2021, 5 to 10 AD."""
    if right.year is None or left.year is not None:
        return left
    if left.day and right.has_era and not (left.month or right.month):
        return _counted_backwards(left._replace(year=left.day, day=0), right)
    month = left.month or right.month * bool(left.day or left.time)
    return left._replace(year=right.year, month=month, day=left.day or right.day * bool(left.time))


def _counted_backwards(left: Parts, right: Parts) -> Parts:
    """Take the start of a span that ends before Christ for a year before Christ: 480 to 323 BC."""
    if left.year is None or left.has_era or right.year is None or not (right.has_era and right.year <= 0):
        return left
    return left._replace(year=1 - left.year)


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


def _without_plural(left: Sequence[Token], link: Token, right: Sequence[Token]) -> tuple[Sequence[Token], ...]:
    """Leave out "the years" before years that make no decade: "les années 1996 à 2001", "lata 1996–2001"."""
    bare = left[_plurals(left[:1]) :], right[: len(right) - _plurals(right[-1:])]
    are_years = all(len(side) == 1 and side[0].does("number") for side in bare)
    is_summer = any(token.does("summer") for token in left) and not link.does("since_behind")
    return bare if are_years and bare[0][0].number % 10 and not is_summer else (left, right)


def _plurals(tokens: Sequence[Token]) -> int:
    return sum(token.does("years") for token in tokens)

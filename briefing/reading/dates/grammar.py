"""Dates in words → EDTF: "by 1998", "um den 20. August 2021", "les années 1980".

There is one grammar; what its words are, the lexicon of a language says. What stands around a point in time (``since``,
``to``, ``or``) is taken off from the outside inwards, from before it or from behind it. The result is EDTF text and not
yet checked: whether there is a 31 June is for ``parse_edtf`` alone to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from briefing.model.edtf import DateError, next_to, parse_edtf
from briefing.reading.dates.joined import with_joined_words
from briefing.reading.dates.points import Parts, Points
from briefing.reading.dates.sides import completed, completed_members, in_either_era
from briefing.reading.dates.tokens import Token, changes_daily
from briefing.reading.dates.vocabulary import Role

__all__ = ["Statement", "read_statement"]

_HEADS: tuple[Role, ...] = ("since", "until", "span_begins", "span_link")
"""What may begin what a word at the end closes: "from 1996 onwards"."""
_OPEN: tuple[tuple[Role, Role], ...] = (
    ("since", "since_behind"),
    ("until", "until_behind"),
    ("before", "before_behind"),
    ("after", "after_behind"),
)
_OPENING: tuple[Role, ...] = tuple(role for role, _ in _OPEN)
_CLOSING: tuple[Role, ...] = tuple(role for _, role in _OPEN)
_ERA_SAID: tuple[Role, ...] = ("before_christ", "after_christ", "decade", "decade_ending", "ten_years", "years")
"""Decades have names after Christ alone."""
_DOUBTS: tuple[Role, ...] = ("about", "perhaps")
_AROUND: tuple[Role, ...] = ("span_link", *(role for pair in _OPEN for role in pair))
_BEYOND_A_POINT: frozenset[Role] = frozenset((
    "between", "either", "all_of", "span_begins", "decade", "years", "relative", "present", "slash", "winter",
    "before_christ", "after_christ", *_AROUND,
))  # fmt: skip
_DIGITS_OF_YEAR = 4
"""Of a year that is told by its figures alone."""
_ITSELF = "Write the date itself."
_SETS: tuple[tuple[Role, str], ...] = (("either", "[]"), ("all_of", "{}"))


class Statement(NamedTuple):
    """What words say."""

    edtf: str
    """Which may still name a day that does not exist."""
    is_beside: bool
    """Whether it is what lies before or after the date that they name."""


def read_statement(tokens: Sequence[Token], text: str, language: str) -> Statement:
    """Turn a date in words into EDTF text.

    Raises:
        DateError: the words make no date.
    """
    points = Points(text, language)
    if all(token.roles.isdisjoint(_BEYOND_A_POINT) for token in tokens):  # as of most dates, and quicker
        return Statement(str(points.value(points.parts(tokens))), is_beside=False)
    joined = _with_long_years(with_joined_words(tokens))
    edtf = _Grammar(points).statement(joined)
    is_open = edtf.startswith("../") or edtf.endswith("/..")
    return Statement(edtf, is_open and _role_around(_with_doubts_inside(joined)) in ("before", "after"))


class _Grammar(NamedTuple):
    points: Points

    def statement(self, tokens: Sequence[Token]) -> str:
        """Read one date, or several of which all or one are meant."""
        if changes_daily(tokens[-1]):
            raise self._changing(tokens)
        if any(token.does("slash") for token in tokens):
            raise self._with_slash(tokens)
        if not _is_between(tokens):
            for role, brackets in _SETS:
                members = _split(tokens, role)
                if len(members) > 1:
                    return ",".join(self._members(members)).join(brackets)
        return self._one(tokens)

    def _members(self, members: Sequence[Sequence[Token]]) -> Iterator[str]:
        """Read the dates of a set; a plain one takes from the next what it leaves unsaid: 1 or 2 May 2021."""
        if any(token.does(*_AROUND) for member in members for token in member):
            self._refuse_half_said(members)
            yield from (_as_member(self._one(member)) for member in members)
            return
        doubts = _doubts_before(members[0])
        said = [self.points.parts(_with_doubts(doubts, member)) for member in members]
        for left, right in pairwise(said):
            if either := in_either_era(left, right):
                raise self._in_two_eras(f"[{self._member(left)},{self._member(each)}]" for each in either)
        yield from map(self._member, completed_members(said))

    def _one(self, tokens: Sequence[Token]) -> str:
        """Read one date, a span, or what is open at an end."""
        if not tokens:
            raise self.points.unreadable()
        tokens = _with_doubts_inside(tokens)
        first, last = tokens[0], tokens[-1]
        if _is_between(tokens):
            inside = tokens[first.does("between") : len(tokens) - last.does("between")]
            return f"[{_as_member(self._span(inside, _place(inside, 'between_link')))}]"
        if link := _link(tokens):
            self._refuse_two_statements(tokens, link)
            return self._span(tokens, link)
        if role := _role_around(tokens):
            is_behind = last.does(*_CLOSING)
            if role == "since" and is_behind and first.does("until") and not first.does("since", "span_begins"):
                raise self._two_statements(last)
            inside = tokens[len(tokens) > 1 and first.does(*_HEADS) : -1] if is_behind else tokens[1:]
            return self._open(role, inside)
        return str(self.points.value(self.points.parts(tokens)))

    def _open(self, role: Role, tokens: Sequence[Token]) -> str:
        first, last = self.points.extent(self.points.parts(tokens))
        point = first if role in ("since", "before") else last
        if role in ("before", "after"):
            parse_edtf(str(point))  # refuses a day that does not exist before anything is reckoned with it
            point = next_to(point, -1 if role == "before" else +1)
        return f"{point}/.." if role in ("since", "after") else f"../{point}"

    def _span(self, tokens: Sequence[Token], link: int) -> str:
        """Join the two sides of a span; each takes from the other what it leaves unsaid."""
        if not link:
            raise self.points.unreadable()
        doubts = _doubts_before(tokens)
        first = len(doubts) + tokens[len(doubts)].does("since", "span_begins")
        end = len(tokens) - tokens[-1].does("span_ends", "until_behind")
        begins, ends = _without_plural(tokens[first:link], tokens[link], tokens[link + 1 : end])
        left, right = self.points.parts([*doubts, *begins]), self.points.parts(_with_doubts(doubts, ends))
        if either := in_either_era(left, right):
            right = self._in_order(left, *either)
        left, right = completed(left, right, has_dash=tokens[link].does("dash"))
        return self._from_to(left, right)

    def _in_order(self, left: Parts, before: Parts, after: Parts) -> Parts:
        """Choose the era of the end that makes a span, if there is only one."""
        if self.points.extent(before)[1].first <= self.points.extent(left)[0].first:
            return after
        raise self._in_two_eras(self._from_to(left, each) for each in (before, after))

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
            begun, _ = self.points.extent(self.points.parts(begins))
            return f"Write {self.points.worded(f'{begun}/..')}.".replace("..", ".")
        except DateError:  # what stands before it is no date either
            return _ITSELF

    def _from_to(self, left: Parts, right: Parts) -> str:
        return f"{self.points.extent(left)[0]}/{self.points.extent(right)[1]}"

    def _member(self, parts: Parts) -> str:
        """Write what is one of several dates, or all of whose third of a century may be it."""
        first, last = self.points.extent(parts)
        return str(first) if first == last else f"{first}..{last}"

    def _in_two_eras(self, readings: Iterable[str]) -> DateError:
        before, after = map(self.points.worded, readings)
        return self.points.ambiguous(f"For before Christ write {before}; for after Christ {after}")

    def _with_slash(self, tokens: Sequence[Token]) -> DateError:
        """Tell the readings of 44/43 BC: the time from one to the other, or one of the two."""
        if sum(token.does("slash") for token in tokens) > 1:
            return self.points.unreadable()
        span, either = (
            self.points.worded(self.statement([_instead_of_slash(token, role) for token in tokens]))
            for role in ("dash", "either")
        )
        return self.points.ambiguous(f"Write {span} for the whole time, {either} for one of the two")

    def _refuse_two_statements(self, tokens: Sequence[Token], link: int) -> None:
        """Refuse "since 1066–87", which begins in 1066, and ends in 1087, and goes on; "from 1066–87" is a span."""
        first, last = tokens[0], tokens[-1]
        if first.does(*_OPENING) and tokens[link].does("dash") and not first.does("span_begins"):
            raise self._two_statements(first)
        if last.does(*_CLOSING) and not last.does("span_ends", "dash"):
            raise self._two_statements(last)

    def _refuse_half_said(self, members: Sequence[Sequence[Token]]) -> None:
        """Refuse "since 1996 or 1997", and an era that only some dates of a set have, where one is a span or open."""
        plain = [member for member in members if not any(token.does(*_AROUND) for token in member)]
        for word, is_open in ((members[0][:1], _OPENING), (members[-1][-1:], _CLOSING)):
            if plain and word and word[0].does(*is_open) and not _link(members[0 if is_open is _OPENING else -1]):
                raise self._two_statements(word[0])
        eras = {any(token.does("before_christ") for token in member) for member in members}
        if len(eras) > 1 and not all(any(token.does(*_ERA_SAID) for token in member) for member in members):
            raise self.points.ambiguous("Say of each date whether it is before Christ or after")

    def _two_statements(self, word: Token) -> DateError:
        message = f'"{self.points.text}" says two things in one: "{word.text}" belongs to one date.'
        return DateError("ambiguous", message, f'Name one date beside "{word.text}", or leave it out.')


def _with_long_years(tokens: Sequence[Token]) -> Sequence[Token]:
    """Take long numbers for years where a date before Christ follows, whose era they share: 12000 to 8000 BC."""
    last = max((place for place, token in enumerate(tokens) if token.does("before_christ")), default=0)
    return [_as_year(token) if place < last else token for place, token in enumerate(tokens)]


def _as_year(token: Token) -> Token:
    is_long = token.does("number") and token.end - token.start > _DIGITS_OF_YEAR
    return token._replace(roles=token.roles | {"year"}) if is_long else token


def _place(tokens: Sequence[Token], role: Role) -> int:
    """Find the first word inside that has a role; 0 where none does."""
    return next((place for place, token in enumerate(tokens[:-1]) if place and token.does(role)), 0)


def _is_between(tokens: Sequence[Token]) -> bool:
    return any(token.does("between") for token in tokens) and bool(_place(tokens, "between_link"))


def _role_around(tokens: Sequence[Token]) -> Role | None:
    """Tell what the words around a date make of it, where it is open at an end."""
    closing = next((role for role, behind in _OPEN if tokens[-1].does(behind)), None)
    return closing or next((role for role in _OPENING if tokens[0].does(role)), None)


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


def _doubts_before(tokens: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda token: token.does(*_DOUBTS), tokens))


def _with_doubts(doubts: Sequence[Token], tokens: Sequence[Token]) -> Sequence[Token]:
    """Say doubts of a further date, if it has none of its own: "c. 1650–1500 BC", "about 1627 or 1600 BC"."""
    return tokens if _doubts_before(tokens) else [*doubts, *tokens]


def _instead_of_slash(token: Token, role: Role) -> Token:
    roles: tuple[Role, ...] = (role, "span_link") if role == "dash" else (role,)
    return token._replace(roles=frozenset(roles)) if token.does("slash") else token


def _split(tokens: Sequence[Token], role: Role) -> list[Sequence[Token]]:
    place = _place(tokens, role)
    return [tokens[:place], *_split(tokens[place + 1 :], role)] if place else [tokens]


def _as_member(edtf: str) -> str:
    """Write a span as sets of EDTF have it: with two dots."""
    start, slash, end = edtf.partition("/")
    return "..".join(side.replace("..", "") for side in (start, end)) if slash else start


def _without_plural(left: Sequence[Token], link: Token, right: Sequence[Token]) -> tuple[Sequence[Token], ...]:
    """Leave out "the years" before years that make no decade: "les années 1996 à 2001", "lata 1996–2001"."""
    bare = left[_plurals(left[:1]) :], right[: len(right) - _plurals(right[-1:])]
    are_years = all(len(side) == 1 and side[0].does("number") for side in bare)
    is_summer = any(token.does("summer") for token in left) and not link.does("since_behind")
    return bare if are_years and bare[0][0].number % 10 and not is_summer else (left, right)


def _plurals(tokens: Sequence[Token]) -> int:
    return sum(token.does("years") for token in tokens)

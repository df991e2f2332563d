"""One link: what to ask next, until it is known where it leads. Nothing here connects."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from briefing.online.addresses import Address, NotAskedError, is_reserved, joined
from briefing.online.answers import Answer, Failure, FailureKind, Reply

__all__ = ["Inquiry", "Outcome", "Verdict"]

Verdict: TypeAlias = Literal["found", "dead", "certificate", "unclear", "unasked"]
"""``found``: there is a page. ``dead``: nobody finds anything there. ``certificate``: browsers warn of the server.
``unclear``: a person may find something there. ``unasked``: no server was asked."""

_MOST_REDIRECTS = 5
_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)
_GONE = {404: "finds nothing there", 410: "says that this is gone"}
_IN_WORDS = {
    401: "asks for a password",
    403: "refuses to answer programs",
    407: "is behind a proxy that asks for a password",
    429: "asks to be left alone for a while",
    451: "may not show this, for reasons of law",
    500: "has a problem of its own",
    502: "has a problem of its own",
    503: "is too busy, or does not answer programs",
    504: "has a problem of its own",
}
_TO_WAIT = 429
_EMPTY = 416
"""Asked for the first byte of a page that has none."""
_HEAD_REFUSED = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 503})
"""What some servers answer to HEAD where they have a page; nothing is called dead that was not asked for by GET."""
_NO_CONNECTION: tuple[FailureKind, ...] = ("refused", "late", "broken")


class Outcome(NamedTuple):
    """What came of a link."""

    verdict: Verdict
    words: str = ""
    """Why, where it is not ``found``: a sentence without its stop."""
    path: tuple[Address, ...] = ()
    """What was asked for, from what was typed to where it ended."""
    moved: Address | None = None
    """The address that has taken its place for good, or ``None``."""
    failure: FailureKind | None = None
    """Why no server answered, or ``None``."""


class Inquiry:
    """Follows a link from answer to answer."""

    def __init__(self, start: Address, *, otherwise: Address | None = None) -> None:
        """Begin; ``otherwise`` is asked for where no connection can be made for ``start``."""
        self.method = "HEAD"
        self.at = start
        self.outcome: Outcome | None = None
        self._otherwise = otherwise
        self._path: tuple[Address, ...] = (start,)
        self._moved: Address | None = None
        self._moving = True
        if is_reserved(start):
            self._end("dead", f"{start.host} is a name that is kept for examples")

    def hear(self, answer: Answer) -> bool:
        """Take the answer to what was asked; tell whether the server wants to be left alone."""
        if isinstance(answer, Failure):
            self._fail(answer)
            return False
        asks_to_wait = answer.status == _TO_WAIT or (answer.asks_to_wait and answer.status >= 400)
        if asks_to_wait:
            self._end("unclear", f"{self.at.host} {_IN_WORDS[_TO_WAIT]}")
        elif self.method == "HEAD" and answer.status in _HEAD_REFUSED:
            self.method = "GET"
        else:
            self._judge(answer)
        return asks_to_wait

    def leave(self, words: str) -> None:
        """End it without asking on."""
        self._end("unasked" if len(self._path) == 1 else "unclear", words)

    def _fail(self, failure: Failure) -> None:
        if self._otherwise and failure.kind in _NO_CONNECTION:
            self.at, self._otherwise = self._otherwise, None
            self._path = (self.at,)
            return
        verdicts: dict[FailureKind, Verdict] = {"no-server": "dead", "certificate": "certificate"}
        if failure.kind == "private" and len(self._path) == 1:
            verdicts["private"] = "unasked"
        self._end(verdicts.get(failure.kind, "unclear"), f"{self.at.host} {failure.words}", failure.kind)

    def _judge(self, reply: Reply) -> None:
        if reply.status in _REDIRECTS and reply.location:
            self._follow(reply)
        elif 200 <= reply.status < 300 or reply.status == _EMPTY:
            self._end("found", "")
        elif reply.status in _GONE:
            self._end("dead", f"{self.at.host} {_GONE[reply.status]} ({reply.status})")
        else:
            words = _IN_WORDS.get(reply.status, "gives an answer that says nothing of the page")
            self._end("unclear", f"{self.at.host} {words} ({reply.status})")

    def _follow(self, reply: Reply) -> None:
        try:
            goal = joined(self.at, reply.location)
        except NotAskedError as problem:
            self._end("unclear", f"{self.at.host} sends on to what {problem}")
            return
        if self.at.scheme == "https" and goal.scheme == "http":
            self._end("unclear", f"{self.at.host} sends on to a page without encryption, {goal.host}")
        elif goal in self._path:
            self._end("unclear", f"{self.at.host} sends round in a circle")
        elif len(self._path) > _MOST_REDIRECTS:
            self._end("unclear", f"{self._path[0].host} sends on more than {_MOST_REDIRECTS} times")
        else:
            self._moving = self._moving and reply.status in _PERMANENT
            self._moved = goal if self._moving else self._moved
            self._path = (*self._path, goal)
            self.at, self.method, self._otherwise = goal, "HEAD", None

    def _end(self, verdict: Verdict, words: str, failure: FailureKind | None = None) -> None:
        moved = self._moved if verdict == "found" else None
        self.outcome = Outcome(verdict, words, self._path, moved, failure)

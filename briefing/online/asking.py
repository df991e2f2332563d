"""Many links at once, politely: one question at a time to a server, a pause after it, a few servers at once.

One thread decides; others do nothing but wait for one answer each, and are forgotten where that does not come.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from briefing.online.answers import Answer, Failure
from briefing.online.inquiry import Inquiry
from briefing.online.network import Network

__all__ = ["LIMITS", "Limits", "Progress", "ask_all"]

_Key = TypeVar("_Key")

Progress: TypeAlias = Callable[[int, int], None]
"""Takes how many links are known, and of how many."""

_WAIT = 0.05
"""Seconds after which it is looked at again who may be asked; also, on every system, whether somebody interrupts."""
_GRACE = 1.0
"""Seconds that an answer may be late, on its way between threads."""


class Limits(NamedTuple):
    """How long, and how much at once."""

    seconds_each: float = 10.0
    """For one question."""
    seconds_all: float = 300.0
    pause: float = 0.5
    """Seconds between the end of a question to a server and the beginning of the next."""
    servers: int = 4
    """That are asked at once."""


LIMITS = Limits()


class _Asked(NamedTuple):
    inquiry: Inquiry
    until: float
    """When nobody waits for it any longer."""


class _Asking:
    """What is being asked, and who may be asked next."""

    def __init__(self, network: Network, limits: Limits) -> None:
        self._network = network
        self._limits = limits
        self._asked: dict[int, _Asked] = {}
        self._answers: queue.SimpleQueue[tuple[int, Answer]] = queue.SimpleQueue()
        self._rested: dict[str, float] = {}
        """When each server may be asked again."""
        self._count = 0
        self.left_alone: set[str] = set()
        """Servers that asked for it."""

    @property
    def is_idle(self) -> bool:
        return not self._asked

    @property
    def is_full(self) -> bool:
        return len(self._asked) >= self._limits.servers

    def may_ask(self, server: str) -> bool:
        busy = any(asked.inquiry.at.server == server for asked in self._asked.values())
        return not busy and self._rested.get(server, 0.0) <= time.monotonic()

    def ask(self, inquiry: Inquiry) -> None:
        self._count += 1
        number, method, address = self._count, inquiry.method, inquiry.at

        def wait() -> None:
            self._answers.put((number, self._network.ask(method, address, self._limits.seconds_each)))

        self._asked[number] = _Asked(inquiry, time.monotonic() + self._limits.seconds_each + _GRACE)
        threading.Thread(target=wait, daemon=True).start()

    def hear(self, seconds: float) -> Inquiry | None:
        """Wait for an answer; give whose it is, or ``None``."""
        try:
            number, answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            number, answer = self._overdue()
        asked = self._asked.pop(number, None)
        if asked is None:  # too late, or nothing yet
            return None
        inquiry, server = asked.inquiry, asked.inquiry.at.server
        self._rested[server] = time.monotonic() + self._limits.pause
        if inquiry.hear(answer):
            self.left_alone.add(server)
        return inquiry

    def _overdue(self) -> tuple[int, Answer]:
        """Find one that nobody waits for any longer, such as one whose name is looked up for ever."""
        now = time.monotonic()
        number = next((number for number, asked in self._asked.items() if asked.until < now), 0)
        return number, Failure("late", "did not answer in time")


def ask_all(
    inquiries: Mapping[_Key, Inquiry], network: Network, limits: Limits = LIMITS, progress: Progress | None = None
) -> bool:
    """Ask until each inquiry has its outcome or the time is over; tell whether somebody interrupted it.

    What was not asked by then has the outcome ``unasked``.
    """
    everything = list(inquiries.values())
    asking = _Asking(network, limits)
    end = time.monotonic() + limits.seconds_all
    try:
        _ask_until(everything, asking, end, progress)
    except KeyboardInterrupt:
        return True
    finally:
        for inquiry in everything:
            if inquiry.outcome is None:
                inquiry.leave("the time was over")
    return False


def _ask_until(everything: list[Inquiry], asking: _Asking, end: float, progress: Progress | None) -> None:
    waiting = [each for each in everything if each.outcome is None]
    while (waiting or not asking.is_idle) and time.monotonic() < end:
        waiting = _begun(waiting, asking)
        heard = asking.hear(_WAIT)
        if heard and heard.outcome is None:
            waiting.insert(0, heard)
        elif heard and progress:
            progress(sum(each.outcome is not None for each in everything), len(everything))


def _begun(waiting: list[Inquiry], asking: _Asking) -> list[Inquiry]:
    """Ask what may be asked now; give what has to wait."""
    still: list[Inquiry] = []
    for number, inquiry in enumerate(waiting):
        if asking.is_full:
            return still + waiting[number:]
        server = inquiry.at.server
        if server in asking.left_alone:
            inquiry.leave(f"{server} asks to be left alone for a while")
        elif asking.may_ask(server):
            asking.ask(inquiry)
        else:
            still.append(inquiry)
    return still

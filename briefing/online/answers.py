"""What came of one question to a server."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Answer", "Failure", "FailureKind", "Reply"]

FailureKind: TypeAlias = Literal[
    "no-server", "unresolved", "private", "refused", "late", "certificate", "broken", "proxy"
]
"""``no-server``: nobody has that name. ``unresolved``: who has it could not be found out. ``private``: somebody on a
local network. ``refused``: no connection. ``late``: no answer in time. ``certificate``: a browser would warn.
``broken``: an answer that is none. ``proxy``: the proxy was not reached."""


class Reply(NamedTuple):
    """What a server answered; nothing of the page itself is read."""

    status: int
    """See: RFC 9110, section 15."""
    location: str = ""
    """Where it sends on to, as it wrote it."""
    asks_to_wait: bool = False
    """Whether it said after how long it may be asked again."""


class Failure(NamedTuple):
    """Why there is no answer."""

    kind: FailureKind
    words: str
    """Completes a sentence about the server: "www.gazette.press …"."""


Answer: TypeAlias = Reply | Failure

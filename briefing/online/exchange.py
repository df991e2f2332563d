"""One question over an open connection → the head of the answer, with limits of time and size.

A server may send for ever, or byte by byte: the time is that of the whole exchange, and no more is read than a head
may have. The body is never read, so that nothing in it can be unpacked, run or followed.
"""

from __future__ import annotations

import re
import socket
import time

from briefing import __version__
from briefing.online.answers import Reply

__all__ = ["BrokenAnswerError", "Deadline", "converse", "opened_tunnel"]

_LARGEST_HEAD = 65_536
"""Bytes."""
_PIECE = 4_096
"""Bytes that are taken at once."""
_MOST_INTERIM = 4
"""Answers before the answer, such as 103 Early Hints."""
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"HTTP/1\.[01] ([1-9][0-9][0-9])(?: .*)?", re.DOTALL)
_AGENT = f"briefing/{__version__} (checks the links of an article)"


class BrokenAnswerError(Exception):
    """What came is no answer; its text completes a sentence about the server."""


class Deadline:
    """The moment by which an exchange has to be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Say how many seconds are left.

        Raises:
            TimeoutError: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def converse(
    connection: socket.socket, method: str, authority: str, target: str, deadline: Deadline, more: str = ""
) -> Reply:
    """Ask for a page and read the head of the answer; ``more`` are further lines of the question.

    Raises:
        BrokenAnswerError: what came is no answer of HTTP/1.1, or its head is too long.
        OSError: the connection broke, or the time is over.
    """
    part = "Range: bytes=0-0\r\n" if method == "GET" else ""
    question = (
        f"{method} {target} HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: {_AGENT}\r\nAccept: */*\r\n"
        f"Accept-Encoding: identity\r\n{part}{more}Connection: close\r\n\r\n"
    )
    connection.settimeout(deadline.remaining())
    connection.sendall(question.encode("ascii"))
    return _answer(connection, deadline)


def opened_tunnel(connection: socket.socket, authority: str, deadline: Deadline, more: str) -> None:
    """Have a proxy connect to a server; what is sent then goes there. See: RFC 9110, section 9.3.6.

    Raises:
        BrokenAnswerError: it does not.
        OSError: the connection broke, or the time is over.
    """
    question = f"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: {_AGENT}\r\n{more}\r\n"
    connection.settimeout(deadline.remaining())
    connection.sendall(question.encode("ascii"))
    reply = _answer(connection, deadline)
    if not 200 <= reply.status < 300:
        raise BrokenAnswerError(f"cannot be reached by the proxy, which answers {reply.status}")


def _answer(connection: socket.socket, deadline: Deadline) -> Reply:
    received = b""
    for _ in range(_MOST_INTERIM + 1):
        head, received = _head(connection, received, deadline)
        reply = _reply(head)
        if reply.status >= 200:
            return reply
    raise BrokenAnswerError("never comes to its answer")


def _head(connection: socket.socket, received: bytes, deadline: Deadline) -> tuple[str, bytes]:
    """Read up to the empty line; give what stands before it, and what came behind it."""
    start = 0
    while not (end := _END.search(received, start)):
        if len(received) > _LARGEST_HEAD:
            raise BrokenAnswerError(f"sends more than {_LARGEST_HEAD // 1024} kB before its page")
        start = max(0, len(received) - 3)
        connection.settimeout(deadline.remaining())
        piece = connection.recv(_PIECE)
        if not piece:
            raise BrokenAnswerError("ended the connection without an answer")
        received += piece
    return received[: end.start()].decode("utf-8", "replace"), received[end.end() :]


def _reply(head: str) -> Reply:
    first, *lines = re.split(r"\r?\n", head)
    status = _STATUS.fullmatch(first)
    if not status:
        raise BrokenAnswerError("answers with something that is no web page")
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return Reply(int(status[1]), fields.get("location", ""), "retry-after" in fields)

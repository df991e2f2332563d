"""The name of a server → the head of its answer: resolving, proxies, encryption. The one place that connects.

What a name means is looked up once, and what was found is what is connected to: a name that means another thing a
moment later leads nowhere else.
"""

from __future__ import annotations

import base64
import socket
import ssl
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import SplitResult, unquote, urlsplit

from briefing.online.addresses import Address
from briefing.online.answers import Answer, Failure
from briefing.online.exchange import BrokenAnswerError, Deadline, converse, opened_tunnel
from briefing.online.public import is_public

__all__ = ["Connect", "Network", "Proxy", "Resolve", "proxy_of_environment"]

Resolve: TypeAlias = Callable[[str, int], Sequence[str]]
"""Name and port → numeric addresses, the best first; raises OSError."""
Connect: TypeAlias = Callable[[str, int, float], socket.socket]
"""Numeric address, port and seconds → an open connection; raises OSError."""

_MOST_TRIED = 4
"""Numeric addresses of one server."""
_USUAL_PROXY_PORT = 8080
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}

_EXPIRED, _NOT_YET, _OTHER_NAME = 10, 9, 62
"""What the library OpenSSL finds wrong with a certificate, by its numbers ``X509_V_ERR``."""
_WRONG_CERTIFICATES = {
    _EXPIRED: "has a certificate that is out of date",
    _NOT_YET: "has a certificate that is not valid yet",
    _OTHER_NAME: "has the certificate of another server",
}


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who is asked in the place of servers, as a person or an office has set it."""

    host: str
    port: int
    authorisation: str = field(default="", repr=False)
    """Line of a question that says who asks; may be empty."""

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def proxy_of_environment(address: Address) -> Proxy | None:
    """Find the proxy for an address in ``HTTPS_PROXY``, ``HTTP_PROXY`` and ``NO_PROXY``, or the system's settings.

    One of another kind, such as SOCKS, is not used.
    """
    typed = urllib.request.getproxies().get(address.scheme, "")
    if not typed or urllib.request.proxy_bypass(address.host):
        return None
    with suppress(ValueError):
        parts = urlsplit(typed if "://" in typed else f"http://{typed}")
        if parts.scheme == "http" and parts.hostname:
            return Proxy(parts.hostname, parts.port or _USUAL_PROXY_PORT, _authorisation(parts))
    return None


def _authorisation(parts: SplitResult) -> str:
    if parts.username is None:
        return ""
    who = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Proxy-Authorization: Basic {base64.b64encode(who.encode()).decode()}\r\n"


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), seconds)


def _encryption() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


class _PrivateError(Exception):
    """A name that only means machines on a local network."""


class _NoProxyError(Exception):
    """The proxy was not reached."""


@dataclass(frozen=True, slots=True)
class Network:
    """How servers are reached; each part can be another one."""

    resolve: Resolve = _resolve
    connect: Connect = _connect
    encryption: ssl.SSLContext = field(default_factory=_encryption)
    """Which certificates are believed."""
    proxy_for: Callable[[Address], Proxy | None] = proxy_of_environment

    def ask(self, method: str, address: Address, seconds: float) -> Answer:
        """Ask for a page, ``HEAD`` or ``GET``, and give the head of the answer, or why there is none."""
        deadline = Deadline(seconds)
        try:
            return self._ask(method, address, deadline)
        except _PrivateError:
            return Failure("private", "is on a local network, as seen from here")
        except _NoProxyError:
            return Failure("proxy", "cannot be asked without the proxy, which was not reached")
        except BrokenAnswerError as problem:
            return Failure("broken", str(problem))
        except TimeoutError:
            return Failure("late", "did not answer in time")
        except ssl.SSLError as problem:
            return _of_encryption(problem)
        except (socket.gaierror, ValueError) as problem:  # of names that cannot be encoded
            return _of_name(problem)
        except OSError:
            return Failure("refused", "does not take the connection")

    def _ask(self, method: str, address: Address, deadline: Deadline) -> Answer:
        proxy = self.proxy_for(address)
        with self._opened(address, proxy, deadline) as connection:
            if proxy and address.scheme == "http":
                return converse(connection, method, address.authority, str(address), deadline, more=proxy.authorisation)
            if address.scheme == "http":
                return converse(connection, method, address.authority, address.target, deadline)
            if proxy:
                opened_tunnel(connection, address.endpoint, deadline, proxy.authorisation)
            connection.settimeout(deadline.remaining())
            with self.encryption.wrap_socket(connection, server_hostname=address.host) as encrypted:
                return converse(encrypted, method, address.authority, address.target, deadline)

    def _opened(self, address: Address, proxy: Proxy | None, deadline: Deadline) -> socket.socket:
        if proxy:
            try:
                return self._first_opened(self.resolve(proxy.host, proxy.port), proxy.port, deadline)
            except (OSError, ValueError) as problem:
                raise _NoProxyError from problem
        found = [each for each in self.resolve(address.host, address.port) if is_public(each)]
        if not found:
            raise _PrivateError
        return self._first_opened(found, address.port, deadline)

    def _first_opened(self, places: Sequence[str], port: int, deadline: Deadline) -> socket.socket:
        """Try one numeric address after the other; each has an equal part of the time that is left."""
        tried = list(places[:_MOST_TRIED])
        while len(tried) > 1:
            with suppress(OSError):
                return self.connect(tried.pop(0), port, deadline.remaining() / (len(tried) + 1))
        if not tried:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        return self.connect(tried[0], port, deadline.remaining())


def _of_name(problem: Exception) -> Failure:
    if isinstance(problem, socket.gaierror) and problem.errno in _NO_SUCH_NAME:
        return Failure("no-server", "is the name of no server")
    return Failure("unresolved", "could not be looked up")


def _of_encryption(problem: ssl.SSLError) -> Failure:
    """Say what is wrong with the encryption.

    Who vouches for a server is known to each machine in its own way, and networks that look into what passes vouch for
    all: only what a browser warns of on every machine counts as the server's mistake.
    """
    code = problem.verify_code if isinstance(problem, ssl.SSLCertVerificationError) else 0
    if code in _WRONG_CERTIFICATES:
        return Failure("certificate", _WRONG_CERTIFICATES[code])
    if code:
        return Failure("broken", "has a certificate that nobody vouches for who is known to this machine")
    return Failure("broken", "does not manage an encrypted connection")

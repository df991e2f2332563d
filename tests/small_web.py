"""A web of a few servers on this machine, reached by a network whose names and connections are told to lead there.

``tests/web`` holds its certificates: of an authority made for the tests, for a hundred years, and one that was good
for the year 2020. The key is known to everybody, and good for nothing else.
"""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from briefing.online import Network
from briefing.online.network import Proxy

__all__ = ["HERE", "SmallWeb", "Visit", "reply", "small_web"]

CERTIFICATES = Path(__file__).parent / "web"
HERE = "93.184.215.14"
"""The numeric address of all its servers: a public one, never connected to."""

Script = Callable[[socket.socket], None]


def reply(status: int, **headers: str) -> bytes:
    """Write the head of an answer; an underscore in a name stands for a hyphen."""
    lines = (f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} Said\r\n{''.join(lines)}Content-Length: 0\r\n\r\n".encode()


class Visit(NamedTuple):
    """One question, as a server saw it."""

    method: str
    address: str
    began: float
    ended: float
    head: str

    @property
    def server(self) -> str:
        return self.address.split("/")[2].removeprefix("www.")


@dataclass
class SmallWeb:
    """What its servers answer, and what they were asked."""

    answers: dict[str, bytes | Script]
    """By address, also by method and address, ``HEAD https://…``; all else is a page that is not found."""
    names: dict[str, list[str] | Exception]
    """Numeric addresses of names; of others ``HERE``."""
    slowness: float = 0.0
    """Seconds before each answer."""
    visits: list[Visit] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    ports: dict[int, int] = field(default_factory=dict)
    """Of this machine, by those of the web."""
    authority: Path | None = CERTIFICATES / "authority.pem"
    proxy: Proxy | None = None

    def network(self) -> Network:
        encryption = ssl.create_default_context(cafile=str(self.authority)) if self.authority else _trusting_nobody()
        return Network(self.resolve, self.connect, encryption, lambda _address: self.proxy)

    def resolve(self, host: str, _port: int) -> list[str]:
        self.looked_up.append(host)
        found = self.names.get(host, [HERE])
        if isinstance(found, Exception):
            raise found
        return found

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append((address, port))
        return socket.create_connection(("127.0.0.1", self.ports[port]), seconds)

    @property
    def asked(self) -> list[str]:
        """What was asked for, in order: ``HEAD https://gazette.press/``."""
        return [f"{each.method} {each.address}" for each in self.visits]


def _trusting_nobody() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = True
    return context


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    web: SmallWeb
    encryption: ssl.SSLContext | None = None

    def handle_error(self, request, client_address):
        """Say nothing of those who go away: many of these tests do."""


class _Handler(socketserver.BaseRequestHandler):
    def handle(self):
        connection = self.request
        connection.settimeout(5)
        try:
            if self.server.encryption:
                connection = self.server.encryption.wrap_socket(connection, server_side=True)
            self.answer(connection, "https" if self.server.encryption else "http")
        except OSError:
            return
        finally:
            connection.close()

    def answer(self, connection, scheme):
        began = time.monotonic()
        head = self.head(connection)
        method, target, _ = head.split("\r\n")[0].split(" ")
        if method == "CONNECT":
            self.tunnel(connection, head)
            return
        host = next(line[6:] for line in head.split("\r\n") if line.startswith("Host: "))
        address = target if "://" in target else f"{scheme}://{host}{target}"
        web = self.server.web
        answer = web.answers.get(f"{method} {address}", web.answers.get(address, reply(404)))
        time.sleep(web.slowness)
        web.visits.append(Visit(method, address, began, time.monotonic(), head))
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)

    def tunnel(self, connection, head):
        web = self.server.web
        address = head.split(" ")[1]
        web.visits.append(Visit("CONNECT", f"proxy://{address}", 0, 0, head))
        answer = web.answers.get(f"CONNECT {address}", reply(200))
        connection.sendall(answer)
        if b" 200 " in answer:
            encryption = _served("server.pem")
            with encryption.wrap_socket(connection, server_side=True) as encrypted:
                self.answer(encrypted, "https")

    def head(self, connection):
        received = b""
        while b"\r\n\r\n" not in received:
            piece = connection.recv(4096)
            if not piece:
                raise ConnectionResetError
            received += piece
        return received.decode("ascii").partition("\r\n\r\n")[0]


def _served(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / name)
    return context


def _encryption() -> ssl.SSLContext:
    context, expired = _served("server.pem"), _served("expired.pem")

    def choose(connection, name, _context):
        if name == "expired.press":
            connection.context = expired

    context.sni_callback = choose
    return context


@contextmanager
def small_web(
    answers: dict[str, bytes | Script] | None = None, names: dict[str, list[str] | Exception] | None = None
) -> Iterator[SmallWeb]:
    """Open the servers, plain and encrypted, and close them in the end."""
    web = SmallWeb(answers or {}, names or {})
    servers = []
    for ports, encryption in (((80, 8080), None), ((443, 8443), _encryption())):
        server = _Server(("127.0.0.1", 0), _Handler)
        server.web, server.encryption = web, encryption
        web.ports |= dict.fromkeys(ports, server.server_address[1])
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
    try:
        yield web
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()

"""One question to a server, over real connections to a small web on this machine."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time

import pytest
from hunting import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_web import HERE, reply, small_web

from briefing.online.addresses import read_address
from briefing.online.answers import Failure, Reply
from briefing.online.exchange import BrokenAnswerError, Deadline, converse
from briefing.online.network import Network, Proxy, proxy_of_environment

PAGE = "https://gazette.press/page"
PLAIN = "http://gazette.press/page"


def ask(web, address=PAGE, method="HEAD", seconds=5.0):
    return web.network().ask(method, read_address(address), seconds)


def test_a_question_is_polite_and_takes_nothing_but_the_head():
    with small_web({PAGE: reply(200)}) as web:
        assert ask(web) == Reply(200)
        assert ask(web, method="GET") == Reply(200)
        assert web.asked == [f"HEAD {PAGE}", f"GET {PAGE}"]
        assert web.visits[0].head.split("\r\n") == [
            "HEAD /page HTTP/1.1",
            "Host: gazette.press",
            "User-Agent: briefing/0.1.0 (checks the links of an article)",
            "Accept: */*",
            "Accept-Encoding: identity",
            "Connection: close",
        ]
        assert "Range: bytes=0-0" in web.visits[1].head.split("\r\n")
        assert web.connected == [(HERE, 443), (HERE, 443)]


def test_an_answer_has_a_status_a_place_and_a_wish():
    with small_web({PLAIN: reply(301, Location="/é", Retry_After="120")}) as web:
        assert ask(web, PLAIN) == Reply(301, "/é", asks_to_wait=True)


def test_early_hints_are_not_the_answer():
    with small_web({PLAIN: reply(103, Link="</a.css>").replace(b"Content-Length: 0\r\n", b"") + reply(204)}) as web:
        assert ask(web, PLAIN) == Reply(204)


@pytest.mark.parametrize("bare", [b"HTTP/1.0 200 OK\n\n", b"HTTP/1.1 200\r\nLocation\r\n: x\r\n\r\n"])
def test_what_is_written_carelessly_is_read(bare):
    with small_web({PLAIN: bare}) as web:
        assert ask(web, PLAIN) == Reply(200)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "answers with something that is no web page"),
        (b"", "ended the connection without an answer"),
        (b"HTTP/1.1 200 OK\r\n", "ended the connection without an answer"),
        (reply(100) * 9, "never comes to its answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000, "sends more than 64 kB before its page"),
        (b"HTTP/1.1 200 " + b"y" * 200_000, "sends more than 64 kB before its page"),
    ],
)
def test_an_answer_that_is_none(answer, words):
    with small_web({PLAIN: answer}) as web:
        assert ask(web, PLAIN) == Failure("broken", words)


def drip(connection):
    """Send a head byte by byte, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.02)


def keep_silent(_connection):
    time.sleep(4)


@pytest.mark.parametrize("answer", [drip, keep_silent])
@pytest.mark.parametrize("address", [PLAIN, PAGE])
def test_a_server_cannot_hold_on_to_who_asks(answer, address):
    with small_web({PLAIN: answer, PAGE: answer}) as web:
        start = time.monotonic()
        assert ask(web, address, seconds=0.6) == Failure("late", "did not answer in time")
        assert time.monotonic() - start < 3


def test_a_page_is_never_taken_whatever_it_unpacks_to():
    bomb, sent = gzip.compress(bytes(10_000_000)), []

    def throw(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9999999999\r\n\r\n")
        while True:
            connection.sendall(bomb)
            sent.append(len(bomb))

    with small_web({PLAIN: throw}) as web:
        assert ask(web, PLAIN, method="GET") == Reply(200)
    assert sum(sent) < 20_000_000  # what the system holds between the two


@pytest.mark.parametrize("where", [["127.0.0.1"], ["10.0.0.1", "fe80::1"], ["::ffff:192.168.1.1"], ["169.254.169.254"]])
def test_a_name_that_means_a_machine_of_a_local_network_is_not_connected_to(where):
    with small_web({PLAIN: reply(200)}, {"gazette.press": where}) as web:
        assert ask(web, PLAIN) == Failure("private", "is on a local network, as seen from here")
        assert web.connected == []


def test_only_what_is_public_of_a_name_is_connected_to_and_it_is_looked_up_once():
    with small_web({PLAIN: reply(200)}, {"gazette.press": ["127.0.0.1", "1.1.1.1"]}) as web:
        assert ask(web, PLAIN) == Reply(200)
        assert (web.connected, web.looked_up) == ([("1.1.1.1", 80)], ["gazette.press"])


def test_where_one_place_of_a_server_takes_no_connection_the_next_is_asked():
    with small_web({PLAIN: reply(200)}, {"gazette.press": ["2606:4700::1111", "1.1.1.1"]}) as web:
        take = web.connect

        def connect(address, port, seconds):
            if ":" in address:
                raise OSError("Network is unreachable")
            return take(address, port, seconds)

        web.connect = connect
        assert ask(web, PLAIN) == Reply(200)
        web.names["gazette.press"] = ["2606:4700::1111"] * 9
        assert ask(web, PLAIN) == Failure("refused", "does not take the connection")


@pytest.mark.parametrize(
    ("problem", "failure"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), ("no-server", "is the name of no server")),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), ("unresolved", "could not be looked up")),
        (UnicodeError("label too long"), ("unresolved", "could not be looked up")),
        (OSError("no route"), ("refused", "does not take the connection")),
    ],
)
def test_a_name_that_nobody_has(problem, failure):
    with small_web(names={"gazette.press": problem}) as web:
        assert ask(web) == Failure(*failure)


def test_certificates():
    with small_web({PAGE: reply(200)}) as web:
        assert ask(web) == Reply(200)
        expired = Failure("certificate", "has a certificate that is out of date")
        assert ask(web, "https://expired.press/") == expired
        another = Failure("certificate", "has the certificate of another server")
        assert ask(web, "https://elsewhere.press/") == another
        web.authority = None
        words = "has a certificate that nobody vouches for who is known to this machine"
        assert ask(web) == Failure("broken", words)


def test_a_server_that_cannot_encrypt():
    with small_web() as web, socket.create_server(("127.0.0.1", 0)) as server:
        web.ports[443] = server.getsockname()[1]

        def speak():
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"220 mail.gazette.press ESMTP\r\n")

        threading.Thread(target=speak, daemon=True).start()
        assert ask(web) == Failure("broken", "does not manage an encrypted connection")


def test_behind_a_proxy():
    with small_web({PAGE: reply(200), PLAIN: reply(204)}, {"proxy.office": ["10.0.0.9"]}) as web:
        web.proxy = Proxy("proxy.office", 8080, "Proxy-Authorization: Basic bWU6c2VjcmV0\r\n")
        assert ask(web, PLAIN) == Reply(204)
        assert web.visits[0].head.startswith(f"HEAD {PLAIN} HTTP/1.1\r\nHost: gazette.press\r\n")
        assert ask(web) == Reply(200)
        assert web.asked[1:] == ["CONNECT proxy://gazette.press:443", f"HEAD {PAGE}"]
        assert [visit.head.count("bWU6c2VjcmV0") for visit in web.visits] == [1, 1, 0]
        assert web.connected == [("10.0.0.9", 8080)] * 2
        assert web.looked_up == ["proxy.office"] * 2
        assert "secret" not in repr(web.proxy) and "bWU6" not in repr(web.proxy)


@pytest.mark.parametrize(
    ("typed", "tunnel"),
    [
        ("https://gazette.press:8443/a", "gazette.press:8443"),
        ("https://gazette.press:80/a", "gazette.press:80"),
        ("https://[2606:4700::1111]/a", "[2606:4700::1111]:443"),
        ("https://[2606:4700::1111]:8443/a", "[2606:4700::1111]:8443"),
    ],
)
def test_a_proxy_is_told_the_port_once(typed, tunnel):
    with small_web({f"CONNECT {tunnel}": reply(403)}) as web:
        web.proxy = Proxy("proxy.office", 8080)
        assert ask(web, typed) == Failure("broken", "cannot be reached by the proxy, which answers 403")
        assert web.asked == [f"CONNECT proxy://{tunnel}"]


def test_a_proxy_that_refuses():
    with small_web({"CONNECT gazette.press:443": reply(403)}) as web:
        web.proxy = Proxy("proxy.office", 8080)
        assert ask(web) == Failure("broken", "cannot be reached by the proxy, which answers 403")


@pytest.mark.parametrize("problem", [socket.gaierror(socket.EAI_NONAME, "Not known"), OSError("no"), []])
def test_a_proxy_that_is_not_reached_says_nothing_of_the_server(problem):
    with small_web(names={"proxy.office": problem}) as web:
        web.proxy = Proxy("proxy.office", 8080)
        assert ask(web) == Failure("proxy", "cannot be asked without the proxy, which was not reached")


def test_the_machines_own_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        network = Network(proxy_for=lambda _address: None)
        assert network.resolve("127.0.0.1", 80) == ["127.0.0.1"]
        network.connect("127.0.0.1", server.getsockname()[1], 2.0).close()
        assert network.encryption.verify_mode == ssl.CERT_REQUIRED and network.encryption.check_hostname


@given(st.lists(st.binary(max_size=60), max_size=4))
@example([b"HTTP/1.1 200 OK\r\n", b"\r\n"])
@settings(max_examples=examples(100))
def test_whatever_a_server_sends(pieces):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"".join(pieces))
        theirs.shutdown(socket.SHUT_WR)
        try:
            assert 200 <= converse(ours, "HEAD", "gazette.press", "/", Deadline(2.0)).status <= 999
        except BrokenAnswerError as problem:
            assert str(problem)


@pytest.mark.parametrize(
    ("typed", "proxy"),
    [
        ("http://proxy.office:3128", ("proxy.office", 3128, "")),
        ("proxy.office:3128", ("proxy.office", 3128, "")),
        ("http://proxy.office", ("proxy.office", 8080, "")),
        ("http://me:a%40b@proxy.office", ("proxy.office", 8080, "Proxy-Authorization: Basic bWU6YUBi\r\n")),
        ("socks5://proxy.office:1080", None),
        ("http://[proxy", None),
        ("", None),
    ],
)
def test_the_proxy_of_the_environment(monkeypatch, typed, proxy):
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", typed)
    monkeypatch.setenv("NO_PROXY", "archive.press")
    found = proxy_of_environment(read_address(PAGE))
    assert found == (Proxy(*proxy) if proxy else None)
    assert proxy_of_environment(read_address(PLAIN)) is None
    assert proxy_of_environment(read_address("https://archive.press/")) is None

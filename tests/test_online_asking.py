"""Many links at once, over real connections: how politely, and how long."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest
from small_web import reply, small_web

from briefing.online import Limits
from briefing.online.addresses import read_address
from briefing.online.asking import ask_all
from briefing.online.inquiry import Inquiry

QUICK = Limits(seconds_each=10.0, seconds_all=60.0, pause=0.0, servers=4)


def asked(web, addresses, limits=QUICK, progress=None):
    inquiries = {each: Inquiry(read_address(each)) for each in addresses}
    stopped = ask_all(inquiries, web.network(), limits, progress)
    return {each: inquiry.outcome for each, inquiry in inquiries.items()}, stopped


def test_one_question_at_a_time_to_a_server_and_a_pause_after_it():
    hosts = ("gazette.press", "www.gazette.press", "archive.press", "council.press")
    addresses = [f"http://{host}/{n}" for host in hosts for n in range(3)]
    answers = {each: reply(200) for each in addresses}
    answers["http://archive.press/0"] = reply(302, Location="http://gazette.press/0")
    answers["HEAD http://council.press/0"] = reply(405)
    with small_web(answers) as web:
        web.slowness = 0.05
        found, _ = asked(web, addresses, QUICK._replace(pause=0.1))
        assert {each.verdict for each in found.values()} == {"found"}
        visits = sorted(web.visits, key=lambda each: each.began)
    assert len(visits) == len(addresses) + 2
    for server in ("gazette.press", "archive.press", "council.press"):
        own = [each for each in visits if each.server == server]
        assert all(later.began - earlier.ended >= 0.09 for earlier, later in pairwise(own)), server
    assert any(later.began < earlier.ended for earlier, later in pairwise(visits)), "servers are asked side by side"


def test_no_more_servers_at_once_than_that():
    addresses = [f"http://paper-{n}.press/" for n in range(9)]
    with small_web({each: reply(200) for each in addresses}) as web:
        web.slowness = 0.05
        asked(web, addresses, QUICK._replace(servers=3))
        moments = [(each.began, 1) for each in web.visits] + [(each.ended, -1) for each in web.visits]
        assert len(web.visits) == 9
    at_once = most = 0
    for _, change in sorted(moments):
        at_once += change
        most = max(most, at_once)
    assert 1 < most <= 3


def test_a_server_that_asks_to_be_left_alone_is():
    addresses = [f"http://gazette.press/{n}" for n in range(4)]
    with small_web(dict.fromkeys(addresses, reply(429, Retry_After="3600"))) as web:
        found, _ = asked(web, [*addresses, "http://archive.press/"])
        assert web.asked.count("HEAD http://gazette.press/0") == 1 and len(web.visits) == 3
    words = "gazette.press asks to be left alone for a while"
    assert [found[each][:2] for each in addresses] == [("unclear", words), *[("unasked", words)] * 3]
    assert found["http://archive.press/"].verdict == "dead"


def test_when_the_time_is_over_the_rest_is_left():
    addresses = [f"http://gazette.press/{n}" for n in range(100)]
    with small_web(dict.fromkeys(addresses, reply(200))) as web:
        start = time.monotonic()
        found, stopped = asked(web, addresses, QUICK._replace(seconds_all=0.5, pause=0.1))
        assert time.monotonic() - start < 5
    verdicts = [each.verdict for each in found.values()]
    assert not stopped and set(verdicts) == {"found", "unasked"} and verdicts[0] == "found"


def test_a_name_that_is_looked_up_for_ever_holds_nobody(monkeypatch):
    monkeypatch.setattr("briefing.online.asking._GRACE", 0.1)
    with small_web({"http://archive.press/": reply(200)}) as web:
        resolve, let_go = web.resolve, threading.Event()

        def hang(host, port):
            if host == "gazette.press":
                let_go.wait(5)
            return resolve(host, port)

        web.resolve = hang
        found, _ = asked(web, ["http://gazette.press/", "http://archive.press/"], QUICK._replace(seconds_each=0.3))
        let_go.set()
    assert found["http://gazette.press/"][:2] == ("unclear", "gazette.press did not answer in time")
    assert found["http://archive.press/"].verdict == "found"


def test_how_far_it_is_is_told():
    addresses = ["http://gazette.press/", "http://archive.press/", "http://sign.example/"]
    told = []
    with small_web() as web:
        asked(web, addresses, progress=lambda *numbers: told.append(numbers))
    assert told == [(2, 3), (3, 3)]


def test_who_interrupts_gets_what_was_found():
    addresses = [f"http://gazette.press/{n}" for n in range(3)]

    def interrupt(done, _of):
        if done == 2:
            raise KeyboardInterrupt

    with small_web(dict.fromkeys(addresses, reply(200))) as web:
        found, stopped = asked(web, addresses, progress=interrupt)
    assert stopped
    assert [each.verdict for each in found.values()] == ["found", "found", "unasked"]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_ask(count):
    with small_web() as web:
        found, stopped = asked(web, ["http://sign.example/"] * count)
        assert (len(found), stopped, web.visits) == (count, False, [])

"""One link, from answer to answer; nothing here connects."""

from __future__ import annotations

import pytest

from briefing.online.addresses import read_address
from briefing.online.answers import Failure, Reply
from briefing.online.inquiry import Inquiry, Outcome

START = "https://gazette.press/page"


def followed(answers, start=START, otherwise=None):
    """Answer what is asked; give the inquiry and all that was asked."""
    inquiry = Inquiry(read_address(start), otherwise=read_address(otherwise) if otherwise else None)
    asked = []
    for answer in answers:
        assert inquiry.outcome is None, "nothing more is asked"
        asked.append(f"{inquiry.method} {inquiry.at}")
        inquiry.hear(answer)
    return inquiry, asked


def outcome_of(*answers, **options) -> Outcome:
    outcome = followed(answers, **options)[0].outcome
    assert outcome is not None
    return outcome


@pytest.mark.parametrize(
    ("status", "verdict", "words"),
    [
        (200, "found", ""),
        (204, "found", ""),
        (416, "found", ""),
        (304, "unclear", "gazette.press gives an answer that says nothing of the page (304)"),
        (401, "unclear", "gazette.press asks for a password (401)"),
        (429, "unclear", "gazette.press asks to be left alone for a while"),
        (451, "unclear", "gazette.press may not show this, for reasons of law (451)"),
        (502, "unclear", "gazette.press has a problem of its own (502)"),
        (999, "unclear", "gazette.press gives an answer that says nothing of the page (999)"),
    ],
)
def test_what_answers_mean(status, verdict, words):
    assert outcome_of(Reply(status))[:2] == (verdict, words)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 406, 410, 500, 501, 503])
def test_where_the_head_alone_is_refused_the_page_is_asked_for(status):
    inquiry, asked = followed([Reply(status), Reply(200)])
    assert asked == [f"HEAD {START}", f"GET {START}"]
    assert inquiry.outcome == Outcome("found", "", (read_address(START),))


@pytest.mark.parametrize(
    ("status", "verdict", "words"),
    [
        (404, "dead", "gazette.press finds nothing there (404)"),
        (410, "dead", "gazette.press says that this is gone (410)"),
        (403, "unclear", "gazette.press refuses to answer programs (403)"),
        (405, "unclear", "gazette.press gives an answer that says nothing of the page (405)"),
        (500, "unclear", "gazette.press has a problem of its own (500)"),
        (503, "unclear", "gazette.press is too busy, or does not answer programs (503)"),
    ],
)
def test_nothing_is_dead_that_was_not_asked_for_as_a_reader_does(status, verdict, words):
    assert outcome_of(Reply(405), Reply(status))[:2] == (verdict, words)


def test_a_server_that_wants_to_be_left_alone():
    for reply in (Reply(429), Reply(503, asks_to_wait=True)):
        inquiry = Inquiry(read_address(START))
        assert inquiry.hear(reply)
        assert inquiry.outcome[:2] == ("unclear", "gazette.press asks to be left alone for a while")
    assert not Inquiry(read_address(START)).hear(Reply(200, asks_to_wait=True))


def test_a_way_of_several_steps_is_followed():
    answers = [Reply(301, "/b"), Reply(308, "https://archive.press/c"), Reply(302, "d"), Reply(403), Reply(200)]
    inquiry, asked = followed(answers)
    assert asked[3:] == ["HEAD https://archive.press/d", "GET https://archive.press/d"]
    assert [str(each) for each in inquiry.outcome.path] == [
        START,
        "https://gazette.press/b",
        "https://archive.press/c",
        "https://archive.press/d",
    ]
    assert inquiry.outcome.moved == read_address("https://archive.press/c")


@pytest.mark.parametrize(
    ("replies", "words"),
    [
        ([Reply(301, "/page")], "gazette.press sends round in a circle"),
        ([Reply(302, "/a"), Reply(302, "/page#x")], "gazette.press sends round in a circle"),
        ([Reply(302, f"/{n}") for n in range(6)], "gazette.press sends on more than 5 times"),
        (
            [Reply(302, "http://gazette.press/page")],
            "gazette.press sends on to a page without encryption, gazette.press",
        ),
        ([Reply(302, "ftp://gazette.press/")], "gazette.press sends on to what is no address of a web page"),
        ([Reply(302, "javascript:x")], "gazette.press sends on to what is no address of a web page"),
        ([Reply(302, "//me:b@c.press/")], "gazette.press sends on to what holds a user name or a password"),
        (
            [Reply(302, "http://127.0.0.1/")],
            "gazette.press sends on to what names a server that only a local network knows",
        ),
        ([Reply(302, "//a.press:25/")], "gazette.press sends on to what names port 25, which is not one of the web"),
        ([Reply(302)], "gazette.press gives an answer that says nothing of the page (302)"),
        ([Reply(302, "/a"), Failure("private", "is on it")], "gazette.press is on it"),
    ],
)
def test_a_way_that_is_not_followed(replies, words):
    assert outcome_of(*replies)[:2] == ("unclear", words)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("no-server", "dead"),
        ("certificate", "certificate"),
        ("private", "unasked"),
        ("unresolved", "unclear"),
        ("refused", "unclear"),
        ("late", "unclear"),
        ("broken", "unclear"),
    ],
)
def test_what_it_means_that_there_is_no_answer(kind, verdict):
    assert outcome_of(Failure(kind, "is so")) == Outcome(
        verdict, "gazette.press is so", (read_address(START),), None, kind
    )


def test_a_name_for_examples_is_dead_at_once():
    inquiry = Inquiry(read_address("https://sign.example/a"))
    assert inquiry.outcome[:2] == ("dead", "sign.example is a name that is kept for examples")


def test_what_is_typed_without_a_scheme_may_be_without_encryption_as_in_a_browser():
    plain = "http://gazette.press/page"
    inquiry, asked = followed([Failure("refused", ""), Reply(200)], otherwise=plain)
    assert asked == [f"HEAD {START}", f"HEAD {plain}"]
    assert inquiry.outcome == Outcome("found", "", (read_address(plain),))
    assert outcome_of(Failure("certificate", ""), otherwise=plain).verdict == "certificate"
    assert outcome_of(Reply(302, "/a"), Failure("late", "is late"), otherwise=plain).verdict == "unclear"


def test_what_is_left_is_unasked_or_unclear():
    inquiry, _ = followed([])
    inquiry.leave("the time was over")
    assert inquiry.outcome[:2] == ("unasked", "the time was over")
    inquiry, _ = followed([Reply(302, "/a")])
    inquiry.leave("the time was over")
    assert inquiry.outcome[:2] == ("unclear", "the time was over")

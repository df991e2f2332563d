"""What is asked for, and what never is."""

from __future__ import annotations

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.online.addresses import NotAskedError, is_reserved, joined, read_address, same_page, without_password
from briefing.online.public import is_public


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://gazette.press", "https://gazette.press/"),
        ("HTTPS://Gazette.PRESS/A?b=c#d", "https://gazette.press/A?b=c"),
        ("https://gazette.press:443/a", "https://gazette.press/a"),
        ("http://gazette.press:8080/a", "http://gazette.press:8080/a"),
        ("https://gazette.press/a b/é?q=ü", "https://gazette.press/a%20b/%C3%A9?q=%C3%BC"),
        ("https://gazette.press/a%20b", "https://gazette.press/a%20b"),
        ("https://gazette.press/a\r\nHost: b", "https://gazette.press/aHost:%20b"),
        ("https://gazette.press?x", "https://gazette.press/?x"),
        ("https://gazette.press./a", "https://gazette.press/a"),
        ("https://straße.de/", "https://xn--strae-oqa.de/"),
        ("https://Ünïcode。press/", "https://xn--ncode-cta3g.press/"),
        ("https://مثال.press/", "https://xn--mgbh0fb.press/"),
        ("https://[2606:2800:220:1::1]/a", "https://[2606:2800:220:1::1]/a"),
        ("https://93.184.215.14/a", "https://93.184.215.14/a"),
    ],
)
def test_an_address_is_sent_in_the_letters_of_the_web(typed, sent):
    assert str(read_address(typed)) == sent


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ftp://gazette.press/", "is no address of a web page"),
        ("file:///etc/passwd", "is no address of a web page"),
        ("javascript:alert(1)", "is no address of a web page"),
        ("https://someone:secret@gazette.press/", "holds a user name or a password"),
        ("https://gazette.press:22/", "names port 22, which is not one of the web"),
        ("https://gazette.press:x/", "is no address that a browser could open"),
        ("https://[gazette/", "is no address that a browser could open"),
        ("https://", "names no server"),
        ("https://[::1%25eth0]/", "names a server that only a local network knows"),
        ("https://gazette..press/", "names no server"),
        ("https://gaz ette.press/", "names no server"),
        (f"https://{'a' * 64}.press/", "names no server"),
        (f"https://{'a.' * 130}press/", "names no server"),
        (f"https://{'é.' * 60}press/", "names no server"),
        (f"https://gazette.press/{'a' * 8000}", "is longer than servers take"),
        ("https://[2606:4700::1111%25eth0]/", "names a server that only a local network knows"),
        ("https://[v1.a:b]/", "names no server"),
        ("https://[1:2]/", "is no address that a browser could open"),
        ("http://10.0.0.1/", "names a server that only a local network knows"),
        ("http://2130706433/", "names a server that only a local network knows"),
        ("http://0x7f.1:8080/", "names a server that only a local network knows"),
        ("http://127.1/", "names a server that only a local network knows"),
        ("http://localhost/", "names a server that only a local network knows"),
        ("http://printer/", "names a server that only a local network knows"),
        ("http://files.internal/", "names a server that only a local network knows"),
        ("http://NAS.local./", "names a server that only a local network knows"),
    ],
)
def test_nobody_is_asked_for_such_an_address(typed, words):
    with pytest.raises(NotAskedError) as refusal:
        read_address(typed)
    assert str(refusal.value) == words


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=examples(200))
def test_any_text_is_an_address_or_refused(host, path):
    for typed in (host, f"https://{host}/{path}", f"http://gazette.press/{path}"):
        try:
            address = read_address(typed)
        except NotAskedError as problem:
            assert str(problem)
        else:
            assert str(address).isascii() and str(address).isprintable() and " " not in str(address)
            assert read_address(str(address)) == address


@given(st.text(max_size=60))
@settings(max_examples=examples(100))
def test_wherever_a_server_sends_on_to(location):
    base = read_address("https://gazette.press/a/b")
    try:
        assert joined(base, location).scheme in ("http", "https")
    except NotAskedError as problem:
        assert str(problem)


def test_a_place_is_read_from_the_page_that_sent_there():
    base = read_address("https://gazette.press/a/b?c")
    places = ("/x", "x", "//archive.press/x", "?y", "http://archive.press")
    assert [str(joined(base, place)) for place in places] == [
        "https://gazette.press/x",
        "https://gazette.press/a/x",
        "https://archive.press/x",
        "https://gazette.press/a/b?y",
        "http://archive.press/",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://gazette.press/a", "https://www.gazette.press/a/", True),
        ("https://gazette.press/a?utm_source=x&b=1", "https://gazette.press/a?b=1", True),
        ("https://gazette.press/a?b=2", "https://gazette.press/a?b=1", False),
        ("https://gazette.press/A", "https://gazette.press/a", False),
        ("https://gazette.press:8443/a", "https://gazette.press/a", False),
        ("https://gazette.press/a", "https://archive.press/a", False),
    ],
)
def test_two_addresses_of_one_page(one, other, same):
    assert same_page(read_address(one), read_address(other)) is same


def test_a_place_that_nobody_could_read():
    with pytest.raises(NotAskedError, match="is no address that a browser could open"):
        joined(read_address("https://gazette.press/"), "//[gazette/")


def test_names_for_examples():
    names = ("example.org", "www.example.com", "sign.example", "a.test", "x.invalid", "example.press", "myexample.org")
    assert [is_reserved(read_address(f"https://{name}/")) for name in names] == [True] * 5 + [False] * 2


def test_a_password_is_shown_to_nobody():
    assert without_password("https://me:secret@gazette.press/a@b") == "https://…@gazette.press/a@b"


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "192.0.0.8"),
        *("192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"),
        *("64:ff9b:1::1", "2001:db8::1", "2002:7f00:1::1", "2002:c0a8:101::", "fc00::1", "fd12::1", "fe80::1"),
        *("fec0::1", "ff02::1", "ff0e::1", "2001:0:7f00:1::1", "fe80::1%eth0", "gazette.press", ""),
    ],
)
def test_an_address_of_somebodys_own_network(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_an_address_of_the_open_internet(address):
    assert is_public(address)

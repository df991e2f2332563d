"""An article folder → what is said of its links, over real connections to a small web on this machine."""

from __future__ import annotations

import socket

import pytest
from small_web import reply, small_web

import briefing
from briefing.online import LIMITS, check_links
from briefing.online.network import Proxy

QUICK = LIMITS._replace(pause=0.0)
HERE = reply(200)
NO_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.fixture
def folder(tmp_path):
    """An empty article folder, with what writes into it."""

    def write(text="", fields="", sources="", profile=""):
        place = tmp_path / "piece"
        place.mkdir(exist_ok=True)
        head = f"---\ntitle: A title\nlanguage: en-GB\n{fields}---\n"
        (place / "briefing.md").write_text(f"{head}{text or 'Some words.'}\n", encoding="utf-8")
        if sources:
            (place / "sources.yaml").write_text(sources, encoding="utf-8")
        if profile:
            (place / "ours.yaml").write_text(profile, encoding="utf-8")
        return place

    return write


def report(place, answers=None, names=None, **options):
    with small_web(answers or {}, names or {}) as web:
        return check_links(place, network=web.network(), limits=QUICK, **options), web


def told(place, answers=None, names=None):
    return [str(each) for each in report(place, answers, names)[0].diagnostics]


PETITION = "petition:\n  ask: Sign it\n  link: https://petition.press/p/1\n"


def test_every_link_is_looked_up_and_each_once(folder):
    text = """## One {#one}
See [the gazette](https://gazette.press/a#b), [again](https://gazette.press/a), [above](#one) and
[write](mailto:a@b.press).[^1] <https://gazette.press/c> [@a; @b]

[^1]: In [a note](http://gazette.press/note).

::: summary
- A [point](https://gazette.press/point).
:::"""
    sources = """a:
  title: A
  url: https://gazette.press/source
  archived: https://archive.press/2021/source
b:
  title: B
  doi: 10.1000/a(b)c
"""
    profile = """name: Us
about: See [us](https://council.press/about).
website: https://council.press/
contact: [Us, www.council.press/contact, us@council.press]
"""
    fields = f"organisation: ours\n{PETITION}  print_as: short.press/p\n"
    place = folder(text, fields, sources, profile)
    found, web = report(place)
    heads = sorted(each.removeprefix("HEAD ") for each in web.asked if each.startswith("HEAD"))
    assert heads == [
        "http://gazette.press/note",
        "https://archive.press/2021/source",
        "https://council.press/",
        "https://council.press/about",
        "https://gazette.press/a",
        "https://gazette.press/c",
        "https://gazette.press/point",
        "https://gazette.press/source",
        "https://petition.press/p/1",
        "https://short.press/p",
    ]
    assert set(web.looked_up) >= {"doi.org", "www.council.press"}
    assert sum(found.counted.values()) == 12
    assert not found.stopped


def test_links_that_lead_somewhere_need_no_words(folder):
    place = folder("See [it](https://gazette.press/a).", PETITION)
    found, _ = report(place, {"https://gazette.press/a": HERE, "https://petition.press/p/1": HERE})
    assert found == ((), {"found": 2}, False, False)


def test_a_petition_that_nobody_can_sign_is_an_error(folder):
    assert told(folder(fields=PETITION)) == [
        "briefing.md:6:9  error  link-dead\n"
        "  The link of the petition leads nowhere: petition.press finds nothing there (404).\n"
        "    https://petition.press/p/1\n"
        "  Nobody can sign: put the right address there, link: https://…"
    ]


def test_a_dead_link_in_the_text_is_told_at_its_first_place(folder):
    text = (
        "See [it](https://gazette.press/a).\n\nAnd [it](https://gazette.press/a#b).\n\nAnd <https://gazette.press/a>."
    )
    assert told(folder(text), names={"gazette.press": NO_NAME}) == [
        "briefing.md:5:5  warning  link-dead\n"
        "  This link leads nowhere: gazette.press is the name of no server.\n"
        "    https://gazette.press/a\n"
        "    also at briefing.md:7:5, and at 1 more\n"
        "  Correct it, or take it out."
    ]


def test_a_dead_source_is_told_with_its_archived_copy_or_where_to_look_for_one(folder):
    sources = """a:
  title: A
  url: https://gazette.press/a
  archived: https://archive.press/a
b:
  title: B
  url: https://gazette.press/b
  archived: https://archive.press/b
c:
  title: C
  url: https://gazette.press/c
"""
    place = folder("A. [@a; @b; @c]", sources=sources)
    answers = {"https://archive.press/a": HERE, "https://gazette.press/b": HERE, "https://gazette.press/c": reply(410)}
    assert told(place, answers) == [
        "sources.yaml:3:8  warning  link-dead\n"
        "  The address of a leads nowhere: gazette.press finds nothing there (404).\n"
        "    https://gazette.press/a\n"
        "  Its archived copy is printed beside it: https://archive.press/a",
        "sources.yaml:8:13  warning  link-dead\n"
        "  The archived copy of b leads nowhere: archive.press finds nothing there (404).\n"
        "    https://archive.press/b\n"
        "  Look for another copy, or take the line out.",
        "sources.yaml:11:8  warning  link-dead\n"
        "  The address of c leads nowhere: gazette.press says that this is gone (410).\n"
        "    https://gazette.press/c\n"
        "  Look for a copy, and type its address as archived: https://web.archive.org/web/*/https://gazette.press/c",
    ]


def test_what_has_moved_for_good_is_told_with_its_new_address(folder):
    sources = "a:\n  title: A\n  url: https://gazette.press/a\nb:\n  title: B\n  url: http://gazette.press/b\n"
    place = folder("A. [@a; @b] [c](https://gazette.press/c)", PETITION, sources)
    answers = {
        "https://gazette.press/a": reply(301, Location="/new/a"),
        "https://gazette.press/new/a": HERE,
        "http://gazette.press/b": reply(301, Location="https://www.gazette.press/b/"),
        "https://www.gazette.press/b/": HERE,
        "https://gazette.press/c": reply(302, Location="/today/c"),
        "https://gazette.press/today/c": HERE,
        "https://petition.press/p/1": reply(308, Location="/petitions/1"),
        "https://petition.press/petitions/1": HERE,
    }
    assert told(place, answers) == [
        "briefing.md:6:9  warning  link-moved\n"
        "  The page that the link of the petition leads to has moved for good.\n"
        "    https://petition.press/p/1\n"
        "  Its new address: link: https://petition.press/petitions/1",
        "sources.yaml:3:8  note  link-moved\n"
        "  The page that the address of a leads to has moved for good.\n"
        "    https://gazette.press/a\n"
        "  Its new address: url: https://gazette.press/new/a",
    ]


def test_a_page_that_became_the_front_page(folder):
    answers = {"https://gazette.press/a": reply(301, Location="/"), "https://gazette.press/": HERE}
    assert told(folder("[A](https://gazette.press/a)"), answers) == [
        "briefing.md:5:1  warning  link-front-page\n"
        "  This link leads to the front page of gazette.press: its own page may be gone.\n"
        "    https://gazette.press/a\n"
        "  Correct it, or take it out."
    ]


def test_what_could_not_be_found_out_is_a_note_and_for_the_petition_a_warning(folder):
    answers = dict.fromkeys(("https://gazette.press/a", "https://petition.press/p/1"), reply(403))
    assert told(folder("[A](https://gazette.press/a)", PETITION), answers) == [
        "briefing.md:6:9  warning  link-unclear\n"
        "  Where the link of the petition leads could not be found out: "
        "petition.press refuses to answer programs (403).\n"
        "    https://petition.press/p/1\n"
        "  Open it yourself.",
        "briefing.md:8:1  note  link-unclear\n"
        "  Where this link leads could not be found out: gazette.press refuses to answer programs (403).\n"
        "    https://gazette.press/a\n"
        "  Open it yourself.",
    ]


def test_a_server_that_sends_on_for_ever(folder):
    answers = {f"https://gazette.press/{n}": reply(302, Location=f"/{n + 1}") for n in range(99)}
    found, web = report(folder("[A](https://gazette.press/0)"), answers)
    assert [each.message for each in found.diagnostics] == [
        "Where this link leads could not be found out: gazette.press sends on more than 5 times."
    ]
    assert len(web.visits) == 6


def test_a_server_that_sends_on_to_a_machine_of_the_office(folder):
    answers = {"http://gazette.press/a": reply(302, Location="http://archive.press/admin")}
    found, web = report(folder("[A](http://gazette.press/a)"), answers, {"archive.press": ["127.0.0.1"]})
    assert [each.message for each in found.diagnostics] == [
        "Where this link leads could not be found out: archive.press is on a local network, as seen from here."
    ]
    assert len(web.connected) == 1


def test_a_certificate_that_browsers_warn_of(folder):
    assert told(folder("[A](https://expired.press/a)")) == [
        "briefing.md:5:1  warning  link-certificate\n"
        "  Browsers warn of what this link leads to: expired.press has a certificate that is out of date.\n"
        "    https://expired.press/a\n"
        "  Tell those whose server it is, or name another page."
    ]


def test_addresses_that_readers_cannot_open_are_told_and_not_asked_for(folder):
    text = "[A](http://me:secret@gazette.press/a) [B](http://192.168.0.1/b) [C](http://gazette.press:22/)"
    found, web = report(folder(text))
    assert [str(each) for each in found.diagnostics] == [
        f"briefing.md:5:{column}  warning  link-not-public\n"
        f"  This link {words}. Nobody was asked for it.\n"
        f"    {address}\n"
        "  Name a page that every reader can open."
        for column, words, address in (
            (1, "holds a user name or a password", "http://…@gazette.press/a"),
            (39, "names a server that only a local network knows", "http://192.168.0.1/b"),
            (65, "names port 22, which is not one of the web", "http://gazette.press:22/"),
        )
    ]
    assert (found.counted, web.looked_up, web.connected) == ({"unasked": 3}, [], [])


def test_a_name_that_means_a_machine_in_the_office(folder):
    found, web = report(folder("[A](https://gazette.press/a)"), names={"gazette.press": ["10.0.0.5"]})
    assert [str(each).split("\n")[:2] for each in found.diagnostics] == [
        [
            "briefing.md:5:1  note  link-unclear",
            "  Where this link leads could not be found out: gazette.press is on a local network, as seen from here.",
        ]
    ]
    assert web.connected == []


PRINTED = f"{PETITION}  print_as: short.press/p\n"


@pytest.mark.parametrize(
    "answers",
    [
        {"https://short.press/p": reply(302, Location="https://petition.press/p/1")},
        {"https://short.press/p": reply(302, Location="https://petition.press/p/1/?utm_source=paper")},
        {
            "https://short.press/p": reply(302, Location="https://petition.press/p/1"),
            "https://petition.press/p/1": reply(302, Location="/q/1"),
        },
        {
            "https://short.press/p": reply(302, Location="https://petition.press/q/1"),
            "https://petition.press/p/1": reply(301, Location="/q/1"),
        },
    ],
)
def test_the_printed_address_leads_to_the_petition(folder, answers):
    pages = dict.fromkeys(
        (
            "https://petition.press/p/1",
            "https://petition.press/q/1",
            "https://petition.press/p/1/?utm_source=paper",
        ),
        HERE,
    )
    found, _ = report(folder(fields=PRINTED), pages | answers)
    assert {each.id for each in found.diagnostics} <= {"link-moved", "link-unclear"}


def test_a_printed_address_that_leads_elsewhere_is_an_error(folder):
    answers = dict.fromkeys(("https://short.press/p", "https://petition.press/p/1"), HERE)
    assert told(folder(fields=PRINTED), answers) == [
        "briefing.md:7:13  error  print-address-elsewhere\n"
        "  The printed address leads to another page than the link of the petition.\n"
        "    printed: short.press/p → https://short.press/p\n"
        "    link:    https://petition.press/p/1\n"
        "  Have it lead to the petition before anything is printed, or correct print_as or link."
    ]


def test_a_printed_address_that_leads_nowhere_is_an_error(folder):
    answers = {"https://petition.press/p/1": HERE}
    assert told(folder(fields=PRINTED), answers) == [
        "briefing.md:7:13  error  link-dead\n"
        "  The printed address of the petition leads nowhere: short.press finds nothing there (404).\n"
        "    short.press/p\n"
        "  Have it lead to the petition before anything is printed, or correct it."
    ]


def test_a_printed_address_without_encryption_works_as_in_a_browser(folder):
    answers = {
        "http://short.press/p": reply(301, Location="https://petition.press/p/1"),
        "https://petition.press/p/1": HERE,
        "https://short.press/p": lambda connection: None,
    }
    found, web = report(folder(fields=PRINTED), answers)
    assert found.diagnostics == ()
    assert "HEAD http://short.press/p" in web.asked


def test_a_link_with_its_scheme_is_not_tried_without_encryption(folder):
    fields = "petition:\n  ask: Sign it\n  link: https://short.press/p\n  print_as: short.press/p\n"
    answers = {"http://short.press/p": HERE, "https://short.press/p": lambda connection: None}
    found, web = report(folder(fields=fields), answers)
    assert [each.message for each in found.diagnostics] == [
        "Where the link of the petition leads could not be found out: "
        "short.press ended the connection without an answer."
    ]
    assert web.asked == ["HEAD https://short.press/p"]


def test_names_for_examples_are_dead_without_being_asked(folder):
    fields = "petition:\n  ask: Sign it\n  link: https://example.org/sign\n"
    found, web = report(folder(fields=fields))
    assert [str(each).split("\n")[:2] for each in found.diagnostics] == [
        [
            "briefing.md:6:9  error  link-dead",
            "  The link of the petition leads nowhere: example.org is a name that is kept for examples.",
        ]
    ]
    assert web.looked_up == []


def test_a_machine_that_is_not_online_says_nothing_of_the_links(folder):
    text = "[A](https://gazette.press/a) [B](https://archive.press/b) [C](https://sign.example/)"
    again = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    names = {"gazette.press": again, "archive.press": NO_NAME, "petition.press": again}
    reserved, offline = told(folder(text, PETITION), names=names)
    assert reserved.startswith("briefing.md:8:59  warning  link-dead\n")
    assert offline == (
        "warning  links-offline\n"
        "  None of 3 servers could be found: nothing is known of the links.\n"
        "  Look whether this machine is online, and run it again."
    )


def test_links_of_which_nothing_is_known_do_not_lead_nowhere(folder):
    text = "[A](https://gazette.press/a) [B](https://archive.press/b) [C](http://0x7f.1:8080/)"
    with small_web(names={"gazette.press": NO_NAME, "archive.press": NO_NAME}) as web:
        found = check_links(folder(text), network=web.network(), limits=QUICK)
    assert [each.id for each in found.diagnostics] == ["link-not-public", "links-offline"]
    assert found.counted == {"unclear": 2, "unasked": 1}


def test_a_proxy_that_is_not_reached_says_nothing_of_the_links(folder):
    with small_web(names={"proxy.office": NO_NAME}) as web:
        web.proxy = Proxy("proxy.office", 8080)
        found = check_links(folder("[A](https://gazette.press/a)"), network=web.network(), limits=QUICK)
    assert [each.id for each in found.diagnostics] == ["links-by-proxy", "links-offline"]
    assert found.diagnostics[1].message == "The proxy could not be reached: nothing is known of the links."


@pytest.mark.parametrize("typed", ["https://gazette.press/index.html", "https://gazette.press/?from=paper"])
def test_a_front_page_may_have_several_addresses(folder, typed):
    answers = {typed: reply(302, Location="/"), "https://gazette.press/": HERE}
    assert told(folder(f"[A]({typed})"), answers) == []


def test_what_was_not_looked_at_is_told_once(folder):
    text = "\n\n".join(f"[{n}](https://gazette.press/{n})" for n in range(6))
    with small_web({"https://gazette.press/0": reply(429)}) as web:
        found = check_links(folder(text), network=web.network(), limits=QUICK)
    assert [str(each) for each in found.diagnostics[1:]] == [
        "briefing.md:7:1  note  links-not-asked\n"
        "  5 links were not looked at: it took too long, or their servers asked to be left alone.\n"
        "    briefing.md:7:1  https://gazette.press/1\n"
        "    briefing.md:9:1  https://gazette.press/2\n"
        "    briefing.md:11:1  https://gazette.press/3\n"
        "    …\n"
        "  Run it again later."
    ]
    assert found.counted == {"unclear": 1, "unasked": 5}


def test_who_interrupts_is_told_what_was_found(folder):
    def interrupt(_done, _of):
        raise KeyboardInterrupt

    place = folder("[A](https://gazette.press/a) [B](https://gazette.press/b)")
    found, _ = report(place, progress=interrupt)
    assert found.stopped
    assert [(each.id, each.message) for each in found.diagnostics] == [
        ("link-dead", "This link leads nowhere: gazette.press finds nothing there (404)."),
        ("links-not-asked", "One link was not looked at: it was stopped."),
    ]


def test_a_proxy_is_named(folder):
    with small_web({"https://gazette.press/a": HERE}) as web:
        web.proxy = Proxy("proxy.office", 8080, "Proxy-Authorization: Basic c2VjcmV0\r\n")
        found = check_links(folder("[A](https://gazette.press/a)"), network=web.network(), limits=QUICK)
    assert [str(each) for each in found.diagnostics] == [
        "note  links-by-proxy\n"
        "  The links were asked for by the proxy proxy.office:8080, as this machine is set up.\n"
        "  Whether a name means a machine on a local network cannot be seen then."
    ]


def test_a_folder_that_cannot_be_read_has_no_links(tmp_path):
    with small_web() as web:
        assert check_links(tmp_path, network=web.network()).counted == {}


def test_the_facade_offers_it():
    assert briefing.check_links is check_links


def test_nobody_is_asked_while_a_list_of_sources_has_errors(folder):
    sources = "a:\n  title: A\n  url: https://gazette.press/a\nb:\n  title: B\n  date: someday\n"
    place = folder(text="See [it](https://gazette.press/b). [@a; @b]", fields=PETITION, sources=sources)
    found, web = report(place)
    assert [str(each) for each in found.diagnostics] == [
        "sources.yaml:6:9  warning  links-held-back\n"
        "  Nobody was asked where links lead, for sources.yaml has errors.\n"
        "  One of them may keep a confidential source from being known as such: mend them, and run it again."
    ]
    assert (web.looked_up, web.connected, found.held_back, found.counted) == ([], [], True, {})


def test_errors_elsewhere_keep_nobody_from_asking(folder):
    sources = "a:\n  title: A\n  url: https://gazette.press/a\n"
    found, web = report(folder(text="So it is. [@a; @b]", sources=sources), {"https://gazette.press/a": HERE})
    assert (web.looked_up, found.held_back, found.counted) == (["gazette.press"], False, {"found": 1})

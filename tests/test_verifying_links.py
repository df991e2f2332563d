"""Links: lines joined, targets named, addresses looked for on paper."""

from __future__ import annotations

import pytest
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, String
from typesetting_tools import pdf_of

from briefing.verifying import LinkFound
from briefing.verifying.inspecting.inspect import inspect
from briefing.verifying.inspecting.links import PrintedText

LONG = "https://example.org/a/very/long/address/that/does/not/fit/on/a/single/line/of/this/small/page"


def links(data: bytes) -> tuple[LinkFound, ...]:
    return inspect(data, file="made.pdf").links


def test_a_link_of_our_own():
    (found,) = links(pdf_of('<p>Read <a href="https://example.org/report">the report</a> today.</p>'))
    assert found == LinkFound(1, "https://example.org/report", "the report", printed=False, described=True, tagged=True)


def test_a_link_over_several_lines_is_one():
    shown = LONG.removeprefix("https://")
    before = "Before the address come words, more of them than there is room for on one line, so that one line ends."
    (found,) = links(pdf_of(f'<p>{before} <a href="{LONG}">{shown}</a></p>'))
    assert (found.target, found.printed) == (LONG, True)
    assert found.text == shown


def test_an_address_on_a_page_from_right_to_left_is_printed():
    shown = LONG.removeprefix("https://")
    html = f'<p dir="rtl">One: <span dir="ltr"><a href="{LONG}">{shown}</a></span>. Two.</p>'
    (found,) = links(pdf_of(html))
    assert (found.text, found.printed) == (shown, True)


def test_lines_of_an_untagged_link_are_joined_and_others_are_not():
    made = Made(words("first line of a link", "second line of it", "another", top=380))
    made.link((20, 375, 300, 395), "https://example.org/a")
    made.link((20, 355, 300, 374), "https://example.org/a")
    made.link((20, 335, 300, 354), "https://example.org/b")
    made.link((20, 50, 300, 60), "https://example.org/b")
    assert [(link.target, link.text, link.described, link.tagged) for link in links(made.data())] == [
        ("https://example.org/a", "first line of a link second line of it", False, False),
        ("https://example.org/b", "another", False, False),
        ("https://example.org/b", "", False, False),
    ]


def test_lines_of_an_element_are_joined_wherever_they_are():
    made = Made(words("begins"), words("ends", top=300))
    one = made.link((20, 375, 300, 395), "https://example.org")
    two = made.link((20, 295, 300, 315), "https://example.org", page=2, Contents=String("Our page"))
    made.tag(("P", ("Link", 0, made.annotation(one), made.mark(0, page=2), made.annotation(two))))
    (found,) = links(made.data())
    assert found == LinkFound(1, "https://example.org", "begins ends", printed=False, described=True, tagged=True)


def test_an_element_may_describe_its_link_or_a_text_for_pictures():
    made = Made(words("x"))
    one = made.link((20, 375, 300, 395), "https://example.org")
    made.tag(("Link", {"Alt": String("Our page")}, 0, made.annotation(one)))
    assert [(link.described, link.tagged) for link in links(made.data())] == [(True, True)]


def test_a_link_outside_of_a_link_element_is_not_tagged():
    made = Made(words("x"))
    one = made.link((20, 375, 300, 395), "https://example.org")
    made.tag(("P", 0, made.annotation(one)))
    assert [(link.described, link.tagged) for link in links(made.data())] == [(False, False)]


def test_areas_of_a_link_are_those_of_its_lines():
    made = Made(words("one", "two", "three"))
    corners = [20, 395, 100, 395, 20, 375, 100, 375, 20, 352, 100, 352, 20, 335, 100, 335]
    made.link((0, 0, 400, 400), "https://example.org", QuadPoints=Array(corners))
    assert [link.text for link in links(made.data())] == ["one three"]


def go_to(made: Made, destination: object) -> Dictionary:
    return Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.GoTo, D=destination))


def action(kind: str, **entries: object) -> Dictionary:
    return Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name(f"/{kind}"), **entries))


def test_where_links_lead():
    made = Made(b"", b"")
    place = Array([made.page(2), Name.XYZ, 0, 0, 0])
    made.root.Dests = Dictionary(Old=place)
    made.root.Names = Dictionary(Dests=Dictionary(Names=Array([String("new"), Dictionary(D=place)])))
    for annotation in (
        go_to(made, place),
        go_to(made, Array([1, Name.Fit])),
        go_to(made, Name.Old),
        go_to(made, String("new")),
        go_to(made, String("missing")),
        go_to(made, Array([7, Name.Fit])),
        Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=place),
        Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9])),
        action("URI", URI=String("mailto:desk@example.org")),
        action("URI", URI=Name.Wrong),
        action("Named", N=Name.NextPage),
        action("Named", N=Name.Print),
        action("GoToR", F=String("other.pdf"), D=place),
        action("Launch", F=Dictionary(UF=String("run.exe"))),
        action("JavaScript", JS=String("app.alert(1)")),
    ):
        made.annotate(annotation)
    assert [(link.target, link.printed) for link in links(made.data())] == [
        ("page 2", True),
        ("page 2", True),
        ("page 2", True),
        ("page 2", True),
        ("nowhere", False),
        ("nowhere", False),
        ("page 2", True),
        ("nowhere", False),
        ("mailto:desk@example.org", False),
        ("nowhere", False),
        ("the next page", True),
        ("Named Print", False),
        ("GoToR other.pdf", False),
        ("Launch run.exe", False),
        ("JavaScript", False),
    ]


@pytest.mark.parametrize(
    ("text", "address", "found"),
    [
        ("See www.example.org/a.", "https://www.example.org/a", True),
        ("See example.org/a.", "https://www.example.org/a", True),
        ("See https://www.example.org/a.", "https://example.org/a", True),
        ("FTP://example.org/a", "ftp://example.org/a", True),
        ("See HTTP://Example.org/a/", "https://example.org/a/", True),
        ("(example.org)", "https://example.org/", True),
        ("example.org/long/\nand/longer, they say", "http://example.org/long/and/longer", True),
        ("write to desk@example.org", "mailto:desk@example.org?subject=Hello", True),
        ("call 020 7946 0000", "tel:02079460000", True),
        ("https://example.org/a%20b", "https://example.org/a%20b", True),
        ("https://example.org/für", "https://example.org/f%C3%BCr", True),
        ("example.org/petition", "https://example.org", False),
        ("example.org/petition example.org", "https://example.org", True),
        ("example.org/a/b", "https://example.org/a", False),
        ("example.organisation", "https://example.org", False),
        ("myexample.org", "https://example.org", False),
        ("news.example.org", "https://example.org", False),
        ("desk@example.org", "https://example.org", False),
        ("example.net/example.org", "https://example.org", False),
        ("nothing of the kind", "https://example.org", False),
        ("", "https://example.org", False),
        ("any", "https://", False),
    ],
)
def test_an_address_is_looked_for_in_what_is_printed(text, address, found):
    assert PrintedText([text]).has(address) is found


def test_an_address_in_a_note_of_another_page_counts():
    made = Made(words("the report"), words("1  See example.org/report."))
    made.link((20, 375, 300, 395), "https://example.org/report")
    assert [link.printed for link in links(made.data())] == [True]


@pytest.mark.parametrize("wrong", [5, "text", Name.Wrong, Array([1, 2]), Array([Name.A, 1, 2, 3]), Dictionary(), None])
def test_wrong_objects_in_a_link_do_no_harm(wrong):
    made = Made(words("x"))
    made.annotate(Dictionary(Subtype=Name.Link, Rect=wrong, QuadPoints=wrong, A=wrong, Dest=wrong, Contents=wrong))
    made.page().Annots.append(wrong)
    assert [link.target for link in links(made.data())] == ["nowhere"]

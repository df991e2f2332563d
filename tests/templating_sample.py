"""A small briefing that uses everything once, for the tests of templating."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.errors import Position
from briefing.model import (
    Approval,
    Ask,
    Briefing,
    Correction,
    DataChart,
    Date,
    Datum,
    Element,
    Embargo,
    Event,
    Handout,
    Imprint,
    KeyFigure,
    Masthead,
    Organisation,
    Petition,
    Picture,
    Postcard,
    Section,
    Source,
    Timeline,
)
from briefing.model.dates import date_from_edtf


def place(line: int, file: str = "briefing.md") -> Position:
    return Position(file, line, 1)


def date(edtf: str, typed: str) -> Date:
    return date_from_edtf(edtf, typed, "en")


def paragraph(*children: Element | str, line: int = 50) -> Element:
    return Element("p", children, {}, place(line))


def cited(key: str, locator: str = "", *, prefix: str = "") -> Element:
    attributes = {"class": "citation", "data-key": key, "data-prefix": prefix, "data-locator": locator}
    return Element("cite", (), {name: value for name, value in attributes.items() if value}, place(9))


def marker(identifier: str) -> Element:
    return Element("a", ("*",), {"class": "noteref", "href": f"#{identifier}"}, place(12))


def waiver(reason: str = "date of record") -> Element:
    return Element("span", (), {"class": "waiver", "data-waived": reason}, place(13))


def merge_field(name: str, otherwise: str | None = None) -> Element:
    attributes = {"data-field": f"recipient.{name}"}
    return Element(
        "span", (), attributes if otherwise is None else {**attributes, "data-otherwise": otherwise}, place(14)
    )


MASTHEAD = Masthead(
    title="Who holds the valley?",
    language="en-GB",
    subtitle="A short history",
    standfirst=("The group that holds the ", Element("em", ("Panjshir",)), " valley."),
    series="Afghanistan",
    number="12",
    date=date("2021-09-02", "2 September 2021"),
    information_as_of=date("2021-08-24", "24 August 2021"),
    version="1",
    authors=("Research desk", "A. Writer"),
    contact=("020 7946 0000", "desk@example.org"),
    keywords=("Afghanistan", "refugees"),
    description="Who they are.",
    embargo=Embargo("3 September 2021, 00:01 BST"),
    approved=Approval("Jane Doe", date("2021-09-01", "1 September 2021")),
)

ORGANISATION = Organisation(
    name="Refugees First",
    position=place(1, "refugees-first.yaml"),
    short_name="RF",
    about=("We help people who flee.",),
    contact=("1 Example Road",),
    website="https://example.org/",
    licence="CC BY 4.0",
    disclaimer="Not legal advice.",
    imprint=Imprint("Printer, 2 Example Road", "Promoter, 3 Example Road", "Refugees First"),
    logo=Picture("logo.png", b"", "PNG", 10, 10),
)

TIMELINE = Timeline(
    "timeline-1",
    ("Forty years",),
    (
        Event(date("1979", "1979"), ("Soviet invasion", cited("history")), place(30), ("history",)),
        Event(
            date("2001-09-09", "9 September 2001"), ("Massoud is assassinated ", waiver()), place(31), (), stressed=True
        ),
    ),
    place(29),
)

SECTIONS = (
    Section(
        "have-there-been-others",
        ("Have there been others?",),
        (
            paragraph("Yes.", cited("history", "p. 7"), cited("unhcr"), " More below", marker("fn"), "."),
            Element("div", (), {"class": "timeline", "data-ref": "timeline-1"}, place(28)),
        ),
        place(24),
        (Section("the-first", ("The first",), (paragraph("It began in 1979."),), place(35)),),
    ),
    Section(
        "who-leads",
        ("Who leads?",),
        (
            Element(
                "blockquote", (paragraph("We are ready."), Element("p", ("A. Speaker",), {"class": "attribution"}))
            ),
            Element("aside", (Element("h3", ("Where we stand",)), paragraph("On no side.")), {"class": "box"}),
        ),
        place(40),
        break_before=True,
    ),
)

SOURCES = {
    "unhcr": Source(
        "unhcr",
        place(1, "sources.yaml"),
        title="The heaviest toll",
        publisher="UNHCR",
        date=date("2021-08-13", "13 August 2021"),
        url="https://www.unhcr.org/node/20678",
        accessed=date("2021-08-23", "23 August 2021"),
        archived="https://web.archive.org/20678",
    ),
    "history": Source(
        "history",
        place(9, "sources.yaml"),
        title="Is it over?",
        authors=("Ann Author", "Bob Author"),
        container="The Example Post",
        note="Page not found",
    ),
    "unused": Source("unused", place(15, "sources.yaml"), title="Nobody cites this"),
}

SAMPLE = Briefing(
    masthead=MASTHEAD,
    sections=SECTIONS,
    position=place(1),
    organisation=ORGANISATION,
    summary=(("Nearly 400,000 people fled.", cited("unhcr")), ("We ask for help.",)),
    figures=(
        KeyFigure(
            "nearly 400,000",
            ("people fled.", cited("unhcr")),
            ("Since January.",),
            place(18),
            as_of=date("2021-08-10", "10 August 2021"),
            sources=("unhcr",),
        ),
    ),
    asks=(
        Ask("Members of Parliament", ("ask the Home Secretary.",), place(21), date("2021-09-10", "10 September 2021")),
        Ask("Ministers", ("answer by 1 October 2021.",), place(22), date("2021-10-01", "1 October 2021")),
    ),
    petition=Petition(
        "Tell the Government to let more people in",
        "https://example.org/petitions/1",
        place(23),
        addressed_to="the Government",
        print_as="example.org/sign",
        deadline=date("2021-09-10", "10 September 2021"),
        text=("It takes a minute.",),
    ),
    timelines=(TIMELINE,),
    handout=(Handout(("For your pocket",), (paragraph("Four in five are women.", cited("unhcr")),), place(60)),),
    postcard=(Postcard(("Dear Minister",), (paragraph("Let them in."),), place(62), ("", "House of Commons")),),
    corrections=(Correction(date("2021-09-05", "5 September 2021"), ("It said four.", cited("unhcr")), place(70)),),
    notes={"fn": (paragraph("Accounts differ.", cited("history")),)},
    sources=SOURCES,
    image_credits=("Jane Doe, CC BY",),
)

BARE = Briefing(
    masthead=Masthead("Only a title", "en"),
    sections=(Section("text", (), (paragraph("Only text."),), place(4)),),
    position=place(1),
)
"""As little as a briefing can be."""

CHART = DataChart(
    "chart-1",
    ("People who ", Element("em", ("fled",))),
    "bar",
    "thousand people",
    "Province",
    ("People",),
    (
        Datum("Kabul", (Decimal("120.4"),), place(2, "refugees.csv"), stressed=True),
        Datum("Herat", (Decimal("80"),), place(3, "refugees.csv")),
        Datum("Balkh", (None,), place(4, "refugees.csv")),
    ),
    place(90),
    (paragraph(cited("unhcr"), " As of 13 August 2021.", line=91),),
    ("unhcr",),
)
_CHART_PLACE = Element("div", (), {"class": "chart", "data-ref": "chart-1"}, place(90))
CHARTED = replace(
    SAMPLE,
    charts=(CHART,),
    sections=(*SAMPLE.sections, Section("with-a-chart", ("Figures",), (_CHART_PLACE,), place(89))),
)
"""The same with a chart of figures."""

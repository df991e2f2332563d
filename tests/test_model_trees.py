"""The one list of all that a briefing holds leaves nothing out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from briefing.errors import Position
from briefing.model import (
    Ask,
    Briefing,
    Date,
    Element,
    Event,
    Handout,
    KeyFigure,
    Masthead,
    Organisation,
    Petition,
    Postcard,
    Section,
    Timeline,
    all_sections,
    trees,
    walk,
)

HERE = Position("briefing.md", 1, 1)


def marked(name: str) -> tuple[Element, ...]:
    return (Element("p", (Element("em", (name,)),)),)


def section(name: str, *inner: Section) -> Section:
    return Section(name, marked(f"{name} title"), marked(f"{name} block"), HERE, inner)


EVENT = Event(Date("1979", "1979", "exact", -7670, -7305), marked("event"), HERE)
FULL = Briefing(
    Masthead("Title", "en-GB", standfirst=marked("standfirst")),
    (section("one", section("inner", section("innermost"))), section("two")),
    HERE,
    organisation=Organisation("Us", HERE, about=marked("about")),
    summary=(marked("point"), marked("point")),
    figures=(KeyFigure("5", marked("label"), marked("caveat"), HERE),),
    asks=(Ask("Who", marked("ask"), HERE),),
    petition=Petition("Sign", "https://example.org", HERE, text=marked("petition")),
    timelines=(Timeline("timeline-1", marked("timeline"), (EVENT,), HERE),),
    handout=(Handout(marked("handout title"), marked("handout block"), HERE),),
    postcard=(Postcard(marked("postcard title"), marked("postcard block"), HERE),),
    notes={"note-1": marked("note")},
)


def elements_in(value: object) -> Iterator[Element]:
    """Find elements in values of any kind, by looking into every field."""
    if isinstance(value, Element):
        yield from walk(value)
    elif isinstance(value, Mapping):
        yield from elements_in(tuple(value.values()))
    elif isinstance(value, tuple):
        yield from (found for each in value for found in elements_in(each))
    elif is_dataclass(value):
        yield from elements_in(tuple(getattr(value, field.name) for field in fields(value)))


def filled_fields(value: object) -> Iterator[tuple[object, str]]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for each in value:
            yield from filled_fields(each)
    elif is_dataclass(value) and not isinstance(value, Element):
        for field in fields(value):
            held = getattr(value, field.name)
            if any(True for _ in elements_in(held)):
                yield value, field.name
            yield from filled_fields(held)


def test_the_sample_has_a_tree_wherever_one_can_stand():
    kinds = {type(FULL), Masthead, Section, Organisation, KeyFigure, Ask, Petition, Timeline, Event, Handout, Postcard}
    may = {
        (kind, field.name) for kind in kinds for field in fields(kind) if re.search("Inline|Element", str(field.type))
    }
    filled = {(type(value), field) for value, field in filled_fields(FULL)}
    assert may - filled == set()


def test_every_tree_is_listed_once():
    listed = Counter(element for root in trees(FULL) for element in walk(root))
    assert listed == Counter(elements_in(FULL))


def test_a_briefing_with_text_alone_has_that_text():
    bare = Briefing(Masthead("Title", "en-GB"), (replace(section("one"), title=()),), HERE)
    assert list(trees(bare)) == list(marked("one block"))


def test_sections_come_in_reading_order():
    assert [each.id for each in all_sections(FULL.sections)] == ["one", "inner", "innermost", "two"]

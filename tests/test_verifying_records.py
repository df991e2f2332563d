"""What was found goes to JSON and back, and nothing else comes back."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_verifying_problems import A4, GOOD

from briefing.verifying import (
    Attached,
    BrokenRule,
    Code,
    Conformance,
    ImageShown,
    Inspection,
    LinkFound,
    PageSeen,
    Problem,
    Tag,
    from_record,
    to_record,
)

FULL = replace(
    GOOD,
    metadata={"author": "A", "label": "\ud800 \u2028"},
    claims=("PDF/UA-1",),
    conformance=(Conformance("PDF/UA-1", "failed", "v", claimed=True, broken=(BrokenRule("7.1-3", "m", 4),)),),
    images=(ImageShown(1, 2, 3, None, "figure", "A map"), ImageShown(1, 2, 3, 71.5, "untagged")),
    links=(LinkFound(1, "https://example.org", "a", printed=True, described=False, tagged=True),),
    codes=(Code(1, "QR Code", "x"),),
    attachments=(Attached("a.md", 12, "text/markdown", "Source"),),
    speech=("Heading level 1: A title",),
    problems=(Problem("untagged", "m", page=2, gravity="warning", hint="h"), Problem("no-title", "m")),
)

texts = st.text(max_size=5)
leaves = st.builds(Tag, texts, children=st.tuples(texts) | st.just(()), page=st.none() | st.integers(1, 9))
tags = st.recursive(
    leaves,
    lambda inside: st.builds(Tag, texts, children=st.lists(inside | texts, max_size=3).map(tuple), scope=texts),
    max_leaves=12,
)


def there_and_back(inspection: Inspection) -> Inspection:
    return from_record(json.loads(json.dumps(to_record(inspection))))


@given(st.none() | st.lists(tags, max_size=3).map(tuple))
def test_any_tree_survives(roots):
    assert there_and_back(replace(GOOD, tags=roots)).tags == roots


def test_values_of_every_kind_survive():
    assert there_and_back(FULL) == FULL


def test_a_tree_deeper_than_json_may_be_survives():
    tag = Tag("P", children=("Deep",))
    for _ in range(5000):
        tag = Tag("Div", children=(tag, "after"))
    found = there_and_back(replace(GOOD, tags=(tag,)))
    assert json.dumps(to_record(found)) == json.dumps(to_record(replace(GOOD, tags=(tag,))))
    assert len(to_record(found)["tags"]) == 10_002


@pytest.mark.parametrize("resolution", [float("inf"), float("nan")])
def test_a_resolution_that_is_no_number_is_unknown(resolution):
    (image,) = there_and_back(replace(GOOD, images=(ImageShown(1, 2, 3, resolution, "figure"),))).images
    assert image.resolution is None


def test_every_field_has_its_name():
    record = to_record(GOOD)
    assert set(record) == {each.name for each in fields(Inspection)}
    assert record["pages"][0] == {
        "number": 1,
        "media": [0.0, 0.0, 210.0, 297.0],
        "crop": [0.0, 0.0, 210.0, 297.0],
        "trim": None,
        "bleed": None,
        "rotation": 0,
        "size": "",
        "has_text": True,
        "running": "",
    }
    heading = {"level": 2, "role": "H1", "name": "", "page": 1, "alternative": None, "actual_text": None}
    heading |= {"expansion": None, "language": "", "title": "", "scope": ""}
    heading |= {"columns": 1, "rows": 1, "id": "", "headers": [], "control": ""}
    assert record["tags"][1:] == [heading, {"level": 3, "text": "A title"}]


def changed(**changes):
    return {**to_record(GOOD), **changes}


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        changed(more=1),
        changed(size="1"),
        changed(size=True),
        changed(title=None),
        changed(metadata={"a": 1}),
        changed(pages={}),
        changed(pages=[{**to_record(GOOD)["pages"][0], "media": [0, 0, 1]}]),
        changed(conformance=[{**to_record(GOOD)["conformance"][0], "verdict": "perfect"}]),
        changed(problems=[{}]),
        changed(tags={}),
        changed(tags=["text"]),
        changed(tags=[{"level": 1, "text": "outside of the tree"}]),
        changed(tags=[{"text": "of no level"}]),
        changed(tags=[{"level": 1}]),
    ],
    ids=range(17),
)
def test_what_is_no_record_is_refused(record):
    with pytest.raises(ValueError, match=r"expected|fields|outside|unexpected"):
        from_record(record)


def test_whole_numbers_are_good_enough_for_lengths():
    page = {**to_record(GOOD)["pages"][0], "media": [0, 0, 210, 297]}
    assert from_record(changed(pages=[page])).pages == (PageSeen(1, A4, A4),)

"""Objects are written as PDF has them, and the file is whole and conforming whatever they hold."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typesetting_tools import opened

from briefing.errors import LayoutError
from briefing.pdf.objects import Body, array, date, dictionary, name, number, text


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, b"0"), (1, b"1"), (1.5, b"1.5"), (-0.0001, b"0"), (0.0005, b"0.001"), (-2.25, b"-2.25"), (100, b"100")],
)
def test_numbers_have_three_decimals_at_most(value, written):
    assert number(value) == written


@given(st.floats(-1e6, 1e6))
def test_numbers_are_never_in_another_notation(value):
    assert set(number(value)) <= set(b"-.0123456789")
    assert float(number(value)) == pytest.approx(value, abs=0.00051)


@pytest.mark.parametrize(
    ("value", "written"), [("Plain", b"/Plain"), ("a b", b"/a#20b"), ("x#/(", b"/x#23#2f#28"), ("é", b"/#c3#a9")]
)
def test_what_may_not_stand_in_a_name_is_written_in_hexadecimal(value, written):
    assert name(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", b"(plain)"),
        ("", b"()"),
        ("(a)", b"<FEFF002800610029>"),
        ("é", b"<FEFF00E9>"),
        ("\U0001f600", b"<FEFFD83DDE00>"),
    ],
)
def test_texts_are_plain_where_they_can_be(value, written):
    assert text(value) == written


@pytest.mark.parametrize("value", ["a" * 32_768, "é" * 16_383], ids=["plain", "encoded"])
def test_texts_that_are_longer_than_a_string_may_be_are_refused(value):
    text(value[1:])
    with pytest.raises(LayoutError) as caught:
        text(value)
    assert str(caught.value) == (
        f"error  too-long\n  A text has {len(value):,} characters, more than an archival file may hold in one piece: "
        f'"{value[:40]}…".\n  Shorten it.'
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2021, 9, 2, 1, 30, 5, tzinfo=timezone(timedelta(hours=2))), b"(D:20210901233005+00'00')"),
        (datetime(87, 1, 2, tzinfo=UTC), b"(D:00870102000000+00'00')"),
    ],
)
def test_dates_are_in_universal_time_with_all_figures(value, written):
    assert date(value) == written


def finished(body: Body, **catalog: bytes) -> bytes:
    """A file of one empty page with more in its catalogue."""
    pages = body.reserve()
    page = body.add(dictionary({"Type": b"/Page", "Parent": pages, "MediaBox": b"[0 0 9 9]", "Resources": b"<<>>"}))
    body.fill(pages, dictionary({"Type": b"/Pages", "Kids": array([page]), "Count": b"1"}))
    root = body.add(dictionary({"Type": b"/Catalog", "Pages": pages, **catalog}))
    return body.write(catalog=root, info=body.add(dictionary({})))


def file_of(value: bytes, data: bytes = b"data") -> bytes:
    body = Body()
    return finished(body, Value=value, Stream=body.stream({}, data))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(value):
    assert str(opened(file_of(text(value))).Root.Value) == value


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_name_comes_back(value):
    assert str(opened(file_of(name(value))).Root.Value) == "/" + value


def test_arrays_and_dictionaries_are_nested():
    value = dictionary({"A": array([b"1", text("x")]), "B": dictionary({})})
    assert value == b"<</A [1 (x)] /B <<>>>>"
    pdf = opened(file_of(value))
    assert (list(pdf.Root.Value.A), dict(pdf.Root.Value.B)) == ([1, "x"], {})


def test_an_object_can_be_filled_later():
    body = Body()
    later = body.reserve()
    body.fill(later, text("filled"))
    assert str(opened(finished(body, Later=later)).Root.Later) == "filled"


def test_an_object_that_is_never_filled_is_null():
    body = Body()
    pdf = opened(finished(body, Never=body.reserve(), Kept=b"1"))
    assert (pdf.Root.get("/Never"), pdf.Root.Kept) == (None, 1)


def test_many_objects_are_packed_and_found():
    body = Body()
    kept = array(body.add(b"%d" % value) for value in range(1000))
    data = finished(body, Kept=kept)
    pdf = opened(data)
    assert [int(value) for value in pdf.Root.Kept] == list(range(1000))
    assert len(data) < 12_000


def test_no_file_has_a_fault_whatever_it_holds():
    # Checksums and cross-references differ from file to file: among so many, every last byte of a stream is met.
    for value in range(600):
        data = b"word" * value + bytes((value % 256,))
        made = file_of(b"%d" % value, data)
        pdf = opened(made)
        assert pdf.check_pdf_syntax() == [], value
        assert pdf.get_warnings() == [], value
        assert b"\r\nendstream" not in made, value
        assert pdf.Root.Stream.read_bytes().startswith(data)


def test_a_stream_is_as_long_as_it_says():
    data = b"\x0c"
    assert zlib.compress(data, 9).endswith(b"\r")
    body = Body()
    stream = body.stream({}, data, length_key="Length1")
    made = finished(body, Stream=stream)
    pdf = opened(made)
    stored = pdf.Root.Stream
    assert len(stored.read_bytes()) == stored.Length1 == len(data) + 1
    assert len(stored.read_raw_bytes()) == stored.stream_dict.Length


def test_the_same_objects_are_the_same_file_and_others_have_another_id():
    one, same, other = file_of(b"1"), file_of(b"1"), file_of(b"2")
    assert one == same
    assert bytes(opened(one).trailer.ID[0]) != bytes(opened(other).trailer.ID[0])

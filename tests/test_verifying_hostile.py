"""Any bytes are read or refused with one sentence: never another exception."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, Stream, String
from typesetting_tools import pdf_of, picture

from briefing.errors import VerificationError
from briefing.verifying.inspecting.inspect import inspect

EXAMPLES = settings(max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = [
    "A",
    "P",
    "D",
    "S",
    "K",
    "H1",
    "Link",
    "Figure",
    "Table",
    "TH",
    "L",
    "LI",
    "URI",
    "GoTo",
    "Form",
    "Type0",
    "Names",
]


DAMAGE = {"damaged", "damaged-page", "damaged-image", "damaged-font", "damaged-part"}


def survives(data: bytes) -> None:
    """Read bytes; what cannot be read is told in one sentence that begins with the name of the file."""
    try:
        found = inspect(data, file="odd.pdf")
    except VerificationError as refused:
        (diagnostic,) = refused.diagnostics
        assert diagnostic.message.startswith("odd.pdf: ")
        assert diagnostic.message.endswith(".")
    else:
        assert {problem.id for problem in found.problems if problem.gravity == "failure"} <= DAMAGE


def strange() -> bytes:
    """A file with some of everything that is read."""
    made = Made(words("one", "two") + b" /X Do /I Do", words("three"))
    made.page().Resources.XObject = Dictionary(X=made.form(words("in a form", top=200)), I=made.image())
    link = made.link((0, 0, 100, 400), "https://example.org", Contents=String("there"))
    cells = ("TR", ("TH", {"A": Dictionary(O=Name.Table, Scope=Name.Column)}, 1), ("TD",))
    made.tag(
        ("Document", ("Head", 0), ("Table", cells), ("P", ("Link", made.annotation(link))), made.mark(0, page=2)),
        RoleMap=Dictionary(Head=Name.H1),
    )
    place = Array([made.page(2), Name.Fit])
    first = made.pdf.make_indirect(Dictionary(Title=String("One"), Dest=place))
    made.root.Outlines = Dictionary(First=first, Last=first)
    attached = Dictionary(F=String("a.txt"), EF=Dictionary(F=made.pdf.make_stream(b"data")))
    made.root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("here"), place])),
        EmbeddedFiles=Dictionary(Names=Array([String("a.txt"), made.pdf.make_indirect(attached)])),
    )
    made.root.Metadata = made.pdf.make_stream(b"<a/>")
    made.pdf.docinfo.Title = String("Strange")
    return made.data(object_stream_mode=pikepdf.ObjectStreamMode.disable)


@cache
def good_files() -> tuple[bytes, ...]:
    image = '<img src="one.png" alt="e" data-width="9mm">'
    html = f'<h1>A</h1><p>b <a href="https://e.org">c</a></p><ul><li>d</li></ul>{image}'
    return strange(), pdf_of(html, pictures={"one.png": picture()})


def places(value: object, seen: set[tuple[int, int]]) -> Iterator[tuple[pikepdf.Object, str | int]]:
    """Every entry and item of a file, with what holds it."""
    if not isinstance(value, pikepdf.Object) or value.objgen in seen:
        return
    if value.is_indirect:
        seen.add(value.objgen)
    if isinstance(value, (Dictionary, Stream)):
        for key in value.keys():  # noqa: SIM118 - a dictionary of pikepdf gives pairs
            yield value, key
            yield from places(value.get(key), seen)
    elif isinstance(value, Array):
        for index in range(len(value)):
            yield value, index
            yield from places(value[index], seen)


def values(pdf: pikepdf.Pdf) -> st.SearchStrategy[object]:
    """Objects of any type, those of the file itself among them."""
    simple = st.one_of(
        st.none(),
        st.booleans(),
        st.sampled_from([0, 1, -1, 7, 2**31, -(2**40), 2**62]),
        st.sampled_from([Decimal("0.5"), Decimal("-1000000000000"), Decimal(0)]),
        st.sampled_from(NAMES).map(lambda name: Name(f"/{name}")),
        st.binary(max_size=8).map(String),
        st.text(max_size=5).map(lambda text: String(text.encode("utf-16", "replace"))),
        st.binary(max_size=30).map(lambda data: Stream(pdf, data)),
        st.integers(1, len(pdf.objects)).map(lambda number: pdf.get_object((number, 0))),
    )
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4).map(Array),
            st.dictionaries(st.sampled_from([f"/{name}" for name in NAMES]), inner, max_size=3).map(Dictionary),
        ),
        max_leaves=5,
    )


@EXAMPLES
@given(st.data())
def test_any_object_may_stand_in_the_place_of_any_other(data):
    pdf = pikepdf.open(BytesIO(data.draw(st.sampled_from(good_files()))))
    where = list(places(pdf.trailer, set()))
    for _ in range(data.draw(st.integers(1, 4))):
        holder, key = data.draw(st.sampled_from(where))
        replace(holder, key, data.draw(values(pdf)))
    survives(saved(pdf))


def replace(holder: pikepdf.Object, key: str | int, value: object) -> None:
    with suppress(ValueError, KeyError, IndexError, pikepdf.PikepdfError):  # what pikepdf itself does not let stand
        if value is None and isinstance(key, str):
            del holder[key]
        else:
            holder[key] = value


def saved(pdf: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    try:
        pdf.save(file)
    except (pikepdf.PikepdfError, UserWarning):  # nothing that can be written
        return b""
    return file.getvalue()


@EXAMPLES
@given(st.data())
def test_any_bytes_of_a_file_may_be_others(data):
    broken = bytearray(data.draw(st.sampled_from(good_files())))
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=4))
        broken = broken or bytearray(b"%")
    survives(bytes(broken))


@EXAMPLES
@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.7\n"]))
def test_random_bytes(data, head):
    survives(head + data)


@pytest.mark.parametrize("part", range(50))
def test_a_strange_file_cut_anywhere(part):
    data = strange()
    survives(data[: len(data) * part // 50])


def test_resources_that_lead_back_to_themselves_through_objects_without_a_number():
    made = Made(words("x"))
    page = made.page()
    page.Resources.Pattern = Dictionary(P=page)
    page.Resources.XObject.F = page
    survives(made.data())


def test_a_tree_of_pages_that_is_its_own_child():
    made = Made(words("x"))
    made.root.Pages.Kids.append(made.root.Pages)
    survives(made.data())


@pytest.mark.parametrize("key", ["Dests", "EmbeddedFiles"])
def test_a_tree_of_names_that_is_its_own_child(key):
    made = Made(words("x"))
    tree = made.pdf.make_indirect(Dictionary(Names=Array([String("a"), 1, String("odd one")])))
    tree.Kids = Array([tree, tree, Dictionary(Kids=Array([tree]))])
    made.root.Names = Dictionary({f"/{key}": tree})
    survives(made.data())

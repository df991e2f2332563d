"""Any bytes are read or refused with one sentence: never another exception."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pdfs import Made, words
from pikepdf import Array, Dictionary, Name, String
from strange_objects import damaged
from typesetting_tools import pdf_of, picture

from briefing.errors import VerificationError
from briefing.verifying.inspecting.inspect import inspect

EXAMPLES = settings(max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


@EXAMPLES
@given(st.data())
def test_any_object_may_stand_in_the_place_of_any_other(data):
    survives(damaged(data, pikepdf.open(BytesIO(data.draw(st.sampled_from(good_files()))))))


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

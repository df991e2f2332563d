"""Whatever a file holds that passes for ours: it is put on sheets, or refused with one sentence."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from imposing import document, opened
from pikepdf import Array, Dictionary, Name, Stream
from strange_objects import damaged

from briefing.errors import BriefingError
from briefing.printing.imposition import impose
from briefing.printing.planning import SCHEMES, Asked

EXAMPLES = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survives(data: bytes, scheme: str = "booklet") -> None:
    copies = 2 if scheme == "repeat" else None
    try:
        imposed = impose(data, Asked(scheme, copies=copies, anyway=True), file="odd.pdf")
    except BriefingError as refused:
        (diagnostic,) = refused.diagnostics
        assert diagnostic.message.startswith("odd.pdf: ")
        assert diagnostic.message.endswith(".")
    else:
        assert opened(imposed.data).pages


@EXAMPLES
@given(st.data(), st.sampled_from(SCHEMES))
def test_any_object_may_stand_in_the_place_of_any_other(data, scheme):
    survives(damaged(data, pikepdf.open(BytesIO(document(3, attached=True)))), scheme)


@EXAMPLES
@given(st.data())
def test_any_bytes_of_a_file_may_be_others(data):
    broken = bytearray(document(2))
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=4))
    survives(bytes(broken))


def changed(change) -> bytes:
    pdf = opened(document(2))
    change(pdf)
    file = BytesIO()
    pdf.save(file, fix_metadata_version=False, preserve_pdfa=False)
    return file.getvalue()


def nested(pdf: pikepdf.Pdf) -> None:
    value = Array([])
    for _ in range(300):
        value = Array([value])
    pdf.Root.StructTreeRoot.K.A = value


def huge(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 10**12, 10**12])


def tiny(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = Array([0, 0, 1, 1])


def far(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.Contents = Stream(pdf, b"0 0 m 9e30 -9e30 l S 1e300 0 0 1e300 0 0 cm 0 0 1 1 re f")


def endless_marks(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = Stream(pdf, b"/P <</MCID 999999999>> BDC EMC " * 50_000)


def looping_outline(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Next = pdf.Root.Outlines.First
    pdf.Root.Outlines.First.First = pdf.Root.Outlines


def looping_resources(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject.I9 = pdf.pages[0].obj
    pdf.pages[0].obj.Resources.Font.F9 = pdf.pages[0].obj.Resources


def same_page_twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.pages[0].obj)


def metadata_of_another_kind(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = Dictionary(Type=Name.Metadata)


@pytest.mark.parametrize(
    "change",
    [
        nested,
        huge,
        tiny,
        far,
        endless_marks,
        looping_outline,
        looping_resources,
        same_page_twice,
        metadata_of_another_kind,
    ],
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_odd_files(change, scheme):
    survives(changed(change), scheme)

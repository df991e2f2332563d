"""PDFs in which any object may stand in the place of any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from io import BytesIO

import pikepdf
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream, String

__all__ = ["damaged", "places", "replace", "saved", "values"]

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


def damaged(data: st.DataObject, pdf: pikepdf.Pdf) -> bytes:
    """Put one to four objects in the places of others."""
    where = list(places(pdf.trailer, set()))
    for _ in range(data.draw(st.integers(1, 4))):
        holder, key = data.draw(st.sampled_from(where))
        replace(holder, key, data.draw(values(pdf)))
    return saved(pdf)

"""Which order of glyphs in the stream readers turn into what was typed: docs/right-to-left.md has the counts."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from conforming import assert_conforming
from painting import Box, Page, around
from pdf_tools import Read
from right_to_left_lines import AS_SET, ORDERS, SetLines, set_lines, undone
from typesetting_tools import pdf_of, seen

ALL = (*ORDERS, AS_SET)
DOCS = Path(__file__).parent.parent / "docs" / "right-to-left.md"

_CONTROLS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x0C])
"""Signs that say in which direction a text runs; no part of its words."""


@cache
def lines_in(order: str) -> SetLines:
    return set_lines(order)


def words(text: str) -> list[str]:
    """Words, canonically equivalent ones being the same: two signs of one letter may come in either order."""
    return normalize("NFC", text).translate(_CONTROLS).split()


def right_words(typed: Iterable[str], read: Iterable[str]) -> int:
    """Words that were read as they were typed, in their order."""
    blocks = SequenceMatcher(None, words(" ".join(typed)), words(" ".join(read)), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def documented() -> dict[str, list[int]]:
    """The counts of the documentation: of each order, what pdfium, poppler three times, and the tree twice read."""
    rows = re.findall(r"^\| ([a-z, ]+?) \|((?: \d+ \|)+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: [int(count) for count in re.findall(r"\d+", counts)] for name, counts in rows}


def by_pdfium(made: SetLines) -> list[str]:
    """Each line, by a selection around it."""
    page = pypdfium2.PdfDocument(made.data)[0]
    text = page.get_textpage()
    return [text.get_text_bounded(0, bottom, page.get_width(), top) for bottom, top in made.bands]


def by_poppler(made: SetLines, folder: Path, *options: str) -> list[str]:
    (folder / "lines.pdf").write_bytes(made.data)
    command = ["pdftotext", *options, "-enc", "UTF-8", str(folder / "lines.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()


def by_tree(made: SetLines) -> list[str]:
    return [node.text() for node in Read(made.data).elements("P")]


def test_the_documentation_counts_every_order():
    assert list(documented()) == list(ALL)
    assert f"{len(words(' '.join(lines_in(AS_SET).lines)))} words" in DOCS.read_text(encoding="utf-8")


def inked(order: str) -> list[Box]:
    read = Read(lines_in(order).data)
    return [each.box for each in Page(read.pages[0], {}).glyphs if each.box.left < each.box.right]


@pytest.mark.parametrize("order", ORDERS)
def test_all_orders_look_the_same(order):
    whole, parts = inked(AS_SET), inked(order)
    for box in whole:
        assert around([part for part in parts if box.covers(part, 0.1)]) == pytest.approx(box, abs=0.1)
    assert [part for part in parts if not any(box.covers(part, 0.1) for box in whole)] == []


@pytest.mark.parametrize("order", ALL)
def test_pdfium_reads_as_many_words_as_documented(order):
    made = lines_in(order)
    whole = pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_range()
    assert right_words(made.lines, by_pdfium(made)) == documented()[order][0]
    assert right_words(made.lines, [whole]) == documented()[order][0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext of poppler-utils is not installed")
@pytest.mark.parametrize("order", ALL)
@pytest.mark.parametrize(("column", "options"), [(1, ()), (2, ("-raw",)), (3, ("-layout",))])
def test_poppler_reads_as_many_words_as_documented(tmp_path, order, column, options):
    made = lines_in(order)
    assert right_words(made.lines, by_poppler(made, tmp_path, *options)) >= documented()[order][column]


@pytest.mark.parametrize("order", ALL)
def test_the_tree_reads_as_many_words_as_documented(order):
    made = lines_in(order)
    read = by_tree(made)
    assert right_words(made.lines, read) == documented()[order][4]
    assert right_words(made.lines, map(undone, read)) == documented()[order][5]


def test_as_it_is_set_pdfium_reads_every_line():
    made = lines_in(AS_SET)
    assert [words(read) for read in by_pdfium(made)] == [words(typed) for typed in made.lines]


def test_a_text_in_the_tree_reads_as_typed_and_changes_nothing_that_others_read(tmp_path):
    """ActualText of structure elements, not of marked content. See: ISO 32000-1, 14.9.4."""
    made = lines_in(AS_SET)
    with pikepdf.open(BytesIO(made.data)) as pdf:
        for element, line in zip(pdf.Root.StructTreeRoot.K.K, made.lines, strict=True):
            element.ActualText = line
        saved = BytesIO()
        pdf.save(saved)
    told = made._replace(data=saved.getvalue())
    assert_conforming(told.data, thorough=False)
    read = Read(told.data)
    assert [str(node.element.ActualText) for node in read.elements("P")] == made.lines
    assert by_pdfium(told) == by_pdfium(made)
    if shutil.which("pdftotext"):
        assert by_poppler(told, tmp_path) == by_poppler(made, tmp_path)


def test_a_file_that_says_its_direction_has_its_latin_lines_read_backwards():
    """What a viewer is told of the order of pages pdfium takes for the order of words. See: ISO 32000-1, 12.2."""
    with pikepdf.open(BytesIO(pdf_of("<p>One two (three).</p>"))) as pdf:
        pdf.Root.ViewerPreferences.Direction = pikepdf.Name.R2L
        saved = BytesIO()
        pdf.save(saved)
    assert seen(saved.getvalue()) == ".(three (two One"

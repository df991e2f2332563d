"""Packs: what is in them, how much paper they take, what is left out and said, and that they replace nothing else."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from approving import answer_line, approve
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_folders import write

from briefing.errors import BriefingError, ContentError, Diagnostic, OutputError, Position, ProtectedError, errors_of
from briefing.packing import PAPERS, PURPOSES, LeftOut, Packed, PackedFile, Paper, PaperNeeded, PrintJob, pack
from briefing.packing import packing as packing_module
from briefing.packing.job_sheet import write_job_sheet
from briefing.packing.making import Order
from briefing.packing.paper import (
    copies_of,
    on_one_sheet,
    paper_of_all,
    sheets_of_plain,
    signature_sheets,
    times_to_print,
)
from briefing.packing.purposes import Item, Share
from briefing.packing.telling import about_codes, codes_left_out, left_out, links_of, not_ready, totals
from briefing.packing.values import Collected
from briefing.press import load
from briefing.printing import Asked, Measured, Size
from briefing.printing.planning import Ink, plan
from briefing.protecting import NOTHING_PROTECTED, protected_words
from briefing.templating import template_names
from briefing.verifying.codes import NOT_TRIED

EXAMPLE = Path(__file__).parent.parent / "assets" / "northern-alliance"
HEAD = """---
title: Who flees?
language: en-GB
date: 2 September 2021
organisation: ours
"""
ASKED = """petition: {ask: Let more people come, addressed_to: the Government, link: "https://example.org/sign"}
signature_sheets:
  statement: We ask the Government to let more people come.
  return_to: Our Desk, 1 High Street
  return_by: 8 September 2021
"""
TEXT = "---\n\nMany flee.\n"
PROFILE = """name: Our Desk
data_notice:
  controller: Our Desk, 1 High Street.
  contact: privacy@example.org.
  officer: none
  purpose: To hand it over.
  lawful_basis: Our legitimate interest.
  interests: To be heard.
  recipients: The Government.
  transfers: None
  retention: Until 2022; then shredded.
  rights: Ask to see yours.
  complaint_to_us: Write to us first.
  complaint_to_authority: The Information Commission.
"""
ITEMS = {each.name: each for purpose in PURPOSES.values() for each in purpose.items}
A5 = Size(419.5, 595.3)


def folder(tmp_path: Path, head: str = ASKED, profile: str = PROFILE, text: str = TEXT) -> Path:
    """An article for which somebody has answered."""
    where = write(tmp_path / "piece", {"briefing.md": HEAD + head + text, "ours.yaml": profile})
    file = where / "briefing.md"
    if load(where).briefing:
        file.write_text(file.read_text("utf-8").replace(text, answer_line(where, "no") + text), "utf-8")
    return where


@pytest.fixture
def small(monkeypatch) -> None:
    """A purpose of two files, which are soon made."""
    items = (ITEMS["handout"], ITEMS["signature-sheets"])
    purposes = {"stall": PURPOSES["stall"]._replace(items=items)}
    monkeypatch.setattr(packing_module, "PURPOSES", purposes)


def names(packed: Packed) -> list[str]:
    return sorted(each.name for each in packed.folder.iterdir())


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def lacking(packed: Packed) -> list[tuple[str, str, str]]:
    return [(each.title, each.reasons[0].id, each.instead) for each in packed.left_out]


@pytest.mark.usefixtures("small")
def test_a_pack_is_a_folder_with_a_job_sheet(tmp_path):
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall", copies=41)
    assert names(packed) == ["00-job-sheet.pdf", "01-handout.pdf", "02-signature-sheets.pdf"]
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    handout, sheets = packed.files
    assert handout.job == PrintJob(11, 11, 11, Paper("A4", 90), "", "colour or black", "")
    assert sheets.job == PrintJob(1, 1, 5, Paper("A4", 90), "", "black", "")
    assert packed.paper == (PaperNeeded(Paper("A4", 90), 16),)
    assert (packed.draft, packed.left_out) == (False, ())
    assert packed.size == sum(each.stat().st_size for each in packed.folder.iterdir())
    assert packed.collected is not None
    assert packed.collected[1:] == (
        "1 to 5",
        "Our Desk, 1 High Street",
        "8 September 2021",
        "Until 2022; then shredded.",
    )


@pytest.mark.usefixtures("small")
def test_the_job_sheet_says_what_to_print_and_what_becomes_of_it(tmp_path):
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall", copies=40, sheets=3)
    said = text_of(packed.folder / "00-job-sheet.pdf")
    handout, sheets = (each.digest[:8] for each in packed.files)
    for words in (
        "Job sheet · for whoever prints Who flees? Everything for a stall in the street, to reach 40 people. “Copies” "
        "is the number to type when you print. Print at 100 % (actual size), not “fit to page”. Print one of each "
        "first, and look at it.",
        "Not ready • Not signed off. Nobody has approved this text.",
        "01-handout.pdf The handout, for those who stop and ask. 10 10 A4, 90 g/m² One side. Colour or black.",
        "02-signature-sheets.pdf Signature sheets, to be signed; each has a number: print each once, and count them "
        "when they come back. 1 3 A4, 90 g/m² One side. Black.",
        "Paper, 13 sheets in all: A4, 90 g/m²: 13 sheets. Take some more of each, for what goes wrong.",
        "They go to Our Desk, 1 High Street, by 8 September 2021. Count them, 1 to 3: none may be lost.",
        "What is said of their keeping: Until 2022; then shredded.",
        f"File Edition Pages SHA-256 01-handout.pdf – 1 {handout} 02-signature-sheets.pdf – 3 {sheets}",
    ):
        assert words in said
    assert "DRAFT" not in said
    assert "What is not in this pack" not in said


@pytest.mark.usefixtures("small")
def test_the_job_sheet_conforms_and_is_the_same_twice(tmp_path):
    where = folder(tmp_path)
    first = pack(where, tmp_path / "out", purpose="stall")
    before = {each.name: each.read_bytes() for each in first.folder.iterdir()}
    assert_conforming(before["00-job-sheet.pdf"], thorough=False)
    second = pack(where, tmp_path / "out", purpose="stall")
    assert {each.name: each.read_bytes() for each in second.folder.iterdir()} == before
    assert second == first


@pytest.mark.usefixtures("small")
def test_a_draft_says_so_and_may_not_be_final(tmp_path):
    where = folder(tmp_path, text="---\n\nIn all 3,000 people flee.\n")
    packed = pack(where, tmp_path / "out", purpose="stall")
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert packed.draft
    assert "Job sheet · for whoever prints · DRAFT" in said
    assert "DRAFT: do not print this for anybody yet • Open. " in said
    with pytest.raises(ContentError) as raised:
        pack(where, tmp_path / "final", purpose="stall", final=True)
    assert [each.id for each in raised.value.diagnostics] == ["no-source", "not-final", "not-signed-off"]
    assert not (tmp_path / "final").exists()


@pytest.mark.usefixtures("small")
def test_what_somebody_has_approved_may_be_final(tmp_path):
    where = approve(folder(tmp_path), answer="")
    packed = pack(where, tmp_path / "out", purpose="stall", final=True)
    assert "Not ready" not in text_of(packed.folder / "00-job-sheet.pdf")


@pytest.mark.usefixtures("small")
def test_sheets_that_are_a_draft_are_not_final(tmp_path):
    asked = ASKED.replace("return_to: Our Desk", "return_to: FILL IN")
    where = approve(folder(tmp_path, asked), answer="")
    with pytest.raises(ContentError) as raised:
        pack(where, tmp_path / "out", purpose="stall", final=True)
    assert "not-final" in {each.id for each in raised.value.diagnostics}


@pytest.mark.usefixtures("small")
def test_what_the_article_has_not_got_is_left_out_and_said(tmp_path):
    packed = pack(folder(tmp_path, ""), tmp_path / "out", purpose="stall")
    assert names(packed) == ["00-job-sheet.pdf", "01-handout.pdf"]
    assert lacking(packed) == [("Signature sheets", "petition-missing", "")]
    assert not packed.left_out[0].is_mistake
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert (
        "What is not in this pack • Signature sheets. There is nothing to sign: the article has no petition. "
        "(briefing.md, line 1) One more thing is missing."
    ) in said
    assert "When the signed sheets come back" not in said


@pytest.mark.usefixtures("small")
def test_without_an_answer_on_voters_there_are_no_sheets_and_nothing_final(tmp_path):
    where = write(tmp_path / "piece", {"briefing.md": HEAD + ASKED + TEXT, "ours.yaml": PROFILE})
    packed = pack(where, tmp_path / "out", purpose="stall")
    assert lacking(packed) == [("Signature sheets", "not-answered", "")]
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert (
        "Imprint. Nobody has answered whether this can reasonably be regarded as intended to influence voters." in said
    )
    with pytest.raises(ContentError) as raised:
        pack(where, tmp_path / "out", purpose="stall", final=True)
    assert {each.id for each in errors_of(raised.value.diagnostics)} == {"not-answered", "not-signed-off"}


@pytest.mark.usefixtures("small")
def test_a_mistake_leaves_its_file_out_and_is_not_final(tmp_path):
    where = folder(tmp_path, ASKED + "  columns: [name]\n")
    packed = pack(where, tmp_path / "out", purpose="stall")
    assert lacking(packed) == [("Signature sheets", "sheet-columns", "")]
    assert packed.left_out[0].is_mistake
    with pytest.raises(ContentError, match="sheet-columns"):
        pack(approve(where, answer=""), tmp_path / "final", purpose="stall", final=True)


def test_where_nothing_can_be_made_there_is_no_pack(tmp_path, monkeypatch):
    only = PURPOSES["stall"]._replace(items=(ITEMS["signature-sheets"],))
    monkeypatch.setattr(packing_module, "PURPOSES", {"stall": only})
    with pytest.raises(ContentError) as raised:
        pack(folder(tmp_path, ""), tmp_path / "out", purpose="stall")
    assert [each.id for each in raised.value.diagnostics] == ["petition-missing", "sheet-unanswered"]
    assert not (tmp_path / "out").exists()


def test_what_does_not_fit_gives_way_to_something_else(tmp_path, monkeypatch):
    words = " ".join(["Many people flee."] * 400)
    items = (ITEMS["trifold"], ITEMS["handout"])
    items = (replace(items[0], paper="", instead=replace(items[1], template="briefing")), items[1])
    monkeypatch.setattr(packing_module, "PURPOSES", {"stall": PURPOSES["stall"]._replace(items=items)})
    packed = pack(folder(tmp_path, text=f"{TEXT}\n::: handout\n{words}\n:::\n"), tmp_path / "out", purpose="stall")
    assert names(packed)[:2] == ["00-job-sheet.pdf", "01-handout.pdf"]
    assert lacking(packed)[0] == ("The leaflet that is folded twice", "panel-overfull", "The handout")


@pytest.mark.usefixtures("small")
def test_what_is_told_of_some_files_names_them(tmp_path):
    words = " ".join(["Many people flee."] * 900)
    packed = pack(folder(tmp_path, text=f"{TEXT}\n::: handout\n{words}\n:::\n"), tmp_path / "out", purpose="stall")
    (found,) = (each for each in packed.diagnostics if each.id == "too-long")
    assert found.message.startswith("01-handout.pdf: The document has ")


@pytest.mark.usefixtures("small")
def test_a_handout_with_too_many_pages_stands_in_the_box(tmp_path):
    words = " ".join(["Many people flee."] * 900)
    packed = pack(folder(tmp_path, text=f"{TEXT}\n::: handout\n{words}\n:::\n"), tmp_path / "out", purpose="stall")
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert re.search(r"Too long\. 01-handout\.pdf: The document has \d+ pages, \d+ pages? more than the 2 that", said)


@pytest.mark.parametrize("name", ["leaflet-to-cut", "leaflet-A5"])
def test_a_leaflet_of_three_pages_is_left_out(tmp_path, monkeypatch, name):
    items = (ITEMS[name], ITEMS["signature-sheets"])
    monkeypatch.setattr(packing_module, "PURPOSES", {"stall": PURPOSES["stall"]._replace(items=items)})
    words = " ".join(["Many people flee."] * 400)
    packed = pack(folder(tmp_path, text=f"{TEXT}\n::: handout\n{words}\n:::\n"), tmp_path / "out", purpose="stall")
    assert names(packed) == ["00-job-sheet.pdf", "01-signature-sheets.pdf"]
    assert [(each.reasons[0].id, each.is_mistake) for each in packed.left_out] == [("too-long", True)]
    assert "more than the 2 that its template is made for" in text_of(packed.folder / "00-job-sheet.pdf")


@pytest.mark.usefixtures("small")
def test_that_no_rule_on_data_notices_was_known_stands_in_the_box(tmp_path):
    packed = pack(folder(tmp_path, profile=f"{PROFILE}country: DE\n"), tmp_path / "out", purpose="stall")
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert "Data notice. 02-signature-sheets.pdf: No rule of DE on such notices is known here" in said


def test_files_without_a_code_stand_on_the_job_sheet(tmp_path, monkeypatch):
    items = (PURPOSES["mailing"].items[0], ITEMS["handout"])
    monkeypatch.setattr(packing_module, "PURPOSES", {"mailing": PURPOSES["mailing"]._replace(items=items)})
    link = f"https://example.org/{'a' * 100}"
    asked = ASKED.replace('"https://example.org/sign"', f'"{link}", print_as: example.org/sign')
    packed = pack(folder(tmp_path, asked), tmp_path / "out", purpose="mailing")
    told = "01-postcards-to-cut.pdf: These pages have no QR code for the petition, whose link has 120 letters."
    assert codes_left_out(packed.diagnostics) == (told,)
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert f"QR codes {told} The QR code was read from its page" in said
    assert f"Itsays:{link}" in said.replace(" ", "")


@pytest.mark.usefixtures("small")
def test_the_sheets_of_a_second_pack_have_other_numbers(tmp_path):
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall", sheets=2, first_sheet=11)
    assert re.findall(r"Sheet \d+ of \d+", text_of(packed.folder / "02-signature-sheets.pdf")) == [
        "Sheet 11 of 12",
        "Sheet 12 of 12",
    ]
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert "Count them, 11 to 12: none may be lost." in said


@pytest.mark.parametrize("first_sheet", [0, 10_000])
def test_no_sheet_has_such_a_number(tmp_path, first_sheet):
    with pytest.raises(ValueError, match="sheets have numbers from 1 to 9,999"):
        pack(tmp_path, tmp_path / "out", purpose="stall", first_sheet=first_sheet)


@pytest.mark.usefixtures("small")
def test_errors_of_the_article_stop_all_of_it(tmp_path):
    where = folder(tmp_path, text="---\n\nMany flee [@nobody].\n")
    with pytest.raises(ContentError) as raised:
        pack(where, tmp_path / "out", purpose="stall")
    assert [each.id for each in errors_of(raised.value.diagnostics)] == ["unknown-source"]
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("small")
def test_an_article_that_is_saved_meanwhile_gives_no_pack_of_two_texts(tmp_path, monkeypatch):
    where, real = folder(tmp_path), packing_module.make

    def make_and_save(*given):
        file = where / "briefing.md"
        file.write_text(file.read_text("utf-8") + "\nAnd more.\n", "utf-8")
        return real(*given)

    monkeypatch.setattr(packing_module, "make", make_and_save)
    with pytest.raises(ContentError) as raised:
        pack(where, tmp_path / "out", purpose="stall")
    assert str(raised.value) == (
        "error  changed-meanwhile\n  briefing.md changed while the pack was made: its files would not say the same.\n"
        "  Make it again."
    )
    assert not (tmp_path / "out").exists()


def refused(where: Path, out: Path) -> list[str]:
    """What is said; nothing may have changed by then."""
    before = sorted(where.parent.rglob("*"))
    with pytest.raises(OutputError) as raised:
        pack(where, out, purpose="stall")
    assert sorted(where.parent.rglob("*")) == before
    return [f"{each.severity} {each.id} {each.message}" for each in raised.value.diagnostics]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("inside", ["", "out", "a/b"])
def test_a_pack_never_goes_into_the_folder_of_the_article(tmp_path, inside):
    where = folder(tmp_path)
    out = where / inside
    assert refused(where, out) == [f"error unwritable {out} lies in the folder of the article."]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"notes.txt": "mine"}, "notes.txt"),
        ({"01-handout.pdf": "no PDF at all"}, "01-handout.pdf"),
        ({"01-handout.pdf/inside": "x", "a.pdf": "%PDF"}, "01-handout.pdf and 1 more"),
        ({"08-minutes.pdf": "%PDF-1.7"}, "08-minutes.pdf"),
        ({".hidden": "x"}, ".hidden"),
    ],
)
def test_nothing_of_somebody_else_is_replaced(tmp_path, files, said):
    where, out = folder(tmp_path), write(tmp_path / "out", files)
    assert refused(where, out) == [
        f"error not-a-pack {out} holds {said}, which is no part of a pack. Nothing of yours is replaced."
    ]


@pytest.mark.usefixtures("small")
def test_a_file_is_no_place_for_a_pack(tmp_path):
    where, out = folder(tmp_path), tmp_path / "out"
    out.write_text("mine")
    assert refused(where, out) == [f"error not-a-pack {out} is a file, and the pack is a folder."]
    assert refused(where, out / "inside") == [
        f"error unwritable The folder {out} cannot be made: a file is in its place."
    ]


@pytest.mark.usefixtures("small")
def test_a_name_that_no_folder_can_have_is_refused(tmp_path):
    assert refused(folder(tmp_path), Path("a\0b")) == [r"error unwritable 'a\x00b' is no name of a folder."]


@pytest.mark.usefixtures("small")
def test_an_earlier_pack_gives_way_as_a_whole_also_behind_a_link(tmp_path):
    where, out = folder(tmp_path), tmp_path / "behind"
    write(out, {"00-job-sheet.pdf": "%PDF-old", "07-briefing-grey.pdf": "%PDF-old", ".DS_Store": "x"})
    link = tmp_path / "link"
    link.symlink_to(out)
    packed = pack(where, link, purpose="stall")
    assert link.is_symlink()
    assert names(packed) == ["00-job-sheet.pdf", "01-handout.pdf", "02-signature-sheets.pdf"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["behind", "link", "piece"]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("fails", ["write_bytes", "rename"])
def test_a_full_disk_leaves_the_earlier_pack_as_it_was(tmp_path, monkeypatch, fails):
    where, out = folder(tmp_path), write(tmp_path / "out", {"00-job-sheet.pdf": "%PDF-old"})
    real = getattr(Path, fails)

    def full(path: Path, *given):
        if path.name.endswith(".part") or path.parent.name.endswith(".part"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, *given)

    monkeypatch.setattr(Path, fails, full)
    assert refused(where, out) == [f"error unwritable {out} cannot be written: No space left on device."]
    assert (out / "00-job-sheet.pdf").read_text() == "%PDF-old"


@pytest.mark.usefixtures("small")
def test_a_full_disk_for_what_is_made_in_between_is_said(tmp_path, monkeypatch):
    def full(**_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    assert refused(folder(tmp_path), tmp_path / "out") == [
        "error unwritable The pack cannot be made: No space left on device."
    ]


@pytest.mark.usefixtures("small")
def test_protected_words_stand_in_no_pack_and_no_name_of_one(tmp_path):
    names_file = write(tmp_path / "names", {"list.txt": "Gulnara\n"}) / "list.txt"
    protected = protected_words([names_file])
    with pytest.raises(ProtectedError):
        pack(folder(tmp_path), tmp_path / "gulnara", purpose="stall", protected=protected)
    assert not (tmp_path / "gulnara").exists()


@pytest.mark.parametrize("wrong", [{"copies": 0}, {"copies": 100_001}, {"sheets": 501}, {"page": "A3"}])
def test_what_no_caller_may_ask_for(tmp_path, wrong):
    with pytest.raises(ValueError, match="paper is A4 or letter"):
        pack(tmp_path, tmp_path / "out", purpose="stall", **wrong)


PEOPLE = st.integers(1, 100_000)


@given(PEOPLE, st.integers(1, 100), st.integers(1, 10))
@settings(max_examples=examples(100))
def test_there_are_copies_for_everybody_and_not_one_too_many(people, each, least):
    copies = copies_of(Share(each, least), people)
    assert copies >= least
    assert copies * each >= people
    assert copies == least or (copies - 1) * each < people


@given(PEOPLE)
@settings(max_examples=examples(100))
def test_everybody_has_room_to_sign_as_far_as_one_file_has(people):
    sheets = signature_sheets(people)
    assert sheets == 500 or 10 * (sheets - 1) < people <= 10 * sheets


@given(
    st.sampled_from(["repeat", "booklet", "2-up", "4-up"]),
    st.integers(1, 40),
    st.integers(1, 500),
    st.sampled_from(PAPERS),
)
@settings(max_examples=examples(100))
def test_sheets_hold_all_copies_and_none_is_left_over(scheme, pages, copies, paper):
    try:
        planned = plan(Measured(pages, A5, Ink(40, 40, 40, 40)), Asked(scheme, paper=paper))
    except BriefingError:
        return  # A5 fits only once on letter
    times = times_to_print(planned, copies)
    on_one = sum(each is not None for each in planned.sides[0]) if scheme == "repeat" else 1
    assert on_one_sheet(planned) == on_one
    assert (times - 1) * on_one < copies <= times * on_one


@given(st.integers(1, 300), st.booleans())
@settings(max_examples=examples(100))
def test_plain_sheets_have_a_side_for_each_page(pages, one_side):
    sides = 1 if one_side else 2
    assert pages <= sides * sheets_of_plain(pages, one_side=one_side) < pages + sides
    assert times_to_print(None, pages) == pages


def test_copies_are_what_is_typed_when_several_are_cut_from_a_sheet(tmp_path, monkeypatch):
    items = (PURPOSES["mailing"].items[0], ITEMS["leaflet-to-cut"])
    monkeypatch.setattr(packing_module, "PURPOSES", {"stall": PURPOSES["stall"]._replace(items=items)})
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall", copies=41)
    jobs = [each.job for each in packed.files if each.job]
    assert [(each.copies, each.pieces, each.sheets) for each in jobs] == [(11, 44, 11), (21, 42, 21)]
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert "“Copies” is the number to type when you print." in said
    assert "to lie in a letter of C5. 21 21 A4, 120 g/m²" in said
    assert "Cut at the marks. This makes 42." in said


def packed_file(
    sheets: int | None = None, grams: int = 80, codes: tuple[str, ...] = (), *, tried: bool = True
) -> PackedFile:
    job = None if sheets is None else PrintJob(1, 1, sheets, Paper("A4", grams), "", "black", "")
    return PackedFile("a.pdf", "A", "b", "screen", 1, "A4", 9, "0" * 64, job, codes=codes, codes_tried=tried)


@given(st.lists(st.tuples(st.none() | st.integers(1, 10_000), st.sampled_from([80, 120, 250])), max_size=9))
@settings(max_examples=examples(100))
def test_the_paper_of_all_files_adds_up(files):
    needed = paper_of_all([packed_file(sheets, grams) for sheets, grams in files])
    assert sum(each.sheets for each in needed) == sum(sheets or 0 for sheets, _ in files)
    assert len({each.paper for each in needed}) == len(needed)
    assert all(each.sheets for each in needed)


def test_totals_are_said_in_packs_and_in_pounds():
    needed = (PaperNeeded(Paper("A4", 80), 1), PaperNeeded(Paper("letter", 120), 1_250))
    assert [*totals(needed)] == ["A4, 80 g/m²: 1 sheet", "letter, 32 lb bond: 1,250 sheets, 2.5 packs of 500"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([packed_file()], ""),
        (
            [packed_file(codes=("a",)), packed_file()],
            "The QR code was read from its page, also in grey, blurred and from photocopies. It says:",
        ),
        (
            [packed_file(codes=("a", "b")), packed_file(codes=("a",))],
            "All 3 QR codes were read from their pages, also in grey, blurred and from photocopies. They say:",
        ),
        (
            [packed_file(codes=("a",)), packed_file(codes=("a",), tried=False)],
            "The QR codes were not tried: install the extra [verify], and make the pack again. They say:",
        ),
    ],
)
def test_of_codes_only_what_was_tried_is_said(files, said):
    assert about_codes(files) == said
    assert bool(links_of(files)) == bool(said)


@pytest.mark.usefixtures("small")
def test_without_a_decoder_the_sheet_says_that_nothing_was_tried(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.packing.making.prove_codes", lambda *_given: (NOT_TRIED,))
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall")
    assert [each.codes_tried for each in packed.files] == [False, True]
    said = text_of(packed.folder / "00-job-sheet.pdf")
    assert "The QR codes were not tried: install the extra [verify], and make the pack again. They say:" in said


@pytest.mark.usefixtures("small")
def test_a_code_that_cannot_be_read_keeps_its_file_out(tmp_path, monkeypatch):
    found = Diagnostic("error", "code-unreadable", "It cannot be read.")
    monkeypatch.setattr("briefing.packing.making.prove_codes", lambda *_given: (found,))
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="stall")
    assert names(packed) == ["00-job-sheet.pdf", "01-signature-sheets.pdf"]
    assert packed.left_out == (LeftOut("The handout", (found,), is_mistake=True),)


def test_a_booklet_that_is_too_thick_gives_way(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.packing.making.MOST_FOLDED", 0)
    only = PURPOSES["meeting"]._replace(items=PURPOSES["meeting"].items[:1])
    monkeypatch.setattr(packing_module, "PURPOSES", {"meeting": only})
    packed = pack(folder(tmp_path), tmp_path / "out", purpose="meeting")
    assert names(packed) == ["00-job-sheet.pdf", "01-briefing.pdf"]
    assert lacking(packed) == [("The briefing as a booklet", "booklet-too-thick", "The briefing")]


def test_an_article_that_asks_nothing_has_no_postcard(tmp_path, monkeypatch):
    only = PURPOSES["mailing"]._replace(items=(PURPOSES["mailing"].items[0], ITEMS["handout"]))
    monkeypatch.setattr(packing_module, "PURPOSES", {"mailing": only})
    packed = pack(folder(tmp_path, ""), tmp_path / "out", purpose="mailing")
    assert lacking(packed) == [("The postcard to a representative", "postcard-missing", "")]
    assert not packed.left_out[0].is_mistake


def test_what_is_open_is_said_as_far_as_there_is_room():
    place = Position("briefing.md", 7)
    found = [Diagnostic("open", "no-source", f"Nothing stands behind {number}.", place) for number in range(8)]
    told_of = [*not_ready([*found, Diagnostic("note", "not-approved", "Nobody has.")], "2 May, 10:00")]
    assert [" ".join(each) for each in told_of] == [
        "Embargo. Nothing may be given away before 2 May, 10:00.",
        *(f"Open. Nothing stands behind {number}. (briefing.md, line 7)" for number in range(6)),
        "Open. 2 more things: briefing check lists them.",
        "Not signed off. Nobody has.",
    ]


def test_a_day_that_is_over_stands_in_the_box():
    assert [*not_ready([Diagnostic("warning", "petition-days", "That day is over.")])] == [
        ("Days.", "That day is over.")
    ]


def test_what_stands_in_the_place_of_something_is_said():
    reasons = (Diagnostic("error", "panel-overfull", "It is too long."),)
    assert [" ".join(each) for each in left_out([LeftOut("The leaflet", reasons, "The handout")])] == [
        "The leaflet. It is too long. In its place: the handout."
    ]
    assert [each.text for each in left_out([LeftOut("The leaflet", reasons * 3, is_mistake=True)])] == [
        "It is too long. 2 more things are wrong."
    ]


def all_items() -> list[Item]:
    items = [each for purpose in PURPOSES.values() for each in purpose.items]
    return [*items, *(each.instead for each in items if each.instead)]


def test_the_table_of_purposes_names_what_there_is():
    for item in all_items():
        assert packing_module._OURS.fullmatch(f"01-{item.name}.pdf")
        assert item.template in (*template_names(), "")
        assert item.paper in ("", *PAPERS)
    for purpose in PURPOSES.values():
        for paper in PAPERS:
            files = [each.name for each in purpose.items if each.paper in ("", paper)]
            assert len(set(files)) == len(files)
            assert "briefing-large-print" in files


def test_a_number_of_a_file_is_two_digits_and_follows_the_last():
    assert not packing_module._OURS.fullmatch("1-handout.pdf")
    assert not packing_module._OURS.fullmatch("001-handout.pdf")


def test_a_job_sheet_looks_as_it_did(tmp_path, golden):
    """Of made-up files: those of an example have other hashes with each change of a template."""
    a4 = Paper("A4", 120)
    files = (
        PackedFile(
            "01-leaflet-to-cut.pdf",
            "The leaflet, two on a sheet",
            "to hand out",
            "screen",
            2,
            "A5",
            9,
            "0123456789abcdef" * 4,
            PrintJob(50, 100, 50, a4, "short", "colour or black", "Cut at the marks."),
            codes=("https://example.org/petition",),
        ),
        replace(packed_file(14), name="02-briefing-grey.pdf", edition="grey", coverage=0.05),
        replace(packed_file(), name="03-briefing.pdf", use="to send"),
    )
    reasons = (Diagnostic("error", "a", "The template poster is not made for letter.", Position("briefing.md", 3)),)
    collected = Collected(
        140, "1 to 10", "Our Desk, 1 High Street", "8 September 2021", "Until 2022; then they are shredded."
    )
    packed = Packed(
        Path("out"),
        "stall",
        files,
        paper_of_all(files),
        size=9,
        draft=True,
        collected=collected,
        left_out=(LeftOut("The poster", reasons),),
        diagnostics=(Diagnostic("question", "q", "Is this the right link?", Position("briefing.md", 12)),),
    )
    where = folder(tmp_path)
    order = Order(
        where,
        PURPOSES["stall"],
        100,
        None,
        "A4",
        None,
        final=False,
        configuration=None,
        epoch=None,
        protected=NOTHING_PROTECTED,
        today=None,
    )
    golden.check("job-sheet-1", write_job_sheet(order, load(where).briefing, packed))


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_each_pack_of_the_example_conforms(tmp_path, purpose, paper):
    packed = pack(EXAMPLE, tmp_path / "out", purpose=purpose, page=paper)
    expected = {
        ("stall", "A4"): "leaflet-to-cut leaflet-A5 poster handout signature-sheets briefing-large-print briefing-grey",
        ("stall", "letter"): "trifold handout signature-sheets briefing-large-print briefing-grey",
        ("mailing", "A4"): "postcards-to-cut trifold briefing briefing-large-print",
        ("mailing", "letter"): "postcards-to-cut trifold briefing briefing-large-print",
        ("meeting", "A4"): "briefing-booklet handout-grey signature-sheets briefing-large-print",
        ("meeting", "letter"): "briefing handout-grey signature-sheets briefing-large-print",
    }[purpose, paper].split()
    assert [re.sub(r"^\d\d-|\.pdf$", "", each.name) for each in packed.files] == expected
    assert not any(each.is_mistake for each in packed.left_out)
    assert all(each.codes_tried for each in packed.files)
    for path in packed.folder.iterdir():
        assert_conforming(path.read_bytes(), thorough=False)

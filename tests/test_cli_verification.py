"""The words of ``briefing verify``: verdicts, sections, the outline of tags, of findings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_verifying_problems import A4, GOOD
from test_verifying_records import FULL

from briefing.cli.tag_outline import full_outline, short_outline
from briefing.cli.verification import Unread, as_json, as_speech, as_tags, as_text, summary, verdict
from briefing.errors import Diagnostic
from briefing.verifying import (
    Attached,
    BrokenRule,
    ClaimFinding,
    Code,
    Conformance,
    FontUsed,
    ImageShown,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Problem,
    Rechecked,
    Tag,
)

PASSED = Conformance("PDF/UA-1", "passed", "v 1")
UNCHECKED = Conformance("PDF/A-4", "not checked", reason="r")
WARNING = Problem("no-outline", "w", gravity="warning")
UNSAID = Problem("unchecked", "u", gravity="warning")


@pytest.mark.parametrize(
    ("conformance", "problems", "words"),
    [
        ((PASSED,), (), "passed. PDF/UA-1 (v 1)."),
        (
            (PASSED, Conformance("PDF/A-2a", "passed", "v 1")),
            (WARNING,),
            "passed, 1 warning. PDF/UA-1 and PDF/A-2a (v 1).",
        ),
        ((PASSED, Conformance("PDF/UA-1", "passed", "w 2")), (), "passed. PDF/UA-1 (v 1 and w 2)."),
        (
            (PASSED, Conformance("PDF/A-2a", "passed", "w 2")),
            (),
            "passed. PDF/UA-1 (v 1); PDF/A-2a (w 2).",
        ),
        ((UNCHECKED,), (UNSAID,), "nothing found wrong, 1 warning, conformance not checked."),
        ((), (WARNING,), "nothing found wrong, 1 warning, conformance not checked."),
        ((PASSED, UNCHECKED), (UNSAID,), "nothing found wrong, 1 warning, PDF/A-4 not checked."),
        ((UNCHECKED,), (UNSAID, Problem("x", "m"), WARNING), "1 failure, 2 warnings."),
        ((PASSED,), (Problem("x", "m"), Problem("y", "m")), "2 failures."),
    ],
)
def test_the_verdict(conformance, problems, words):
    assert verdict(replace(GOOD, conformance=conformance, problems=problems)) == f"good.pdf: {words}"


def test_several_files_are_counted():
    unread = Unread("a.pdf", Diagnostic("error", "x", "y"))
    failed = replace(GOOD, problems=(Problem("x", "m"),))
    assert summary([GOOD, GOOD]) == "2 files: none failed."
    assert summary([GOOD, failed]) == "2 files: 1 failed."
    assert summary([unread, failed, unread]) == "3 files: 1 failed, 2 could not be read."


def test_every_section_of_a_report():
    found = replace(
        FULL,
        encrypted=True,
        pages=(
            replace(GOOD.pages[0], media=(0, 0, 230, 317), trim=A4, bleed=(-3, -3, 213, 300), rotation=90, size="A4"),
        ),
        metadata={"author": "A", "created": "2021-09-02T10:00:00Z", "modified": "yesterday", "label": ""},
        codes=(),
        outline=(OutlineEntry(1, "One", 1), OutlineEntry(2, "Two", None)),
        fonts=(replace(GOOD.fonts[0], subset=False, to_unicode=False, pages=()),),
        images=(*FULL.images, ImageShown(4, 5, 6, 90.0, "artifact")),
        links=(
            *FULL.links,
            *[
                LinkFound(page, "https://example.org/b", "b", printed=True, described=True, tagged=True)
                for page in (1, 3)
            ],
            LinkFound(2, "page 4", "c", printed=True, described=True, tagged=True),
        ),
        attachments=(*FULL.attachments, Attached("b.md", 1, intact=False)),
        problems=(),
    )
    assert (
        as_text(found)
        == """\
good.pdf: passed. PDF/UA-1 (v).

Title      A title
Language   en-GB
Claims     PDF/UA-1
Author     A
Created    2 September 2021
Modified   yesterday
File       1 kB, PDF 1.7, encrypted
Evidence   no ledger of claims inside: there is nothing to re-check
Pages      1, A4 (210 × 297 mm), with bleed 216 × 303 mm, on a sheet of 230 ×
           317 mm, turned by 90°

Conformance
  PDF/UA-1: claimed, failed by v
    Something on a page is neither tagged nor marked as decoration.
      7.1-3: m (4 times)

Fonts
  Plex: TrueType, embedded, no Unicode

Images
  page 1: 2 × 3 pixels, “A map”
  page 1: 2 × 3 pixels, 72 an inch, not tagged
  page 4: 5 × 6 pixels, 90 an inch, decoration

Links (printed and described unless it says otherwise)
  page 1: “a” → https://example.org (not described)
  pages 1 and 3: “b” → https://example.org/b
  1 link within the file

Attachments
  a.md, 1 kB, text/markdown, Source
  b.md, 1 kB, damaged

Outline
  One (page 1)
    Two (leads nowhere)

Tags
  Document
    H1 “A title”

good.pdf: passed. PDF/UA-1 (v)."""
    )


def test_a_stranger_writes_no_line_of_ours_and_does_not_steer_the_terminal():
    evil = "a\nother.pdf: passed.\x1b[2J\u202eb\u2028c"
    shown = "a other.pdf: passed.\\u001b[2J\\u202eb c"
    found = replace(
        GOOD,
        file=evil,
        title=evil,
        language=evil,
        version=evil,
        metadata={evil: evil},
        claims=(evil,),
        conformance=(
            Conformance(evil, "not checked", reason=evil),
            Conformance(evil, "failed", evil, broken=(BrokenRule(evil, evil),)),
        ),
        fonts=(FontUsed(evil, evil, embedded=True, subset=True, to_unicode=True, pages=(1,)),),
        outline=(OutlineEntry(1, evil, 1),),
        tags=(
            Tag(evil, evil, (evil,), 1, evil, evil, evil, evil, evil, evil, id=evil, headers=(evil,)),
            Tag("Figure", alternative=evil),
            Tag("Sect", title=evil),
        ),
        images=(ImageShown(1, 1, 1, 300, "figure", evil),),
        links=(LinkFound(1, evil, evil, printed=True, described=True, tagged=True),),
        codes=(Code(1, evil, evil),),
        attachments=(Attached(evil, 1, evil, evil),),
        evidence=Rechecked(1, 1, 1, 0, 1, (ClaimFinding("claim-missing", evil, evil, 1, evil, evil, (evil,)),)),
        pages=(PageSeen(1, A4, A4, size=evil),),
        speech=(evil,),
        problems=(Problem(evil, evil, hint=evil),),
    )
    for text in (as_text(found), as_tags(found), as_speech(found)):
        assert shown in " ".join(text.split())
        assert not any(each.startswith("other.pdf") for each in text.splitlines())
        assert not set(text) & {"\x1b", "\u202e", "\u2028"}
    assert as_json([found]).isascii()


def test_long_sections_are_cut_and_say_so():
    links = [
        LinkFound(1, f"https://example.org/{number}", "a", printed=True, described=True, tagged=True)
        for number in range(30)
    ]
    text = as_text(replace(GOOD, links=tuple(links)))
    assert "/24\n  … and 5 more: --format json shows all\n" in text
    tags = (Tag("Document", children=tuple(Tag("P", children=(str(number),)) for number in range(80))),)
    assert "“58”\n  … and 21 more: --tags shows all\n\ngood.pdf: passed" in as_text(replace(GOOD, tags=tags))


def test_a_long_text_is_cut():
    text = as_text(replace(GOOD, title="word " * 1000, metadata={"author": "x" * 2000}))
    assert text.count("word") == 200
    assert "word …\nLanguage" in text
    assert f"\nAuthor     {'x' * 1000}\n           …\n" in text


def test_the_tree_in_short_and_in_full():
    table = Tag(
        "Table",
        children=(
            Tag("Caption", children=("c",)),
            Tag(
                "TBody",
                children=(
                    Tag(
                        "TR",
                        children=(Tag("TH", scope="Row", id="h"), Tag("TD", columns=2, rows=3, headers=("h", "i"))),
                    ),
                ),
            ),
        ),
    )
    tree = Tag(
        "Document",
        children=(
            Tag("Sect", title="Part one", children=(Tag("L", children=(Tag("LI"),)), Tag("TOC"), table)),
            Tag("Sect"),
            Tag("P", "Standard", ("One ", Tag("Span", children=("two",), expansion="2", language="fr"), " three"), 2),
            Tag("P", children=("word " * 30,)),
            Tag("P", actual_text="said", children=("unsaid",)),
            Tag("Figure", alternative="A map", children=("letters",)),
            Tag("Formula"),
            Tag("Div", children=(Tag("P", children=("within",)), Tag("P", children=("beside",)), ".")),
        ),
    )
    assert list(short_outline([tree])) == [
        "Document",
        "  Sect “Part one”",
        "    List, 1 item",
        "    Table of contents, 0 entries",
        "    Table, 3 columns, 1 row",
        "  Sect",
        "  P “One two three”",
        "  P “word word word word word word word word word word word word …”",
        "  P “said”",
        "  Figure “A map”",
        "  Formula without a text alternative",
        "  Div “within beside.”",
    ]
    assert list(full_outline([table])) == [
        "Table",
        "  Caption",
        "    “c”",
        "  TBody",
        "    TR",
        "      TH [scope Row, id h]",
        "      TD [columns 2, rows 3, headed by h and i]",
    ]
    assert list(full_outline(tree.children[2:3])) == [
        "P (as Standard) [page 2]",
        "  “One”",
        "  Span [language fr, stands for “2”]",
        "    “two”",
        "  “three”",
    ]


@pytest.mark.parametrize("tags", [None, ()])
def test_a_file_without_tags_says_so(tags):
    assert as_tags(replace(GOOD, tags=tags)) == "This file has no tags."


def test_a_tree_as_deep_as_can_be_fits_the_page():
    tag = Tag("P", children=("Deep",))
    for _ in range(3000):
        tag = Tag("Div", children=(tag,))
    assert max(map(len, short_outline([tag]))) == len(" " * 40 + "P “Deep”")
    assert len(list(full_outline([tag]))) == 3002


def evidence_of(rechecked: Rechecked) -> str:
    report = as_text(replace(GOOD, evidence=rechecked))
    return report.partition("\nEvidence\n")[2].partition("\n\n")[0]


@pytest.mark.parametrize(
    ("rechecked", "said"),
    [
        (
            Rechecked(3, 0, 0, 0),
            "  3 claims in the ledger, of them 0 quotations. No words of a source are\n"
            "    attached that a quotation could be compared with.",
        ),
        (
            Rechecked(1, 1, 1, 1),
            "  1 claim in the ledger, of them 1 quotation. 1 was compared with the attached\n"
            "    words of its source and found there.",
        ),
        (
            Rechecked(
                2, 2, 2, 1, 0,
                (
                    ClaimFinding("quotation-differs", "c2", "I write today", 3, "massoud", "verbatim",
                                 ("you:    I write", "source: I write [today]")),
                    ClaimFinding("claim-missing", "c3", "ten fell"),
                ),
            ),
            "  2 claims in the ledger, of them 2 quotations. Of 2 compared with the attached\n"
            "    words of their sources 1 was found there.\n"
            "  c2, quotation-differs, massoud, page 3\n"
            "    you:    I write\n"
            "    source: I write [today]\n"
            "  c3, claim-missing\n"
            "    “ten fell”",
        ),
    ],
)  # fmt: skip
def test_what_came_of_the_evidence(rechecked, said):
    assert evidence_of(rechecked) == said

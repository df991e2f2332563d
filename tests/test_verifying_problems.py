"""What is wrong with a file, drawn from what was found in it: every sentence in full."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.verifying import (
    NOT_INSTALLED,
    BrokenRule,
    Code,
    Conformance,
    FontUsed,
    ImageShown,
    Inspection,
    LinkFound,
    OutlineEntry,
    PageSeen,
    Problem,
    Tag,
    on_pages,
    problems_of,
)

A4 = (0.0, 0.0, 210.0, 297.0)
GOOD = Inspection(
    file="good.pdf",
    size=1000,
    version="1.7",
    encrypted=False,
    title="A title",
    shows_title=True,
    language="en-GB",
    conformance=(Conformance("PDF/UA-1", "passed", "v 1"), Conformance("PDF/A-2a", "passed", "v 1")),
    pages=tuple(PageSeen(number, A4, A4) for number in range(1, 8)),
    outline=(OutlineEntry(1, "A title", 1),),
    tags=(Tag("Document", children=(Tag("H1", children=("A title",), page=1),)),),
    fonts=(FontUsed("Plex", "TrueType", embedded=True, subset=True, to_unicode=True, pages=(1, 2)),),
    codes=(),
)
REMEDY = "Make the file again with all fonts embedded."


def document(*children: Tag) -> tuple[Tag, ...]:
    return (Tag("Document", children=children),)


def heading(level: int, text: str = "Words", page: int | None = 2) -> Tag:
    return Tag(f"H{level}", children=(text,), page=page)


def told(**changes) -> list[tuple[str, str, str, int | None, str]]:
    return [
        (each.gravity, each.id, each.message, each.page, each.hint) for each in problems_of(replace(GOOD, **changes))
    ]


def test_a_good_file_has_no_problem():
    assert told() == []


def test_a_standard_that_is_broken_is_one_failure_whoever_says_so():
    broken = (BrokenRule("a-1", "A"), BrokenRule("b-2", "B", 40))
    conformance = (
        Conformance("PDF/UA-1", "failed", "page-validation 1", claimed=True, broken=broken),
        Conformance("PDF/UA-1", "failed", "veraPDF 2", claimed=True, broken=broken[:1]),
        Conformance("PDF/A-2a", "failed", "page-validation 1", broken=broken),
        Conformance("PDF/A-2a", "passed", "veraPDF 2"),
    )
    assert told(conformance=conformance) == [
        (
            "failure",
            "nonconforming",
            "The file claims to keep PDF/UA-1, the standard for people who cannot see the page, and does not: 2 broken "
            "rules by page-validation 1 and 1 broken rule by veraPDF 2.",
            None,
            "Make it again with a program that writes PDF/UA. The rules are listed under Conformance.",
        ),
        (
            "failure",
            "nonconforming",
            "The file does not keep PDF/A-2a, the standard for archives: 2 broken rules.",
            None,
            "Make it again with a program that writes PDF/A. The rules are listed under Conformance.",
        ),
    ]


def test_what_was_not_checked_is_a_warning_for_each_reason():
    conformance = (
        Conformance("PDF/UA-1", "not checked", reason=NOT_INSTALLED),
        Conformance("PDF/A-2a", "not checked", reason=NOT_INSTALLED),
        Conformance("PDF/X-4", "not checked", reason="nobody knows it"),
    )
    assert told(conformance=conformance) == [
        (
            "warning",
            "unchecked",
            f"PDF/UA-1 and PDF/A-2a were not checked: {NOT_INSTALLED}.",
            None,
            "",
        ),
        ("warning", "unchecked", "PDF/X-4 was not checked: nobody knows it.", None, ""),
    ]


@pytest.mark.parametrize("tags", [None, ()])
def test_a_file_without_tags(tags):
    assert told(tags=tags) == [
        (
            "failure",
            "untagged",
            "The file is not tagged: a screen reader has to guess what is a heading, a list or a table, and in which "
            "order to read.",
            None,
            "Make it again with a program that writes tagged PDF, with that option switched on.",
        )
    ]


def test_title_and_language():
    assert told(title="", shows_title=False, language="") == [
        (
            "failure",
            "no-title",
            "The file has no title: windows, search results and screen readers show the name of the file instead.",
            None,
            "Give the document a title in its properties and make the file again.",
        ),
        (
            "failure",
            "no-language",
            "The file does not say in which language it is: a screen reader may read it with the wrong voice.",
            None,
            "Set the language of the document and make the file again.",
        ),
    ]
    assert told(shows_title=False) == [
        (
            "warning",
            "title-not-shown",
            "Viewers will show the name of the file instead of its title.",
            None,
            "Switch on “display document title” where the file is made.",
        )
    ]


def test_headings_that_skip_a_level():
    headings = (heading(2), heading(3), heading(2), heading(5, "A long heading " * 9, page=None), heading(1))
    hint = "Use the levels of headings in their order, and styles for their size."
    assert told(tags=document(*headings)) == [
        (
            "failure",
            "skipped-heading",
            "The heading “Words” on page 2 has level 2 and is the first: level 1 is skipped.",
            2,
            hint,
        ),
        (
            "failure",
            "skipped-heading",
            "The heading “A long heading A long heading A long heading A …” has level 5 and comes after one of "
            "level 2: level 3 is skipped.",
            None,
            hint,
        ),
    ]


def test_many_skipped_headings_are_counted():
    headings = [heading(level, f"Words {number}") for number in range(8) for level in (1, 3)]
    found = told(tags=document(*headings))
    assert len(found) == 6
    assert found[-1][2] == "3 more headings skip a level."


def test_pictures_without_words_for_them():
    tags = document(
        heading(1),
        Tag("Figure", page=3),
        Tag("Figure", page=4, alternative="A map"),
        Tag("P", children=(Tag("Figure", page=5, actual_text="ACME"), Tag("Figure", alternative=""))),
    )
    images = (
        ImageShown(3, 10, 10, 300, "figure"),
        ImageShown(6, 10, 10, 300, "artifact"),
        ImageShown(7, 10, 10, 300, "untagged"),
    )
    assert told(tags=tags, images=images) == [
        (
            "failure",
            "missing-alt",
            "3 pictures (pages 3 and 7) have no text alternative: those who cannot see are told nothing.",
            3,
            "Describe each picture in a sentence, or mark it as decoration.",
        )
    ]
    (only,) = told(tags=document(heading(1), Tag("Figure")))
    assert only[2] == "1 picture has no text alternative: those who cannot see are told nothing."


def test_fonts_that_are_missing_or_mute():
    fonts = (
        FontUsed("Helvetica", "Type 1", embedded=False, subset=False, to_unicode=True, pages=(1, 2, 3, 5)),
        FontUsed("Wingdings", "Type 3", embedded=True, subset=False, to_unicode=False, pages=()),
    )
    assert told(fonts=fonts) == [
        (
            "failure",
            "font-not-embedded",
            "The font Helvetica (pages 1–3 and 5) is not embedded: elsewhere its letters may look different or be "
            "missing.",
            1,
            REMEDY,
        ),
        (
            "warning",
            "no-unicode",
            "Text in the font Wingdings cannot be copied, searched or read aloud: its letters are not told.",
            None,
            "Make the file again with a current program, or with another font.",
        ),
    ]


def test_links_that_say_nothing_to_some():
    links = (
        LinkFound(1, "https://example.org/a", "a", printed=True, described=False, tagged=False),
        LinkFound(2, "https://example.org/b", "b", printed=False, described=True, tagged=False),
        LinkFound(2, "mailto:a@b.example", "c", printed=False, described=False, tagged=True),
        LinkFound(3, "page 4", "d", printed=False, described=True, tagged=True),
    )
    assert told(links=links) == [
        (
            "failure",
            "undescribed-link",
            "1 link (page 1) is neither tagged nor described: a screen reader cannot say what is behind.",
            1,
            "Make the file again as tagged PDF, with its links.",
        ),
        (
            "warning",
            "unprinted-link",
            "2 links (page 2) do not show the address: on paper nobody can follow.",
            2,
            "Print the address beside the words, in a note or among the sources.",
        ),
    ]


@pytest.mark.parametrize("text", ["short.example/sign", "www.short.example", "https://short.example/ a?b=c"])
def test_a_printed_address_that_is_not_the_one_behind_it(text):
    link = LinkFound(4, "https://example.org/a", text, printed=False, described=True, tagged=True)
    assert told(links=(link, link)) == [
        (
            "warning",
            "other-address",
            f"The link on page 4 says “{text}” and leads to “https://example.org/a”.",
            4,
            "Make sure that both are the same page, for those who type what is printed.",
        )
    ]


def test_a_link_to_nowhere():
    link = LinkFound(3, "nowhere", "d", printed=True, described=True, tagged=True)
    hint = "Mend the target of the link, or take the link away."
    assert told(links=(link,)) == [("warning", "dead-link", "1 link (page 3) leads nowhere.", 3, hint)]


def test_a_lock_that_keeps_screen_readers_out():
    assert told(encrypted=True, accessible=True) == []
    assert told(encrypted=True, accessible=False) == [
        (
            "failure",
            "locked",
            "The file is encrypted and forbids screen readers to take its text.",
            None,
            "Make it again without protection, or with accessibility allowed.",
        )
    ]


def test_a_long_file_without_bookmarks():
    assert told(outline=()) == [
        (
            "warning",
            "no-outline",
            "The file has 7 pages and no outline (bookmarks) to move through them.",
            None,
            "Make it again with bookmarks from the headings.",
        )
    ]
    assert told(outline=(), pages=GOOD.pages[:4]) == []


def test_coarse_pictures():
    resolutions = (300, 149.9, 72.4, None, 150)
    images = tuple(ImageShown(page, 10, 10, each, "artifact") for page, each in enumerate(resolutions, start=1))
    assert told(images=images) == [
        (
            "warning",
            "coarse-image",
            "2 pictures (pages 2 and 3) will look coarse in print: down to 72 pixels an inch, where it takes at least "
            "150.",
            2,
            "Take a picture with more pixels, or show it smaller.",
        )
    ]


@pytest.mark.parametrize(
    "target", ["https://example.org/a", "http://www.EXAMPLE.org/a/", "HTTPS://example.org/a", "example.org/a"]
)
def test_a_code_that_a_link_repeats_is_no_problem(target):
    link = LinkFound(1, target, "a", printed=True, described=True, tagged=True)
    assert told(codes=(Code(1, "QR Code", "https://example.org/a"),), links=(link,)) == []


def test_a_code_that_says_what_nothing_else_says():
    codes = (Code(6, "QR Code", "https://example.org/A"), Code(7, "EAN-13", "4006381333931"))
    link = LinkFound(1, "https://example.org/a", "a", printed=True, described=True, tagged=True)
    assert told(codes=codes, links=(link,)) == [
        (
            "warning",
            "foreign-code",
            "The QR Code on page 6 says “https://example.org/A”, which no link of the file says.",
            6,
            "Give the same address as a link beside the code, or mend the code.",
        )
    ]
    assert told(codes=None) == []


def test_a_file_for_a_press_has_codes_and_no_links():
    codes = (Code(6, "QR Code", "https://example.org/A"),)
    assert "foreign-code" not in {each.id for each in problems_of(replace(GOOD, codes=codes, claims=("PDF/X-4",)))}
    assert "foreign-code" in {each.id for each in problems_of(replace(GOOD, codes=codes, claims=("PDF/UA-1",)))}


def test_what_was_noted_while_reading_is_kept_and_failures_come_first():
    noted = Problem("damaged", "The file was mended.", gravity="warning")
    found = problems_of(replace(GOOD, problems=(noted,), language=""))
    assert [each.id for each in found] == ["no-language", "damaged"]


def test_a_tree_as_deep_as_can_be_is_walked():
    tag = Tag("H2", children=("Deep",), page=1)
    for _ in range(5000):
        tag = Tag("Div", children=(tag,))
    (only,) = problems_of(replace(GOOD, tags=(tag,)))
    assert only.message == "The heading “Deep” on page 1 has level 2 and is the first: level 1 is skipped."


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([3], "page 3"),
        ([2, 1, 2], "pages 1 and 2"),
        ([1, 2, 3], "pages 1–3"),
        ([1, 3, 5, 6, 7], "pages 1, 3 and 5–7"),
        (range(1, 40, 2), "pages 1, 3, 5, 7, 9, 11, 13 and others"),
    ],
)
def test_pages_are_named_in_few_words(pages, words):
    assert on_pages(pages) == words


def scan(**changes) -> dict[str, object]:
    pages = tuple(PageSeen(number, A4, A4, has_text=False) for number in (1, 2))
    images = tuple(ImageShown(number, 2000, 3000, 300.0, "untagged") for number in (1, 2))
    return {"pages": pages, "images": images, **changes}


def test_a_scan_is_told_what_it_lacks_and_not_to_describe_its_pages():
    assert told(**scan()) == [
        (
            "failure",
            "no-text",
            "Pages 1 and 2 are pictures without text, as a scanner makes them: nobody can search, copy or hear what "
            "stands there.",
            1,
            "Make the file again from the document that was printed; or have the text recognised (OCR), with OCRmyPDF "
            "for instance, and read it over.",
        )
    ]
    (one,) = told(**scan(images=scan()["images"][1:]))
    assert one[2].startswith("Page 2 is a picture without text, as a scanner makes them: ")


@pytest.mark.parametrize(
    "image",
    [ImageShown(1, 9, 9, 300.0, "artifact"), ImageShown(1, 9, 9, 300.0, "figure", "A map")],
    ids=["decoration", "described"],
)
def test_a_page_that_is_one_described_picture_is_no_scan(image):
    assert told(**scan(images=(image,))) == []


@pytest.mark.parametrize("title", ["untitled", "Untitled"])
def test_a_title_that_a_program_writes_is_none(title):
    assert [each[1] for each in told(title=title)] == ["no-title"]

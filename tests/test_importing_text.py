"""A plain text → what is found in it: title, headings, lists, tables, quotations, and what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.importing.found import Found
from briefing.importing.given import Given
from briefing.importing.text import read_text
from briefing.model import Element, plain_text, walk


def read(text: str | bytes, language: str = "en-GB") -> Found:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_text(Given(data, "scrape.txt", "Scrape", language))


def outline(found: Found) -> list[tuple[str, str]]:
    return [(block.tag, plain_text(block)) for block in found.blocks]


def questions(found: Found) -> list[str]:
    return [f"{each.position.line}: {each.text}" for each in found.questions]


STORY = """\
Who keeps the Alder Bridge?

Who keeps the Alder Bridge?

The bridge has been closed since the flood, and nobody can say when it will open again.

Who built it?

The brothers Alder built it of larch in 1907.

Can it be saved?
Yes, say those who walk over it.

Leave a comment

The Conversation (0)
"""


def test_a_title_that_stands_twice_is_said_once():
    found = read(STORY)
    assert found.title == "Who keeps the Alder Bridge?"
    assert outline(found) == [
        ("p", "The bridge has been closed since the flood, and nobody can say when it will open again."),
        ("h2", "Who built it?"),
        ("p", "The brothers Alder built it of larch in 1907."),
        ("h2", "Can it be saved?"),
        ("p", "Yes, say those who walk over it."),
    ]  # fmt: skip
    assert [block.position.line for block in found.blocks] == [5, 7, 9, 11, 12]


def test_what_stands_around_an_article_is_left_out_and_quoted():
    assert questions(read(STORY)) == [
        '14: Left out as part of the page around the article: "Leave a comment The Conversation (0)". '
        "Put it back if it belongs to it."
    ]


def test_furniture_between_paragraphs_is_left_out_line_by_line():
    found = read(
        "Title\n\nOne paragraph of the text.\n\nAdvertisement\n\nRead more: The other bridge\n\nThe end of it.\n"
    )
    assert outline(found) == [("p", "One paragraph of the text."), ("p", "The end of it.")]
    assert questions(found) == [
        '5: Left out as part of the page around the article: "Advertisement". Put it back if it belongs to it.',
        '7: Left out as part of the page around the article: "Read more: The other bridge". '
        "Put it back if it belongs to it.",
    ]


def test_a_box_of_comments_may_begin_right_below_other_furniture():
    found = read("Title\n\nText of it.\n\nMore text of it.\n\nShare this\nComments (1)\nGood!\n")
    assert outline(found) == [("p", "Text of it."), ("p", "More text of it.")]
    assert questions(found) == [
        '7: Left out as part of the page around the article: "Share this". Put it back if it belongs to it.',
        '8: Left out as part of the page around the article: "Comments (1) Good!". Put it back if it belongs to it.',
    ]


def test_a_long_box_of_comments_is_quoted_in_part():
    remarks = "\n\n".join(f"Reader {number} thinks that this is so and not otherwise." for number in range(20))
    found = read("Title\n\nText of it.\n\n" * 12 + f"Comments (20)\n\n{remarks}\n")
    assert [text for tag, text in outline(found)][-1] == "Text of it."
    assert questions(found)[-1].endswith('… (lines 49 to 89 of "scrape.txt"). Put it back if it belongs to it.')


@pytest.mark.parametrize(
    ("heading", "language"),
    [("چه کسی پل را ساخت؟", "fa"), ("من بنى الجسر؟", "ar"), ("谁建了桥？", "zh"), ("Wer hat sie gebaut?", "de")],
)
def test_a_short_question_is_a_heading_in_every_script(heading, language):
    found = read(f"T1 und so\n\n{'ab ' * 30}.\n\n{heading}\n\n{'ab ' * 30}.\n", language)
    assert outline(found)[1] == ("h2", heading)
    assert not found.questions


def test_short_lines_without_an_end_are_headings_with_a_question():
    text = (
        "Title of it\n\nThe first paragraph ends here.\n\nThe flood\n\nIt came at night.\n\nThe repair\n\nIt is long.\n"
    )
    found = read(text)
    assert [text for tag, text in outline(found) if tag == "h2"] == ["The flood", "The repair"]
    assert questions(found) == [
        '5: Short lines were made headings: "The flood", "The repair". Look whether all of them are.'
    ]


def test_the_last_line_and_lines_in_small_letters_are_no_headings():
    found = read("Title of it\n\nThe first paragraph ends here.\n\nand so on\n\nIt came at night.\n\nJane Doe\n")
    assert [tag for tag, text in outline(found)] == ["p"] * 4


@pytest.mark.parametrize(
    "line", ["Sign here: https://example.org/sign", "Write to jane@example.org", "See www.example.org"]
)
def test_a_short_line_with_an_address_is_no_heading(line):
    found = read(f"A title here\n\n{'ab ' * 30}.\n\n{line}\n\n{'ab ' * 30}.\n")
    assert outline(found)[1] == ("p", line)


def test_marked_headings_close_up_their_levels():
    found = read("# Title\n\nText of it.\n\n## One\n\nText of it.\n\n#### Two\n\nText of it.\n")
    assert found.title == "Title"
    assert [tag for tag, _ in outline(found)] == ["p", "h2", "p", "h3", "p"]


def test_lists_in_lists_and_items_over_several_lines():
    found = read(
        "Title\n\nWhat is needed:\n- larch\n  of the valley\n    - dry\n    - old\n- nails\n\n1. first\n\n2. second\n"
    )
    assert outline(found)[0] == ("p", "What is needed:")
    bullets, numbers = found.blocks[1:]
    assert [each.tag for each in walk(bullets)] == ["ul", "li", "p", "ul", "li", "li", "li"]
    assert [plain_text(each) for each in numbers.children if isinstance(each, Element)] == ["first", "second"]
    assert numbers.tag == "ol"


def test_one_numbered_line_is_a_paragraph():
    found = read("Title\n\nThe text begins.\n\n1. January was cold and wet.\n\nThe text ends.\n")
    assert [tag for tag, _ in outline(found)] == ["p", "p", "p"]


@pytest.mark.parametrize(
    "table", ["Year\tWalkers\n2019\t400\n2020\t\n", "Year   Walkers\n2019   400\n2020   380\n"], ids=["tabs", "spaces"]
)
def test_columns_are_a_table(table):
    (block,) = read(f"Title\n\n{table}").blocks
    assert block.tag == "table"
    assert [each.tag for each in walk(block)] == [
        "table",
        "thead",
        "tr",
        "th",
        "th",
        "tbody",
        "tr",
        "td",
        "td",
        "tr",
        "td",
        "td",
    ]
    assert plain_text(block).startswith("YearWalkers2019400")


WRAPPED = """\
Title

The bridge has been closed since the flood of the spring, and no-
body in the two villages can say when it will open. A well-known
engineer, who has seen many such bridges, looked at it. She is well-
known for her patience, and will need it: the piers stand in water.

It is long.
"""


def test_lines_broken_at_the_edge_are_joined():
    first, second = read(WRAPPED).blocks
    assert plain_text(first) == (
        "The bridge has been closed since the flood of the spring, and nobody in the two villages can say when it will "
        "open. A well-known engineer, who has seen many such bridges, looked at it. She is well-known for her "
        "patience, and will need it: the piers stand in water."
    )
    assert plain_text(second) == "It is long."


def test_without_empty_lines_each_line_is_a_paragraph():
    found = read("Title of it\n" + "\n".join(f"{'Many words stand here ' * 9}{number}." for number in range(3)))
    assert found.title == "Title of it"
    assert [tag for tag, _ in outline(found)] == ["p", "p", "p"]


def test_title_site_standfirst_authors_and_date():
    found = read(
        "The Alder Bridge | The Valley Post\n\nThe Alder Bridge\n\nIt is closed, and nobody knows for how long.\n\n"
        "By Jane Doe and John Roe\nPublished Monday 23 August 2021 14:05\n\nThe bridge is closed since the flood.\n"
    )
    assert found.title == "The Alder Bridge"
    assert found.origin is not None
    assert found.origin.container == "The Valley Post"
    assert found.fields == {
        "standfirst": "It is closed, and nobody knows for how long.",
        "authors": ("Jane Doe", "John Roe"),
        "date": "2021-08-23",
    }
    assert outline(found) == [("p", "The bridge is closed since the flood.")]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Von Jana Weber", "de", {"authors": ("Jana Weber",)}),
        ("Veröffentlicht am 23. August 2021", "de", {"date": "2021-08-23"}),
        ("Par Anne Dupont et Luc Martin", "fr", {"authors": ("Anne Dupont", "Luc Martin")}),
        ("By Jane Doe, 23 August 2021", "en", {"authors": ("Jane Doe",), "date": "2021-08-23"}),
        ("23 August 2021 | By Jane Doe", "en", {"authors": ("Jane Doe",), "date": "2021-08-23"}),
        ("نوشته: سارا احمدی", "fa", {"authors": ("سارا احمدی",)}),
        ("نویسنده: مریم رضایی", "fa", {"authors": ("مریم رضایی",)}),
        ("By the river stands a bridge", "en", {}),
        ("It was closed on 23 August 2021 by the council", "en", {}),
    ],
)
def test_lines_of_author_and_date(line, language, expected):
    assert read(f"A title\n\n{line}\n\nThe text stands below it.\n", language).fields == expected


@pytest.mark.parametrize("below", ["\n\n", "\n"])
def test_a_question_with_its_author_directly_below_is_the_title(below):
    found = read(f"What now for Sylhet?\nBy Tom Hall\n18 June 2022{below}The flood came at night.\n\nIt took all.\n")
    assert found.title == "What now for Sylhet?"
    assert found.fields == {"authors": ("Tom Hall",), "date": "2022-06-18"}
    assert outline(found) == [("p", "The flood came at night."), ("p", "It took all.")]


def test_the_head_of_an_e_mail_gives_the_title_and_is_quoted():
    found = read(
        "---------- Forwarded message ---------\nFrom: Jane Doe <jane@example.org>\nDate: Mon, 23 Aug 2021\n"
        "Subject: Fwd: The Alder Bridge\nTo: John Roe\n\nThe bridge is closed.\n\n> Since when?\n> Since May.\n"
    )
    assert found.title == "The Alder Bridge"
    assert found.fields == {"authors": ("Jane Doe",), "date": "2021-08-23"}
    assert outline(found) == [("p", "The bridge is closed."), ("blockquote", "Since when?Since May.")]
    assert questions(found) == [
        '2: Taken as the head of an e-mail: "---------- Forwarded message ---------; '
        "From: Jane Doe <jane@example.org>; Date: Mon, 23 Aug 2021; "
        'Subject: Fwd: The Alder Bridge; To: John Roe". Look whether title, authors and date are those of the article.'
    ]


def test_what_a_sender_wrote_above_a_forwarded_e_mail_is_asked_about():
    found = read(
        "Hi all,\nthis is worth a briefing.\n\nBest, Ann\n\n---------- Forwarded message ---------\n"
        'From: "Doe, Jane" <jane@example.org>\nDate: Mon, 23 Aug 2021 at 10:30\nSubject: Fwd: The dam\n\n'
        "It rose in the night.\n\nThen it broke.\n"
    )
    assert (found.title, found.fields) == ("The dam", {"authors": ("Jane Doe",), "date": "2021-08-23"})
    assert outline(found) == [("p", "It rose in the night."), ("p", "Then it broke.")]
    assert questions(found)[0] == (
        '1: Above the e-mail stands: "Hi all, this is worth a briefing. Best, Ann". It was left out. '
        "Put it where it belongs, if it is of the article."
    )


def test_the_innermost_of_two_heads_is_that_of_the_text():
    found = read(
        "From: ann@example.org\nTo: desk@example.org\nSubject: FW: A dam\nDate: Tue, 24 Aug 2021 09:00:00 +0100\n\n"
        "See below.\n\nFrom: Jane Doe [mailto:jane@example.org]\nSent: 23 August 2021 10:15\nTo: Ann\n"
        "Subject: The dam\n\n"
        "It rose in the night.\n\nThen it broke.\n"
    )
    assert (found.title, found.fields) == ("The dam", {"authors": ("Jane Doe",), "date": "2021-08-23"})
    assert [each[:30] for each in questions(found)] == [
        "1: Taken as the head of an e-m",
        '6: Above the e-mail stands: "S',
        "8: Taken as the head of an e-m",
    ]


MAIL = """\
See below.

-----Original Message-----
From: Jane Doe <jane@example.org>
Sent: 3 May 2023 10:00
Subject: {}

The well that ran dry

The well in the square has been dry since May, and the water comes by ship.

Best regards,

Jane Doe
Island Post
--
Tel. 123 456
"""


@pytest.mark.parametrize("subject", ["The well that ran dry", "FW: Press: the well that ran dry", "Well that ran dry"])
@pytest.mark.parametrize("mark", ["", "> "])
def test_a_message_that_was_sent_on_keeps_neither_its_headline_nor_its_signature(subject, mark):
    found = read("".join(f"{mark}{line}\n" for line in MAIL.format(subject).splitlines()))
    assert found.title.casefold() == "the well that ran dry"
    assert outline(found) == [
        ("p", "The well in the square has been dry since May, and the water comes by ship."),
    ]
    assert questions(found)[-1] == (
        f'12: {LEFT_OUT} "Best regards, Jane Doe Island Post -- Tel. 123 456". Put it back if it belongs to it.'
    )
    assert found.blocks[0].position.line == 10


def test_a_text_that_is_no_e_mail_keeps_its_greeting():
    found = read("The dam\n\nShe ended her letter so:\n\nBest regards,\n\nJane Doe\n")
    assert outline(found)[-1] == ("p", "Jane Doe")


def test_two_lines_like_fields_inside_a_text_are_no_head_of_an_e_mail():
    text = "The dam\n\nIt rose in the night.\n\nFrom: Oakley\nTo: Ely\n\nThen it broke.\n"
    assert [words for _, words in outline(read(text))] == [
        "It rose in the night.",
        "From: Oakley",
        "To: Ely",
        "Then it broke.",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", '"scrape.txt" holds no text.'),
        (b" \n\n \xef\xbb\xbf\n", '"scrape.txt" holds no text.'),
        (b"A title\n\nA title\n\n-----\n", '"scrape.txt" holds no text.'),
        (b"a" * 2_000_001, '"scrape.txt" has more than 2,000,000 characters: that is more than an article.'),
        (
            b"A.\n\n" * 12_020,
            '"scrape.txt" has more than 12,000 paragraphs, items and cells: that is more than an article.',
        ),
        (b"a\n" * 50_001, '"scrape.txt" has more than 50,000 lines: that is more than an article.'),
        (b"a" * 4_000_001, '"scrape.txt" is larger than 4 MB: that is more than an article.'),
    ],
)
def test_what_is_refused(data, message):
    assert [each.message for each in read(data).diagnostics] == [message]


@pytest.mark.parametrize(
    ("encoding", "language"), [("utf-8-sig", "ru"), ("utf-16", "ru"), ("windows-1251", "ru"), ("utf-8", "ru")]
)
def test_a_text_in_any_encoding(encoding, language):
    story = "Кто бережёт мост?\n\nМост закрыт после наводнения, и никто в двух деревнях не знает, когда он откроется.\n"
    found = read((story + "\nЕго построили в 1907 году.\n" * 20).encode(encoding), language)
    assert found.title == "Кто бережёт мост?"
    assert plain_text(found.blocks[-1]) == "Его построили в 1907 году."


@given(st.text(max_size=400))
def test_any_text_gives_blocks(text):
    read(text)


PIECES = st.sampled_from(
    ["One two.", "Why not?", "- item", "2) item", "\tcell\tcell", "> quoted", "a  b  c", "Share this", "## Head", "",
     "", "By Jane Doe", "12 May 2021", "Subject: x", "From: y", "***", "www.example.org.", "word-", "next", "—Jane Doe"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20))
def test_every_word_is_in_the_result(lines):
    found = read("Title here\n\nFirst text of it all, long enough.\n\n" + "\n".join(lines))
    kept = " ".join(
        (found.title, *(plain_text(each) for each in found.blocks), *(each.text for each in found.questions))
    )
    kept += " ".join(value if isinstance(value, str) else " ".join(value) for value in found.fields.values())
    for word in ("One", "Why", "item", "cell", "quoted", "Share", "Head", "Jane", "example", "next"):
        assert (word in kept) == (word in f"Title here {' '.join(lines)}"), word


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["> " * 990_000, ". " * 990_000, "a" * 1_990_000, "- a\n" * 5_900, "(" * 1_990_000, "a@" * 990_000,
             "https://" * 240_000, "\t" * 1_990_000, "a\tb\n" * 49_000, "www." * 490_000, "  -" * 660_000]
)  # fmt: skip
def test_long_texts_are_read_in_time(text):
    with Stopwatch() as watch:
        read(text)
    assert watch.seconds < 10


# menus and other stories


PAGE = """\
Skip to main content
Home
News
Sport
Sign in

The camp that burned twice

Published 14 September 2020
Elena Petrou
Lesbos

Thousands of people slept by the road after the fires of last week destroyed the camp.

Image caption: Families by the road

The second fire came one night later and took the rest.

More on this story
Greece moves refugees to new camp
11 September 2020
Top stories
Storm hits Athens
"""
LEFT_OUT = "Left out as part of the page around the article:"


def test_a_page_with_its_menu_and_other_stories_keeps_the_article():
    found = read(PAGE)
    assert found.title == "The camp that burned twice"
    assert found.fields == {"authors": ("Elena Petrou",), "date": "2020-09-14"}
    assert outline(found) == [
        ("p", "Thousands of people slept by the road after the fires of last week destroyed the camp."),
        ("p", "The second fire came one night later and took the rest."),
    ]
    assert questions(found) == [
        '10: "Elena Petrou" was taken for the author, for it stands beside the date. Left out beside the date: '
        '"Lesbos". Look whether that is right.',
        f'1: {LEFT_OUT} "Skip to main content Home News Sport Sign in". Put it back if it belongs to it.',
        f'19: {LEFT_OUT} "More on this story Greece moves refugees to new camp 11 September 2020 Top stories '
        'Storm hits Athens". Put it back if it belongs to it.',
        f'15: {LEFT_OUT} "Image caption: Families by the road". Put it back if it belongs to it.',
    ]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("The dry well | Island Post\nSkip to content\nMenu\n\nThe dry well\n\n", "The dry well"),
        ("Home\n\nNews\n\nWeather\n\nThe dry well\n\n", "The dry well"),
        ("Startseite\nPolitik\nKultur\nDer trockene Brunnen auf der Insel\n\n", "Der trockene Brunnen auf der Insel"),
        ("صفحه اصلی\nاخبار\nورود\n\nچاه خشک\n\n", "چاه خشک"),
        ("Home\n\n", "Home"),
        ("News\nHow we tell it\n\n", "News"),
    ],
)
def test_the_title_stands_below_a_menu(above, title):
    found = read(above + "The well in the square has been dry since May, and the water comes by ship once a week.\n")
    assert found.title == title
    assert outline(found)[-1][1].startswith("The well in the square has been dry")


def test_other_stories_within_an_article_are_left_out_and_the_text_goes_on():
    text = "The water comes by ship to the island once a week, and costs more each year.\n\n"
    found = read(f"The dry well\n\n{text}Related stories\nStorm hits Athens\nA new mayor\n\n{text}")
    assert [tag for tag, _ in outline(found)] == ["p", "p"]
    assert questions(found) == [
        f'5: {LEFT_OUT} "Related stories Storm hits Athens A new mayor". Put it back if it belongs to it.'
    ]


def test_a_heading_of_other_stories_above_text_is_a_heading():
    text = "The water comes by ship to the island once a week, and costs more each year.\n\n"
    found = read(f"The dry well\n\n{text}More wells\n\n{text}{text}")
    assert ("h2", "More wells") in outline(found)


def test_a_title_that_is_the_name_of_the_file_is_asked_about():
    found = read("- The well is dry.\n- The ship is late.\n")
    assert found.title == ""
    assert questions(found) == [
        '1: No title was found, so it is the name of the file, "Scrape". Type another one, if it is not right.'
    ]
    assert found.questions[0].field == "title"


def test_many_heads_of_other_stories_take_no_long_time():
    with Stopwatch() as watch:
        read("A title\n\nThe text.\n\n" + "Top stories\nA storm.\n\n" * 15_000)
    assert watch.seconds < 5

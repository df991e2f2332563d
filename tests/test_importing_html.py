"""Pages of the web become articles as they were found."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from gold_pages import PRECISION, RECALL, measured, pages, score, unseen_pages
from import_table import ALLOWANCE, DOCUMENT, away, measures_now, recorded, table
from imported_pages import imported_text
from peak_memory import PEAK, needs_a_peak

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.found import Found, Origin, Question
from briefing.importing.given import Given, nothing_beside
from briefing.importing.html import read_page
from briefing.importing.proposing import propose
from briefing.model import plain_text, walk


@pytest.mark.parametrize("of", [pages, unseen_pages])
def test_the_text_of_articles_survives_and_nothing_of_the_page_around_them(of):
    medians = measured(imported_text, of()).medians
    assert medians.ordered_recall >= RECALL
    assert medians.ordered_precision >= PRECISION


@pytest.mark.parametrize("page", [*pages(), *unseen_pages()], ids=lambda page: page.name)
def test_no_page_is_imported_worse_than_it_was(page):
    before, now = recorded().scores[page.name], score(page.gold, imported_text(page))
    assert [share >= least - ALLOWANCE for share, least in zip(now, before, strict=True)] == [True] * 4


def test_the_measures_are_those_of_today_and_the_page_about_importing_prints_them():
    now = measures_now()
    assert away(now, recorded()) == {}
    assert now.right == recorded().right
    assert table(recorded()) in DOCUMENT.read_text(encoding="utf-8")


PARAGRAPH = "<p>The council met on Tuesday and decided to close the library in March, which many people regret.</p>\n"
PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5"
    "ErkJggg=="
)


def read(html: str, beside: Callable[[str], bytes | None] = nothing_beside) -> Found:
    return read_page(Given(html.encode(), "page.html", "Page", "en-GB", beside))


def outline(found: Found) -> list[str]:
    return [f"{block.tag} {' '.join(plain_text(block).split())[:40]}" for block in found.blocks]


def test_a_page_says_who_wrote_it_when_and_where():
    found = read(
        f"""<html lang=en-gb><title>Library to close | The Standard</title>
        <meta property=og:title content="Library to close">
        <link rel=canonical href="https://standard.example/a"><meta name=author content="Moira Kettle and Jo Li">
        <meta property=article:published_time content="2023-11-14T21:48:00Z"><nav><a href=/>Home</a></nav>
        <article><h1>Library to close</h1><p class=standfirst>In March, for good *and* ever.</p>
        <p class=byline>By Moira Kettle</p>{PARAGRAPH * 3}</article>"""
    )
    assert (found.title, found.language) == ("Library to close", "en-GB")
    assert found.origin == Origin("Library to close", "The Standard", "https://standard.example/a")
    assert found.fields == {
        "standfirst": r"In March, for good \*and\* ever.",
        "authors": ("Moira Kettle", "Jo Li"),
        "date": "2023-11-14",
    }
    assert outline(found) == ["p The council met on Tuesday and decided t"] * 3


@pytest.mark.parametrize(
    ("lines", "language", "fields", "kept"),
    [
        ("<p>By Ann Lee</p><p>3 May 2020</p>", "en", {"authors": ("Ann Lee",), "date": "2020-05-03"}, []),
        ("<p>By Ann Lee and Jo Li | 3 May 2020", "en", {"authors": ("Ann Lee", "Jo Li"), "date": "2020-05-03"}, []),
        ("<p>Par Élodie Müller</p>", "fr", {"authors": ("Élodie Müller",)}, []),
        ("<p>نوشته: سارا احمدی</p><p>۲ شهریور ۱۴۰۰</p>", "fa", {"authors": ("سارا احمدی",), "date": "2021-08-24"}, []),
        ("<p>By the river</p>", "en", {}, ["p By the river"]),
        (
            '<p class="meta">2 May 2023 | by Hala Osman | 4 min read</p>',
            "en",
            {"authors": ("Hala Osman",), "date": "2023-05-02"},
            [],
        ),
        (
            "<p>Communiqué de presse — 12 avril 2023 — par Claire Dubois</p>",
            "fr",
            {"authors": ("Claire Dubois",), "date": "2023-04-12"},
            [],
        ),
        (
            "<p>2 May 2009 — the day on which all of it began for the two of us — was a Saturday.</p>",
            "en",
            {},
            ["p 2 May 2009 — the day on which all of it "],
        ),
        (
            '<time class="entry-date published" datetime="2020-05-03T10:00">3 May 2020</time>',
            "en",
            {"date": "2020-05-03"},
            [],
        ),
    ],
)
def test_lines_below_the_title_say_who_wrote_it_and_when_or_stay(lines, language, fields, kept):
    found = read(f"<html lang={language}><title>It closed</title><h1>It closed</h1>{lines}{PARAGRAPH * 3}")
    assert found.fields == fields
    assert outline(found)[:-3] == kept
    assert found.questions == ()


def test_a_day_within_a_sentence_is_no_guess_for_the_day_of_publication():
    sentence = "<p>The library was founded on 3 May 2009, and it has stood in the same street since then.</p>"
    page = f"<html lang=en><main><h1>It closed</h1>{PARAGRAPH * 3}{sentence}</main>"
    assert read(page).fields == {}
    footer = read(f"{page}<footer><p>Last change: 3 May 2009</p></footer>")
    assert footer.fields == {"date": "2009-05-03"}
    assert [question.field for question in footer.questions] == ["date"]


def test_notes_are_taken_from_where_they_stand():
    found = read(
        f"""<article>{PARAGRAPH}<p>So it was decided by all of them.<sup><a href="#n1" id=r1>1</a></sup></p>{PARAGRAPH}
        <h2>Notes</h2><ol><li id=n1>Minutes of the council. <a href="#r1">↩</a></li></ol></article>"""
    )
    assert [each.get("href") for block in found.blocks for each in walk(block) if each.tag == "a"] == ["#note-1"]
    assert [plain_text(each) for each in found.notes["note-1"]] == ["Minutes of the council."]
    assert "h2 Notes" not in outline(found)


NOTES = "<ol><li id=fn1>Minutes of the council.</li></ol>"


@pytest.mark.parametrize(
    "notes",
    [
        f"<hr><h3>Footnotes</h3>{NOTES}",
        f"<section class=footnotes><hr>{NOTES}</section>",
        f"<h3>Footnotes</h3><hr>{NOTES}<p>Filed under: Libraries. 12 comments.</p>",
    ],
)
@pytest.mark.parametrize(
    "behind", ["", "<p>The council meets again in the autumn of next year, and the library is on its list.</p>"]
)
def test_nothing_stays_of_a_list_whose_notes_were_taken(notes, behind):
    found = read(f"<article>{PARAGRAPH * 3}<p>So it was decided.<a href=#fn1>1</a></p>{notes}{behind}</article>")
    assert list(found.notes) == ["note-1"]
    assert [block.tag for block in found.blocks] == ["p"] * (5 if behind else 4)


def test_a_heading_with_more_below_it_than_notes_stays():
    words = "<p>The council has published all of them, and they can be read in the library on each day of the week.</p>"
    found = read(f"<article>{PARAGRAPH * 3}<p>So.<a href=#fn1>1</a></p><h3>Notes</h3>{words}{NOTES}</article>")
    assert [block.tag for block in found.blocks] == ["p", "p", "p", "p", "h2", "p"]


def test_links_beside_a_page_whose_address_is_not_known_are_told():
    links = " ".join(f'<a href="/{year}/sand">sand of {year}</a> and' for year in range(2019, 2024))
    found = read(f"<article>{PARAGRAPH * 3}<p>They wrote of {links} so on.</p></article>")
    assert [(each.id, each.message, each.hint) for each in found.diagnostics] == [
        (
            "links-left-out",
            "The page does not say its own address, so links to pages beside it were left out: "
            "/2019/sand, /2020/sand, /2021/sand and 2 more.",
            "Their words stay as text; write the links that matter, with their whole addresses.",
        )
    ]


def test_a_note_of_one_word_is_not_all_notes():
    notes = "".join(f"<p><span id=n{number}>{number}</span> Q4{number}</p>" for number in "123")
    marks = "".join(f'<p>So it was decided by all.<a href="#n{number}">{number}</a></p>' for number in "123")
    found = read(f"<article>{PARAGRAPH}{marks}{PARAGRAPH}<div>{notes}</div></article>")
    assert [[plain_text(each) for each in note] for note in found.notes.values()] == [["Q41"], ["Q42"], ["Q43"]]


def test_a_caption_and_the_first_heading_are_no_standfirst():
    caption = "<figure class=lead><img src=a.png><figcaption>The lead picture of the day</figcaption></figure>"
    heading = "<h2 class=sub-heading>The scale of it all</h2>"
    found = read(f"<article><h1>Title of it</h1>{caption}{heading}{PARAGRAPH}{PARAGRAPH}</article>")
    assert "standfirst" not in found.fields


@pytest.mark.parametrize("name", ["share-of-the-vote", "recommendations", "poll-results", "tools", "footer-poetry"])
@pytest.mark.parametrize("attribute", ["class", "id"])
def test_sections_are_kept_whatever_words_their_names_begin_with(name, attribute):
    words = "All of them agreed that the river was theirs to keep."
    section = f"<section {attribute}={name}><p>{words}</p></section>"
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{section}{PARAGRAPH}</article>")
    assert words in [plain_text(block) for block in found.blocks]


@pytest.mark.parametrize("heading", ["Comments", "Related", "Trust in the state", "Share of the vote", "Newsletter"])
def test_headings_are_kept_with_the_names_that_sites_make_of_their_words(heading):
    name = heading.lower().replace(" ", "-")
    section = f"<section id={name}><h2 id={name}>{heading}</h2>{PARAGRAPH}</section>"
    assert f"h2 {heading}" in outline(read(f"<article><h1>Title</h1>{section}{PARAGRAPH * 9}</article>"))


@pytest.mark.parametrize("name", ["offer", "trust", "print", "poll", "share", "author", "meta"])
def test_a_sentence_is_kept_in_a_box_with_a_less_sure_name(name):
    box = f"<div class={name}><p>The families were told to leave the valley by the autumn of that year.</p></div>"
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{box}{PARAGRAPH}</article>")
    assert "p The families were told to leave the vall" in outline(found)


@pytest.mark.parametrize("name", ["share", "c-share", "article__share", "post-share", "shareBar"])
def test_what_is_named_and_built_like_furniture_is_left_out(name):
    box = f"<div class={name}><a href=/a>Facebook of theirs</a> <a href=/b>Letters of ours</a></div>"
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{box}{PARAGRAPH}</article>")
    assert outline(found) == ["p The council met on Tuesday and decided t"] * 4


@pytest.mark.parametrize(
    "sentence",
    [
        "Published figures show that the rent rose by a fifth.",
        "Poll after poll shows the same result in every district",
        "Sponsored families arrived in 2016 with what they could carry.",
        "Anzeige erstattete der Verein noch im selben Jahr.",
        "Werbung für den Fluss machte damals niemand",
        "Updated guidance says that no family may be parted.",
        "Partager le fardeau est un devoir.",
        "Advertisement, they said, was all that paid for the paper.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(sentence):
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}<p>{sentence}</p>{PARAGRAPH}</article>")
    assert sentence in [plain_text(block) for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    ["Read more: How the river was lost", "Advertisement", "Sign up for our weekly newsletter", "Updated 9 June 2023"],
)
def test_a_line_that_is_nothing_but_furniture_is_left_out(line):
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}<p>{line}</p>{PARAGRAPH}</article>")
    assert outline(found) == ["p The council met on Tuesday and decided t"] * 4


@pytest.mark.parametrize(
    "box",
    [
        "<div><h4>The city in your post</h4><p>Each Thursday.</p><input type=email><button>Yes</button></div>",
        "<div><span>The city in your post</span><form><label>Address <input></label></form></div>",
        "<figure><p>skip past it</p><aside><p>The city in your post</p><form><input></form></aside></figure>",
        "<div><h2>Go on for a pound</h2><p>You have read all of it.</p><a href=/subscribe?a=b>Offers</a></div>",
        "<a class=btn href=https://shop.example>The five best fans of the year</a>",
        "<p><em>What do you think? Tell us in the comments below</em></p>",
        "<div id=templateFooter><p>You get this letter as you signed it.</p></div>",
    ],
)
def test_a_box_that_asks_for_an_address_or_money_is_left_out(box):
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{box}{PARAGRAPH}</article>")
    assert outline(found) == ["p The council met on Tuesday and decided t"] * 4


@pytest.mark.parametrize(
    "box",
    [
        "<p>The families <a href=/login>log in</a> each week to say that they are alive.</p>",
        "<p>The box <input type=checkbox> is ticked by all of them.</p>",
        f"<form><h2>A page in a form</h2>{PARAGRAPH * 3}<input name=q></form>",
    ],
)
def test_what_holds_a_form_or_leads_to_one_and_says_more_is_kept(box):
    assert len(outline(read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{box}{PARAGRAPH}</article>"))) > 4


def test_the_numbers_of_slides_are_left_out_and_other_shares_kept():
    def page(numbers: list[str]) -> list[str]:
        slides = "".join(f"<div>{number}</div>{PARAGRAPH}" for number in numbers)
        return outline(read(f"<article><h1>Title</h1>{PARAGRAPH * 3}{slides}</article>"))

    assert len(page(["1/3", "2/3", "3/3"])) == 6
    assert len(page(["1/3", "2/5", "3/7"])) == 9


def test_a_heading_ends_the_article_only_where_links_follow():
    links = "".join(
        f"<p><a href=/{n}>The council met again and decided another thing, number {n}</a></p>" for n in "12"
    )
    for heading in ("Tags", "Topics"):
        kept = read(f"<article><h1>Title</h1>{PARAGRAPH * 6}<h2>{heading}</h2>{PARAGRAPH * 2}</article>")
        assert outline(kept)[-3:] == [f"h2 {heading}", *["p The council met on Tuesday and decided t"] * 2]
        cut = read(f"<article><h1>Title</h1>{PARAGRAPH * 6}<h2>{heading}</h2>{links}</article>")
        assert outline(cut) == ["p The council met on Tuesday and decided t"] * 6


SENTENCE = "The families were told to leave the valley by the autumn of that year."
QUESTION = "Left out as part of the page around the article: {}. Is any of it the article's?"


def asked(html: str) -> list[tuple[str, int]]:
    return [(question.text, question.position.line) for question in read(html).questions]


NAMES = """
    footer comments sidebar related social navigation newsletter ads consent toc popup subscription
"""


@pytest.mark.parametrize("name", NAMES.split())
def test_what_is_left_out_in_the_middle_of_an_article_is_quoted_in_a_question(name):
    box = f"<div class={name}><p>{SENTENCE}</p></div>"
    page = f"<article><h1>Title</h1>{PARAGRAPH * 3}{box}{PARAGRAPH * 3}</article>"
    assert asked(page) == [(QUESTION.format(f"“{SENTENCE}”"), 4)]


def test_menus_and_boxes_around_an_article_are_not_asked_about_nor_what_is_short_or_said_anyway():
    box = f"<div class=sidebar><p>{SENTENCE}</p></div>"
    within = (
        f"<div class=share>Share it</div><aside class=sharing>{PARAGRAPH}</aside><div class=ad hidden>{SENTENCE}</div>"
    )
    page = f"<nav>{SENTENCE}</nav>{box}<article><h1>Title</h1>{PARAGRAPH * 3}{within}{PARAGRAPH}</article>{box}"
    assert asked(page) == []


def in_an_article(part: str) -> Found:
    """Read a page with a part between its text and a last section."""
    notes = f"<h2>Notes to editors</h2>{PARAGRAPH}"
    return read(f"<html lang=en><main><h1>The library closes</h1>{PARAGRAPH * 4}{part}{notes}</main>")


@pytest.mark.parametrize(
    "words",
    [
        'Add your name: <a class="btn" href="https://act.example.org/s">Call on the council to act</a>',
        'Read the full <a class="button" href="https://example.org/r">report on libraries</a> of last year.',
        'The group <span class="share">shared</span> its <span class="promo">promotional</span> list, <em>tagged</em> '
        'with <a class="related" href="https://example.org/r">a related report</a>',
        "Please <button>sign our petition</button> to the council.",
        '<span style="x">They <b>wrote</b> a <span class="comment">comment</span> on it</span>',
    ],
)
@pytest.mark.parametrize("tag", ["p", "li", "blockquote"])
def test_nothing_is_taken_out_of_a_sentence(words, tag):
    found = in_an_article(f"<{tag}>{words}</{tag}>")
    assert plain_text(found.blocks[-3]) == re.sub("<[^>]*>", "", words)
    assert found.questions == ()


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ('It was so. <a class="btn" href="/more">Read more</a>', "It was so."),
        ('Tags: <a class="tags" href="/x">libraries</a>', "Tags:"),
        ("It was so. <button>Enlarge</button>", "It was so."),
        ('It <a href="/x">was<span class="sr-only">(a link)</span></a> so.', "It was so."),
    ],
)
def test_a_tool_or_a_way_on_beside_a_sentence_is_left_out(line, kept):
    assert plain_text(in_an_article(f"<p>{line}</p>").blocks[-3]) == kept


@pytest.mark.parametrize(
    "button",
    [
        '<p><a class="btn btn-primary" href="https://act.example.org/s">Sign the petition to the council</a></p>',
        '<a class="wp-block-button__link" href="https://act.example.org/s">Sign the petition to the council</a>',
        '<div class="cta"><a href="https://act.example.org/s">Sign the petition to the council</a></div>',
    ],
)
def test_a_button_that_asks_to_sign_becomes_the_petition(button):
    page = f"<html lang=en><main><h1>The library closes</h1>{PARAGRAPH * 4}{button}<h2>Notes</h2>{PARAGRAPH}</main>"
    found = propose(read(page), Given(b"", "page.html", "Page", "en-GB"))
    assert found.fields["petition.ask"] == "Sign the petition to the council"
    assert found.fields["petition.link"] == "https://act.example.org/s"


def test_a_link_that_asks_to_sign_is_quoted_where_its_box_is_left_out():
    links = '<a href="https://act.example.org/s">Sign now</a> <a href="/up">Sign up now</a>'
    (asked,) = in_an_article(f'<div class="sidebar">{links}</div>').questions
    assert asked.text == "Left out as part of the page around the article: “Sign now”. Is any of it the article's?"


def test_what_follows_a_heading_that_ends_an_article_is_quoted_where_it_has_sentences():
    after = "<h2>Comments</h2><p>I was there, and it was not so at all, whatever they say.</p><p>Me too.</p>"
    page = f"<article><h1>Title</h1>{PARAGRAPH * 6}{after}</article>"
    assert outline(read(page)) == ["p The council met on Tuesday and decided t"] * 6
    assert asked(page) == [(QUESTION.format("“I was there, and it was not so at all, whatever they say.”"), 7)]


def test_a_question_about_what_was_left_out_quotes_the_beginnings_of_twenty_pieces():
    boxes = "".join(f"<div class=related><p>Number {n}: {SENTENCE} {SENTENCE}</p></div>" for n in range(23))
    ((text, _),) = asked(f"<article><h1>Title</h1>{PARAGRAPH * 60}{boxes}{PARAGRAPH * 60}</article>")
    begun = "“Number {}: The families were told to leave the valley by the autumn of that year. The families were …”"
    assert text == QUESTION.format(", ".join(begun.format(n) for n in range(20)) + ", and 3 more")


@pytest.mark.parametrize("line", ["::: box", "Ends", "So it was."])
def test_the_last_line_of_an_article_is_kept_however_short(line):
    assert outline(read(f"<article><h1>Title</h1>{PARAGRAPH * 3}<p>{line}</p></article>"))[-1] == f"p {line}"


def told(html: str, beside: Callable[[str], bytes | None] = nothing_beside) -> list[str]:
    return [
        str(each)
        for each in read(f"<article><h1>Title</h1>{PARAGRAPH * 2}{html}{PARAGRAPH}</article>", beside).diagnostics
    ]


def third(html: str, beside: Callable[[str], bytes | None] = nothing_beside) -> str:
    found = read(f"<article><h1>Title</h1>{PARAGRAPH * 2}{html}{PARAGRAPH}</article>", beside)
    return plain_text(found.blocks[2])


@pytest.mark.parametrize(
    ("math", "words"),
    [
        ("<math alttext='{\\displaystyle E=mc^2}'><mi>E</mi></math>", "E=mc^2"),
        ("<math><mi>E</mi><annotation encoding=application/x-tex>E=m</annotation></math>", "E=m"),
        ("<math><mi>E</mi><mo>=</mo><mi>m</mi></math>", "E = m"),
    ],
)
def test_a_formula_stays_in_its_sentence_as_words(math, words):
    sentence = f"<p>So it is well known that {math} holds everywhere in the world.</p>"
    assert third(sentence) == f"So it is well known that {words} holds everywhere in the world."
    assert told(sentence) == [
        f"""page.html:3:1  warning  formula-as-words
  A formula was written as words: “{words}”.
  Look whether it can be read, or put in a picture of it: ![What it says](NAME.png)"""
    ]


def test_a_formula_that_is_drawn_beside_itself_is_not_said_twice():
    drawn = "<span class=katex><span><math><mi>E</mi></math></span><span aria-hidden=true><i>E</i></span></span>"
    sentence = f"<p>So it is well known that {drawn} holds everywhere in the world.</p>"
    assert third(sentence) == "So it is well known that E holds everywhere in the world."
    assert told(sentence) == []


def test_films_recordings_and_other_pages_in_an_article_are_named():
    embedded = (
        "<iframe src=https://maps.example/embed/1></iframe>\n<video><source src=https://f.example/a.mp4></video>\n"
        "<audio src=blob:x></audio><iframe src=https://count.example width=1 height=1></iframe>"
    )
    outside = "<iframe src=https://a.example/frame></iframe>"
    page = f"{outside}<article><h1>Title</h1>{PARAGRAPH * 3}{embedded}{PARAGRAPH}</article>{outside}"
    assert [str(each) for each in read(page).diagnostics] == [
        """page.html:4:1  warning  embedded-left-out
  What another page shows here cannot be printed and was left out: https://maps.example/embed/1.
  Write a link to it: [What it shows](https://maps.example/embed/1)""",
        """page.html:5:1  warning  embedded-left-out
  A film cannot be printed and was left out: https://f.example/a.mp4.
  Write a link to it: [What it shows](https://f.example/a.mp4)""",
        """page.html:6:1  warning  embedded-left-out
  A recording cannot be printed and was left out.
  Write in a sentence what it shows.""",
    ]


def test_struck_words_are_left_out_and_named_and_inserted_ones_kept():
    sentence = "<p>The library will close in <del>May</del> <ins>March</ins>, as all of them were told.</p>"
    assert third(sentence) == "The library will close in March, as all of them were told."
    assert told(sentence) == [
        """page.html:3:1  warning  struck-words
  Struck words were left out: “May”.
  Put them back if they are the article's."""
    ]


def test_columns_and_rows_beyond_the_limits_are_named():
    wide = f"<table><tr><th>Year<th>People</tr><tr>{''.join(f'<td>{n} people' for n in range(202))}</tr></table>"
    assert told(wide) == [
        """page.html:3:1  warning  table-too-wide
  This table has more than 200 columns; those behind are left out.
  Put them into a table of their own."""
    ]
    full = "<tr><td>a word<td colspan=200>b</tr>"
    assert [each.split("\n")[1] for each in told(f"<table><tr><th>Year</tr>{full * 1_300}</table>")] == [
        "  This table has more than 250,000 cells; its rows from here on are left out."
    ]


def test_a_warning_is_said_twenty_times_and_then_counted():
    struck = "".join(
        f"<p>The library will close in <del>{n} years</del> March, as they were told.</p>" for n in range(25)
    )
    messages = [each.split("\n")[1] for each in told(struck)]
    assert messages[19:] == ["  Struck words were left out: “19 years”.", "  And 5 more like these."]


def test_a_small_picture_in_a_sentence_stands_there_with_its_words():
    sentence = "<p>The bus line <img src=/icons/u.png alt='U 8'> goes on to the river, as it always did.</p>"
    assert third(sentence) == "The bus line U 8 goes on to the river, as it always did."
    assert told(sentence) == [
        """page.html:3:1  warning  picture-as-words
  In a sentence, its words “U 8” stand in the place of the picture /icons/u.png.
  To show it, put it behind the paragraph: ![U 8](NAME.png)"""
    ]


@pytest.mark.parametrize("image", ["<img src=a.png alt='The river'>", "<img src=b.png align=left>", "<img src=a.png>"])
def test_a_picture_in_a_sentence_does_not_part_it(image):
    def beside(name: str) -> bytes | None:
        return base64.b64decode(PNG.partition(",")[2]) if name == "a.png" else None

    sentence = f"<p>The bus line {image} goes on to the river, as it always did.</p>"
    assert third(sentence, beside) == "The bus line goes on to the river, as it always did."
    assert [each.split("\n")[1] for each in told(sentence, beside)] == (
        ["  The picture b.png is not beside the page and was left out."] if "b.png" in image else []
    )


def test_the_words_of_a_missing_picture_are_in_the_hint():
    assert told("<figure><img src=https://c.example/c.jpg alt='The river in May'></figure>") == [
        """page.html:3:1  warning  picture-not-found
  The picture https://c.example/c.jpg is not beside the page and was left out.
  Save it into the article's folder, and write there: ![The river in May](NAME.jpg)"""
    ]


def test_addresses_that_a_print_view_writes_behind_links_are_left_out():
    link = "<a href=https://a.example/b>its report</a> <span>[https://a.example/b]</span>"
    assert third(f"<p>So it is said in {link} of that year.</p>") == "So it is said in its report of that year."


def test_what_a_page_writes_in_our_attribute_for_notes_is_not_read():
    assert third("<p>So it <i data-note=x>was said</i> and done by all.</p>") == "So it was said and done by all."


def test_authors_that_only_a_line_names_are_asked_for():
    page = f"<article><h1>Title</h1>{PARAGRAPH * 7}<p class=byline>By Moira Kettle</p></article>"
    text = "The page does not declare who wrote it; Moira Kettle was found in its text. Is that right?"
    assert read(page).questions == (Question(text, Position("page.html"), "authors"),)
    assert read(f"<meta name=author content='Moira Kettle'>{page}").questions == ()


def test_links_are_whole_and_lead_out_of_the_page():
    links = """<a href="b.html">b</a> <a href="#top">c</a> <a href="javascript:x()">d</a> <a href="//e.example">e</a>"""
    found = read(
        f'<link rel=canonical href="https://a.example/x/y">{PARAGRAPH}<p>Here are four links to read: {links}</p>'
    )
    addresses = [each.get("href") for block in found.blocks for each in walk(block) if each.tag == "a"]
    assert addresses == ["https://a.example/x/b.html", "https://e.example"]


def test_pictures_are_taken_from_the_page_and_from_beside_it_and_never_fetched():
    asked: list[str] = []

    def beside(name: str) -> bytes | None:
        asked.append(name)
        return base64.b64decode(PNG.partition(",")[2]) if name == "page_files/a b.png" else None

    images = f'<img src="{PNG}" alt=1><img src="page_files/a%20b.png" alt=2><img src="https://c.example/c.jpg" alt=3>'
    found = read(f"<article>{PARAGRAPH}{images}{PARAGRAPH}</article>", beside)
    assert asked == ["page_files/a b.png"]
    assert len(found.files) == 1
    message = "The picture https://c.example/c.jpg is not beside the page and was left out."
    hint = "Save it into the article's folder, and write there: ![3](NAME.jpg)"
    assert found.diagnostics == (Diagnostic("warning", "picture-not-found", message, Position("page.html", 2), hint),)


def test_a_quotation_set_large_that_repeats_the_text_is_left_out():
    found = read(
        f"<article>{PARAGRAPH}<blockquote>decided to close the library in March</blockquote>{PARAGRAPH}</article>"
    )
    assert [block.tag for block in found.blocks] == ["p", "p"]


def test_lines_in_bold_type_are_headings_but_for_those_of_an_interviewer():
    line = "<p><b>What was decided</b></p>"
    assert [block.tag for block in read(f"<article>{PARAGRAPH}{line}{PARAGRAPH}</article>").blocks] == ["p", "h2", "p"]
    asked = "".join(f"<p><b>Why {number}?</b></p>{PARAGRAPH}" for number in "abcd")
    assert {block.tag for block in read(f"<article>{PARAGRAPH}{asked}</article>").blocks} == {"p"}


def test_a_page_that_is_only_a_shell_gives_what_it_holds_for_machines():
    data = json.dumps({"@type": "NewsArticle", "articleBody": f"{'One two three. ' * 20}\nFour five."})
    found = read(f'<script type="application/ld+json">{data}</script><h1>Title</h1><p>One two three.</p>')
    assert outline(found) == ["p One two three. One two three. One two th", "p Four five."]


NO_TEXT = """page.html:1:1  error  no-article
  There is no text in this page.
  Look whether it is the right file."""
TOO_DEEP = """page.html:1:1  error  too-deep
  The elements of this page stand in each other more than 250 deep.
  Copy the article's text into a file, and take that."""
TOO_LARGE = """page.html:1:1  error  too-large
  This page is too large to be an article: it has more than 60,000 opening and closing tags, pictures not counted.
  Save the article by itself, and take that file."""
TOO_LONG = TOO_LARGE.replace("60,000 opening and closing tags", "6,000,000 characters")
ENTITIES = "".join(f'<!ENTITY {name} "{("&" + inner + ";") * 10}">' for inner, name in pairwise("abcdefghij"))
REFUSED = {
    "nothing": ("", NO_TEXT),
    "only a script": (f"<html><script>{'x' * 1_000_000}</script></html>", NO_TEXT),
    "only a comment": ("<!--" * 20_000, NO_TEXT),
    "a hundred thousand nested": ("<div>" * 100_000 + "text", TOO_DEEP),
    "a thousand nested": (f"{'<div>' * 1_000}{PARAGRAPH}", TOO_DEEP),
    "six million paragraphs": ("<p>" * 6_600_000, TOO_LARGE),
    "a script of 19 MB": (f"<script>{'x' * 19_000_000}</script>", NO_TEXT),
    "a script of 19 MB without an end": (f"<script>{'x' * 19_000_000}", TOO_LONG),
}
HARMLESS = {
    "an attribute of a megabyte": f'<p title="{"x" * 1_000_000}">Text</p>{PARAGRAPH * 5}',
    "entities in entities": f"<?xml version='1.0'?><!DOCTYPE html [{ENTITIES}]><p>&j;</p>{PARAGRAPH * 5}",
    "zeros": "\0" * 5 + PARAGRAPH * 5,
    "UTF-7": f"<meta charset=utf-7><p>+ADw-script+AD4-</p>{PARAGRAPH * 5}",
    "data in data": f'<script type="application/ld+json">{"[" * 100_000}</script>{PARAGRAPH * 5}',
    "notes of notes": PARAGRAPH
    + "".join(f'<p id=n{n}>Text <a href="#n{n + 1}">{n}</a> goes on</p>' for n in range(9_000)),
    "a picture of 18 MB that is none": f'{PARAGRAPH * 5}<img src="data:image/png;base64,{"A" * 18_000_000}">',
}

_FONT = f"@font-face {{ src: url(data:font/woff2;base64,{'A' * 3_000_000}) }}"
SAVED = (
    f"<html><head><style>{_FONT}</style><!-- <script> --><script>{'a<b;' * 500_000}\n</script>"
    f"<link rel=icon href='data:application/x-font;charset=utf-8,{'%20' * 1_000_000}'>"
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Library"}}</script>'
    f"</head><body><article><h1>Library</h1>\n{PARAGRAPH * 5}</article><script>{'b' * 3_000_000}</script></body></html>"
)


def test_a_page_that_was_saved_with_its_styles_scripts_and_fonts_is_its_text():
    found = read(SAVED)
    assert found.diagnostics == ()
    assert found.title == "Library"
    assert [block.position.line for block in found.blocks if block.position] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(("html", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_honest_page_is_refused_in_one_line(html, told):
    assert [str(each) for each in read(html).diagnostics] == [told]


@pytest.mark.parametrize("html", HARMLESS.values(), ids=HARMLESS)
def test_what_is_hostile_in_a_page_does_no_harm(html):
    found = read(html)
    assert errors_of(found.diagnostics) == ()
    assert sum(plain_text(block).startswith("The council met") for block in found.blocks) >= 1


@pytest.mark.slow
@needs_a_peak
@pytest.mark.parametrize(
    "part",
    [
        "<p>word</p>",
        "word<br><br>",
        "<h2>H</h2>",
        "<div class=caption><img src=a.png></div>",
        "<math><mi>x</mi></math> word ",
    ],
)
def test_the_largest_page_takes_ten_seconds_and_500_megabytes_at_most(part):
    code = (
        PEAK + "import sys, resource; resource.setrlimit(resource.RLIMIT_CPU, (10, 10))\n"
        "from briefing.importing.given import Given; from briefing.importing.html import read_page\n"
        "read_page(Given(sys.stdin.buffer.read(), 'a.html', 'A', 'en'))\n"
        "print(megabytes())"
    )
    page = (part * (59_000 // part.count("<"))).encode()
    done = subprocess.run([sys.executable, "-c", code], input=page, capture_output=True, check=True)
    assert float(done.stdout) < 500


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "<div class=by>" * 240 + "word " * 1_000_000,
        "<table>" + "<tr><th rowspan=65534 colspan=1000>a" * 1_000 + "</table>",
        "<p>Jane Doe said:<p>“The river is low, and the people are going away from it.”" * 9_000,
        "<p>A word of it <a href=https://example.org>is here</a> and so." * 10_000,
        "<p>It is " + "<span class=share>" * 200 + "<b>a</b> b " * 20_000,
        "<dl>" + "<dt>word<dd>and what it means" * 9_000 + "</dl>",
    ],
)
def test_a_hostile_page_becomes_a_folder_or_is_refused_in_ten_seconds(tmp_path, part):
    code = (  # in a process of its own, in which nobody counts lines
        "import contextlib, pathlib, resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (10, 10))\n"
        "from briefing.errors import ContentError; from briefing.importing import import_file\n"
        "with contextlib.suppress(ContentError):\n"
        "    import_file('a.html', sys.stdin.buffer.read(), pathlib.Path(sys.argv[1]))\n"
    )
    page = f"<h1>A title</h1>{PARAGRAPH * 3}{part}".encode()
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a")], input=page, capture_output=True, check=True)


def test_a_page_that_is_signed_says_so():
    found = read(next(page.text for page in pages() if page.name == "petition-page"))
    assert found.origin is not None
    assert found.origin.is_petition
    assert "started this petition" not in " ".join(map(plain_text, found.blocks))


ENCYCLOPAEDIA = f"""<html lang=en><body class=mediawiki><h1>Great flood</h1>
<div id=siteSub>From the encyclopaedia, the free one</div><div id=jump-to-nav>Jump to: <a href="#a">navigation</a></div>
<div class=hatnote>Not to be confused with <a href=/wiki/Vale>the storm of 1987</a>.</div>
<div class=dablink>For other uses, see <a href=/wiki/Flood>Flood (disambiguation)</a>.</div>{PARAGRAPH * 3}
<p>It rose.<sup class="noprint Inline-Template Template-Fact">[<i>citation needed</i>]</sup> The energy
<span><span class=mwe-math-mathml-inline style="display: none"><math><mi>E</mi><annotation encoding="application/x-tex">
{{\\displaystyle E=m}}</annotation></math></span><img src="https://e.example/x.svg"
class="mwe-math-fallback-image-inline" aria-hidden=true alt="{{\\displaystyle E=m}}"></span> is known.</p>
<h2>Literature</h2><ol><li id=cite_note-9><b><a href="#cite_ref-9">^</a></b> Rix, a book about floods.</li></ol>
<table class=navbox><tr><th>Floods</th></tr><tr><td><a href=/wiki/1>1570</a>
and <a href=/wiki/2>1762</a></td></tr></table>
<div id=catlinks class=catlinks><a href=/c>Categories</a>: <a href=/a>1912 disasters</a></div>"""


def test_an_older_page_of_an_encyclopaedia_gives_its_text_alone():
    found = read(ENCYCLOPAEDIA)
    assert [plain_text(block) for block in found.blocks[3:]] == [
        "It rose.[citation needed] The energy E=m is known.",
        "Literature",
        "Rix, a book about floods.",
    ]
    assert [each.message for each in found.diagnostics] == ["A formula was written as words: “E=m”."]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<script type="application/ld+json">{"@type": "Petition"}</script>', True),
        ("<link rel=canonical href=https://example.org/petitions/12>", True),
        ("<title>Petition: keep it open</title><form class=sign></form>", True),
        ("<title>Petition: keep it open</title>", False),
        ("<link rel=canonical href=https://example.org/petitions/>", False),
    ],
)
def test_a_petition_is_told_by_its_page(head, expected):
    origin = read(f"{head}<article><h1>Keep it open</h1>{PARAGRAPH * 5}</article>").origin
    assert origin is not None
    assert origin.is_petition is expected


MANY = "".join(f"<p>{number}. The minister said that about forty of the people had left.</p>" for number in range(10))


def test_the_last_table_of_an_article_is_kept_whole():
    rows = "<tr><td>2019<td>400<br>flooded<tr><td>2020<td>1,200<br>burnt<tr><td>2021<td><ul><li>390 lost</ul>"
    table = read(f"<article><h1>Title</h1>{MANY}<table><tr><th>Year<th>Homes{rows}</table></article>").blocks[-1]
    assert [plain_text(cell) for cell in walk(table) if cell.tag == "td"] == [
        "2019", "400flooded", "2020", "1,200burnt", "2021", "390 lost",
    ]  # fmt: skip


def test_a_section_of_the_article_that_is_called_comments_does_not_end_it():
    more = "<h2>Comments</h2><p>Forty people wrote to the committee, and most of them asked for a bridge.</p>"
    page = f"<article><h1>Title</h1>{MANY}{more}<h2>What next</h2><p>The committee meets in June, and decides.</p>"
    assert [plain_text(block) for block in read(page).blocks[10:]] == [
        "Comments", "Forty people wrote to the committee, and most of them asked for a bridge.",
        "What next", "The committee meets in June, and decides.",
    ]  # fmt: skip

"""Blocks of the Markdown become elements."""

from __future__ import annotations

import pytest
from reading_body_sample import blocks, body, clean, outline, problems, shown

from briefing.errors import Position
from briefing.model import walk


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("One\ntwo.\n\nThree.", "<p>One two.</p>\n<p>Three.</p>"),
        ("One\\\ntwo  \nthree", "<p>One<br>two<br>three</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n  - b", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("7. a", '<ol start="7"><li>a</li></ol>'),
        ("a\n\n***", "<p>a</p>\n<hr>"),
        ("> a\n> b\n>\n> c", "<blockquote><p>a b</p><p>c</p></blockquote>"),
        ("```text\n  a [@k]\nb\n```", '<p class="code"><code>\xa0\xa0a [@k]<br>b</code></p>'),
        ("    &amp;\n", '<p class="code"><code>&amp;</code></p>'),
        ("    a < b\n\n    c", '<p class="code"><code>a < b<br><br>c</code></p>'),
        ("Term\n: Words", "<dl><dt>Term</dt><dd>Words</dd></dl>"),
        ("Term\n\n: One\n\n  two", "<dl><dt>Term</dt><dd><p>One</p><p>two</p></dd></dl>"),
        ("a\n<!-- two\n\nlines\n::: box -->\nb", "<p>a</p>\n<p>b</p>"),
        ("a\n\n\\newpage\n\nb", '<p>a</p>\n<p data-break="before">b</p>'),
        ("a\n{{< pagebreak >}}\nb", '<p>a</p>\n<p data-break="before">b</p>'),
        ("\\newpage", ""),
        ("<img src=/etc/passwd>\n\n<p>&amp;</p>", "<p><img src=/etc/passwd></p>\n<p><p>&amp;</p></p>"),
    ],
)
def test_blocks(typed, made):
    assert blocks(typed) == made


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        (
            "> Words.\n> -- Ann, *Work* [@k]",
            '<p>Words.</p>|Ann, <em>Work</em><cite class="citation" data-key="k"></cite>',
        ),
        ("> Words.\n>\n> — Ann", "<p>Words.</p>|Ann"),
        ("> One\n>\n> two.\n> --- Ann, *The\n> Post*", "<p>One</p><p>two.</p>|Ann, <em>The Post</em>"),
    ],
)
def test_the_last_line_of_a_quotation_names_the_speaker(typed, made):
    words, _, speaker = made.partition("|")
    assert blocks(typed) == f'<blockquote>{words}<p class="attribution">{speaker}</p></blockquote>'


@pytest.mark.parametrize("typed", ["> -- Ann", "> a -- b", "> --Ann"])
def test_a_dash_elsewhere_is_text(typed):
    assert blocks(typed) == f"<blockquote><p>{typed[2:]}</p></blockquote>"


TABLE = "| a | b | c |\n|:--|:-:|--:|\n| 1 | x \\| y | |"
ROWS = (
    '<thead><tr><th scope="col" data-align="left">a</th><th scope="col" data-align="centre">b</th>'
    '<th scope="col" data-align="right">c</th></tr></thead><tbody><tr><td data-align="left">1</td>'
    '<td data-align="centre">x | y</td><td data-align="right"></td></tr></tbody>'
)


@pytest.mark.parametrize(
    ("typed", "caption"),
    [
        (TABLE, ""),
        (f"{TABLE}\n: Words *here*", "Words <em>here</em>"),
        (f"{TABLE}\n\n: Words\n  here", "Words here"),
        (f"Table: Words\n\n{TABLE}", "Words"),
        (f": Words\n{TABLE}", "Words"),
    ],
)
def test_a_table_with_its_caption(typed, caption):
    assert blocks(typed) == f"<table>{f'<caption>{caption}</caption>' if caption else ''}{ROWS}</table>"


def test_a_caption_after_a_paragraph_makes_no_definition():
    made = blocks(f"Before.\n\n: Words {{#t}}\n\n{TABLE}\n\nAfter, see [it](#t).")
    assert made.startswith(f'<p>Before.</p>\n<table id="t"><caption>Words</caption>{ROWS}')


def test_two_tables_keep_their_own_captions():
    one, two = blocks(f"{TABLE}\n\n: One\n\n: Two\n\n{TABLE}").split("\n")
    assert "<caption>One" in one
    assert "<caption>Two" in two


def test_a_table_without_header_words_has_no_header():
    assert blocks("| | |\n|--|--|\n| a | b |") == "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"


def test_a_cell_too_many_is_reported():
    assert problems("> | a |\n> |---|\n> | 1 | 2 |\n> | 3 | |") == [
        "briefing.md:3:1  error  too-many-cells\n"
        "  This row has more cells than the table has columns; the last ones would be lost.\n"
        r"  Add a column to the header, or write \| for a bar that is text."
    ]


def test_sections_nest_by_level():
    text = "Before.\n\n## One\n\na\n\n### One *a*\n\n##### Deep\n\n### One a\n\n# Two\n\n#### Far\n\n## One"
    assert outline(clean(text).sections) == [
        ("start", "", []),
        ("one", "One", [("one-a", "One <em>a</em>", [("deep", "Deep", [])]), ("one-a-2", "One a", [])]),
        ("two", "Two", [("far", "Far", [])]),
        ("one-2", "One", []),
    ]


def test_chosen_names_come_before_made_ones():
    sections = clean("## Talks\n\n## More {#talks}\n\n[a](#talks) and [b](#talks-2)\n\n## آغاز").sections
    assert [section.id for section in sections] == ["talks-2", "talks", "آغاز"]


@pytest.mark.parametrize(
    ("attributes", "before", "avoided"),
    [
        ("", False, False),
        ("{break=before}", True, False),
        ("{#a break=avoid}", False, True),
        ("{.keep}", False, True),
        ("{as typed}", False, False),
    ],
)
def test_breaks_at_headings(attributes, before, avoided):
    [section] = clean(f"## Words {attributes}\n\na").sections
    assert (section.break_before, section.break_avoided) == (before, avoided)


def test_a_page_break_before_a_heading_belongs_to_it():
    one, two = clean("## One\n\na\n\n\\newpage\n\n::: summary\n- s\n:::\n## Two").sections
    assert (one.break_before, two.break_before) == (False, True)


def test_a_title_typed_twice_is_left_out():
    read = body("# The  title\n\ntext", title="The Title")
    assert outline(read.sections) == [("start", "", [])]
    assert [str(each) for each in read.diagnostics] == [
        "briefing.md:1:1  warning  title-repeated\n"
        "  This heading repeats the title, which is printed from the front matter; it is left out.\n"
        "  Delete this line."
    ]


def test_another_title_is_a_section():
    assert outline(clean("# Words", title="The title").sections) == [("words", "Words", [])]


def test_notes():
    read = clean("b[^b] ^[In *line*.] a[^a], again[^b].\n\n[^a]: Text. [@k]\n\n    More.\n[^b]: See[^c].\n\n[^c]: C.")
    assert {name: shown(*note) for name, note in read.notes.items()} == {
        "note-1": '<p>See<a class="noteref" href="#note-4"></a>.</p>',
        "note-2": "<p>In <em>line</em>.</p>",
        "note-3": '<p>Text.<cite class="citation" data-key="k"></cite></p><p>More.</p>',
        "note-4": "<p>C.</p>",
    }
    assert shown(*read.sections[0].blocks) == (
        '<p>b<a class="noteref" href="#note-1"></a><a class="noteref" href="#note-2"></a>'
        ' a<a class="noteref" href="#note-3"></a>,'
        ' again<a class="noteref" href="#note-1"></a>.</p>'
    )


def test_a_note_in_its_sentence_is_a_paragraph_without_spaces_at_its_ends():
    read = clean("a^[ One\nline [@k] ] b^[\nTwo  ]")
    assert [shown(*note) for note in read.notes.values()] == [
        '<p>One line<cite class="citation" data-key="k"></cite></p>',
        "<p>Two</p>",
    ]


def test_a_note_that_names_itself_ends():
    assert list(clean("a[^a]\n\n[^a]: See[^a].").notes) == ["note-1"]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        (
            '![&lt;][1]\n\n[1]: c&amp;.png "Q&amp;A\n\\*on\\* two &lt; lines"',
            '<figure><img src="c&amp;.png" alt="&lt;">'
            "<figcaption>Q&amp;A <em>on</em> two &lt; lines</figcaption></figure>",
        ),
        ("![A *b*](c.png)", '<figure><img src="c.png" alt="A b"></figure>'),
        (
            '![A](c.png "Words [@k]. Credit: Jane"){width=60%}',
            '<figure><img src="c.png" alt="A" data-width="60%">'
            '<figcaption>Words<cite class="citation" data-key="k"></cite>. '
            '<span class="credit">Credit: Jane</span></figcaption></figure>',
        ),
        (
            '![A](<c d.png>){#f width=4.5cm credit="Jane, CC BY" caption="The *sea*"}',
            '<figure id="f"><img src="c d.png" alt="A" data-width="45mm"><figcaption>The <em>sea</em> '
            '<span class="credit">Jane, CC BY</span></figcaption></figure>',
        ),
        (
            '![The *sea*](c%20d.png){fig-alt="A"}',
            '<figure><img src="c d.png" alt="A"><figcaption>The <em>sea</em></figcaption></figure>',
        ),
        (
            "![A](c.png)\n![B](d.png)",
            '<figure><img src="c.png" alt="A"></figure>\n<figure><img src="d.png" alt="B"></figure>',
        ),
    ],
)
def test_pictures(typed, made):
    assert blocks(typed) == made


def test_every_use_of_a_picture_has_its_place():
    read = clean("a\n\n![A](c.png)\n\n- ![B](d.png)", first_line=10)
    assert [(use.name, str(use.position)) for use in read.pictures_used] == [
        ("c.png", "briefing.md:12:1"),
        ("d.png", "briefing.md:14:3"),
    ]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("<!-- question: Is the year right? -->", "Is the year right?"),
        ("<!--Question: Is the\nyear right?-->", "Is the year right?"),
        ("<!-- question: -->", ""),
        ("<!-- Is the year right? -->", ""),
        ("```\n<!-- question: Is the year right? -->\n```", ""),
    ],
)
def test_a_comment_that_asks_is_a_question(typed, asked):
    said = body(f"One.\n\n{typed}\n\nTwo.").diagnostics
    found = [f"{each.position.line} {each.message}" for each in said if each.severity == "question"]
    assert found == ([f"3 {asked}"] if asked else [])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "![](c.png)",
            "1:1  error  missing-alt\n  This picture has no words for those who cannot see it.\n"
            "  The PDF cannot be made accessible without it. Say what it shows: ![A flooded street](flood.png).",
        ),
        (
            "![A](c.png){width=110%}",
            '1:19  error  unreadable-width\n  "110%" is no width for a picture.\n'
            "  Write a share of the column, such as 60%, or a length, such as 45mm or 4.5cm.",
        ),
        (
            "![A](c.png){widht=60%}",
            '1:19  error  unknown-attribute\n  "widht" is not known here. Did you mean width?\n'
            '  A picture takes {people=none width=60% crop=3:2 focus="40% 30%" credit="…" caption="…" alt="…" #name}.',
        ),
        (
            "![A](https://example.org/c.png)",
            '1:1  error  remote-picture\n  "https://example.org/c.png" is not a file of this folder.\n'
            "  Save it beside the text and write its file name: nothing is fetched while building.",
        ),
        (
            "![A]()",
            "1:1  error  missing-picture\n  This picture has no file name.\n  Write ![What it shows](name.jpg).",
        ),
        (
            "a ![A](c.png)",
            "1:3  error  picture-in-text\n  A picture cannot stand inside a sentence.\n"
            "  Put it on a line of its own, with an empty line before and after.",
        ),
        (
            "![A](c d.png)",
            "1:1  error  unreadable-picture\n  This picture is not recognised because its file name "
            "has a space in it.\n  Put the name between angle brackets: (<c d.png>).",
        ),
        ("## ", "1:1  error  empty-heading\n  This heading has no words.\n  Write some, or delete it."),
        (
            "## A {break=befor}",
            '1:6  error  unknown-break\n  "befor" is no page break.\n'
            "  Write {break=before} to begin a page here, {break=avoid} to stay with what stands before.",
        ),
        (
            "## A {.kep}",
            '1:6  error  unknown-attribute\n  ".kep" is not known here. Did you mean keep?\n'
            "  A heading takes {#name}, {break=before} and {.keep}.",
        ),
        (
            "## A {#x}\n\n## B {#x}",
            '3:6  error  duplicate-id\n  There are two things called "x".\n'
            "  Give one of them another name after the #.",
        ),
        (
            "a[^colege]\n\n[^college]: b",
            '1:2  error  unknown-note\n  There is no note "colege". Did you mean college?\n'
            "  Add a line that begins with [^colege]: and the words of the note.",
        ),
        (
            "a[^a]\n\n[^a]: b\n\n[^a]: c",
            '5:1  error  duplicate-note\n  There are two notes called "a"; this one is not printed.\n'
            "  Give it another name.",
        ),
        (
            "```\na",
            "1:1  error  unclosed-code\n  This code block is never closed: everything after it is set as code.\n"
            "  Put the same marks on a line where it ends.",
        ),
        (
            "<!-- a",
            "1:1  error  unclosed-comment\n  This comment is never closed, so it is printed as typed.\n"
            "  End it with -->.",
        ),
    ],
)
def test_what_is_wrong_is_said(typed, said):
    assert problems(typed)[0] == f"briefing.md:{said}"


def test_a_note_without_a_marker_is_a_warning():
    assert problems("a\n\n[^b]: c") == [
        'briefing.md:3:1  warning  unused-note\n  No text refers to the note "b", so it is not printed.\n'
        "  Write [^b] where its marker belongs, or delete it."
    ]


def test_elements_know_their_place():
    text = "a *b*\n**c** `d` [e](https://x.org)\n\n> - f [g]{lang=fa}\n>   h *i*\n\n| j | *k* |\n|---|---|\n| k | *k* |"
    read = clean(text, first_line=20)
    places = {
        f"{element.tag} {element.position.line}:{element.position.column}"
        for block in read.sections[0].blocks
        for element in walk(block)
        if element.tag in ("p", "em", "strong", "code", "a", "span", "th", "td")
    }
    assert places == {
        *("p 20:1", "em 20:3", "strong 21:1", "code 21:7", "a 21:11"),
        *("span 23:7", "em 24:7", "th 26:3", "th 26:7", "em 26:7", "td 28:3", "td 28:7", "em 28:7"),
    }


def test_sections_know_their_place():
    assert [section.position for section in clean("a\n\n  ## b", first_line=5).sections] == [
        Position("briefing.md", 5, 1),
        Position("briefing.md", 7, 3),
    ]

"""Typography in the document tree: lines through elements, languages, what is left alone."""

from __future__ import annotations

import pytest
from reading_folders import write
from typography_tools import shown

from briefing.errors import Position
from briefing.model import Element, plain_text, walk
from briefing.press import Press, load
from briefing.reading.body import read_inline
from briefing.templating import load_template, parse_html, render, timeline_of_drawing, to_html, typeset


def set_html(inside, language="en"):
    html = parse_html(f'<html lang="{language}"><body><main>{inside}</main></body></html>')
    main = next(element for element in walk(typeset(html)) if element.tag == "main")
    return shown(str(to_html(main)).removeprefix("<main>").removesuffix("</main>").replace("&#34;", '"'))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('<p>"a <em>b" c</em></p>', "<p>“a <em>b” c</em></p>"),
        ("<p>80 <strong>per cent</strong></p>", "<p>80~<strong>per~cent</strong></p>"),
        ("<p>rock<em>'n</em>'roll</p>", "<p>rock<em>’n</em>’roll</p>"),
        ('<p>"a"<br>"b"</p>', "<p>“a”<br>“b”</p>"),
        ("<ul><li>\"a\"<ul><li>it's</li></ul></li></ul>", "<ul><li>“a”<ul><li>it’s</li></ul></li></ul>"),
        ("<h2>\"a\"</h2><p>don't</p>", "<h2>“a”</h2><p>don’t</p>"),
        ("<table><tbody><tr><td>-5</td><td>-- b</td></tr></tbody></table>",
         "<table><tbody><tr><td>−5</td><td>– b</td></tr></tbody></table>"),
        # A sign that two elements share stays.
        ("<p>a-<em>-b</em></p>", "<p>a-<em>-b</em></p>"),
        # A mark of a quotation may stand alone in its paragraph, and not only there.
        ('<p>"a</p><p>b"</p>', '<p>"a</p><p>b"</p>'),
    ],
)  # fmt: skip
def test_a_line_is_looked_at_as_a_whole(typed, expected):
    assert set_html(typed) == expected


def test_a_quotation_goes_on_in_the_next_paragraph():
    typed = '<p>"One \'two\'.</p><p>"Three.</p><p>"Four."</p>'
    assert set_html(typed) == "<p>“One ‘two’.</p><p>“Three.</p><p>“Four.”</p>"
    assert set_html('<p>"One.</p><ul><li>"Two."</li></ul>') == '<p>"One.</p><ul><li>“Two.”</li></ul>'
    assert set_html('<p>"One "two.</p><p>"Three."</p>') == '<p>"One "two.</p><p>“Three.”</p>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('<p>He said <span lang="fr">"oui !"</span></p>', '<p>He said <span lang="fr">«_oui_!_»</span></p>'),
        ('<p>"<span lang="fr">oui !</span>"</p>', '<p>“<span lang="fr">oui_!</span>”</p>'),
        ('<div lang="de"><p>"ja"</p></div><p>"yes"</p>', '<div lang="de"><p>„ja“</p></div><p>“yes”</p>'),
        (
            '<p lang="de">"ja <span lang="en">\'yes\'</span>"</p>',
            '<p lang="de">„ja <span lang="en">‘yes’</span>“</p>',
        ),
        ('<p>"a" <span lang="zzx">"b" 5 km</span></p>', '<p>“a” <span lang="zzx">"b" 5 km</span></p>'),
    ],
)
def test_the_nearest_language_rules(typed, expected):
    assert set_html(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        '<p><code>"a" -- don\'t</code></p>',
        '<div class="code">"a" -- 5 km</div>',
        '<p><a href="https://example.org/a--b">example.org/a--b</a></p>',
        '<p><a class="citation" href="https://example.org/">1-2</a></p>',
        '<figure><img alt="&quot;a&quot; -- b" src="a.png"></figure>',
        '<p><abbr title="don\'t 5 km">x</abbr></p>',
    ],
)
def test_code_addresses_and_data_stay(typed):
    assert set_html(typed) == str(typed).replace("&quot;", '"').replace("'t 5", "&#39;t 5").replace(
        "don't<", "don&#39;t<"
    )


def test_what_hangs_on_a_word_is_no_part_of_the_line():
    typed = '<p>"Yes."<a class="noteref" href="https://example.org/">a</a> "No"<a class="citation" href="https://a.b/">1</a></p>'
    assert set_html(typed).startswith('<p>“Yes.”<a class="noteref"')
    assert "“No”<a" in set_html(typed)


def test_code_and_page_numbers_count_as_words():
    assert set_html('<p>"<code>a b</code>"</p>') == "<p>“<code>a b</code>”</p>"
    assert set_html('<p>page <span data-fill="page"></span></p>') == '<p>page~<span data-fill="page"></span></p>'


def test_signs_as_typed_stay_and_lose_their_element():
    assert set_html('<p>a <span data-signs="as-typed">"</span>b\'s "c"</p>') == '<p>a "b’s “c”</p>'.replace("’", "’")
    kept = '<p>a <span data-signs="as-typed" class="x">--</span></p>'
    assert set_html(kept) == kept


def test_running_lines_are_set_and_the_head_is_not():
    html = parse_html(
        '<html lang="en"><head><title>"a"</title></head><body><header data-on="all">"b"</header>'
        '<footer data-on="all"><p>it\'s</p></footer><main><p>plain</p></main></body></html>'
    )
    done = typeset(html)
    texts = {element.tag: plain_text(element) for element in walk(done)}
    assert (texts["title"], texts["header"], texts["footer"]) == ('"a"', "“b”", "it’s")
    main = [next(each for each in walk(tree) if each.tag == "main") for tree in (html, done)]
    assert main[0] is main[1]  # nothing was to do there


def test_a_backslash_keeps_a_sign():
    found = read_inline(r"He\'s \"here\", a\--b, wait\... \*", position=Position("briefing.md", 1, 1), language="en")
    assert plain_text(found.nodes) == 'He\'s "here", a--b, wait... *'
    marked = [node.children for node in found.nodes if isinstance(node, Element)]
    assert marked == [("'",), ('"',), ('"',), ("-",), (".",)]
    assert {node.get("data-signs") for node in found.nodes if isinstance(node, Element)} == {"as-typed"}


HEAD = '---\ntitle: A "b" - c\nlanguage: en\n{}---\n'
BODY = 'Don\'t \\"go\\" on 5 May.\n\n::: timeline\n- 1996: "here" - 5 km\n- 1997: there\n:::\n'


def document(tmp_path, field=""):
    folder = write(tmp_path, {"briefing.md": HEAD.format(field) + BODY})
    return load(folder).briefing


@pytest.mark.parametrize("field", ["", "typography: by language\n"])
def test_the_language_rules_where_nothing_else_is_said(tmp_path, field):
    briefing = document(tmp_path, field)
    assert not briefing.signs_as_typed
    event, _ = timeline_of_drawing(briefing, "timeline-1").events
    assert shown(plain_text(event.text)) == "“here” – 5~km"


def test_an_author_can_have_it_all_as_typed(tmp_path):
    briefing = document(tmp_path, "typography: as typed\n")
    assert briefing.signs_as_typed
    event, _ = timeline_of_drawing(briefing, "timeline-1").events
    assert plain_text(event.text) == '"here" - 5 km'


def text_of_pages(briefing):
    import pypdfium2

    data = Press().render(briefing).data
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def test_pages_have_what_was_set(tmp_path):
    text = shown(text_of_pages(document(tmp_path)))
    assert "A “b” – c" in text
    assert 'Don’t "go" on 5~May.' in text
    assert '"here" - ' not in text


def test_pages_have_what_was_typed(tmp_path):
    text = text_of_pages(document(tmp_path, "typography: as typed\n"))
    assert 'A "b" - c' in text
    assert 'Don\'t "go" on 5 May.' in text


def test_the_whole_document_keeps_all_but_signs_and_spaces(example):
    html = parse_html(render(load(example).briefing, load_template("briefing")))
    before, after = plain_text(html), shown(plain_text(typeset(html)))
    assert before != after
    assert before.replace("\u00a0", " ") == after.replace("~", " ")

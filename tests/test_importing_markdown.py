"""Markdown of other tools → article folders: one sample of each tool in whole, no word lost, any bytes in time."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_folders import picture, told

from briefing.errors import ContentError, errors_of
from briefing.importing import import_file
from briefing.importing.found import Found
from briefing.importing.given import Given, nothing_beside
from briefing.importing.markdown import read_markdown
from briefing.importing.markdown.foreign_fields import NAMES
from briefing.reading import read_folder

SAMPLES = Path(__file__).parent / "markdown"
DOCUMENTATION = Path(__file__).parent.parent / "docs" / "import-markdown.md"


def found_in(text: str, **beside: bytes) -> Found:
    """What is found in a text; ``beside`` are files by their names, an underscore for the full stop."""
    files = {name.replace("_", "."): data for name, data in beside.items()}
    return read_markdown(Given(text.encode(), "a.md", "A", "en-GB", files.get if files else nothing_beside))


def body_of(text: str, **beside: bytes) -> str:
    found = found_in(f"# Title\n\n{text}", **beside)
    assert not errors_of(found.diagnostics), found.diagnostics
    return found.text


@pytest.mark.parametrize("tool", ["pandoc", "hugo", "jekyll", "quarto", "github"])
def test_a_sample_of_each_tool_in_whole(tool, tmp_path, request):
    """``NAME.article.txt`` is the article that is made of ``NAME.markdown``; ``NAME.said.txt`` what is said of it."""
    beside = tmp_path / "beside"
    shutil.copytree(SAMPLES, beside)
    (beside / "flood.png").write_bytes(picture())
    data = (SAMPLES / f"{tool}.markdown").read_bytes()
    made = import_file(f"{tool}.markdown", data, tmp_path / "new", beside=beside)
    article = (tmp_path / "new" / "briefing.md").read_text(encoding="utf-8")
    said = "\n".join(told(each for each in made.diagnostics if each.severity != "question")) + "\n"
    assert article == (SAMPLES / f"{tool}.article.txt").read_text(encoding="utf-8")
    assert said == (SAMPLES / f"{tool}.said.txt").read_text(encoding="utf-8")
    assert not errors_of(read_folder(tmp_path / "new").diagnostics)


@pytest.mark.parametrize(
    ("head", "fields", "comments"),
    [
        ("---\ntitle: A\nauthor: Jane Doe\n---\n", {"authors": "Jane Doe"}, ()),
        ("---\ntitle: A\nauthor: [Jane, {name: Max}]\n---\n", {"authors": ("Jane", "Max")}, ()),
        (
            "---\ntitle: A\nauthor:\n  - name: {given: Jane, family: Doe}\n    email: j@example.org\n---\n",
            {"authors": ("Jane Doe",)},
            ("author:", "  - name:", "      given: Jane", "      family: Doe", '    email: "j@example.org"'),
        ),
        ("+++\ntitle = 'A'\ndate = 2021-09-02\ntags = ['a, b', 'c']\n+++\n",
         {"date": "2021-09-02", "keywords": ("a, b", "c")}, ()),
        ('{\n"title": "A",\n"weight": 3\n}\n', {}, ("weight: 3",)),
        ("% A\n% Jane; Max\n% 3 May 2021\n", {"authors": ("Jane", "Max"), "date": "3 May 2021"}, ()),
        ("Title: A\nAuthor: Jane\nBase Header Level: 2\n\n", {"authors": "Jane"}, ("Base Header Level: 2",)),
        ("---\ntitle: A\ndate: today\nlang: Klingon of old\n---\n", {}, ("lang: Klingon of old", "date: today")),
        ("---\ntitle: A\npetition:\n  ask: Sign\n  link: https://example.org\n---\n",
         {"petition.ask": "Sign", "petition.link": "https://example.org"}, ()),
    ],
)  # fmt: skip
def test_fields_are_mapped(head, fields, comments):
    found = found_in(f"{head}\nText.\n")
    assert (found.title, found.fields, found.comments) == ("A", fields, comments)
    assert found.text == "Text."


def test_our_own_groups_stay_as_they_are():
    found = found_in("---\ntitle: A\nabbreviations:\n  NRF: National Front\n---\nText.\n")
    assert found.head == ("abbreviations:", "  NRF: National Front")


def test_a_field_that_has_no_place_is_told_at_its_line():
    assert told(found_in("---\ntitle: A\ndraft: true\n---\nText.\n").diagnostics) == [
        'a.md:3:1  warning  unplaced\n  The field "draft" has no place in a briefing; it is kept as a comment.'
    ]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("A *plain* text,\nas typed.  \nWith [@key] and `code &amp;`.", None),
        ("## One {#one .big}\n\n[up](#one)", "## One {#one}\n\n[up](#one)"),
        ("## Some words!\n\n[up](#some-words)", "## Some words! {#some-words}\n\n[up](#some-words)"),
        ("One\n===\n\nTwo\n---", "## One\n\n### Two"),
        ("H~2~O, x^2^ and &mdash; &lt;", "H[2]{.sub}O, x[2]{.sup} and — \\<"),
        ("(@a) One\n\n(@b) Two\n\nSee (@b).", "1. One\n\n2. Two\n\nSee (2)."),
        ("a) one\nb) two", "1. one\n2. two"),
        ("i. one\nii. two", "1. one\n2. two"),
        ("Term\n\n: One\n\n  ~ Two", "Term\n\n: One\n\n: Two"),
        ("| One\n|   two", "One\\\n\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}two"),
        ("::: {.callout-tip}\n## Words\nText\n:::", "::: box Words\n\nText\n:::"),
        ("> [!NOTE]\n> Text", "::: box Note\nText\n:::"),
        ("::: {.x}\nText\n:::", "Text"),
        ("{{< figure src=\"a.png\" alt=\"Alt\" >}}", "![Alt](<a.png>)"),
        ("{% highlight c %}\nx\n{% endhighlight %}", "```\nx\n```"),
        ("<b>bold</b><br>and <em>more</em>", "**bold**\\\nand *more*"),
        ("[words](other.html)", "words"),
        ("![](https://example.org/a.png)", "[https://example.org/a.png](<https://example.org/a.png>)"),
        ("![Alt](gone.png)", "<!-- ![Alt](gone.png) -->"),
        ("[@a, @b]", "[@a; @b]"),
        ("$x_1 + y$ for $5 and $6", "`$x_1 + y$` for $5 and $6"),
    ],
)  # fmt: skip
def test_constructs_are_rewritten_where_they_stand(typed, made):
    assert body_of(typed, a_png=picture()) == (typed if made is None else made)


def test_authors_are_named_where_a_key_stands_outside_of_brackets():
    head = (
        "---\ntitle: A\nreferences:\n- {id: doe99, type: book, title: T, author: [{family: Doe, given: Jane}]}\n---\n"
    )
    found = found_in(f"{head}@doe99 [p. 7] says it, and @nobody.")
    assert found.text == "Doe [@doe99, p. 7] says it, and @nobody."
    assert found.sources == {"doe99": {"title": "T", "type": "book", "authors": ("Jane Doe",)}}


def test_every_line_knows_where_it_was_typed():
    found = found_in("---\ntitle: A\n---\nOne\n\n::: {.x}\nTwo\n:::\n\n![Alt](gone.png)\n")
    assert dict(zip(found.text.split("\n"), found.lines, strict=True))["Two"] == 7
    assert [(block.tag, block.position.line) for block in found.blocks] == [("p", 4), ("p", 7)]
    assert [(each.text, each.position.line) for each in found.questions] == [
        ("The picture gone.png is left out. There is no such file beside the text.", 10)
    ]


CONSTRUCTS = (
    "W W.", "**W** *W*", "# W", "## W {#W .W}", "W\n---", "- W\n- W", "1. W\n   - W", "a) W\nb) W", "i. W\nii. W",
    "(@W) W", "> W\n> -- W", "> [!W] W\n> W", "| W | W |\n|---|---|\n| W | W | W |", "```W\nW\n```", "    W",
    "::: W\nW\n:::", "::: {.W}\nW", ":::", "::: summary\nW\n:::", "::: timeline W\n- W: W\n:::",
    "::: {.callout-note title=\"W\"}\nW\n:::", "[W](W.html)", "[W](https://example.org/W \"W\")", "[W]: W", "[W][W]",
    "[[W|W]]", "![W](W.png \"W\")", "W ![W](W.png) W", "![](https://example.org/W.png){.W}", "[@W]", "[@W, @W]",
    "[see @W, p. 7; W]", "@W says W", "[no source]", "[^W]", "[^W]: W", "^[W]", "W[W]{.W}", "[W]{.smallcaps}",
    "~~W~~ ==W== :W:", "$W_1$", "$$\nW\n$$", "<b>W</b> <i>W</i>", "<div class=\"W\">W</div>",
    "<table><tr><td>W</td></tr></table>", "<script>W</script>", "<!-- W -->", "W <!-- W --> W", "{{< W W >}}",
    "{{% notice W %}}\nW\n{{% /notice %}}", "{% W W %}", "{{ W.W }}", "{:.W}", "\\W{W}", "\\begin{W}\nW\n\\end{W}",
    "+---+\n| W |\n+---+", "W  W\n-- --\nW  W", "| W\n| W", "W\n: W", "---\nW: W\n---", "<W", "<!-- W", "`W", "[W",
    "W](", "***W", "&W; &amp; W", "www.example.org/W", "\\[W\\]", "[ ] W", "- [x] W", "!!! W \"W\"\n    W",
    "```{=W}\nW\n```", "import W from 'W'", "#. W", "[W]{lang=W}", "![W](<W W.png>){width=W caption=\"W\"}", "{.W}",
    "[](W)", "#", "\t W", "[toc]", "<W>W",
)  # fmt: skip
"""Each ``W`` is a word that must not be lost."""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(CONSTRUCTS), st.sampled_from(["\n", "\n\n", " ", "\n> ", "\n  "])), max_size=12)
)
def test_no_word_is_lost(pieces):
    numbers = iter(range(10_000))
    typed = "".join(re.sub("W", lambda _: f"qz{next(numbers)}x", piece) + after for piece, after in pieces)
    found = found_in(typed)
    said = [*told(found.diagnostics), *(each.text for each in found.questions)]
    fields = [found.title, str(dict(found.fields)), *found.comments, *found.head, *found.sources]
    kept = " ".join([found.text, *fields, *said]).casefold()
    lost = [word for word in re.findall(r"qz\d+x", typed) if word not in kept]
    assert not lost or errors_of(found.diagnostics)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(CONSTRUCTS), max_size=8).map(lambda pieces: "\n\n".join(pieces).encode())
    | st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.text(alphabet="[](){}<>@:#*_`~|-+=\\!^$&%\n aW1.\"'", max_size=120).map(str.encode)
)
def test_any_bytes_make_a_folder_that_builds_or_one_refusal(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any") / "new"
    try:
        import_file("a.md", data, folder)
    except ContentError as refused:
        assert len(errors_of(refused.diagnostics)) >= 1
        assert not folder.exists()
    else:
        assert not errors_of(read_folder(folder).diagnostics)


HOSTILE = {
    "brackets": "[" * 100_000,
    "quotations": "> " * 50_000,
    "lists": "".join(f"{'  ' * depth}- a\n" for depth in range(400)),
    "links": "[a](" * 25_000,
    "pictures": "![a](" * 20_000,
    "backticks": "".join("`" * count + "a" for count in range(440)),
    "tags": '<a "' * 25_000,
    "comments": "<!-- a\n" * 19_000,
    "shortcodes": "{{< a " * 16_000,
    "spaces": f"# a{' ' * 99_000}b",
    "hashes": f"# a{' #' * 49_000}b",
    "citations": f"[{'@' * 99_000}",
    "fences": ":::\n" * 19_000,
    "scripts": "<script>\n" * 19_000,
    "grids": "+-+\n| a |\n" * 9_500,
    "fields": "---\na: b\n---\n\n" * 4_500,
    "TOML": f"+++\na={'[' * 50_000}\n+++\n",
    "YAML": f"---\na: {'[' * 50_000}\n---\n",
    "20 MB": "a b c\n" * 3_300_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_or_refused_in_time(name):
    started = time.process_time()
    found = found_in(HOSTILE[name])
    assert time.process_time() - started < 10
    assert len(errors_of(found.diagnostics)) <= 1


def test_the_documentation_lists_every_field():
    rows = re.findall(r"^\| `([\w, `]+)` \| `(\w+)` \|", DOCUMENTATION.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {ours: tuple(names.replace("`", "").split(", ")) for names, ours in rows}
    assert listed == dict(NAMES)


def test_letters_in_another_encoding_are_read_with_a_question():
    found = read_markdown(Given("# Müller\n\nCafé “alles”.\n".encode("cp1252"), "a.md", "A", "de"))
    assert (found.title, found.text.strip()) == ("Müller", "Café “alles”.")
    assert [each.text for each in found.questions] == [
        "The file does not say how its letters are encoded; it was read as windows-1252, which is a guess. "
        "Are all letters right?"
    ]

"""Markdown of other tools → article folders: one sample of each tool in whole, no word lost, any bytes in time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading_folders import picture, told
from stopwatch import Stopwatch

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
        ("{{< figure src=\"a.png\" alt=\"Alt\" title=\"The valley\" caption=\"By Jane\">}}",
         "![Alt](<a.png>){caption=\"The valley. By Jane\"}"),
        ("{{< figure src=\"a.png\" alt=\"Alt\" title=\"Where?\" caption=\"There\">}}",
         "![Alt](<a.png>){caption=\"Where? There\"}"),
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


def said_of(text: str, **beside: bytes) -> list[str]:
    """What is told of a text below a title, without the lines that say where and of which kind."""
    found = found_in(f"# Title\n\n{text}", **beside)
    warnings = [f"{each.position.line}: {each.message}" for each in found.diagnostics if each.position]
    return [*warnings, *(f"{each.position.line}? {each.text}" for each in found.questions)]


@pytest.mark.parametrize(
    ("typed", "made", "told_of_it"),
    [
        ("See {{ site.url }}.", "See {{ site.url }}.", "Nobody fills this in; it is printed as typed: {{ site.url }}"),
        ('{{ "now" | date: "%Y" }}', '{{ "now" | date: "%Y" }}',
         'Nobody fills this in; it is printed as typed: {{ "now" | date: "%Y" }}'),
        ('Go to {{ "/a" | relative_url }}.', 'Go to {{ "/a" | relative_url }}.',
         'Nobody fills this in; it is printed as typed: {{ "/a" | relative_url }}'),
        ("![Alt]({{ site.baseurl }}/a.png)", "![Alt](<a.png>)",
         "The address of the site is not known, and is left out: {{ site.baseurl }}"),
        ("![[a.png|Alt|300x200]]", "![Alt](<a.png>)", "This size of a picture is left out: 300x200."),
        ("Words. ^one-2", "Words.", "This name of a block has no place in a briefing and is left out: ^one-2"),
        ("```dataview\nLIST\n```", "```dataview\nLIST\n```",
         "What this query of Dataview would find is not known. It is printed as code."),
        ("- Due date:: today", "- Due date:: today", "This field inside the text is printed as typed: Due date::"),
        ("It is (due:: today).", "It is (due:: today).", "This field inside the text is printed as typed: due::"),
    ],
)  # fmt: skip
def test_what_another_tool_would_fill_in_or_find_is_told_at_its_line(typed, made, told_of_it):
    assert body_of(typed, a_png=picture()) == made
    assert said_of(typed, a_png=picture()) == [f"3: {told_of_it}"]


@pytest.mark.parametrize("typed", ["Some 10 ^6 more.", "Use `x ^one` and `{{ site.url }}`.", "The name std::string.",
                                   "```\n{{ site.url }}\n^one\nfield:: x\n```"])  # fmt: skip
def test_what_only_looks_like_it_stays_untold(typed):
    assert body_of(typed) == typed
    assert said_of(typed) == []


def test_the_title_is_written_where_a_tool_would():
    found = found_in("---\ntitle: A\n---\nOf {{ page.title }} and {{- .Title -}}.\n")
    assert (found.text, found.diagnostics) == ("Of A and A.", ())


def test_a_width_is_not_what_a_picture_shows():
    assert body_of("![[a.png|300]]", a_png=picture()) == "![FILL IN: what this picture shows](<a.png>)"
    assert said_of("![[a.png|300]]", a_png=picture()) == [
        "3: This size of a picture is left out: 300.",
        "3? What does the picture a.png show? Say it for those who cannot see it.",
    ]


def named(name: str, text: str) -> Found:
    return read_markdown(Given(text.encode(), name, "2022 06 18 the flood", "en-GB"))


def test_the_day_in_the_name_of_a_post_is_its_date():
    found = named("2022-06-18-the-flood.md", "Text.\n")
    assert (found.title, found.fields) == ("The flood", {"date": "2022-06-18"})
    assert [(each.field, each.text) for each in found.questions] == [
        ("date", "The date was taken from the name of the file: 2022-06-18. Is it right?"),
        ("title", 'This file does not say its title; "The flood" is made of its name. Is it right?'),
    ]


def test_a_date_at_the_head_counts_more_than_the_name_of_a_file():
    found = named("2022-06-18-the-flood.md", "---\ntitle: A\ndate: 3 May 2021\n---\nText.\n")
    assert (found.fields, found.questions) == ({"date": "3 May 2021"}, ())
    assert named("2022-02-30-a.md", "---\ntitle: A\n---\nText.\n").fields == {}


def test_paragraphs_of_an_abstract_are_joined_and_told():
    found = found_in("---\ntitle: A\nabstract: |\n  One.\n\n  Two.\n---\nText.\n")
    assert found.fields == {"standfirst": "One. Two."}
    assert [each.message for each in found.diagnostics] == [
        'The paragraphs of the field "abstract" are joined: a field is one paragraph.'
    ]


def imported(text: str, folder: Path) -> str:
    import_file("a.md", text.encode(), folder)
    return (folder / "briefing.md").read_text(encoding="utf-8")


def test_who_wrote_it_and_when_is_asked_where_the_head_does_not_say(tmp_path):
    asked = "The file does not say when it is from or who wrote it. Write date and authors at the head."
    assert f"<!-- question: {asked} -->" in imported("---\ntitle: A\ndate: last-modified\n---\nText.\n", tmp_path / "a")
    both = "---\ntitle: A\nauthor: Jane\ndate: 3 May 2021\n---\nText.\n"
    assert "question" not in imported(both, tmp_path / "b")


def test_a_sentence_that_asks_to_sign_stays_and_the_question_says_what_to_type(tmp_path):
    head = "---\ntitle: A\nlanguage: en-GB\nauthors: Jane\ndate: 3 May 2021\n"
    sentence = "Sign our petition to the Home Secretary: <https://example.org/p>"
    article = imported(f"{head}---\nOne.\n\nTwo.\n\n{sentence}\n", tmp_path / "a")
    fields = 'ask: "Sign our petition to the Home Secretary", addressed_to: "the Home Secretary"'
    group = f'petition: {{{fields}, link: "https://example.org/p"}}'
    assert article.endswith(
        '\n<!-- question: This paragraph asks to sign: "Sign our petition to the Home Secretary: https://example.org/p".'
        f" To make it the petition, take it out and write at the head: {group} -->\n\n{sentence}\n"
    )
    (tmp_path / "a" / "briefing.md").write_text(f"{head}{group}\n---\nOne.\n\nTwo.\n", encoding="utf-8")
    assert not errors_of(read_folder(tmp_path / "a").diagnostics)
    assert "question" not in imported(f"{head}{group}\n---\nOne.\n\nTwo.\n\n{sentence}\n", tmp_path / "b")


def test_authors_are_named_where_a_key_stands_outside_of_brackets():
    head = (
        "---\ntitle: A\nreferences:\n- {id: doe99, type: book, title: T, author: [{family: Doe, given: Jane}]}\n---\n"
    )
    found = found_in(f"{head}@doe99 [p. 7] says it, and @nobody.")
    assert found.text == "Doe [@doe99, p. 7] says it, and @nobody."
    work = {"title": "T", "type": "book", "authors": ("Jane Doe",), "family_names": ("Doe",)}
    assert found.sources == {"doe99": work}


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
    "{{ site.url }} W", "{{ \"W\" | W: W }}", "[W]({{ site.url }}/W)", "W. ^W", "W:: W", "![[W.png|300]]",
    "{{< figure src=\"W.png\" title=\"W\" caption=\"W\" >}}",
)  # fmt: skip
"""Each ``W`` is a word that must not be lost."""


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example([("```{=W}\nW\n```", " "), ("W W.", " ")])
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


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
    with Stopwatch() as watch:
        found = found_in(HOSTILE[name])
    assert watch.seconds < 10
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

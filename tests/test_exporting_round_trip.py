"""Whatever is exported as Markdown is imported as the same briefing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hunting import examples
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from reading_folders import picture, write
from test_exporting_markdown import facts, imported_again

from briefing.errors import errors_of
from briefing.reading import read_folder

SOURCES = "a-2021:\n  title: A\n  date: by 1998\nb:\n  authors: [Ann, Bob]\n  title: 'B: [b]'\n  own: yes\n"
SIGNS = st.text(st.sampled_from(list("ab *_[](){}<>!`\\~^$@#|&:;.'\"-–1é م")), min_size=1, max_size=14)
WORDS = st.one_of(
    st.sampled_from(
        ["Words.", "*More* **words** [@a-2021, p. 7].", "By 1998 [no source, test].", "$5 and $6, H~2~O @x"]
    ),
    st.sampled_from(
        ["[maquis]{lang=fr}", "[there](https://example.org/a_b)", "{{ recipient.name }}", "<b>x</b> &amp;"]
    ),
    SIGNS,
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ITEMS = st.lists(SENTENCES.map(lambda words: f"- a {words}"), min_size=1, max_size=3).map("\n".join)
EVENTS = st.lists(
    st.tuples(st.sampled_from(["1979", "the 1980s", "by 1998, stressed", "2001-09-09", "about May 2021"]), SENTENCES),
    min_size=1,
    max_size=3,
).map(lambda events: "\n".join(f"- {date}: x {words}" for date, words in events))
BLOCKS = st.one_of(
    SENTENCES.map(lambda words: f"Text {words}"),
    SENTENCES.map(lambda words: f"## Head {words}"),
    SENTENCES.map(lambda words: f"### Deeper {words} {{.keep}}"),
    ITEMS,
    SENTENCES.map(lambda words: f"1. a {words}\n2. b\n\n   c {words}"),
    SENTENCES.map(lambda words: f"> Said {words}\n> -- Ann, *Paper*"),
    SENTENCES.map(lambda words: f"Words^[A note {words}] on."),
    SENTENCES.map(lambda words: f"Term\n: meaning {words}"),
    SENTENCES.map(lambda words: f"| a | b |\n|---|--:|\n| c | x {words.replace('|', '')} |\n\n: Of {words}"),
    SENTENCES.map(lambda words: f"![A picture](a.png){{width=60% credit=Ann}}\n\n::: box Title\nWords {words}\n:::"),
    SENTENCES.map(lambda words: f"::: handout\n## Head\n\nText {words}\n:::\n\nText"),
    SENTENCES.map(
        lambda words: f'::: postcard {{to="; House of Commons; London" ask="The mayor"}}\nText {words}\n:::\n\nText'
    ),
    st.just("```\n*code*\n  [x](y)\n```"),
    ITEMS.map(lambda items: f"::: summary\n{items}\n:::"),
    SENTENCES.map(lambda words: f"::: figures\n- **some 5** of 6 {words}\n\n  As of 3 May 2021 {words}\n:::"),
    SENTENCES.map(lambda words: f"::: asks\n- **Members**: vote {words}, by 10 September 2021.\n:::"),
    EVENTS.map(lambda events: f"::: timeline In *short* {{form=vertical}}\n{events}\n:::"),
)
HEADS = st.fixed_dictionaries(
    {},
    optional={
        "subtitle": st.just("Below: [it]"),
        "standfirst": st.just("Said *so*. [@b]"),
        "date": st.sampled_from(["2 September 2021", "2021-09-02", "198X"]),
        "authors": st.just("Ann Other"),
        "keywords": st.just("one, two"),
        "series": st.just("1"),
        "typography": st.just("as typed"),
    },
)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(HEADS, st.lists(BLOCKS, min_size=1, max_size=8))
@example({}, ["Words^[ A note  ] on."])
def test_an_import_of_an_export_is_the_same_briefing(head, blocks):
    fields = "".join(f"{name}: '{text}'\n" for name, text in head.items())
    text = f"---\ntitle: A title\nlanguage: en-GB\n{fields}---\n" + "\n\n".join(blocks)
    with tempfile.TemporaryDirectory() as folder:
        files = {"briefing.md": text, "sources.yaml": SOURCES, "a.png": picture()}
        read = read_folder(write(Path(folder, "article"), files))
        assume(not errors_of(read.diagnostics))  # random signs may name what there is not: [@1], [^a], ![]()
        assert read.briefing
        again = imported_again(Path(folder, "article"), Path(folder))
        assert facts(again, in_words=False) == facts(read.briefing, in_words=False)

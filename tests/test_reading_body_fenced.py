"""Fenced blocks become the values of the model."""

from __future__ import annotations

import pytest
from reading_body_sample import body, clean, problems, shown

from briefing.reading.body import Shared, read_body


def test_summary():
    read = clean("::: summary\n- One [@a].\n- Two\n  lines.\n:::\nText.\n\n::: {.summary}\n1. Three.\n:::")
    assert [shown(*point) for point in read.summary] == [
        'One<cite class="citation" data-key="a"></cite>.',
        "Two lines.",
        "Three.",
    ]
    assert [shown(*section.blocks) for section in read.sections] == ["<p>Text.</p>"]


@pytest.mark.parametrize(
    ("typed", "value", "label", "caveat", "as_of"),
    [
        (
            "**400,000** people fled. [@k]\n  As of 13 August 2021. More.",
            "400,000",
            "people fled.C",
            "As of 13 August 2021. More.",
            "2021-08-13",
        ),
        ("**5 *per* cent** of those\n  who fled.\n  Or so.", "5 per cent", "of those who fled.", "Or so.", None),
        ("**5** people [@k]\n  More, as of 2020, and so on.", "5", "peopleC", "More, as of 2020, and so on.", "2020"),
        ('**5** of "them."\n  More.\n  Still more.', "5", 'of "them."', "More. Still more.", None),
        ("**5** of them.\n  [@k]\n  More.", "5", "of them.C", "More.", None),
        ("**5** of them (as of 3 May 2020).\n\n  More.", "5", "of them (as of 3 May 2020).", "More.", "2020-05-03"),
        ("**5**", "5", "", "", None),
        ("**5** as of the evening. `a.\n  b`", "5", "as of the evening. <code>a. b</code>", "", None),
    ],
)
def test_figures(typed, value, label, caveat, as_of):
    [figure] = clean(f"::: figures\n- {typed}\n:::").figures
    cite = '<cite class="citation" data-key="k"></cite>'
    assert (figure.value, shown(*figure.label).replace(cite, "C"), shown(*figure.caveat)) == (value, label, caveat)
    assert (figure.as_of and figure.as_of.edtf) == as_of
    assert figure.sources == (("k",) if "[@k]" in typed else ())
    assert str(figure.position) == "briefing.md:2:3"


@pytest.mark.parametrize(
    ("typed", "actor", "text", "by"),
    [
        ("**The House**: act, by 10 September 2021.", "The House", "act, by 10 September 2021.", "2021-09-10"),
        ("**The House:** act by hand", "The House", "act by hand", None),
        (
            "**The House** *must* act by 2 May 2021 or by 2022, at the latest [@k]",
            "The House",
            "<em>must</em> act by 2 May 2021 or by 2022, at the latest",
            "2022",
        ),
        ("**The House**: act by 10 September.", "The House", "act by 10 September.", None),
    ],
)
def test_asks(typed, actor, text, by):
    [ask] = clean(f"::: asks\n- {typed}\n:::").asks
    assert (ask.actor, shown(*ask.text).partition("<cite")[0]) == (actor, text)
    assert (ask.by and ask.by.edtf) == by


@pytest.mark.parametrize(
    ("language", "typed", "text"),
    [
        ("de", "stimmen Sie zu, bis 2026-12-05.", "stimmen Sie zu, bis <DAY>."),
        ("de", "stimmen Sie zu, *bis 2026-12-05*! [@k][^n]", "stimmen Sie zu, <em>bis <DAY></em>!"),
        ("fr", "votez « oui », au plus tard le 2026-12-05", "votez « oui », au plus tard le <DAY>"),
        ("ur", "ووٹ دیں، 2026-12-05 تک۔", "ووٹ دیں، <DAY> تک۔"),
        ("ja", "賛成してください、2026-12-05までに。", "賛成してください、<DAY>までに。"),
        ("hu", "szavazzanak, 2026-12-05-ig", "szavazzanak, <DAY>-ig"),
        ("en", "act, by 2026-12-05.", "act, by <DAY>."),
        ("de", "bis 2026-12-05 stimmen Sie bitte zu.", None),
        ("de", "lesen Sie 2026-12-05/12.", None),
        ("de", "bis 5. Dezember 2026.", None),
    ],
)
def test_a_day_in_edtf_ends_an_ask_in_any_language(language, typed, text):
    [ask] = read_body(f"::: asks\n- **A**: {typed}\n:::\n\n[^n]: N", file="briefing.md", language=language).asks
    day = '<time data-day="2026-12-05">2026-12-05</time>'
    assert (ask.by and ask.by.edtf) == ("2026-12-05" if text else None)
    assert shown(*ask.text).partition("<cite")[0].rstrip() == (text or typed).replace("<DAY>", day)


@pytest.mark.parametrize(
    ("language", "typed", "label", "caveat"),
    [
        ("de", "Menschen.\n  Stand: 2026-12-05; von 9.", "Menschen.", "Stand: <DAY>; von 9."),
        ("fr", "personnes (état au 2026-12-05).", "personnes (état au <DAY>).", ""),
        ("hi", "लोग।\n  स्थिति 2026-12-05 ।", "लोग।", "स्थिति <DAY> ।"),
        ("en", "people.\n  As of 2026-12-05.", "people.", "As of <DAY>."),
        ("de", "am 2026-12-05 Geflohene.", "am 2026-12-05 Geflohene.", None),
    ],
)
def test_a_day_in_edtf_before_a_sign_is_that_of_a_figure(language, typed, label, caveat):
    [figure] = read_body(f"::: figures\n- **9** {typed}\n:::", file="briefing.md", language=language).figures
    day = '<time data-day="2026-12-05">2026-12-05</time>'
    assert (figure.as_of and figure.as_of.edtf) == (None if caveat is None else "2026-12-05")
    made = [label.replace("<DAY>", day), (caveat or "").replace("<DAY>", day)]
    assert [shown(*figure.label), shown(*figure.caveat)] == made


def test_an_item_that_begins_like_a_numbered_list_is_read_as_typed():
    read = clean(
        "::: timeline\n- 15. August 2021: One [@a]\n-   16.  August 2021,\n    stressed: *Two*\n:::\n\n"
        "::: summary\n- 3. Division\n  fled.\n:::"
    )
    [timeline] = read.timelines
    assert [(event.date.typed, shown(*event.text), event.stressed) for event in timeline.events] == [
        ("15. August 2021", 'One<cite class="citation" data-key="a"></cite>', False),
        ("16. August 2021", "<em>Two</em>", True),
    ]
    assert [str(event.position) for event in timeline.events] == ["briefing.md:2:3", "briefing.md:3:5"]
    assert [str(each.position) for each in read.cited] == ["briefing.md:2:25"]
    assert [shown(*point) for point in read.summary] == ["3. Division fled."]


def test_a_day_that_looks_like_a_list_in_a_list_is_read_as_typed():
    text = "::: timeline\n- 1. 5. 1979: Eins [@a]\n- 1. 8. 1979, 18:30: Zwei\n:::"
    read = read_body(text, file="briefing.md", language="de")
    assert not read.diagnostics
    assert [(event.date.typed, event.date.edtf, str(event.position)) for event in read.timelines[0].events] == [
        ("1. 5. 1979", "1979-05-01", "briefing.md:2:3"),
        ("1. 8. 1979, 18:30", "1979-08-01T18:30", "briefing.md:3:3"),
    ]
    assert [str(each.position) for each in read.cited] == ["briefing.md:2:21"]


def test_a_date_that_looks_like_a_list_is_told_in_the_usual_words():
    read = read_body("::: timeline\n- 15. Augst 2021: Eins\n:::", file="briefing.md", language="de")
    assert [str(each) for each in read.diagnostics] == [
        'briefing.md:2:3  error  date-unreadable\n  "Augst" is not a word of a date.\n  Did you mean August?'
    ]


def test_a_list_in_an_item_is_no_sentence():
    assert problems("::: summary\n- 1. a\n  2. b\n:::") == [
        "briefing.md:2:1  error  wrong-shape\n"
        "  Each item of summary is a sentence, and this is a list.\n"
        "  Write a list: - The front was founded in 2019. [@key]"
    ]


def test_a_day_that_does_not_exist_is_told_and_stays():
    text = "::: asks\n- **A**: stimmen Sie zu, bis 2026-11-31.\n:::"
    read = read_body(text, file="briefing.md", language="de")
    assert [str(each) for each in read.diagnostics] == [
        "briefing.md:2:30  error  date-impossible\n"
        "  There is no 31 November: November has 30 days.\n  Correct the day or the month."
    ]
    assert (shown(*read.asks[0].text), read.asks[0].by) == ("stimmen Sie zu, bis 2026-11-31.", None)


def test_timelines():
    read = clean(
        "::: timeline Forty *years*\n- 1979: War: it begins [@a]\n- about 20 August 2021, stressed: More\n"
        "- 198X/1998 :\n  Long\n:::\n\n## Then\n\n::: {.timeline}\n* by 1998: Last\n:::",
        first_line=3,
    )
    one, two = read.timelines
    assert (one.id, shown(*one.title), str(one.position)) == ("timeline-1", "Forty <em>years</em>", "briefing.md:3:1")
    assert [(event.date.edtf, shown(*event.text), event.stressed, event.sources) for event in one.events] == [
        ("1979", 'War: it begins<cite class="citation" data-key="a"></cite>', False, ("a",)),
        ("2021-08-20~", "More", True, ()),
        ("198X/1998", "Long", False, ()),
    ]
    assert [str(event.position) for event in one.events] == [f"briefing.md:{line}:3" for line in (4, 5, 6)]
    assert (two.id, two.title, two.events[0].date.edtf) == ("timeline-2", (), "../1998")
    assert [shown(*section.blocks) for section in read.sections] == [
        '<div class="timeline" data-ref="timeline-1"></div>',
        '<div class="timeline" data-ref="timeline-2"></div>',
    ]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("::: box\na\n:::", '<aside class="box"><p>a</p></aside>'),
        ("::: box Where *we* stand :::\na\n:::", '<aside class="box"><h3>Where <em>we</em> stand</h3><p>a</p></aside>'),
        (":::: {.box #b lang=fa} T\na\n::::", '<aside class="box" id="b" lang="fa"><h3>T</h3><p>a</p></aside>'),
        ('::: {.box title="Why: T"}\na\n:::', '<aside class="box"><h3>Why: T</h3><p>a</p></aside>'),
        ("::: box T {#b}\n## U\n:::", '<aside class="box" id="b"><h3>T</h3><h4 id="u">U</h4></aside>'),
        (":::box\n:::keep\na\n:::\n:::", '<aside class="box"><div data-break="together"><p>a</p></div></aside>'),
        ("::: {lang=fa}\na\n\nb\n:::", '<div lang="fa"><p>a</p><p>b</p></div>'),
        (
            "- a\n\n  ::: box\n  b\n  :::\n- c",
            '<ul><li><p>a</p><aside class="box"><p>b</p></aside></li><li><p>c</p></li></ul>',
        ),
        ("> ::: keep\n> a\n> :::", '<blockquote><div data-break="together"><p>a</p></div></blockquote>'),
        (
            "a\n::: box\n```\n:::\n```\n<!--\n:::\n-->\n:::\nb",
            '<p>a</p><aside class="box"><p class="code"><code>:::</code></p></aside><p>b</p>',
        ),
        ("\\newpage\n::: box\na\n:::\n\n::: box\n:::", '<aside class="box" data-break="before"><p>a</p></aside>'),
    ],
)
def test_boxes_and_their_like(typed, made):
    assert "".join(shown(*section.blocks) for section in clean(typed).sections) == made


def test_handouts():
    read = clean("::: handout What *you* can do\nSign.\n\n## Then\n\n- a\n:::\n::: handout\nb\n:::")
    assert [(shown(*each.title), shown(*each.blocks), each.position.line) for each in read.handout] == [
        ("What <em>you</em> can do", '<p>Sign.</p><h3 id="then">Then</h3><ul><li>a</li></ul>', 1),
        ("", "<p>b</p>", 8),
    ]
    assert read.sections == ()


def test_postcards():
    head = '::: {.postcard title="From *me*" to="; House of  Commons;London"}'
    read = clean(f"{head}\nDear *Minister*,\n\nLet them in. [@a]\n:::\n::: postcard\nb\n:::")
    assert [(shown(*each.title), shown(*each.blocks), each.to, each.position.line) for each in read.postcard] == [
        (
            "From <em>me</em>",
            '<p>Dear <em>Minister</em>,</p><p>Let them in.<cite class="citation" data-key="a"></cite></p>',
            ("", "House of Commons", "London"),
            1,
        ),
        ("", "<p>b</p>", (), 6),
    ]
    assert read.sections == ()
    assert clean('::: postcard {to="The Home Secretary"}\n:::').postcard[0].to == ("The Home Secretary",)
    assert clean('::: postcard {ask="The  mayor"}\nText.\n:::').postcard[0].ask == "The mayor"
    assert clean("::: postcard\n:::").postcard == ()


def test_corrections_say_since_when_and_what():
    typed = "- 5 September 2021: It said *390*: wrong. [@a]\n- **2021-09-06**: A name.\n"
    read = clean(f"::: corrections\n{typed}:::")
    assert [(each.date.edtf, shown(*each.text), each.position.line) for each in read.corrections] == [
        ("2021-09-05", 'It said <em>390</em>: wrong.<cite class="citation" data-key="a"></cite>', 2),
        ("2021-09-06", "A name.", 3),
    ]
    assert read.sections == ()


EXAMPLES = {
    "summary": "- The front was founded in 2019. [@key]",
    "figures": "- **nearly 400,000** people forced from their homes. [@key]",
    "asks": "- **Members of Parliament**: ask the Home Secretary to act, by 10 September 2021.",
    "timeline": "- 9 September 2001: What happened. [@key]",
    "corrections": "- 5 September 2021: An earlier version said 390,000; it is nearly 250,000.",
}
NAMES = "  The blocks are summary, figures, asks, timeline, chart, box, handout, postcard, local, corrections and keep."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "::: sumary\n:::",
            f'1:1  error  unknown-block\n  There is no block called "sumary". Did you mean summary?\n{NAMES}',
        ),
        (
            "::: {.callout-note}\n:::",
            f'1:1  error  unknown-block\n  There is no block called "callout-note". Did you mean box?\n{NAMES}',
        ),
        ("::: {#a}\n:::", f"1:1  error  unknown-block\n  This block has no name.\n{NAMES}"),
        (
            "a\n\n  ::: box\nb",
            "3:3  error  unclosed-block\n  The block box is never closed.\n  Put a line with ::: where it ends.",
        ),
        (
            "a\n\n:::\n",
            "3:1  error  stray-fence\n  No block is open that this could close.\n"
            "  Delete it, or write ::: and a name where the block begins.",
        ),
        (
            "::: summary Title\n- a\n:::",
            "1:13  warning  title-not-printed\n  The block summary takes no title; "
            "its heading comes from the template.\n  Take the words out.",
        ),
        *(
            (
                f"::: {name}\nwords\n:::",
                f"2:1  error  wrong-shape\n  The block {name} holds a list, and this is a paragraph.\n"
                f"  Write a list: {example}",
            )
            for name, example in EXAMPLES.items()
        ),
        *(
            (
                f"::: {name}\n:::",
                f"1:1  error  wrong-shape\n  The block {name} is empty.\n  Write a list: {example}",
            )
            for name, example in EXAMPLES.items()
            if name != "timeline"  # which shows events that stand elsewhere
        ),
        (
            "::: summary\n- a\n  - b\n:::",
            "3:3  error  wrong-shape\n  Each item of summary is a sentence, and this is a list.\n"
            f"  Write a list: {EXAMPLES['summary']}",
        ),
        (
            "::: summary\n- a\n\n  b\n:::",
            "4:3  error  wrong-shape\n  Each item of summary is one paragraph, and this is another.\n"
            f"  Write a list: {EXAMPLES['summary']}",
        ),
        (
            "::: summary\n- a\n-\n:::",
            "3:1  error  wrong-shape\n  This item of summary is empty.\n  Write it, or delete the dash.",
        ),
        (
            "::: figures\n- five people\n:::",
            "2:3  error  wrong-shape\n  This figure does not begin with its value in bold.\n"
            f"  Write it like this: {EXAMPLES['figures']}",
        ),
        *(
            (
                f"::: asks\n- {typed}\n:::",
                "2:3  error  wrong-shape\n  This ask does not say who is asked to do what.\n"
                f"  Write it like this: {EXAMPLES['asks']}",
            )
            for typed in ("Act now.", "**Parliament**:")
        ),
        (
            "::: asks\n- **A**: act\n  by 03/04/2021.\n:::",
            '3:6  error  date-ambiguous\n  "03/04/2021" can be read in two ways.\n'
            "  Write April 3, 2021 or March 4, 2021.",
        ),
        *(
            (
                f"::: timeline\n- 1979: {typed}\n:::",
                "2:9  error  wrong-shape\n  This event does not say what happened.\n"
                f"  Write it like this: {EXAMPLES['timeline']}",
            )
            for typed in ("[@a]", "[no source, a reason]", "*[@a]* [@b]")
        ),
        *(
            (
                f"::: timeline\n- {typed}\n:::",
                "2:3  error  wrong-shape\n  This event does not have a date, a colon and what happened.\n"
                f"  Write it like this: {EXAMPLES['timeline']}",
            )
            for typed in ("1979 war", ": war", "1979:", "https://example.org")
        ),
        *(
            (
                f"::: corrections\n- {typed}\n:::",
                "2:3  error  wrong-shape\n  This correction does not have a date, a colon and what was corrected.\n"
                f"  Write it like this: {EXAMPLES['corrections']}",
            )
            for typed in (
                "It said four.",
                ": It said four.",
                "**: It said four.",
                "5 September 2021:",
                "1 May 2021: [@a]",
            )
        ),
        (
            "::: timeline\n- 03/04/2021: war\n:::",
            '2:3  error  date-ambiguous\n  "03/04/2021" can be read in two ways.\n'
            "  Write April 3, 2021 or March 4, 2021.",
        ),
    ],
)
def test_what_is_wrong_is_said(typed, said):
    assert problems(typed)[0] == f"briefing.md:{said}"


def test_a_list_of_events_has_an_end():
    events = "- 1979: War\n" * 2_001
    assert problems(f"::: timeline\n{events}:::") == [
        "briefing.md:2002:1  error  too-large\n  There are more than 2,000 events in this list.\n"
        "  Divide it into several timelines, or leave some out."
    ]
    assert clean("::: timeline\n" + "- 1979: War\n" * 2_000 + ":::").timelines


def test_a_block_never_closed_swallows_no_more_than_it_must():
    read = body("::: summary\n- a\n\n::: figures\n- **5** b.\n:::\n\n::: asks\n- **C**: d.\n\n## E\n\nf")
    assert [diagnostic.id for diagnostic in read.diagnostics] == ["unclosed-block", "unclosed-block"]
    assert [diagnostic.position.line for diagnostic in read.diagnostics if diagnostic.position] == [1, 8]
    assert (len(read.summary), len(read.figures), len(read.asks), len(read.sections)) == (1, 1, 1, 1)


def test_an_unknown_block_keeps_its_words():
    assert shown(*body("::: whatever\nwords\n:::").sections[0].blocks) == "<p>words</p>"


def test_deadlines_are_read_in_the_language_of_the_text():
    [ask] = clean("::: asks\n- **A**: b, by 2021-09-10.\n:::", language="de").asks
    assert ask.by
    assert ask.by.edtf == "2021-09-10"


@pytest.mark.parametrize(
    ("line", "edtf", "text"),
    [
        ("2021-08-15T10:00: a", "2021-08-15T10:00", "a"),
        ("2021-08-15T12:30Z, stressed: b: c", "2021-08-15T12:30Z", "b: c"),
        ("2021: 10:30 was the hour", "2021", "10:30 was the hour"),
        ("2021-08-15T10:00:00Z: a", "2021-08-15T10:00:00Z", "a"),
        ("2021-08-15T10:00:00+04:30: a", "2021-08-15T10:00:00+04:30", "a"),
        ("26 March 2020, 20:00: a", "2020-03-26T20:00", "a"),
        ("26 March 2020 , 20:00 , Stressed : a", "2020-03-26T20:00", "a"),
    ],
)
def test_a_colon_of_a_time_of_day_ends_no_date(line, edtf, text):
    (timeline,) = clean(f"::: timeline\n- {line}\n:::\n").timelines
    assert [(event.date.edtf, shown(*event.text)) for event in timeline.events] == [(edtf, text)]


@pytest.mark.parametrize("line", ["1979:50 people came", "1979:five", "see https://example.org", ", stressed", ": a"])
def test_an_event_without_its_colon(line):
    assert problems(f"::: timeline\n- {line}\n:::\n")[0].startswith("briefing.md:2:3  error  wrong-shape\n")


def test_stressed_after_a_date_with_a_comma_of_any_script():
    lines = ["26 March 2020, 20:00, stressed: a", "15 August 2021 ,stressed: b", "August 15, 2021: c"]
    lines += ["1979، stressed: d", "1980，stressed: e"]
    [timeline] = clean("::: timeline\n" + "".join(f"- {line}\n" for line in lines) + ":::\n").timelines
    assert [(event.date.edtf, event.stressed) for event in timeline.events] == [
        ("2020-03-26T20:00", True),
        ("2021-08-15", True),
        ("2021-08-15", False),
        ("1979", True),
        ("1980", True),
    ]


def test_an_event_in_one_of_several_years_is_no_target_of_a_link():
    text = "::: timeline\n- [1667,1668]: War\n- [..1998]: Peace\n- [1667]: https://example.org\n:::\n\n[1667]: https://b.org"
    (said,) = problems(text)
    assert said.startswith("briefing.md:4:1  error")
    [timeline] = clean("::: timeline\n- [1667,1668]: War\n- [..1998]: Peace\n:::\n").timelines
    assert [(event.date.edtf, shown(*event.text)) for event in timeline.events] == [
        ("[1667,1668]", "War"),
        ("[..1998]", "Peace"),
    ]


def test_the_form_of_a_timeline_and_how_it_is_spoken_can_be_fixed():
    event = "- 1979: a war [no source, x]\n:::\n"
    heads = (
        "",
        " {form=vertical}",
        " {form=horizontal spoken=long}",
        ' Years {spoken="short"}',
        " {title=Years form=vertical}",
        " {form=vertical} Years",
        "{form=vertical} Years {spoken=long}",
    )
    read = clean("\n".join(f"::: timeline{head}\n{event}" for head in heads))
    assert [(each.form, each.spoken, shown(*each.title)) for each in read.timelines] == [
        ("", "", ""),
        ("vertical", "", ""),
        ("horizontal", "long", ""),
        ("", "short", "Years"),
        ("vertical", "", "Years"),
        ("vertical", "", "Years"),
        ("vertical", "long", "Years"),
    ]


def test_what_stands_in_two_pairs_of_braces_is_told_as_in_one():
    text = "::: timeline {form=vertical} Years {form=horizontal}\n- 1979: a war [no source, x]\n:::"
    assert problems(text) == [
        "briefing.md:1:42  error  option-twice\n  form stands here more than once.\n  Take out all but one.",
    ]


def test_what_cannot_be_fixed_is_refused_at_its_place():
    text = "::: timeline Years {form=vertikal spoken=loud colour=x}\n- 1979: a war [no source, x]\n:::"
    assert problems(text) == [
        "briefing.md:1:26  error  unknown-option\n"
        '  "vertikal" is not known as form. Did you mean vertical?\n'
        "  Write {form=horizontal} for an axis from side to side or {form=vertical} for one from above downwards, "
        "or leave it out.",
        "briefing.md:1:42  error  unknown-option\n"
        '  "loud" is not known as spoken.\n'
        "  Write {spoken=short} for one sentence in place of the picture or {spoken=long} for every event, "
        "or leave it out.",
        "briefing.md:1:54  error  unknown-attribute\n"
        '  "colour" is not known here.\n'
        "  A timeline takes {events=events.csv form=vertical spoken=short}.",
    ]
    [timeline] = body(text).timelines
    assert (timeline.form, timeline.spoken) == ("", "")


def test_an_edition_takes_form_and_words_of_its_original():
    event = "\n- 1979: a war [no source, x]\n:::\n"
    original = tuple(clean(f"::: timeline A {{form=vertical spoken=short}}{event}").timelines)
    read = read_body(f"::: timeline B {{spoken=long}}{event}", file="briefing.cy.md", shared=Shared(timelines=original))
    assert [(each.form, each.spoken) for each in read.timelines] == [("vertical", "long")]

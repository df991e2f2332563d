"""Where YAML trips: in our words, with the corrected line, all at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_folders import ids, told

from briefing.reading.limits import YAML_VALUES
from briefing.reading.yaml import Listing, Record, Scalar, compose


def plain(value):
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listing):
        return [plain(item) for item in value.items]
    return {entry.name: plain(entry.value) for entry in value.entries}


def scalars(value):
    """Every text in a value, in the order typed."""
    if isinstance(value, Scalar):
        return [value]
    values = value.items if isinstance(value, Listing) else [entry.value for entry in value.entries]
    return [scalar for inner in values for scalar in scalars(inner)]


def read(text):
    composed = compose(text, file="briefing.md", first_line=2)
    return plain(composed.value) if composed.value is not None else None, told(composed.diagnostics)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 1979", {"a": "1979"}),
        ("a: 0x1F", {"a": "0x1F"}),
        ("a: 2021-09-02", {"a": "2021-09-02"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: null", {"a": "null"}),
        ("a:", {"a": ""}),
        ("a: https://example.org/x#y", {"a": "https://example.org/x#y"}),
        ('a: it\'s "so"', {"a": 'it\'s "so"'}),
        ("a: [b, 'c, d']", {"a": ["b", "c, d"]}),
        ("a: >\n  one\n  two\nb: |\n  one\n  two\n", {"a": "one two", "b": "one\ntwo"}),
        ("a: b # a note", {"a": "b"}),
        ("# only a note", None),
        ("", None),
        ("<<: a", {"<<": "a"}),
        ("ناو: متن", {"ناو": "متن"}),
    ],
)
def test_every_scalar_is_the_text_that_was_typed(text, value):
    assert read(text) == (value, [])


def test_places_are_those_of_a_person():
    value = compose("a: b\nc:\n  - dé\n  - >\n\n    e\n", file="f.yaml", first_line=5).value
    assert isinstance(value, Record)
    assert [str(scalar.position) for scalar in scalars(value)] == ["f.yaml:5:4", "f.yaml:7:5", "f.yaml:10:5"]
    assert str(value.entries[1].position) == "f.yaml:6:1"


TRIPS = [
    (
        "title: Panjshir: a history",
        {"title": "Panjshir: a history"},
        "2:8",
        "A colon followed by a space cannot stand in an unquoted value.",
        'title: "Panjshir: a history"',
    ),
    (
        "t: @desk",
        {"t": "@desk"},
        "2:4",
        "A value cannot begin with @ unless it stands in quotation marks.",
        't: "@desk"',
    ),
    ("t: %x", {"t": "%x"}, "2:4", "A value cannot begin with % unless it stands in quotation marks.", 't: "%x"'),
    ("t: `x`", {"t": "`x`"}, "2:4", "A value cannot begin with ` unless it stands in quotation marks.", 't: "`x`"'),
    ("t: *x*", {"t": "*x*"}, "2:4", "A value cannot begin with * unless it stands in quotation marks.", 't: "*x*"'),
    ("t: &x y", {"t": "&x y"}, "2:4", "A value cannot begin with & unless it stands in quotation marks.", 't: "&x y"'),
    ("t: !x y", {"t": "!x y"}, "2:4", "A value cannot begin with ! unless it stands in quotation marks.", 't: "!x y"'),
    ("t: - x", {"t": "- x"}, "2:4", "A value cannot begin with - unless it stands in quotation marks.", 't: "- x"'),
    ("t: > x", {"t": "> x"}, "2:4", "A value cannot begin with > unless it stands in quotation marks.", 't: "> x"'),
    (
        "t: {{ x }}",
        {"t": "{{ x }}"},
        "2:4",
        "A value cannot begin with { unless it stands in quotation marks.",
        't: "{{ x }}"',
    ),
    (
        "t: [sic] he said",
        {"t": "[sic] he said"},
        "2:4",
        "A value cannot begin with [ unless it is a list or stands in quotation marks.",
        't: "[sic] he said"',
    ),
    ("t: [a, b", {"t": ["a", "b"]}, "2:9", "A square bracket is opened and not closed.", "t: [a, b]"),
    (
        "t: [a, @b]",
        {"t": ["a", "@b"]},
        "2:5",
        "Something in this list has to stand in quotation marks.",
        't: ["a", "@b"]',
    ),
    (
        't: "Lion" of Panjshir',
        {"t": '"Lion" of Panjshir'},
        "2:4",
        "The value goes on after its closing quotation mark: put the whole of it in quotation marks.",
        "t: '\"Lion\" of Panjshir'",
    ),
    (
        "t: 'it's'",
        {"t": "it's"},
        "2:4",
        "The value goes on after its closing quotation mark: put the whole of it in quotation marks.",
        't: "it\'s"',
    ),
    ("t: 'tis so", {"t": "'tis so"}, "2:4", "A quotation mark is opened and not closed.", 't: "\'tis so"'),
    ('t: "so', {"t": "so"}, "2:7", "A quotation mark is opened and not closed.", 't: "so"'),
    (
        r't: "C:\Users"',
        {"t": r"C:\Users"},
        "2:4",
        "A backslash in double quotation marks has a meaning of its own: use single ones.",
        r"t: 'C:\Users'",
    ),
    (
        "title:Panjshir\nb: c",
        {"title": "Panjshir", "b": "c"},
        "2:7",
        "A space is missing after the colon.",
        "title: Panjshir",
    ),
    ("a:\n\t- b", {"a": ["b"]}, "3:1", "A tab cannot indent a line here: use spaces.", "  - b"),
    ("a: b\n  c: d", {"a": "b", "c": "d"}, "3:3", "This line stands further in than the one above it.", "c: d"),
    (
        "a: b\nloose words\nc: d",
        {"a": "b", "c": "d"},
        "3:1",
        "This line has no colon: a field is its name, a colon, a space and its value.",
        "name: loose words",
    ),
    ("@key-1:\n  a: b", {"key-1": {"a": "b"}}, "2:1", "A key is listed without its @.", "key-1:"),
    (
        "a: one Thing\n  and Another Thing: more\nb: c",
        {"a": "one Thing and Another Thing  more", "b": "c"},
        "3:20",
        "A colon followed by a space cannot stand in an unquoted value: begin the text below, after a >.",
        "a: >",
    ),
]


@pytest.mark.parametrize(("text", "value", "place", "message", "write"), TRIPS, ids=[trip[0] for trip in TRIPS])
def test_the_corrected_line_is_shown_and_read(text, value, place, message, write):
    line = text.split("\n")[int(place.split(":")[0]) - 2].replace("\t", "→")
    expected = f"briefing.md:{place}  error  yaml\n  {message}\n    you:   {line}\n    write: {write}"
    assert read(text) == (value, [expected])


@pytest.mark.parametrize("text", [trip[4] for trip in TRIPS if trip[4] not in ("a: >", "  - b")])
def test_what_the_author_is_told_to_write_is_read_without_complaint(text):
    assert read(text)[1] == []


def test_all_trips_are_told_at_once():
    value, problems = read("title: a: b\nok: yes\nauthors: @desk\nsubtitle: 'x' y\n")
    assert value == {"title": "a: b", "ok": "yes", "authors": "@desk", "subtitle": "'x' y"}
    assert [problem.split("  ")[0] for problem in problems] == [
        "briefing.md:2:8",
        "briefing.md:4:10",
        "briefing.md:5:11",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "colour: #123456",
            "briefing.md:2:9  error  comment\n  A # after a space begins a comment: what follows is not read.\n"
            '    you:   colour: #123456\n    write: colour: "#123456"',
        ),
        (
            "title: We are #1",
            "briefing.md:2:15  warning  comment\n  A # after a space begins a comment: what follows is not read.\n"
            '    you:   title: We are #1\n    write: title: "We are #1"',
        ),
    ],
)
def test_words_lost_to_a_comment_are_told(text, problem):
    assert read(text)[1] == [problem]


ODD_NAME = (
    "error  yaml\n  A line begins with the name of its field, in letters and without brackets.\n"
    "  A field is its name, a colon, a space and its value; fields of one group begin in the same column."
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: x\n\tsubtitle: y\n",
            "briefing.md:3:1  error  yaml\n  A tab cannot indent a line here: use spaces.\n"
            "    you:   →subtitle: y\n    write: subtitle: y",
        ),
        ("t: u\n? [a, b]\n: c\n", f"briefing.md:3:3  {ODD_NAME}"),
        ("t: u\n[a]: b\n", f"briefing.md:3:1  {ODD_NAME}"),
        ("{a: b}: c\nd: e\n", f"briefing.md:2:1  {ODD_NAME}"),
        (
            "[[[a\nb: c\n",
            "briefing.md:2:5  error  yaml\n  A square bracket is opened and not closed.\n"
            '    you:   [[[a\n    write: ["[[a"]',
        ),
    ],
)
def test_one_mistake_is_told_once(text, problem):
    assert read(text)[1] == [problem]


def test_a_repeated_field_is_told_and_the_first_one_kept():
    assert read("a: b\nc: d\na: e\n") == (
        {"a": "b", "c": "d"},
        [
            "briefing.md:4:1  error  duplicate-key\n  a stands here a second time; the first is in line 2.\n"
            "  Keep one of the two."
        ],
    )


@pytest.mark.parametrize("text", ["a: b\x07c", 'a: "b\\a c"', "a: b\u2028c", 'a: "b\\ud800 c"'])
def test_what_cannot_be_printed_is_told(text):
    assert ids(compose(text, file="f").diagnostics) == ["unprintable"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "b: c\na: " + "[" * 9 + "]" * 9,
            "2:11",
            "Values stand in one another more than 8 deep.\n  Put a text with many brackets in quotation marks.",
        ),
        (
            "b: c\na: [" + "b, " * YAML_VALUES + "b]",
            f"2:{5 + 3 * (YAML_VALUES - 5)}",
            f"There are more than {YAML_VALUES} values here.\n  Take out what is not needed, or divide the file.",
        ),
    ],
)
def test_limits(text, place, message):
    composed = compose(text, file="f")
    assert composed.value is None
    assert told(composed.diagnostics) == [f"f:{place}  error  too-large\n  {message}"]


def test_a_bomb_of_aliases_is_refused_and_not_unfolded():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n" for before, name in zip("abc", "bcd", strict=True)
    )
    value, problems = read(bomb)
    assert problems
    assert len(str(value)) < 200


def test_what_no_rule_knows_is_told_plainly():
    assert read("- a\nb: c\n") == (
        None,
        [
            "briefing.md:3:1  error  yaml\n  This line, or the one above it, cannot be read.\n"
            "  A field is its name, a colon, a space and its value; fields of one group begin in the same column."
        ],
    )


YAMLISH = st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#, \t\n\\x0~.é"), max_size=60)


@given(st.one_of(YAMLISH, st.text(max_size=60)))
def test_any_text_gives_a_tree_or_diagnostics(text):
    composed = compose(text, file="f")
    for scalar in scalars(composed.value) if composed.value else ():
        assert scalar.text == scalar.text.strip()
        scalar.text.encode()
    assert all(each.position and each.position.line >= 1 and each.position.column >= 1 for each in composed.diagnostics)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf", "Zs")), min_size=1
)


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=4))
def test_quoted_text_survives_exactly(fields):
    text = "\n".join(f"'{key}': '{value}'" for key, value in fields.items() if "'" not in key + value)
    value, problems = read(text)
    assert problems == []
    assert (value or {}) == {key: value for key, value in fields.items() if "'" not in key + value}

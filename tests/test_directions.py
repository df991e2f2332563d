"""In which direction each letter of a paragraph runs: elements and numbers that stand for themselves."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from typesetting_tools import STYLE, library, small_theme

from briefing.templating import parse_html
from briefing.typesetting.bidi import levels, visual_order
from briefing.typesetting.text.directions import run_levels
from briefing.typesetting.text.inline import InlineReader
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Isolate, Run
from briefing.typesetting.tree import number_tree

LRI, RLI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
LRO = "\N{LEFT-TO-RIGHT OVERRIDE}"


def run(text: str, *isolates: Isolate) -> Run:
    return Run(text, 0, STYLE, library().font(STYLE), (), "fa", isolates=isolates)


def seen(runs: list[Run], direction: str) -> str:
    """What stands on a line from left to right, but for the brackets, which are not turned."""
    text = "".join(each.text for each in runs)
    found = [level for own in run_levels(runs, direction) for level in own]
    assert len(found) == len(text)
    return "".join(text[index] for index in visual_order(found))


def as_shown(marked: str, direction: str) -> str:
    """What another implementation shows of a text with isolates in it."""
    shown = get_display(marked, base_dir="R" if direction == "rtl" else "L")
    return shown.translate(dict.fromkeys(map(ord, (LRI, RLI, PDI, LRO))))


# Elements.

OUTER, OTHER = Isolate(1, "rtl"), Isolate(9, "rtl")
INNER, SECOND = Isolate(2, "ltr"), Isolate(3, "ltr")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_an_isolate_in_an_isolate_stays_one(direction):
    runs = [run("a "), run("אב ", OUTER), run("1 ב 2", OUTER, INNER), run(" גד", OUTER), run(" b")]
    assert seen(runs, direction) == as_shown(f"a {RLI}אב {LRI}1 ב 2{PDI} גד{PDI} b", direction)
    assert seen(runs, direction) != as_shown(f"a {RLI}אב 1 ב 2 גד{PDI} b", direction)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_isolates_beside_each_other_are_two(direction):
    runs = [
        run("א "),
        run("1", OUTER, INNER),
        run(",", OUTER),
        run("2", OUTER, SECOND),
        run(" "),
        run("ג 3", OTHER),
        run(" b"),
    ]
    marked = f"א {RLI}{LRI}1{PDI},{LRI}2{PDI}{PDI} {RLI}ג 3{PDI} b"
    assert seen(runs, direction) == as_shown(marked, direction)


def test_elements_know_the_isolates_around_them():
    content = 'a <span dir="rtl">אב <span class="citation">1<em>2</em></span><span>ג</span></span> b'
    tree = number_tree(parse_html(f"<p>{content}</p>", root="p"), marker="•")
    reader = InlineReader(small_theme(), library(), [], figures=1, unset=Unset(), base=0)
    words = reader.text(tree.children, STYLE, "en").words
    found = {box.shaped.text: box.run.isolates for word in words for box in word.boxes}
    around = Isolate(2, "rtl")
    assert found == {"a": (), "בא": (around,), "1": (around, Isolate(4, "ltr")), "2": (around, Isolate(4, "ltr")),
                     "ג": (around,), "b": ()}  # fmt: skip


# Numbers.


@pytest.mark.parametrize(
    "number",
    [
        *("+44 20 7946 0000", "+44 (0)20 7946-0000", "+93701234567", "+۹۳ ۷۰ ۱۲۳ ۴۵۶۷", "+٩٦٣ ١١ ٢٢٢ ٣٣٣٣"),
        *("2021-09-02", "۲۰۲۱-۰۹-۰۲", "2021\N{NON-BREAKING HYPHEN}09\N{NON-BREAKING HYPHEN}02"),
        *("-5", "−12.5", "+3", "-5 °C", "−۵ °C", "-5\N{NO-BREAK SPACE}°\N{NARROW NO-BREAK SPACE}C", "-5°", "−3.5 %"),
        *("+12,5 km/h", "-1 000 m²", "-400,000 €", "12 °C", "۳۸٫۵ °C", "90°"),
    ],
)
@pytest.mark.parametrize(("before", "after"), [("دما ", " بود."), ("(", ")"), ("", ""), ("به Kabul ", "، London")])
def test_a_number_in_text_from_right_to_left_reads_as_it_is_typed(before, number, after):
    shown = seen([run(before + number + after)], "rtl")
    assert number in shown
    assert shown == as_shown(f"{before}{LRI}{LRO}{number}{PDI}{after}", "rtl")


@pytest.mark.parametrize(
    "text",
    [
        *("از 3-4 تا 1-2021", "کووید-19", "ב-5 וכ-12.5%", "2021/09/02", "12021-09-021", "5 + 3", "7-2021-09-02-1"),
        *("٢٠٢١-٠٩-٠٢", "-٥ درجات", "C++ 17", "C+17", "150 km", "80% از", "a -London", "(5)-6", "--5"),
    ],
)
def test_other_numbers_stand_as_the_algorithm_has_them(text):
    assert seen([run(text)], "rtl") == as_shown(text, "rtl")


def test_a_number_in_several_looks_is_one():
    runs = [run("شماره +93 "), run("70 123"), run(" 4567 است")]
    assert seen(runs, "rtl") == as_shown(f"شماره {LRI}+93 70 123 4567{PDI} است", "rtl")


def test_the_unit_of_a_number_is_no_part_of_a_word():
    assert seen([run("با -5 London رفت")], "rtl") == as_shown(f"با {LRI}-5{PDI} London رفت", "rtl")
    assert seen([run("با +12 34 رفت")], "rtl") == as_shown(f"با {LRI}+12{PDI} 34 رفت", "rtl")


def test_in_text_from_left_to_right_numbers_stand_as_the_algorithm_has_them():
    text = "سلام +44 20 7946 0000, -5 °C"
    assert seen([run(text)], "ltr") == as_shown(text, "ltr")
    inside = [run("a "), run("دما -5 °C", OUTER), run(" b ‎")]
    assert seen(inside, "ltr") == as_shown(f"a {RLI}دما {LRI}-5 °C{PDI}{PDI} b ‎", "ltr")
    assert seen([run("א "), run("א -5 °C", INNER)], "rtl") == as_shown(f"א {LRI}א -5 °C{PDI}", "rtl")


@given(
    st.lists(st.tuples(st.text("aא1۲-+° (,C%", max_size=8), st.lists(st.sampled_from([OUTER, INNER]), max_size=2))),
    st.sampled_from(["ltr", "rtl"]),
)
def test_every_character_has_a_level(parts, direction):
    runs = [run(text, *isolates) for text, isolates in parts]
    found = list(run_levels(runs, direction))
    assert [len(each) for each in found] == [max(len(each.text), 1) for each in runs]
    assert not runs or min(min(each) for each in found) >= int(direction == "rtl")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["+1 ", "+1", "-", "1-", "1111-11-", "1 ", "1,", "-1 ", "1 °", "+(", "1.1 ", "111 "])
def test_long_texts_take_no_more_than_their_share(piece):
    text = "א" + piece * (50_000 // len(piece))
    (found,) = run_levels([run(text)], "rtl")
    assert len(found) == len(text)


def test_what_stands_for_a_page_number_has_one_level():
    assert list(run_levels([run("סוף "), run("")], "rtl")) == [list(levels("סוף ", 1)), [1]]

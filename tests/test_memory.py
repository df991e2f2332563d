"""What is remembered is what would be made anew, whatever was forgotten in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.memory import FORGETFUL, Memory, Same


class Counting:
    """Doubles a text, and counts how often it had to."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, text: str) -> str:
        self.made.append(text)
        return text * 2


def test_a_thing_is_made_once():
    memory, double = Memory(), Counting()
    assert [memory.recall(double, text) for text in ("a", "b", "a", "a")] == ["aa", "bb", "aa", "aa"]
    assert double.made == ["a", "b"]


def test_other_functions_have_other_results():
    memory = Memory()
    assert memory.recall(str.upper, "a") == "A"
    assert memory.recall(str.title, "ab") == "Ab"


def test_a_key_stands_for_what_a_thing_depends_on():
    memory, double = Memory(), Counting()
    for text in ("a", "b", "a"):
        assert memory.recall_by(("doubled", text), lambda text=text: double(text)) == text * 2
    assert memory.recall_by(("other", "a"), lambda: "other") == "other"
    assert FORGETFUL.recall_by(("doubled", "a"), lambda: "anew") == "anew"
    assert double.made == ["a", "b"]


def test_nothing_is_kept_by_the_forgetful():
    double = Counting()
    assert [FORGETFUL.recall(double, "a"), FORGETFUL.recall(double, "a")] == ["aa", "aa"]
    assert double.made == ["a", "a"]


def test_what_was_not_asked_for_longest_goes_first():
    room = 8
    memory, double = Memory(most=room * 270), Counting()
    for text in "abcdefghai":
        memory.recall(double, text)
    double.made.clear()
    for text in "aefghibcd":
        memory.recall(double, text)
    assert double.made == ["b", "c", "d"]


def test_what_is_larger_than_all_of_it_is_not_kept():
    memory, double = Memory(most=1000), Counting()
    memory.recall(double, "a")
    memory.recall(double, "b" * 1000)
    memory.recall(double, "a")
    assert double.made == ["a", "b" * 1000]


@pytest.mark.parametrize("make", [lambda text: text * 1000, lambda text: (text.encode() * 1000, 1)])
def test_texts_that_come_of_little_are_weighed(make):
    memory, made = Memory(most=1000 + 500), []

    def noted(text):
        made.append(text)
        return make(text)

    for text in ("a", "b", "b", "a"):
        memory.recall(noted, text)
        memory.recall_by(("noted", text), lambda text=text: noted(text))
    assert made == ["a", "a", "b", "b", "b", "b", "a", "a"]


def test_sets_weigh_by_what_is_in_them():
    made: list[int] = []

    def noted(numbers: frozenset[int]) -> None:
        made.append(len(numbers))

    memory = Memory(most=1000)
    for size in (2, 20, 2, 20):
        memory.recall(noted, frozenset(range(size)))
    assert made == [2, 20, 20]


def test_what_fails_is_tried_again():
    memory, tried = Memory(), []

    def fail(text: str) -> str:
        tried.append(text)
        raise ValueError(text)

    for _ in range(2):
        try:
            memory.recall(fail, "a")
        except ValueError:
            continue
    assert tried == ["a", "a"]


def test_same_is_told_by_identity():
    first, second = ["a"], ["a"]
    assert Same(first) == Same(first)
    assert Same(first) != Same(second)
    assert len({Same(first), Same(first), Same(second)}) == 2


@given(st.lists(st.text(alphabet="abc", max_size=4)), st.integers(0, 900))
def test_any_memory_gives_what_none_gives(texts, most):
    memory = Memory(most)
    assert [memory.recall(str.upper, text) for text in texts] == [text.upper() for text in texts]

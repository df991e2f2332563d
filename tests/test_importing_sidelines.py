"""Lines that only the page around an article has are told from sentences."""

from __future__ import annotations

import pytest

from briefing.importing.sidelines import begins_comments, begins_links, is_sideline, says_when_updated


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "Read more: How the river was lost",
        "Related: The other bridge",
        "[Back to top | Share this]",
        "Skip to main content",
        "Mehr zum Thema",
        "À lire aussi : le pont",
        "Leer también",
        "Czytaj też: Most",
        "Читайте также",
        "بیشتر بخوانید: پل",
        "相关阅读",
        "Ann Lee started this petition to the council",
        "Reading time: 4 minutes",
    ],
)
def test_a_line_that_is_nothing_but_such_a_phrase_is_one(line):
    assert is_sideline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter to get posts like this every week in your inbox.",
        "Subscribe to our free weekly newsletter!",
        "Filed under: Mining. 12 comments.",
        "Filed under Mining",
        "Abonnez-vous à notre newsletter.",
    ],
)
def test_an_invitation_is_one_also_as_a_sentence(line):
    assert is_sideline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter was the only button on the page. Nobody pressed it.",
        "Filed under oath in 1998.",
        "Related",
        "Read more of it in the report of the council, which is free.",
        "Published figures show a rise",
        "Share of the vote | Turnout",
        "Updated 9 June 2023",
        "Subscribe to nothing, he said.",
        "Read more: " + "a" * 600,
    ],
)
def test_any_other_line_is_none(line):
    assert not is_sideline(line)


@pytest.mark.parametrize(
    "line", ["Updated 9 June 2023", "Last modified: 9.6.2023", "Veröffentlicht am 9. Juni 2023", "Publicado: 9/6/2023"]
)
def test_a_line_says_when_the_page_was_changed(line):
    assert says_when_updated(line)
    assert not says_when_updated(f"{line}, they said in a letter that was long, and nobody answered it.")


@pytest.mark.parametrize("heading", ["Comments", "12 comments", "Leave a reply", "Kommentare", "نظرات", "التعليقات"])
def test_heads_of_comments(heading):
    assert begins_comments(heading)
    assert not begins_comments(f"{heading} of the ministers")


@pytest.mark.parametrize("heading", ["More long reads", "Most viewed", "Das könnte Sie auch interessieren"])
def test_heads_of_links(heading):
    assert begins_links(heading)
    assert not begins_links(f"{heading} were not what the ministers had asked for")

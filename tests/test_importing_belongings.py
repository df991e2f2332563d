"""What an article of ours has beside it comes along."""

from __future__ import annotations

import pytest
from reading_folders import picture

from briefing.errors import Position
from briefing.importing.article import draft_of_article
from briefing.importing.belongings import with_belongings
from briefing.importing.found import Found, Question
from briefing.importing.given import Given
from briefing.model import Element
from briefing.reading import read_folder
from briefing.reading.new_folder import write_new_folder

PROFILE = b"name: Ours\nlogo: signs/logo.png\nlogo_alt: Our sign\nfonts:\n  reading:\n    regular: ../secret.ttf\n"
BESIDE = {
    "organisations/ours.yaml": PROFILE,
    "organisations/ours.cy.yaml": b"name: Ours\nshort_name: O\n",
    "organisations/signs/logo.png": picture(),
    "sources/a-1.txt": b"Words.\n",
    "sources/b.txt": b"Others.\n",
    "sources/captures.toml": b"[a-1]\n",
    "secret.ttf": b"secret",
}
GIVEN = Given(b"", "text.md", "Text", "cy-GB", beside=BESIDE.get)
FOUND = Found("Title", (Element("p", ("Words.",)),), sources={"a-1": {"title": "A"}, "../b": {"title": "B"}})


def test_the_profile_comes_with_its_logo_and_kept_words_with_their_source():
    taken = with_belongings(FOUND._replace(fields={"organisation": "ours"}), GIVEN)
    assert set(taken.files) == set(BESIDE) - {"secret.ttf", "sources/b.txt"}
    assert taken.fields == {"organisation": "ours"}


def test_an_organisation_without_a_profile_is_asked_for():
    for name in ("theirs", "../ours"):
        taken = with_belongings(FOUND._replace(fields={"organisation": name, "series": "1"}), GIVEN)
        assert taken.fields == {"series": "1"}
        assert taken.comments == (f"organisation: {name}",)
        assert taken.questions == (
            Question(
                f'The organisation "{name}" has no profile beside this file. '
                f"Put {name}.yaml into the folder, and name it.",
                Position("text.md"),
                "organisation",
            ),
        )


STYLE = b"<style><info/></style>"
OTHER_NAME = b'<style><info><link href="http://www.zotero.org/styles/%s" rel="independent-parent"/></info></style>'
TAKEN_STYLES = [
    ("ours.csl", STYLE, "ours.csl"),
    ("styles/ours.csl", STYLE, "styles/ours.csl"),
    ("styles/ours.csl", OTHER_NAME % b"apa", "styles/ours.csl"),
    ("styles/apa.csl", STYLE, "styles/apa.csl"),
    ("apa.csl", None, "apa"),
    ("apa", None, "apa"),
    ("https://www.zotero.org/styles/apa", None, "apa"),
]


@pytest.mark.parametrize(("typed", "data", "field"), TAKEN_STYLES)
def test_a_citation_style_comes_along(typed, data, field):
    given = GIVEN._replace(beside={typed: data}.get)
    taken = with_belongings(FOUND._replace(fields={"citation_style": typed}), given)
    assert (taken.fields, taken.questions) == ({"citation_style": field}, ())
    assert taken.files == ({typed: data} if data else {})


LOST_STYLES = [
    ("ours.csl", None, "ours.csl"),
    ("../ours.csl", None, "ours.csl"),
    ("ours", STYLE, "ours.csl"),
    ("https://www.zotero.org/styles/there-is-none", None, "there-is-none.csl"),
    ("apa.csl", OTHER_NAME % b"there-is-none", "there-is-none.csl"),
]


@pytest.mark.parametrize(("typed", "data", "needed"), LOST_STYLES)
def test_a_citation_style_that_is_not_there_is_asked_for(typed, data, needed):
    given = GIVEN._replace(beside={typed: data}.get)
    taken = with_belongings(FOUND._replace(fields={"citation_style": typed}), given)
    assert (taken.fields, taken.files, taken.comments) == ({}, {}, (f"citation_style: {typed}",))
    text = f'The citation style "{typed}" is not here. Put {needed} into the folder, and name it.'
    assert taken.questions == (Question(text, Position("text.md"), "citation_style"),)


def test_the_folder_builds_with_what_came_along(tmp_path):
    found = FOUND._replace(fields={"organisation": "ours"}, sources={"a-1": {"title": "A"}}, language="cy")
    beside = {**BESIDE, "organisations/ours.yaml": PROFILE.partition(b"fonts")[0]}
    draft = draft_of_article(found, GIVEN._replace(beside=beside.get))
    assert draft.diagnostics == ()
    written = write_new_folder(tmp_path / "new", draft.files, "not-imported")
    assert tmp_path / "new" / "organisations" / "signs" / "logo.png" in written
    read = read_folder(tmp_path / "new")
    assert read.diagnostics == ()
    assert read.briefing
    assert read.briefing.organisation
    assert (read.briefing.organisation.short_name, read.briefing.sources["a-1"].captured) == ("O", "Words.\n")
    assert (tmp_path / "new" / "sources" / "a-1.txt").read_bytes() == b"Words.\n"

"""What an author should know before an archive leaves the house."""

from __future__ import annotations

import pytest
from archiving_samples import HERE, small
from reading_folders import told

from briefing.archiving import notices
from briefing.archiving.attached import LIST_OF_SOURCES
from briefing.errors import Position
from briefing.model import FontFiles, Organisation, Source
from briefing.pdf import Attachment

JSON_LD = Attachment("briefing.jsonld", b"{}", "application/ld+json", "Supplement", "")


def typed(*names: str) -> list[Attachment]:
    return [Attachment(name, b"", "text/markdown", "Source", "") for name in names]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["briefing.md"], "The file carries briefing.md as typed, with its comments."),
        (["briefing.md", "a.bib"], "The file carries briefing.md and a.bib as typed, with their comments."),
        (["a.md", "b.bib", "c.yaml"], "The file carries a.md, b.bib and c.yaml as typed, with their comments."),
    ],
)
def test_what_goes_along_as_typed_is_named(names, words):
    assert told(notices([*typed(*names), JSON_LD], small())) == [
        f"note  attached\n  {words}\n  Read them once more before you hand the file on."
    ]


@pytest.mark.parametrize("family", ["reading_font", "informing_font"])
def test_fonts_are_said_to_be_left_out(family):
    organisation = Organisation("Ours", HERE, **{family: FontFiles(regular=b"font")})
    assert told(notices([JSON_LD], small(organisation=organisation))) == [
        "note  fonts-left-out\n  The fonts of the profile are not attached: few licences allow it.\n"
        "  Keep them beside the profile; without them the file cannot be made again."
    ]
    assert told(notices([], small(organisation=organisation))) == []
    assert told(notices([JSON_LD], small(organisation=Organisation("Ours", HERE)))) == []


# Lists of sources.


def listing(name: str, text: str = "") -> Attachment:
    return Attachment(name, text.encode(), "application/x-bibtex", "Source", LIST_OF_SOURCES)


def notices_of(*lists: Attachment, cited: tuple[str, ...] = ()) -> list[str]:
    sources = {name: Source(name, Position(name)) for name in cited}
    return [each for each in told(notices(lists, small(sources=sources))) if not each.startswith("note  attached\n")]


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (("a.bib", "b.bib", "c.yaml"), []),
        (
            ("a.bib", "c.yaml"),
            [
                "Nothing is cited from b.bib; it goes along all the same.\n"
                "  To leave it out, take it out of the folder, or name the others in the fields: "
                "sources: [a.bib, c.yaml]."
            ],
        ),
        (
            (),
            [
                "Nothing is cited from a.bib, b.bib and c.yaml; they go along all the same.\n"
                "  To leave them out, take them out of the folder."
            ],
        ),
    ],
)
def test_lists_of_which_nothing_is_cited_are_named(cited, words):
    found = notices_of(*map(listing, ("a.bib", "b.bib", "c.yaml")), cited=cited)
    assert found == [f"note  attached-uncited\n  {each}" for each in words]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("file = {/home/ann/secret.pdf}", "/home/ann/secret.pdf"),
        ("file = {Full Text:/Users/ann/x.pdf:application/pdf}", "/Users/ann/x.pdf:application/pdf"),
        (r"file = {:C\:\\Users\\ann\\x.pdf:PDF}", r"C\:\\Users\\ann\\x.pdf:PDF"),
        ('file = "D:/Research/x.pdf"', "D:/Research/x.pdf"),
    ],
)
def test_places_on_a_computer_are_warned_of(typed, path):
    assert notices_of(listing("a.bib", f"@misc{{a,\n  {typed}\n}}"), cited=("a.bib",)) == [
        f"a.bib:2:{typed.index(path) + 3}  warning  private-path\n"
        f'  a.bib goes along and names a place on your computer: "{path}".\n'
        "  Take that out of the file; where files lie on your computer is of no use to others."
    ]


def test_several_places_are_counted():
    (found,) = notices_of(listing("a.bib", "/home/a/b {/home/c/d} /root/e"), cited=("a.bib",))
    assert '"/home/a/b" and 2 more.' in found


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/home/ann/x.pdf", "files/12/x.pdf", r"title = {A:\emph{x}}", "doi:10.1000/182", "and/or /x/y"],
)
def test_other_addresses_are_not(typed):
    assert notices_of(listing("a.bib", typed), cited=("a.bib",)) == []

"""The briefing: what an article folder holds, as frozen values.

Everything a reader receives is drawn from one ``Briefing``. Sentences are document trees (``Node``), short
fields are texts exactly as typed. What the author left out is ``None``, ``""`` or ``()``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from briefing.errors import Position
from briefing.model.consents import Consent
from briefing.model.data_charts import DataChart
from briefing.model.dates import Date
from briefing.model.element import Element, Node
from briefing.model.listed_people import ListedPeople
from briefing.model.petitions import CommonsPetition, DataNotice, SignatureSheets

__all__ = [
    "AUDIENCES",
    "Approval",
    "Ask",
    "Briefing",
    "Colours",
    "Correction",
    "Embargo",
    "Event",
    "FontFiles",
    "Handout",
    "Imprint",
    "KeptText",
    "KeyFigure",
    "Masthead",
    "Organisation",
    "Petition",
    "Picture",
    "Section",
    "Source",
    "Timeline",
    "Translation",
    "VotersAnswer",
]

Inline = tuple[Node, ...]

AUDIENCES = ("public", "representatives")
"""To whom material may go: people who vote, and those whom they have elected."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file of the folder, opened with limits and measured."""

    name: str
    """Path relative to the article folder (or the profile's folder), with forward slashes."""
    data: bytes = field(repr=False)
    """The file's bytes as they are on disk."""
    format: Literal["PNG", "JPEG"]
    width: int
    """Pixels of what is shown, upright."""
    height: int
    """Pixels of what is shown, upright."""
    area: tuple[float, float, float, float] | None = None
    """What is shown of the upright picture: left, top, right and bottom, as shares of its sides; ``None`` for all."""
    many_colours: bool = False
    """Of a PNG: more than a map, a chart or a drawing has."""

    @property
    def is_photograph(self) -> bool:
        """Whether it may be one: a JPEG, or a PNG with as many colours."""
        return self.format == "JPEG" or self.many_colours


class KeptText(NamedTuple):
    """What is known of the text of a source that is kept beside the article."""

    sha256: str
    """Of the whole in UTF-8 with line feeds, in hexadecimal digits; also where only excerpts of it are kept."""
    captured: str = ""
    """When it was taken, as ISO 8601 has it; empty where it is not known."""
    url: str = ""
    """Where it was taken."""
    whole: str | None = None
    """All of it, as it was kept, where it is to travel in the archive edition."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work that the briefing cites."""

    key: str
    position: Position
    title: str = ""
    type: str = ""
    """CSL type, such as ``article-newspaper``."""
    authors: tuple[str, ...] = ()
    container: str = ""
    """The newspaper, journal or site it appeared in."""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    """Number within the volume, or of the report."""
    pages: str = ""
    """As typed, without "p.": ``3–9``."""
    doi: str = ""
    """Digital object identifier, without an address before it: ``10.1000/182``."""
    date: Date | None = None
    url: str = ""
    accessed: Date | None = None
    archived: str = ""
    """Address of an archived copy."""
    note: str = ""
    """Printed at the end of the entry, for instance "attributed; page not found"."""
    language: str = ""
    """That of its title and of where it appeared, as a BCP 47 tag; empty where it is not said."""
    family_names: tuple[str, ...] = ()
    """Of those authors that are persons: the part of the name that a citation style may put first."""
    own: bool = False
    """The organisation's own text: no evidence for its own claims."""
    confidential: bool = False
    """Nothing is known of it here but a title, which describes it; its captured text is compared with, and stays."""
    captured: str | None = field(default=None, repr=False)
    """The text kept in ``sources/KEY.txt``, in Unicode's composed form, without signs that nobody sees."""
    kept: KeptText | None = field(default=None, repr=False)
    """What is known of that text."""
    embedded: bool = False
    """All of that text travels in the archive edition, not the quoted words alone."""


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """How the list of sources is set, in the Citation Style Language, as it was found; nobody has looked into it."""

    name: str
    """As typed: ``apa``, or the name of a file."""
    data: bytes = field(repr=False)
    """The file. See: https://docs.citationstyles.org/en/stable/specification.html."""
    position: Position = field(compare=False)
    """Where it was asked for."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that stands large beside the text."""

    value: str
    """As typed, with its unit and hedge: ``nearly 400,000``."""
    label: Inline
    """What it counts, with the citation."""
    caveat: Inline
    """What a careful reader has to know; may be empty."""
    position: Position
    unit: str = ""
    as_of: Date | None = None
    sources: tuple[str, ...] = ()
    """Keys of the sources cited in label and caveat."""


@dataclass(frozen=True, slots=True)
class Event:
    """A moment or span on a timeline."""

    date: Date
    text: Inline
    position: Position
    sources: tuple[str, ...] = ()
    stressed: bool = False


TimelineForm: TypeAlias = Literal["", "horizontal", "vertical"]
"""How a timeline is drawn; empty where its author leaves that to what fits."""
SpokenLength: TypeAlias = Literal["", "short", "long"]
"""Whether what is spoken in place of it tells each event; empty where its author leaves that to their number."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events under one heading, in the author's order."""

    id: str
    """Unique in the briefing: ``timeline-1``."""
    title: Inline
    events: tuple[Event, ...]
    position: Position
    form: TimelineForm = ""
    spoken: SpokenLength = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one actor is asked to do."""

    actor: str
    text: Inline
    position: Position
    by: Date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What an earlier version said otherwise, and since when it is corrected."""

    date: Date
    text: Inline
    position: Position


@dataclass(frozen=True, slots=True)
class Petition:
    """The call to action for the public."""

    ask: str
    link: str
    position: Position
    addressed_to: str = ""
    print_as: str = ""
    """Short address typed by the author; printed beside the code."""
    deadline: Date | None = None
    question: str = ""
    """An open question about it: keeps the file a draft."""
    text: Inline = ()
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body with the blocks up to the next heading of its level or above."""

    id: str
    """Unique in the briefing, made from the heading."""
    title: Inline
    """Empty for text before the first heading."""
    blocks: tuple[Element, ...]
    """Paragraphs, lists, tables, figures, quotations, boxes and timelines, see ``docs/vocabulary.md``."""
    position: Position
    sections: tuple[Section, ...] = ()
    break_before: bool = False
    break_avoided: bool = False
    """No page may begin with its heading."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A block that the author wrote for the handout alone."""

    title: Inline
    blocks: tuple[Element, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Postcard:
    """A message that the author wrote for the postcard alone, for somebody to sign and send."""

    title: Inline
    """Its first line, such as ``Dear Home Secretary``."""
    blocks: tuple[Element, ...]
    position: Position
    to: tuple[str, ...] = ()
    """Lines of the address that it goes to; an empty one is left for whoever sends it to write."""
    ask: str = ""
    """Of which actor it shows the ask."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who answers for the print."""

    printed_by: str = ""
    promoted_by: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of the organisation, each ``#rrggbb`` or empty for the template's."""

    structure: str = ""
    accent: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Font files of one family, as bytes, each empty for the template's."""

    regular: bytes = field(default=b"", repr=False)
    italic: bytes = field(default=b"", repr=False)
    bold: bytes = field(default=b"", repr=False)
    bold_italic: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes the briefing; shared by several briefings."""

    name: str
    position: Position
    short_name: str = ""
    about: Inline = ()
    contact: tuple[str, ...] = ()
    """Lines: address, telephone, e-mail."""
    website: str = ""
    licence: str = ""
    disclaimer: str = ""
    imprint: Imprint = Imprint()
    country: str = ""
    """Whose rules hold for what it prints, as ISO 3166 has it; empty where the profile does not say."""
    data_notice: DataNotice | None = None
    logo: Picture | None = None
    logo_alt: str = ""
    colours: Colours = Colours()
    reading_font: FontFiles = FontFiles()
    informing_font: FontFiles = FontFiles()
    citation_style: CitationStyle | None = None
    """For briefings that do not ask for one themselves; ``None`` for the house style."""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""


@dataclass(frozen=True, slots=True)
class Embargo:
    """The moment before which nothing may be published."""

    until: str
    """As typed, for instance ``3 September 2021, 00:01 BST``."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who released a text, or checked a translation."""

    by: str
    on: Date
    content: str = ""
    """SHA-256 of the content that was approved; empty where it is not said."""
    claims: str = ""
    """SHA-256 of what of it may not change; empty where every word was approved, or where it is not said."""


@dataclass(frozen=True, slots=True)
class VotersAnswer:
    """Whether a briefing can reasonably be regarded as intended to influence voters, as somebody has answered it."""

    influences: bool
    by: str
    on: Date
    audience: tuple[str, ...] = ("public",)
    """To whom the material goes that the answer is about, of ``AUDIENCES``."""
    content: str = ""
    """Digests of the date and of what is asked; empty where it is not said to which the answer belongs."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What makes a briefing a language edition: what it was translated from, by whom, and who has checked it."""

    file: str
    """Name of the original's file: ``briefing.md``."""
    language: str
    """The original's, as a BCP 47 tag."""
    by: str = ""
    """A name; empty where none is given, or where a machine translated."""
    machine: bool = False
    checked: Approval | None = None

    @property
    def unchecked_machine(self) -> bool:
        """Whether every page has to say that a machine has translated and nobody has checked.

        A check of a text that has changed since is still among the values here, see ``checking``.
        """
        return self.machine and self.checked is None


@dataclass(frozen=True, slots=True)
class Masthead:
    """The short fields at the head of the first page."""

    title: str
    language: str
    """BCP 47 tag: ``en-GB``."""
    subtitle: str = ""
    standfirst: Inline = ()
    series: str = ""
    number: str = ""
    date: Date | None = None
    information_as_of: Date | None = None
    version: str = ""
    authors: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    """Overrides the organisation's."""
    keywords: tuple[str, ...] = ()
    description: str = ""
    embargo: Embargo | None = None
    approved: Approval | None = None
    influences_voters: VotersAnswer | None = None
    """``None`` where nobody has answered."""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
    """Where each field was typed, for messages."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """One article folder."""

    masthead: Masthead
    sections: tuple[Section, ...]
    position: Position
    """The beginning of its file: ``briefing.md``."""
    organisation: Organisation | None = None
    summary: tuple[Inline, ...] = ()
    """One entry a key point."""
    figures: tuple[KeyFigure, ...] = ()
    asks: tuple[Ask, ...] = ()
    petition: Petition | None = None
    signature_sheets: SignatureSheets | None = None
    recipients: ListedPeople | None = None
    """The list of people that copies are made for."""
    commons_petition: CommonsPetition | None = None
    timelines: tuple[Timeline, ...] = ()
    charts: tuple[DataChart, ...] = ()
    handout: tuple[Handout, ...] = ()
    postcard: tuple[Postcard, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """In the author's order."""
    notes: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    """Text of each footnote by its id; the marker in the body is ``<a class="noteref" href="#ID">``."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """By key, in the order of the file; also those that nothing cites."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By name, as ``img`` elements refer to them."""
    consents: Mapping[str, tuple[Consent, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Of people who can be recognised in pictures, by the name of the picture."""
    licence: str = ""
    disclaimer: str = ""
    image_credits: tuple[str, ...] = ()
    changed_names: tuple[str, ...] = ()
    """Names that stand for real ones to protect people: a reader is told that there are such, not which."""
    translation: Translation | None = None
    """``None`` for an original."""
    signs_as_typed: bool = False
    """Quotation marks, dashes and spaces are printed as typed, not as the language has them."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Long form of each short form, in the order typed; where each was typed is in ``masthead.positions``, under
    ``abbreviations.SHORT``."""
    manuscripts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Text of its file and of the files that it was put together from, by name: where words were typed is found there,
    for messages."""

    checks: Mapping[str, bool] = field(default_factory=dict)
    """Editorial checks that the author has switched on or off, by their ids."""
    citation_style: CitationStyle | None = None
    """``None`` for the house style."""

    @property
    def set_apart(self) -> tuple[Handout | Postcard, ...]:
        """What the author wrote for some templates alone."""
        return (*self.handout, *self.postcard)

    @property
    def ask_on_card(self) -> Ask | None:
        """What a postcard asks: of the actor that its block names, else of whom it goes to, else the first ask."""
        card = next(iter(self.postcard), None)
        names = {_folded(name) for name in ((card.ask,) if card.ask else card.to)} if card else set()
        of_them = (ask for ask in self.asks if _folded(ask.actor) in names)
        return next(of_them, next(iter(self.asks), None))

    @property
    def original_language(self) -> str:
        """Tag of the language that it was first written in: that of the notes in its lists of sources."""
        return self.translation.language if self.translation else self.masthead.language


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

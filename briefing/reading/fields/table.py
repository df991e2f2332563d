"""The fields of front matter, sources files and profiles: one table for validation, JSON Schema and documentation.

A field is its name, the kind of value it takes, a sentence of help and an example. Nothing else in the project
lists them.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import AUDIENCES
from briefing.model.checks import EDITORIAL_CHECKS

__all__ = [
    "AS_TYPED",
    "CONSENT",
    "FLAGS",
    "SWITCHES",
    "TO_FILL_IN",
    "FRONT_MATTER",
    "KEY_PATTERN",
    "MACHINE",
    "PATTERNS",
    "PROFILE",
    "SOURCE",
    "SOURCE_KEY",
    "Field",
    "Kind",
]


class Kind(Enum):
    """What a field takes; the value is how a message calls it."""

    TEXT = "one text"
    SENTENCES = "sentences, with emphasis, links and citations"
    TEXTS = "a text or a list of texts"
    DATE = "a date"
    LINK = "a web address that begins with https:// or http://"
    FLAG = "yes or no"
    SWITCH = "on or off"
    LANGUAGE = "a language tag, such as en-GB"
    COLOUR = "a colour, such as #1a2b3c"
    NAME = "a plain name of letters, digits, dashes and underscores"
    DOI = "a DOI, such as 10.1000/182"
    DIGEST = "64 hexadecimal digits"
    SHORT_DIGESTS = "two groups of 8 hexadecimal digits"
    COUNTRY = "the two capital letters of a country, such as GB"
    AUDIENCE = "public, representatives, or public and representatives"
    WHOLE = "nothing but the word full"
    RECORD = "a group of fields"
    ABBREVIATIONS = "short forms, each with its long form"
    TYPOGRAPHY = "by language or as typed"
    EVENTS = "the name of a file, or a list of events with date and event"


class Field(NamedTuple):
    """One field that an author may fill in."""

    name: str
    kind: Kind
    help: str
    """One sentence for people and for the editor's completion."""
    example: str = ""
    required: bool = False
    fields: tuple[Field, ...] = ()
    """The fields of a group."""


AS_TYPED = "as typed"
"""Value of ``typography`` that leaves every sign; the other one is the rule."""

MACHINE = "machine"
"""Value of ``translated_by`` that is no name."""

TO_FILL_IN = "FILL IN"
"""How a value begins that the author is still to give, as in the starter folder."""

FLAGS = MappingProxyType(
    {word: value for low, value in (("yes", True), ("true", True), ("no", False), ("false", False))
     for word in (low, low.capitalize(), low.upper())}
)  # fmt: skip
"""Words for yes and no."""

SWITCHES = MappingProxyType(
    {**{word: low == "on" for low in ("on", "off") for word in (low, low.capitalize(), low.upper())}, **FLAGS}
)
"""Words for on and off."""

KEY_PATTERN = r"\w(?:[\w:.#$%&\-+?<>~/]*[\w/])?"
"""A citation key, as Pandoc has it."""

PATTERNS = MappingProxyType(
    {
        Kind.LINK: r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"]+",
        Kind.LANGUAGE: r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*(-[A-Za-z0-9](-[A-Za-z0-9]{2,8})+)*",
        Kind.COLOUR: r"#[0-9A-Fa-f]{6}",
        Kind.NAME: r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}",
        Kind.DOI: r"(?:[Hh][Tt][Tt][Pp][Ss]?://(?:dx\.)?doi\.org/|[Dd][Oo][Ii]:[ ]?)?10\.[0-9.]{4,}/[^\s<>\"]+",
        Kind.DIGEST: r"[0-9A-Fa-f]{64}",
        Kind.SHORT_DIGESTS: r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{8}",
        Kind.COUNTRY: "(?!UK)[A-Z]{2}",
        Kind.AUDIENCE: " and ".join(AUDIENCES) + "".join(f"|{each}" for each in AUDIENCES),
        Kind.WHOLE: "full",
        Kind.TYPOGRAPHY: rf"by language|{AS_TYPED}",
    }
)
"""What the whole of a value has to match, by kind; in the syntax that Python and ECMAScript share."""


_PETITION = (
    Field("ask", Kind.TEXT, "What the public is asked to do, in one sentence.", "Sign for safe routes", required=True),
    Field("addressed_to", Kind.TEXT, "Who is petitioned.", "the Government of the United Kingdom"),
    Field("link", Kind.LINK, "Address of the petition; the QR code leads there.", "https://example.org/petition/1"),
    Field("print_as", Kind.TEXT, "Short address, printed beside the code as typed.", "example.org/sign"),
    Field("deadline", Kind.DATE, "Last day to sign.", "10 September 2021"),
    Field("question", Kind.TEXT, "Something still open about it: keeps the file a draft.", "Is the link right?"),
    Field("text", Kind.SENTENCES, "What else to say about it.", "Nearly 50,000 have signed. [@our-count]"),
)

_SIGNATURE_SHEETS = (
    Field(
        "statement", Kind.TEXT, "What people sign, in full; without it the petition's ask.", "We ask the Government …"
    ),
    Field("return_to", Kind.TEXT, "Where signed sheets go.", "Refugees Welcome, 2 High Street, Leeds"),
    Field("return_by", Kind.DATE, "The last day on which they count.", "8 September 2021"),
    Field(
        "columns",
        Kind.TEXTS,
        "What people write: name, signature, postcode or address, date; only what you need.",
        "[name, postcode, signature]",
    ),
    Field("online", Kind.FLAG, "no where the address of the online petition is not printed on them.", "no"),
)

_COMMONS_PETITION = (
    Field("petitioners", Kind.TEXT, "Who petitions, in a few words.", "residents of the parish of Marlford"),
    Field("one_petitioner", Kind.FLAG, "yes where there is one petitioner only.", "yes"),
    Field("declares", Kind.SENTENCES, "What stands behind “Declares that”.", "the library should stay open"),
    Field(
        "requests",
        Kind.SENTENCES,
        "What stands behind “that the House of Commons”: what it is to do.",
        "urges the Government to keep the library open",
    ),
    Field("purpose", Kind.TEXT, "What people’s data are for on these sheets.", "To present this petition."),
    Field("recipients", Kind.TEXT, "Who is given these sheets.", "The Member who presents it, and the House."),
    Field("retention", Kind.TEXT, "How long they are kept.", "Until we hand them over; we keep no copy."),
    Field("asks_for_public_money", Kind.FLAG, "Whether it asks directly for more public money to be spent.", "no"),
    Field("before_a_court", Kind.FLAG, "Whether it refers to a matter that is before a court.", "no"),
    Field("presented_by", Kind.TEXT, "The Member of Parliament who presents it.", "Jane Doe MP"),
    Field("answered_by", Kind.TEXT, "Who has answered these questions.", "Jane Doe, head of campaigns"),
    Field("answered_on", Kind.DATE, "When.", "2 September 2021"),
)

_APPROVAL = (
    Field("by", Kind.TEXT, "Who released the text; not one of its authors.", "Jane Doe, head of policy", required=True),
    Field("on", Kind.DATE, "The day of release.", "2 September 2021", required=True),
    Field("content", Kind.DIGEST, "Hash of the text that was released, as check prints it.", "0" * 64),
    Field("claims", Kind.DIGEST, "Hash of its claims; without it each word has to stay as it is.", "0" * 64),
)

_VOTERS = (
    Field("answer", Kind.FLAG, "yes or no, and nothing in between.", "no", required=True),
    Field("by", Kind.TEXT, "Who answered, for the organisation.", "Jane Doe, head of policy", required=True),
    Field("on", Kind.DATE, "The day of the answer.", "2 September 2021", required=True),
    Field("audience", Kind.AUDIENCE, "To whom the material goes that was looked at.", "public"),
    Field(
        "content",
        Kind.SHORT_DIGESTS,
        "Hashes of the date and of what is asked, as check prints them.",
        "0" * 8 + "-" + "0" * 8,
    ),
)

_CHECKED = (
    Field("by", Kind.TEXT, "Who checked it; not the translator.", "Jane Doe, translator", required=True),
    Field("on", Kind.DATE, "The day of the check.", "2 September 2021", required=True),
    Field(
        "content",
        Kind.DIGEST,
        "Hash of the text that was checked, as check prints it; a machine's translation needs it.",
        "0" * 64,
    ),
)

_EVENT = (
    Field("date", Kind.TEXT, "When it happened; in an edition that of the original, if left out.", "by 1998"),
    Field("event", Kind.SENTENCES, "What happened, in one sentence.", "The Taliban control Kabul.", required=True),
    Field("sources", Kind.TEXTS, "Keys of the sources, with semicolons between several.", "unhcr-2021"),
    Field("stressed", Kind.FLAG, "yes where it matters most.", "yes"),
)

_CHECKS = tuple(
    Field(check.id, Kind.SWITCH, check.summary, "off" if check.is_on else "on") for check in EDITORIAL_CHECKS
)

_RECIPIENTS = (
    Field("source", Kind.TEXT, "Where it comes from, or the key of a source.", "Members API, UK Parliament"),
    Field("date", Kind.DATE, "The day that it is as of.", "30 August 2021"),
    Field("name", Kind.TEXT, "Its column with people's names, where that is not name.", "Member"),
    Field("unit", Kind.TEXT, "Its column with what has one person each, else constituency.", "Ward"),
    Field("email", Kind.TEXT, "Its column with e-mail addresses.", "Contact"),
)

FRONT_MATTER = (
    Field("title", Kind.TEXT, "Title of the briefing.", "Who are the National Resistance Front?", required=True),
    Field("subtitle", Kind.TEXT, "A line below the title.", "Afghanistan after the fall of Kabul"),
    Field("standfirst", Kind.SENTENCES, "Two or three sentences that say what it is about.", "Who they are."),
    Field("organisation", Kind.NAME, "Name of the profile of who publishes it.", "refugees-welcome"),
    Field("series", Kind.TEXT, "The series it belongs to.", "Afghanistan"),
    Field("number", Kind.TEXT, "Its number in the series.", "12"),
    Field("date", Kind.DATE, "Date of publication.", "2 September 2021"),
    Field("information_as_of", Kind.DATE, "The day its information was gathered; printed.", "24 August 2021"),
    Field("version", Kind.TEXT, "Which version this is.", "2, with new figures"),
    Field("authors", Kind.TEXTS, "Who wrote it.", "Research desk"),
    Field("contact", Kind.TEXTS, "Where to turn, line by line; in place of the organisation's.", "press@example.org"),
    Field("language", Kind.LANGUAGE, "Language of the text, as a BCP 47 tag.", "en-GB", required=True),
    Field("keywords", Kind.TEXTS, "Words to find the file by.", "Afghanistan, refugees"),
    Field("description", Kind.TEXT, "One sentence for catalogues and previews.", "An explainer."),
    Field("embargo", Kind.TEXT, "Not for use before: date, time and zone.", "3 September 2021, 00:01 BST"),
    Field("approved", Kind.RECORD, "Who released the text, and when.", fields=_APPROVAL),
    Field(
        "influences_voters",
        Kind.RECORD,
        "Whether this can reasonably be regarded as intended to influence voters.",
        fields=_VOTERS,
    ),
    Field("translated_by", Kind.TEXT, "Who translated a language edition: a name, or machine.", MACHINE),
    Field(
        "translation_checked", Kind.RECORD, "Who read the translation beside the original, and when.", fields=_CHECKED
    ),
    Field("petition", Kind.RECORD, "The call to action for the public.", fields=_PETITION),
    Field("signature_sheets", Kind.RECORD, "What sheets to be signed on paper need.", fields=_SIGNATURE_SHEETS),
    Field("recipients", Kind.RECORD, "The list of people that copies are made for.", fields=_RECIPIENTS),
    Field("commons_petition", Kind.RECORD, "A paper petition to the House of Commons.", fields=_COMMONS_PETITION),
    Field(
        "abbreviations",
        Kind.ABBREVIATIONS,
        "Short forms with what a screen reader says in their place.",
        "NRF: National Resistance Front",
    ),
    Field(
        "events",
        Kind.EVENTS,
        "What an empty timeline block shows: a file (CSV, TimelineJS) or a list of events.",
        "events.csv",
        fields=_EVENT,
    ),
    Field("typography", Kind.TYPOGRAPHY, "Whether quotation marks, dashes and spaces are set for print.", AS_TYPED),
    Field("checks", Kind.RECORD, "Editorial checks that are switched on or off.", fields=_CHECKS),
    Field("licence", Kind.TEXT, "Terms of reuse; in place of the organisation's.", "CC BY 4.0"),
    Field("disclaimer", Kind.TEXT, "What the reader may not rely on.", "The views are those of the authors."),
    Field("image_credits", Kind.TEXTS, "Who made the pictures.", "Cover: Jane Doe, CC BY 4.0"),
    Field("changed_names", Kind.TEXTS, "Names in the text that stand for real ones; readers are told so.", "Gulnara"),
    Field("citation_style", Kind.TEXT, "How sources are set: the name of a CSL style, or a .csl file.", "apa"),
    Field("sources", Kind.TEXTS, "Files that list the sources, when they are not called as usual.", "works.bib"),
)

SOURCE = (
    Field("title", Kind.TEXT, "Title of the work.", "The mujahideen resistance begins now"),
    Field("type", Kind.TEXT, "Kind of work, as CSL names it.", "article-newspaper"),
    Field("authors", Kind.TEXTS, "Who wrote it.", "Ahmad Massoud"),
    Field("family_names", Kind.TEXTS, "Of authors who are persons: what a citation style may put first.", "Massoud"),
    Field("container", Kind.TEXT, "The newspaper, journal or site it appeared in.", "The Washington Post"),
    Field("publisher", Kind.TEXT, "Who published it.", "UNHCR"),
    Field("volume", Kind.TEXT, "Volume of the journal.", "12"),
    Field("issue", Kind.TEXT, "Number in the volume, or of the report.", "3"),
    Field("pages", Kind.TEXT, "Pages in the journal or book.", "3–9"),
    Field("doi", Kind.DOI, "Its DOI; printed where there is no url.", "10.1000/182"),
    Field("date", Kind.DATE, "Date of publication.", "18 August 2021"),
    Field("url", Kind.LINK, "Where it stands on the web.", "https://www.unhcr.org/news/"),
    Field("accessed", Kind.DATE, "The day it was read there.", "24 August 2021"),
    Field(
        "archived", Kind.LINK, "Address of an archived copy.", "https://web.archive.org/web/2021/https://example.org/"
    ),
    Field("note", Kind.TEXT, "Printed at the end of the entry; in the language of the article.", "page not found"),
    Field("language", Kind.LANGUAGE, "Language of the work, as a BCP 47 tag, where it is not the article's.", "fa-AF"),
    Field("own", Kind.FLAG, "yes where it is your own text: no evidence for your own claims.", "yes"),
    Field(
        "embed",
        Kind.WHOLE,
        "full where an archive may hold all of its captured text, not the quoted words alone.",
        "full",
    ),
    Field("confidential", Kind.FLAG, "yes where nothing but described_as may be printed or attached.", "yes"),
    Field("described_as", Kind.TEXT, "What readers are told of a confidential source.", "A doctor in Kabul"),
)

CONSENT = (
    Field("who", Kind.TEXT, "Who it is, for your own files: nothing prints or keeps it.", "The woman on the left"),
    Field("form", Kind.TEXT, "How consent was given.", "written"),
    Field("date", Kind.DATE, "When it was given.", "12 August 2021"),
    Field("uses", Kind.TEXTS, "What for: print, web, e-mail and so on.", "[print, web]"),
    Field("expires", Kind.DATE, "Its last day, where it has one.", "12 August 2023"),
    Field("child", Kind.FLAG, "yes where it is a child: then a guardian consents.", "yes"),
    Field("guardian", Kind.TEXT, "Which guardian has consented for a child.", "her mother"),
)
"""Of one person in a picture, in ``consents.yaml``."""

SOURCE_KEY = Field("key", Kind.TEXT, "The word to cite it by: [@massoud-2021].", "massoud-2021", required=True)
"""In a list of sources; where the sources are fields, the name of the field is the key."""

_IMPRINT = (
    Field("printed_by", Kind.TEXT, "Printer with address.", "A. Printer, 1 High Street, Leeds"),
    Field("promoted_by", Kind.TEXT, "Promoter with address.", "J. Doe, 2 High Street, Leeds"),
    Field("on_behalf_of", Kind.TEXT, "For whom.", "Refugees Welcome, the same address"),
)

_DATA_NOTICE = (
    Field(
        "controller", Kind.TEXT, "Who answers for the data: name and address.", "Refugees Welcome, 2 High Street, Leeds"
    ),
    Field("contact", Kind.TEXT, "Where to ask about them.", "privacy@example.org, 020 7946 0000"),
    Field("officer", Kind.TEXT, "The data protection officer, or none.", "none"),
    Field("purpose", Kind.TEXT, "What they are used for.", "To hand this petition to the Government."),
    Field("lawful_basis", Kind.TEXT, "On which lawful basis.", "Our legitimate interest in handing over the petition."),
    Field("interests", Kind.TEXT, "The legitimate interests, where they are the basis; or none.", "none"),
    Field("recipients", Kind.TEXT, "Who receives them.", "The Government of the United Kingdom; nobody else."),
    Field(
        "transfers", Kind.TEXT, "To which other countries they go, and how they are protected there; or none.", "none"
    ),
    Field("retention", Kind.TEXT, "How long they are kept.", "Until 31 December 2021; then the sheets are shredded."),
    Field("rights", Kind.TEXT, "What those who sign may ask for.", "You may ask to see, correct or delete them."),
    Field("withdrawal", Kind.TEXT, "How consent is withdrawn; or none.", "Write to us at any time to hear no more."),
    Field(
        "complaint_to_us", Kind.TEXT, "How to complain to you.", "Write to privacy@example.org; we answer in 30 days."
    ),
    Field(
        "complaint_to_authority",
        Kind.TEXT,
        "How to complain to the authority.",
        "To the Information Commission, ico.org.uk.",
    ),
    Field(
        "opt_in", Kind.TEXT, "Words beside a box to tick, for those who want to hear from you.", "Tick to hear from us."
    ),
)

_COLOURS = (
    Field("structure", Kind.COLOUR, "Headings and rules.", "#1b3a57"),
    Field("accent", Kind.COLOUR, "What must not be missed.", "#a3341f"),
    Field("ground", Kind.COLOUR, "Behind boxes.", "#eef2f5"),
)

_FACES = (
    Field("regular", Kind.TEXT, "Font file, TrueType or OpenType.", "fonts/Reading-Regular.ttf"),
    Field("italic", Kind.TEXT, "Font file of the italic.", "fonts/Reading-Italic.ttf"),
    Field("bold", Kind.TEXT, "Font file of the bold.", "fonts/Reading-Bold.ttf"),
    Field("bold_italic", Kind.TEXT, "Font file of the bold italic.", "fonts/Reading-BoldItalic.ttf"),
)

_FONTS = (
    Field("reading", Kind.RECORD, "The family of the running text.", fields=_FACES),
    Field("informing", Kind.RECORD, "The family of headings, tables and figures.", fields=_FACES),
)

PROFILE = (
    Field("name", Kind.TEXT, "Name of the organisation.", "Refugees Welcome", required=True),
    Field("short_name", Kind.TEXT, "Short name for running lines.", "RW"),
    Field("about", Kind.SENTENCES, "Who you are, in two or three sentences.", "We are a charity."),
    Field("contact", Kind.TEXTS, "Where to turn, line by line.", "press@example.org"),
    Field("website", Kind.LINK, "Address of the website.", "https://example.org"),
    Field("licence", Kind.TEXT, "Terms of reuse.", "CC BY 4.0"),
    Field("disclaimer", Kind.TEXT, "What the reader may not rely on.", "The views are those of the authors."),
    Field("citation_style", Kind.TEXT, "A CSL style by its name, or a .csl file beside the profile.", "apa"),
    Field("country", Kind.COUNTRY, "Whose rules hold for what you print; GB where nothing is said.", "GB"),
    Field("imprint", Kind.RECORD, "Who answers for the print.", fields=_IMPRINT),
    Field("data_notice", Kind.RECORD, "What those who sign on paper are told of their data.", fields=_DATA_NOTICE),
    Field("logo", Kind.TEXT, "Picture beside the profile, PNG or JPEG.", "logo.png"),
    Field("logo_alt", Kind.TEXT, "What the logo says, for those who do not see it.", "Refugees Welcome"),
    Field("colours", Kind.RECORD, "Colours in place of the template's.", fields=_COLOURS),
    Field("fonts", Kind.RECORD, "Fonts in place of the template's.", fields=_FONTS),
)

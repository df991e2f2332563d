"""A briefing → its description in the words of schema.org, as JSON-LD.

What the file's metadata say is taken from them, so that the two agree. People and organisations that write are not told
apart in an article: an author has a name and no type.

See: https://schema.org/Report, https://schema.org/citation, https://schema.org/EndorseAction; JSON-LD 1.1; for the
types of sources https://docs.citationstyles.org/en/stable/specification.html, appendix III.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from briefing.checking.trees import cited_keys
from briefing.model import Briefing, Correction, Date, Organisation, Petition, Source, plain_text
from briefing.pdf import Metadata

__all__ = ["schema_org"]

Value: TypeAlias = "str | list[str] | list[Node] | Node"
Node: TypeAlias = "dict[str, Value]"

_ANY_WORK = "CreativeWork"
_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""Type of a work by its type in CSL, where schema.org has one that says no more than CSL does."""
_CONTAINERS = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "article-newspaper": "Newspaper",
    "chapter": "Book",
    "post-weblog": "Blog",
    "webpage": "WebSite",
}
"""Type of what such a work appeared in."""
_PAGED = frozenset({"Article", "BlogPosting", "Chapter", "NewsArticle", "Report", "ScholarlyArticle"})
"""Types that may say on which pages they stand."""
_CALENDAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T.+)?)?)?")
"""The dates of EDTF that ISO 8601-1 has too; a season is none."""


def schema_org(briefing: Briefing, metadata: Metadata) -> Node:
    """Describe a briefing; keys come in the same order always, and what is not known is left out."""
    masthead, cited = briefing.masthead, cited_keys(briefing)
    return {
        "@context": "https://schema.org",
        **_node(
            "Report",
            headline=metadata.title,
            alternativeHeadline=masthead.subtitle,
            description=metadata.description,
            inLanguage=metadata.language,
            author=_authors(metadata.authors),
            publisher=_publisher(briefing.organisation),
            datePublished=_day(masthead.date),
            version=masthead.version,
            correction=[_correction(each) for each in briefing.corrections],
            creativeWorkStatus=metadata.label,
            isPartOf=_named("CreativeWorkSeries", masthead.series),
            position=masthead.number,
            keywords=list(metadata.keywords),
            license=_node(_ANY_WORK, name=metadata.rights, url=metadata.licence_address),
            citation=[_work(source) for source in briefing.sources.values() if source.key in cited],
            potentialAction=_signing(briefing.petition),
        ),
    }


def _node(kind: str, **values: Value) -> Node:
    """Make a node of what is known; nothing where nothing is."""
    known = {name: value for name, value in values.items() if value}
    return {"@type": kind, **known} if known else {}


def _named(kind: str, name: str) -> Node:
    return _node(kind, name=name)


def _authors(names: tuple[str, ...]) -> list[Node]:
    return [{"name": name} for name in names]


def _publisher(organisation: Organisation | None) -> Node:
    if organisation is None:
        return {}
    return _node(
        "Organization", name=organisation.name, alternateName=organisation.short_name, url=organisation.website
    )


def _correction(correction: Correction) -> Node:
    words = " ".join(plain_text(correction.text).split())
    return _node("CorrectionComment", text=words, datePublished=_day(correction.date))


def _day(date: Date | None) -> str:
    """An exact date as ISO 8601 writes it; nothing for one that is approximate, open or a season."""
    return date.edtf if date and date.kind == "exact" and _CALENDAR.fullmatch(date.edtf) else ""


def _work(source: Source) -> Node:
    kind = _TYPES.get(source.type, _ANY_WORK)
    return _node(
        kind,
        name=source.title,
        inLanguage=source.language,
        author=_authors(source.authors),
        publisher=_named("Organization", source.publisher),
        datePublished=_day(source.date),
        reportNumber=source.issue if kind == "Report" else "",
        isPartOf=_whole(source, kind),
        pagination=source.pages if kind in _PAGED else "",
        url=source.url,
        sameAs=f"https://doi.org/{source.doi}" if source.doi else "",
        archivedAt=source.archived,
    )


def _whole(source: Source, kind: str) -> Node:
    """What a work appeared in: an issue of a volume of a periodical, as far as each is known."""
    whole = _named(_CONTAINERS.get(source.type, _ANY_WORK), source.container)
    if source.volume:
        whole = _node("PublicationVolume", volumeNumber=source.volume, isPartOf=whole)
    if source.issue and kind != "Report":
        whole = _node("PublicationIssue", issueNumber=source.issue, isPartOf=whole)
    return whole


def _signing(petition: Petition | None) -> Node:
    """The petition as an action: schema.org has none for signing, and to endorse is what signing does."""
    if petition is None:
        return {}
    audience = _named("Audience", petition.addressed_to)
    return _node(
        "EndorseAction",
        name=petition.ask,
        target=petition.link,
        object=_node(
            _ANY_WORK, name=petition.ask, url=petition.link, audience=audience, expires=_day(petition.deadline)
        ),
    )

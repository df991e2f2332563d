"""The fields of other tools by their names, as a table: which field of a briefing each becomes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["NAMES", "placed"]

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title",),
        "subtitle": ("subtitle",),
        "standfirst": ("standfirst", "abstract", "summary", "excerpt", "lead", "lede", "teaser", "intro"),
        "description": ("description", "seo_description", "meta_description"),
        "authors": ("authors", "author", "by", "byline", "creator"),
        "date": ("date", "publishDate", "published", "pubDate", "created", "lastmod", "updated", "last_modified_at"),
        "language": ("language", "lang", "languageCode", "locale"),
        "keywords": ("keywords", "tags", "categories", "tag", "category", "topics"),
        "licence": ("licence", "license", "rights", "copyright"),
        "series": ("series",),
        "number": ("number", "issue"),
        "sources": ("sources", "bibliography"),
        "references": ("references",),
        "citation_style": ("citation_style", "csl"),
        "picture": (
            "image",
            "cover",
            "thumbnail",
            "featured_image",
            "featureImage",
            "cover_image",
            "banner",
            "images",
        ),
        "origin": ("canonical_url", "canonicalURL", "canonical", "original_url"),
    }
)
"""Names of other tools, best first, by ours; ``picture`` becomes a picture above the text, ``origin`` a source."""


def _folded(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


_OURS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {_folded(name): (ours, rank) for ours, names in NAMES.items() for rank, name in enumerate(names)}
)


def placed(name: str) -> tuple[str, int] | None:
    """Find our field for a name of another tool, and how good that name is for it: 0 is the best."""
    return _OURS.get(_folded(name))

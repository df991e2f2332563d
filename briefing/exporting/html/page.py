"""Document → one HTML page that holds all it shows and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from briefing import __version__
from briefing.exporting.document import Document
from briefing.exporting.html.colours import colour_rules
from briefing.exporting.html.elements import body_of
from briefing.exporting.legible import legible
from briefing.model import in_digits
from briefing.templating import to_html

__all__ = ["GENERATOR", "html_page"]

GENERATOR = '<meta name="generator" content="briefing '
"""How an older page of ours is known."""

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""A browser refuses whatever would be run or fetched. See: Content Security Policy Level 3."""
_PAGE = Markup("""<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="generator" content="briefing {version}">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{facts}
<style>
{style}
</style>
</head>
{body}
</html>
""")


def html_page(document: Document) -> bytes:
    """Write the page, as UTF-8.

    Raises:
        TemplateError: elements stand too deep in one another.
    """
    page = _PAGE.format(
        language=document.language,
        direction=document.direction,
        version=__version__,
        policy=_POLICY,
        title=legible(document.metadata.title),
        facts=Markup("\n").join(_facts(document)),
        style=_style(document),
        body=to_html(body_of(document)),
    )
    return page.encode("utf-8")


def _facts(document: Document) -> Iterator[Markup]:
    """What the page says of itself; names with a point are those of the Dublin Core."""
    told = document.metadata
    facts = [("author", each) for each in told.authors]
    facts += [("description", told.description), ("keywords", ", ".join(told.keywords))]
    facts += [("dcterms.publisher", told.publisher), ("dcterms.rights", told.rights)]
    facts += [("dcterms.date", told.date.date().isoformat() if told.date else "")]
    for name, value in facts:
        if value:
            yield Markup('<meta name="{}" content="{}">').format(name, legible(value))


def _style(document: Document) -> Markup:
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    # Nothing of it is an author's but colours, which the theme has checked.
    return Markup("\n").join(map(Markup, (colour_rules(document.theme), _numbers(document.language), rules)))


def _numbers(language: str) -> str:
    """Number lists in the digits of the language."""
    digits = [in_digits(digit, language) for digit in range(10)]
    if digits[1] == "1":
        return ""
    symbols = " ".join(f"'{digit}'" for digit in digits)
    return f"@counter-style own{{system:numeric;symbols:{symbols};suffix:'. '}}ol{{list-style-type:own}}"

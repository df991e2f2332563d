"""The panel of a petition → the fields of the petition."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.importing.exports.typed import Typed, last_day, without_edges
from briefing.model import Element, Node, plain_text, walk
from briefing.reading.dates import dates_in
from briefing.writing import as_inline

__all__ = ["ADDRESSED", "petition_of"]

ADDRESSED = (
    "To ", "Gerichtet an: ", "Dirigida a: ", "Adressée à : ", "خطاب به: ", "مخاطب: ", "موجَّهة إلى: ", "بنام: ",
)  # fmt: skip
"""What templates set before whom a petition is addressed to, in each language that they have words in."""
_TEXT = "petition-text"


def petition_of(panel: Element, typed: Typed, language: str) -> dict[str, str]:
    """Read a panel; the fields are named as those of the group ``petition``."""
    fields: dict[str, str] = {}
    for element in walk(panel):
        words = " ".join(plain_text(element).split())
        if "petition-ask" in element.classes:
            fields["ask"] = words
        elif _TEXT in element.classes and not fields.keys() & {"addressed_to", "text"} and (whom := _whom(words)):
            fields["addressed_to"] = whom
        elif _TEXT in element.classes:
            text = as_inline(without_edges(typed.nodes(element.children)))
            fields["text"] = f"{fields['text']} {text}" if "text" in fields else text
        elif "deadline" in element.classes:
            fields["deadline"] = next((last_day(each.date) for each in dates_in(words, language)), "")
        elif "short-url" in element.classes:
            fields |= dict(_link(element))
    return {f"petition.{name}": value for name, value in fields.items() if value}


def _whom(words: str) -> str:
    plain = words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    return next((plain.removeprefix(before) for before in ADDRESSED if plain.startswith(before)), "")


def _link(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the address, and as what it is printed where that is another one."""
    link = next((each for each in walk(element) if each.tag == "a" and each.get("href").startswith("http")), None)
    if link is not None:
        yield "link", link.get("href")
        shown = _shown(link.children)
        if shown not in link.get("href"):
            yield "print_as", shown


def _shown(nodes: tuple[Node, ...]) -> str:
    return "".join(plain_text(nodes).split())

"""The sentence that asks to sign → what it asks without the link, and whom it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.importing.proposing.words import ProposalWords, any_of

__all__ = ["Asked", "addressed_to", "as_request", "without_link"]

_NAME = 60
_MOST_WORDS = 8
_LINK = re.compile(
    r"[\s:–—(-]*(?:(?<!\w)(?:at|on|via|under|unter|auf|bei|sur|en|su|op|na|em|در|على)\s+)?"
    r"(?P<address>https?://\S+?|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?:/\S*?)?)[\s).!]*\Z",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"\s*[:–—→>]+\s*(?:je signe|signer(?: maintenant)?|sign(?: it)?(?: now| here)?|(?:ich |jetzt )?unterschreiben?"
    r"|jetzt unterzeichnen|(?:yo )?firmo|io firmo|ik teken|assino)[\s.!…]*\Z",
    re.IGNORECASE,
)
"""What is to be clicked on, behind a colon or an arrow."""
_TO_SIGN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"To (?=sign\b|add your name\b)(\w)(.*)", re.DOTALL), lambda found: found[1].upper() + found[2]),
    (re.compile(r"برای امضای (.+)", re.DOTALL), lambda found: f"{found[1]} را امضا کنید"),
)
"""Half a sentence whose other half said where to click."""
_BETWEEN = "online|now|en ligne|en línea|ما|jetzt"
_ARTICLES = ("the ", "our ", "your ", "all ")
_DEEDS = re.compile(
    r"(?:abolish|allow|ask|ban|block|bring|build|call|cancel|change|close|create|cut|declare|defend|demand|drop|end|ensure"
    r"|extend|fight|fix|free|fund|give|grant|halt|help|impeach|include|increase|introduce|investigate|keep|let|lower|make"
    r"|open|oppose|prevent|protect|provide|raise|recogni[sz]e|reduce|reform|reject|release|remove|reopen|repeal|replace"
    r"|require|restore|return|save|stop|support|tell|urge)(?!\w)",
    re.IGNORECASE,
)
"""What a petition may be for, in the words of a title: "to Save Our Seas" names nobody."""


class Asked(NamedTuple):
    """A sentence without the address at its end."""

    text: str
    link: str = ""


def without_link(text: str) -> Asked:
    """Take an address, or the words on a button, off the end of a sentence; an address without its scheme gets it."""
    plain = _BUTTON.sub("", text)
    found = _LINK.search(plain)
    if found is None:
        return Asked(plain)
    address = found["address"]
    return Asked(plain[: found.start()], address if "://" in address else f"https://{address}")


def as_request(text: str) -> str:
    """Make "Sign the petition" of "To sign the petition", behind which stood where to click."""
    return next((made(found) for pattern, made in _TO_SIGN if (found := pattern.fullmatch(text))), text)


def addressed_to(ask: str, words: ProposalWords) -> str:
    """Find whom "the petition to the Mayor" names, or "calling on Britain to take"."""
    return _petitioned(ask, words) or _called_on(ask, words)


def _petitioned(ask: str, words: ProposalWords) -> str:
    if not words.to_office and not words.to_name:
        return ""
    office, name = any_of(words.to_office) or "(?!)", any_of(words.to_name) or "(?!)"
    ends = any_of(words.name_ends) or "(?!)"
    found = re.search(
        rf"(?:{any_of(words.petition)})\w*(?:\s+(?:{_BETWEEN}))?\s+(?:(?P<office>{office})(?:\s+|(?<=[’']))|(?:{name})\s+)"
        rf"(?P<name>\S.{{1,{_NAME}}}?)(?=[,:;!?()؛،؟→»]|\.?\s*\Z|\.\s|\s+[–—-]|\s+(?:{ends})(?!\w))",
        ask,
        re.IGNORECASE,
    )
    if found is None or found["name"].count(" ") >= _MOST_WORDS:
        return ""
    return found["name"] if found["office"] or _is_named(found["name"]) else ""


def _is_named(words: str) -> bool:
    """Tell a name from a deed: it has capitals, or its article before it."""
    bare = next((words[len(each) :] for each in _ARTICLES if words.casefold().startswith(each)), "")
    return bare[:1].isupper() or (words[:1].isupper() and not _DEEDS.match(words))


def _called_on(ask: str, words: ProposalWords) -> str:
    before, behind = any_of(words.addressed), any_of(words.to_do)
    if not before or not behind:
        return ""
    found = re.search(rf"(?<!\w)(?:{before})\s+(?P<name>.{{1,{_NAME}}}?)\s+(?:{behind})(?!\w)", ask, re.IGNORECASE)
    return found["name"] if found and found["name"].count(" ") < 6 else ""

"""E-mail addresses and telephone numbers of people, which a publication seldom means to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from briefing.checking.editorial.edited import Edited, doubt
from briefing.errors import Diagnostic

__all__ = ["private_data"]

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w+./-])(?:\+|\(?0)\d[\d ()/.-]{6,18}\d(?![\w/-])")
_FEWEST_DIGITS = 9
"""Of a telephone number with its area; fewer may be anything."""
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def private_data(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of those that are not the publisher's own."""
    own = _Own(edited)
    for passage in edited.passages:
        for what, pattern in (("e-mail address", _MAIL), ("telephone number", _PHONE)):
            for found in pattern.finditer(passage.text):
                if _is_meant(what, found[0]) and not own.has(found[0]):
                    message = f'"{found[0]}" may be the {what} of a person.'
                    hint = "Take it out, unless it is meant to be public; your own belong into the field contact."
                    yield doubt("private-data", message, edited.place(passage, found.start(), found.end()), hint)


def _is_meant(what: str, text: str) -> bool:
    digits = sum(each.isdigit() for each in text)
    return what == "e-mail address" or (digits >= _FEWEST_DIGITS and not _DATE.fullmatch(text))


class _Own:
    """What the publisher says of how to reach it."""

    def __init__(self, edited: Edited) -> None:
        organisation = edited.briefing.organisation
        lines = (*edited.briefing.masthead.contact, *(organisation.contact if organisation else ()))
        self._hosts = {found[0].partition("@")[2].casefold() for line in lines for found in _MAIL.finditer(line)}
        self._hosts |= _host(organisation.website) if organisation else set()
        self._numbers = _numbers(lines)

    def has(self, text: str) -> bool:
        """Tell whether an address is at the publisher's, or a number is its own."""
        host = text.partition("@")[2].casefold()
        return host in self._hosts if host else bool(_numbers((text,)) & self._numbers)


def _host(website: str) -> set[str]:
    try:
        host = urlsplit(website).hostname or ""
    except ValueError:  # brackets that hold no address
        return set()
    return {host.removeprefix("www.")}


def _numbers(lines: Iterable[str]) -> set[str]:
    """List the telephone numbers of some lines by their last digits, which are the same with and without a country."""
    found = (re.sub(r"\D", "", match[0]) for line in lines for match in _PHONE.finditer(line))
    return {digits[-_FEWEST_DIGITS:] for digits in found}

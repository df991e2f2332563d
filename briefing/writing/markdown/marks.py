"""What stands in braces, brackets and quotation marks: attributes, code, citations, targets of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from briefing.model import Element

__all__ = ["attributes", "citations", "code", "file_name", "opening", "target"]

_BARE = re.compile(r"[\w%.:/+-]+")
"""Values that need no quotation marks."""
_NAME = re.compile(r"[^\s{}#=\"]+")
_KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*")
_LONGEST_GROUP = 1_900
"""Characters of a citation with several sources."""
_PLAIN_TARGET = re.compile(r"[^\s()<>\\]+")


def attributes(values: Mapping[str, str], *, name: str = "", classes: Iterable[str] = ()) -> str:
    """Write attributes in braces, those without a value left out; empty where there are none."""
    found = [f"#{name}"] if _NAME.fullmatch(name) else []
    found += [f".{each}" for each in classes]
    found += [f"{key}={_value(text)}" for key, text in values.items() if text]
    return f"{{{' '.join(found)}}}" if found else ""


def _value(text: str) -> str:
    text = " ".join(text.split("\n"))
    if _BARE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def opening(name: str, title: str, values: Mapping[str, str], *, identifier: str = "", pandoc: bool = False) -> str:
    """Write the words that open a fenced block, after its colons; ``title`` is Markdown.

    For Pandoc the name is a class and the title an attribute; so it is too where the title could be taken for something
    else.
    """
    if not name or pandoc or title.endswith(("}", ":")) or title.startswith("{"):
        return attributes({"title": title, **values}, name=identifier, classes=filter(None, (name,)))
    return " ".join(filter(None, (name, title, attributes(values, name=identifier))))


def code(text: str) -> str:
    """Write code in a sentence."""
    text = " ".join(text.split("\n"))
    runs = set(map(len, re.findall("`+", text)))
    marks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    padded = text.strip(" ") and (text[0] == text[-1] == " " or "`" in (text[0], text[-1]))
    space = " " if padded else ""
    return f"{marks}{space}{text}{space}{marks}" if text else ""


def citations(cited: Iterable[Element]) -> str:
    """Write citations that follow each other in one pair of brackets, or in more where they are very many."""
    groups: list[str] = []
    for each in map(_cited, cited):
        if groups and len(groups[-1]) + len(each) < _LONGEST_GROUP:
            groups[-1] += f"; {each}"
        else:
            groups.append(each)
    return " ".join(f"[{group}]" for group in groups)


def _cited(element: Element) -> str:
    key, prefix, locator = (element.get(f"data-{name}") for name in ("key", "prefix", "locator"))
    written = f"@{key}" if _KEY.fullmatch(key) else f"@{{{key}}}"
    return f"{prefix} {written}".lstrip() + (f", {locator}" if locator else "")


def target(address: str) -> str:
    """Write the address of a link or the name of a file as it stands in round brackets."""
    address = "".join(each for each in address if each >= " " or each == "\t").strip()
    if _PLAIN_TARGET.fullmatch(address):
        return address
    escaped = re.sub(r"[\\<>]", r"\\\g<0>", address)
    return f"<{escaped}>"


def file_name(name: str) -> str:
    """Write the name of a picture's file, in which per cent signs would stand for other letters."""
    return target(re.sub(r"%|[\x00-\x1f\x7f]", lambda found: quote(found[0]), name))

"""HTML inside of Markdown → Markdown, tag by tag; what has no place is told, and what stands in it is kept.

See: https://spec.commonmark.org/0.31.2/#raw-html.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.importing.markdown.html_tables import with_html_tables
from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, as_comment, rewritten, shown, verbatim

__all__ = ["without_tags"]

_UNSEEN = re.compile(r"\s{0,3}<(?P<tag>script|style|template|noscript)\b", re.IGNORECASE)
_UNSEEN_END = re.compile(r"</(?P<tag>script|style|template|noscript)\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z][\w:-]*)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))"
)
_LINK = r"<a\s(?P<rest>[^<>]*)>(?P<words>(?:(?!</?a[\s>])[\s\S]){0,2000}?)</a\s*>"
_ONE = (
    r"""(?P<target>\]\(\s*<[^<>\n]*>)|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)"""
    r"""(?P<rest>(?:\s(?:"[^"<>]*"|'[^'<>]*'|\{[^{}<>]*\}|[^<>"'{}])*+)?)/?>"""
)
_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("b", "strong"), ("**", "**")),
        **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ("*", "*")),
        **dict.fromkeys(("code", "kbd", "samp", "tt"), ("`", "`")),
        **{name: ("[", f"]{{.{name}}}") for name in ("sub", "sup", "q")},
    }
)
"""What stands before and after the words of a tag with us."""
_APART: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("p", "div", "section", "article", "center", "figure", "header", "footer", "main"), "\n\n"),
        **dict.fromkeys(("details", "aside", "ul", "ol", "dl", "table", "blockquote", "tr", "nav"), "\n\n"),
        **{f"h{level}": f"\n\n{'#' * level} " for level in range(1, 7)},
        "li": "\n- ",
        "hr": "\n\n---\n\n",
        "summary": "\n\n**",
        "figcaption": "\n\n",
        "dt": "\n\n",
        "dd": "\n: ",
        "td": " ",
        "th": " ",
    }
)
"""What stands in place of a tag that begins a block; after its end comes an empty line."""
_EMBEDDING = ("iframe", "video", "audio", "source", "embed", "object")


def without_tags(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite the tags of a text."""
    if not any("<" in line.text for line in lines):
        return lines
    lines = with_html_tables(lines, manuscript)
    lines = _without_unseen(_without_open_comments(lines, manuscript), manuscript)
    lines = rewritten(lines, f"(?i:{_LINK})", _link, within="<")
    for tag, (before, after) in _MARKS.items():
        lines = rewritten(lines, _paired(tag), _marked(before, after), within=f"<{tag}")
    return rewritten(lines, _ONE, lambda match, number: _one(match, number, manuscript), within="<")


def _paired(tag: str) -> str:
    return rf"(?i:<{tag}(?:\s[^<>]*)?>(?P<words>(?:(?!</?{tag}\b)[\s\S]){{0,5000}})</{tag}\s*>)"


def _marked(before: str, after: str) -> Callable[[re.Match[str], int], str]:
    def made(match: re.Match[str], number: int) -> str:
        words = match["words"]
        inside = words.strip()
        # a mark beside a space would be none
        return words.replace(inside, f"{before}{inside}{after}", 1) if inside else words

    return made


def _without_unseen(lines: Lines, manuscript: Manuscript) -> Lines:
    """Keep scripts and styles as comments."""
    kept, out, index = verbatim(lines), Lines(), 0
    ends: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        for closing in _UNSEEN_END.finditer(line.text):
            ends.setdefault(closing["tag"].lower(), []).append(place)
    while index < len(lines):
        line = lines[index]
        found = None if kept[index] else _UNSEEN.match(line.text)
        if found is None:
            out.append(line)
            index += 1
            continue
        places = ends.get(found["tag"].lower(), [])
        following = bisect_left(places, index)
        end = places[following] if following < len(places) else index
        manuscript.warn(line.number, f"This {found['tag'].lower()} of HTML is kept as a comment.")
        typed = "\n".join(each.text for each in lines[index : end + 1])
        out.append(Line(as_comment(typed), line.number))
        index = end + 1
    return out


def _without_open_comments(lines: Lines, manuscript: Manuscript) -> Lines:
    """Set the beginning of a comment that never ends as text."""
    last = max((index for index, line in enumerate(lines) if "-->" in line.text), default=-1)
    out = list(lines)
    for index, code in enumerate(verbatim(lines)):
        if index > last and not code and "<!--" in lines[index].text:
            manuscript.warn(lines[index].number, "This comment is never closed, so it is printed as typed.")
            out[index] = lines[index]._replace(text=re.sub(r"(?<!\\)<!--", r"\\<!--", lines[index].text))
    return out


def _attributes(rest: str) -> Mapping[str, str]:
    return {
        found["name"].lower(): next(
            filter(None, (found[kind] for kind in ("double", "single", "bare") if found[kind] is not None)), ""
        )
        for found in _ATTRIBUTE.finditer(rest)
    }


def _link(match: re.Match[str], number: int) -> str:
    attributes = _attributes(match["rest"])
    if "href" in attributes:
        return f"[{match['words']}](<{attributes['href']}>)"
    identifier = attributes.get("id") or attributes.get("name", "")
    return f"[{match['words']}]{{#{identifier}}}" if identifier and match["words"].strip() else match["words"]


def _one(match: re.Match[str], number: int, manuscript: Manuscript) -> str | None:
    """Write what stands in place of one tag; what stands in angle brackets behind a link is none."""
    if match["target"]:
        return None
    tag, attributes = match["tag"].lower(), _attributes(match["rest"])
    if match["close"]:
        return {"summary": "**\n\n", **dict.fromkeys(("td", "th", "li", "dt", "dd"), "")}.get(
            tag, "\n\n" if tag in _APART else ""
        )
    if tag == "br":
        return _break(match)
    if tag == "img":
        return _picture(attributes)
    if tag in ("abbr", "acronym") and "title" in attributes:
        manuscript.warn(number, f"A short form is explained in HTML: {shown(match[0])}", "See abbreviations.")
        return ""
    if attributes or tag not in _APART:
        manuscript.warn(
            number, f"This tag of HTML has no place in a briefing; what stands in it is kept: {shown(match[0])}"
        )
    if tag in _EMBEDDING and attributes.get("src", "").startswith("http"):
        return f"<{attributes['src']}>"
    return _APART.get(tag, "")


def _break(match: re.Match[str]) -> str:
    """End a line, but not in a row of a table, which is one line; nor at the end of a paragraph."""
    text = match.string
    line = text[text.rfind("\n", 0, match.start()) + 1 :]
    if line.lstrip().startswith("|") or not text[match.end() :].strip() or not text[: match.start()].strip():
        return " "
    return "\\" if text.startswith("\n", match.end()) else "\\\n"


def _picture(attributes: Mapping[str, str]) -> str:
    source = attributes.get("data-src") or attributes.get("src", "")
    title = f' "{attributes["title"]}"' if '"' not in attributes.get("title", '"') else ""
    return f"![{attributes.get('alt', '')}](<{source}>{title})"

"""Shortcodes of Hugo and Quarto and tags of Jekyll's Liquid → what they make, or comments that keep them.

See: https://gohugo.io/content-management/shortcodes/, https://quarto.org/docs/extensions/shortcodes.html,
https://jekyllrb.com/docs/liquid/tags/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, as_comment, rewritten, shown, verbatim

__all__ = ["without_shortcodes"]

_TAG = re.compile(
    r"""\{\{(?:(?P<angle><)|%)\s*+(?:/\*\s*+)?(?P<close>/?)\s*+(?P<name>[\w./-]*+)
        (?P<rest>(?:"[^"\n{]*"|`[^`\n{]*`|[^"`\n{%>]|\{(?!\{)|[%>](?!\}\}))*+)(?(angle)>|%)\}\}
      | \{%-?\s*+(?P<liquid>\w*+)(?P<more>(?:"[^"\n{]*"|'[^'\n{]*'|[^"'\n{%]|\{(?!%)|%(?!\}))*+)%\}""",
    re.VERBOSE,
)
_ALONE = re.compile(rf"\s*(?:{_TAG.pattern})\s*$", re.VERBOSE)
_PARAMETER = re.compile(
    r"""(?:(?P<name>[A-Za-z][\w-]*)\s*=\s*)?(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|`(?P<raw>[^`]*)`|(?P<bare>[^\s"'`]+))"""
)
_ADDRESSES = MappingProxyType(
    {
        "youtube": "https://www.youtube.com/watch?v={}",
        "vimeo": "https://vimeo.com/{}",
        "instagram": "https://www.instagram.com/p/{}/",
        "video": "{}",
        "iframe": "{}",
    }
)
"""Where shortcodes that embed something lead."""
_ENDS = (".", "!", "?", ":", ";", "…", "؟", "۔")
_BOXES = frozenset({"notice", "callout", "alert", "admonition", "note", "tip", "warning", "info", "hint", "details"})
_OUTPUT = r"\{\{-?\s*+(?!recipient\.|[<%\\/-])(?P<said>[^{}\n]++)\}\}"
_IN_TARGET = r"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<==[\"']))"
"""Where an address begins: of a link, of a picture, of a label, in HTML and in a shortcode."""
_SITE = rf"{_IN_TARGET}\{{\{{-?\s*(?:site\.(?:base)?url|\.Site\.BaseURL)\s*-?\}}\}}"
_BASED = (
    rf"{_IN_TARGET}\{{\{{-?\s*[\"'](?P<path>[^\"'{{}}\n]+)[\"']\s*\|\s*"
    r"(?:relative_url|absolute_url|relURL|absURL)\s*-?\}\}"
)
_REFERENCE = (
    r"\]\(\s*(?:\{\{[<%]\s*(?:rel)?ref\s+[\"']?(?P<hugo>[^\"'\s]+)[\"']?\s*[%>]\}\}"
    r"|\{%-?\s*(?:link|post_url)\s+(?P<jekyll>[^\s%]+)\s*-?%\})"
)


def without_shortcodes(lines: Lines, manuscript: Manuscript, title: str) -> Lines:
    """Rewrite shortcodes; ``title`` is what ``{{ page.title }}`` stands for."""
    if not any("{{" in line.text or "{%" in line.text for line in lines):
        return lines
    lines = _with_code(lines)
    lines = _with_plain_targets(lines, manuscript)
    kept = verbatim(lines)
    out: Lines = []
    for line, code in zip(lines, kept, strict=True):
        found = None if code else _ALONE.match(line.text)
        made = _block(found, manuscript, line) if found else line.text
        out += [Line(each, line.number) for each in made.split("\n")]
    out = rewritten(
        out, _named_apart(_TAG.pattern), lambda match, number: _inline(match, number, manuscript), within="{"
    )
    return rewritten(out, _OUTPUT, lambda match, number: _output(match, number, manuscript, title), within="{{")


def _named_apart(pattern: str) -> str:
    """Write a pattern of several lines as one that needs no flag."""
    return f"(?x:{pattern})"


def _with_plain_targets(lines: Lines, manuscript: Manuscript) -> Lines:
    """Write the addresses that a tool would make as the paths that they are made of."""

    def site(match: re.Match[str], number: int) -> str:
        manuscript.warn(number, f"The address of the site is not known, and is left out: {shown(match[0])}")
        return ""

    lines = rewritten(lines, _SITE, site, within="{{")
    lines = rewritten(lines, _BASED, lambda match, _: match["path"], within="{{")
    return rewritten(lines, _REFERENCE, lambda match, _: f"]({match['hugo'] or match['jekyll']}", within="](")


def _with_code(lines: Lines) -> Lines:
    """``{% highlight %}``, ``{{< highlight >}}``, ``{% raw %}`` and ``{% comment %}`` on lines of their own."""
    out: Lines = []
    closes: tuple[str, str] | None = None
    for line in lines:
        found = _ALONE.match(line.text)
        name = (found["liquid"] or found["name"]) if found else ""
        if closes and found and (name == f"end{closes[0]}" or (found["close"] and name == closes[0])):
            out.append(Line(closes[1], line.number))
            closes = None
        elif not closes and found and not found["close"] and name in ("highlight", "comment", "raw"):
            closes = name, {"highlight": "```", "raw": "", "comment": "-->"}[name]
            out.append(Line({"highlight": "```", "raw": "", "comment": "<!--"}[name], line.number))
        else:
            out.append(line)
    if closes and closes[1]:
        out.append(Line(closes[1], out[-1].number))
    return out


def _parameters(rest: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Read what stands behind the name of a shortcode: values by their places and by their names."""
    placed, named = [], {}
    for found in _PARAMETER.finditer(rest.strip().removesuffix("*/").rstrip("/-")):
        value = next(found[kind] for kind in ("double", "single", "raw", "bare") if found[kind] is not None)
        if found["name"]:
            named[found["name"]] = value
        else:
            placed.append(value)
    return tuple(placed), named


def _block(found: re.Match[str], manuscript: Manuscript, line: Line) -> str:
    """Write a shortcode that has a line to itself."""
    name = (found["name"] or found["liquid"] or "").lower()
    if found["close"] or (name.startswith("end") and name[3:] in _BOXES):
        return ":::\n" if name.removeprefix("end") in _BOXES else _kept(found, manuscript, line)
    make = _MADE.get(name)
    made = make(*_parameters(found["rest"] or found["more"] or ""), name) if make else ""
    return made or _kept(found, manuscript, line)


def _kept(found: re.Match[str], manuscript: Manuscript, line: Line) -> str:
    typed = shown(found[0])
    manuscript.warn(line.number, f"This has no place in a briefing and is kept as a comment: {typed}")
    return as_comment(typed) if not line.text[:1].isspace() else line.text


def _figure(placed: tuple[str, ...], named: Mapping[str, str], name: str) -> str:
    """Write ``figure``, and Jekyll's ``include figure``, as a picture."""
    source = named.get("src") or named.get("image_path") or (placed[0] if placed and name == "figure" else "")
    if not source:
        return ""
    words = named.get("alt") or ""
    caption = _as_sentences(named.get("title", ""), named.get("caption", ""))
    credit = named.get("attr", "")
    attributes = "".join(
        f' {key}="{_unquoted(value)}"' for key, value in (("caption", caption), ("credit", credit)) if value
    )
    return f"![{words}](<{source}>){{{attributes.strip()}}}" if attributes else f"![{words}](<{source}>)"


def _as_sentences(title: str, caption: str) -> str:
    """Put a title before a caption, with a full stop where it has no mark of its own."""
    if not title.strip() or not caption.strip():
        return title.strip() or caption.strip()
    stop = "" if title.rstrip().endswith(_ENDS) else "."
    return f"{title.strip()}{stop} {caption.strip()}"


def _unquoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _included(placed: tuple[str, ...], named: Mapping[str, str], name: str) -> str:
    pictures = {"figure", "figure.html", "image.html", "picture.html", "figure.liquid"}
    return _figure((), named, "figure") if placed and placed[0] in pictures else ""


def _embedded(placed: tuple[str, ...], named: Mapping[str, str], name: str) -> str:
    what = named.get("id") or named.get("src") or (placed[0] if placed else "")
    address = what if what.startswith("http") else _ADDRESSES[name].format(what)
    title = named.get("title", "")
    if not address.startswith("http") or not what:
        return ""
    return f"[{title}](<{address}>)" if title else f"<{address}>"


def _opened(placed: tuple[str, ...], named: Mapping[str, str], name: str) -> str:
    title = named.get("title") or named.get("summary") or " ".join(placed if name == "details" else placed[1:])
    kind = placed[0] if placed else named.get("type", name)
    return f"\n::: box {title or kind.capitalize()}"


def _page_break(placed: tuple[str, ...], named: Mapping[str, str], name: str) -> str:
    return "{{< pagebreak >}}"


_Make = Callable[[tuple[str, ...], Mapping[str, str], str], str]
_MADE: Mapping[str, _Make] = MappingProxyType(
    {
        "figure": _figure,
        "include": _included,
        "pagebreak": _page_break,
        **dict.fromkeys(_ADDRESSES, _embedded),
        **dict.fromkeys(_BOXES, _opened),
    }
)
"""What each shortcode becomes that has a place; the empty text where its parameters say too little."""


def _inline(found: re.Match[str], number: int, manuscript: Manuscript) -> str | None:
    """Tell of a shortcode inside a sentence; what it would make is not known, so it stays as typed."""
    if found["name"] == "pagebreak":
        return None
    manuscript.warn(number, f"This has no place in a briefing and is printed as typed: {shown(found[0])}")
    return found[0].replace("{{<", "{{\\<").replace("*", "\\*")


def _output(found: re.Match[str], number: int, manuscript: Manuscript, title: str) -> str | None:
    """Write the title where it is asked for; every other value stays as typed, and is told."""
    if found["said"].rstrip(" -") in ("page.title", ".Title") and title:
        return title
    manuscript.warn(number, f"Nobody fills this in; it is printed as typed: {shown(found[0])}")
    return None

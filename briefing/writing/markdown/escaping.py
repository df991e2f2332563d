"""Backslashes before what would be markup.

Quotation marks, hyphens and full stops can only be escaped where they begin a line: to reading a backslash before one
of them says that the sign is printed as typed.
"""

from __future__ import annotations

import re

__all__ = ["all_escaped", "escaped_in_sentence", "with_escaped_end", "with_escaped_start"]

_MARKUP = r"""
    \\(?=[!-/:-@\[-`{-~]|\Z)
  | `
  | (?<!\s)\* | \*(?!\s)
  | (?<![\w\s])_ | _(?![\w\s])
  | \[(?=\^|no\ source\b|[^\[\]]*(?:@|\][(\[{]))
  | <(?=[A-Za-z][A-Za-z0-9+.-]*:|[^\s<>]+@|!--)
  | \{(?=\{) | (?<=\{)\{
  | [!^](?=\[)
"""
_MARKUP_OF_PANDOC = r"""
  | ~(?=\S) | (?<=\S)~ | \^(?=\S)
  | \$(?=\S)
  | (?<![^\W_])@(?=[\w{])
  | <(?=[A-Za-z/!?])
  | &(?=\#?\w+;)
  | \\(?=[^\W\d_])
"""
_FLAGS = re.VERBOSE | re.IGNORECASE
_IN_SENTENCES = re.compile(_MARKUP, _FLAGS)
_IN_SENTENCES_OF_PANDOC = re.compile(_MARKUP + _MARKUP_OF_PANDOC, _FLAGS)
_ANY = re.compile(r"[\\`*_\[\]<>{}!^&~$@|#]")

_AT_START = re.compile(
    r"""(?:
        \#{1,6}(?=[ \t]|$) | > | [-+*](?=[ \t]|$) | :{3} | ~{3} | [:~](?=[ \t])
      | (?:-[ \t]*){3,}$ | (?:_[ \t]*){3,}$ | \\(?=(?:newpage|pagebreak)[ \t]*$)
    )""",
    re.VERBOSE,
)
_AT_START_OF_PANDOC = re.compile(r"\|(?=\s|$)|\((?=[@\w]+\))|#(?=\.[ \t])|@(?=[).][ \t])|%")
_NUMBERED = re.compile(r"\d{1,9}(?=[.)](?:[ \t]|$))")
_FIRST = re.compile(r"0{0,8}1")
_LABELLED = re.compile(r"\[(?:[^\[\]\\]|\\.)*\](?=:)|Table(?=:[ \t])")
_UNDERLINE = re.compile(r"(?==+[ \t]*$|-+[ \t]*$)")
_LAST_BRACES = re.compile(r"(?:^|(?<=[ \t]))(?=\{[^{}]*\}$)")
_CLOSING_SIGNS = re.compile(r"(?:^|(?<=[ \t]))(?=#+$)")


def escaped_in_sentence(text: str, *, pandoc: bool = False) -> str:
    """Escape what would be markup inside a sentence, or would be to Pandoc."""
    return (_IN_SENTENCES_OF_PANDOC if pandoc else _IN_SENTENCES).sub(r"\\\g<0>", text)


def all_escaped(text: str) -> str:
    """Escape whatever could be markup, whatever stands around it."""
    return _ANY.sub(r"\\\g<0>", text)


def with_escaped_start(line: str, *, first: bool = True, pandoc: bool = False) -> str:
    """Escape what would make another block of a line of a paragraph; ``first`` for the first line of one."""
    if found := _LABELLED.match(line):
        return f"{found[0]}\\{line[found.end() :]}"
    found = _NUMBERED.match(line)
    if found and (first or _FIRST.fullmatch(found[0])):
        return f"{found[0]}\\{line[found.end() :]}"
    marked = _AT_START.match(line) or (pandoc and _AT_START_OF_PANDOC.match(line))
    if marked or (not first and _UNDERLINE.match(line)):
        return f"\\{line}"
    return line if first else line.replace("|", "\\|")


def with_escaped_end(line: str) -> str:
    """Escape what would be attributes at the end of a heading or a caption, or signs that close a heading."""
    return _CLOSING_SIGNS.sub(r"\\", _LAST_BRACES.sub(r"\\", line))

"""What stands in a text and is none: cells of code, raw blocks, formulas, LaTeX, imports of MDX.

Code is kept as code, a formula as code as it was typed; what is meant for another kind of output becomes a comment.
"""

from __future__ import annotations

import re

from briefing.importing.markdown.manuscript import (
    CODE_FENCE,
    Line,
    Lines,
    Manuscript,
    as_comment,
    rewritten,
    shown,
    verbatim,
)

__all__ = ["without_cells"]

_CELL = re.compile(r"\{(?P<language>[A-Za-z]\w*)[^=}]*\}")
_RAW = re.compile(r"\{=(?P<format>\w+)\}")
_DRAWN = re.compile(r"(?:\{)?(?:mermaid|dot|graphviz|plantuml|chart)\b")
_DISPLAY = re.compile(r"\s*\$\$(?P<inside>.*)$")
_BEGIN = re.compile(r" {0,3}\\begin\{(?P<name>[A-Za-z*]+)\}")
_COMMAND = re.compile(r" {0,3}\\(?!newpage|pagebreak)(?P<name>[A-Za-z]+)\*?(?:\[[^\]]*\]|\{[^{}]*\})*\s*$")
_MODULE = re.compile(r"""(?:import [^"'\n]+ from ["'][^"']+["']|export\s+(?:const|default|let|function)\b.*);?\s*$""")
_KRAMDOWN = re.compile(r"\s*\{:(?!:)[^{}\n]*\}\s*$")
_TOC = re.compile(r"\s*(?:[-*+]|1\.)\s+(?:TOC|toc|Table of contents)\s*$|\s*\[\[?_?TOC_?\]?\]\s*$|\s*\{:toc\}\s*$")
_MATHS = r"(?<![\\$\w])\$(?P<formula>(?=\S)[^$\n]{0,300}?[^\s$\\])\$(?![\d$])"
_MATHEMATICAL = re.compile(r"[\\^_={}<>+]|^\W*\w\W*$")
_PRINTED_ON = "It is printed as code."


def without_cells(lines: Lines, manuscript: Manuscript) -> Lines:
    """Keep each as code or as a comment, and tell it."""
    lines = _code(lines, manuscript)
    lines = _blocks(lines, manuscript)
    return rewritten(
        lines,
        rf"{_MATHS}|\\\((?P<round>[^\n]{{1,300}}?)\\\)",
        lambda match, number: _formula(match, number, manuscript),
        within="$",
    )


def _code(lines: Lines, manuscript: Manuscript) -> Lines:
    """Go over the blocks of code: cells, drawings, and raw blocks."""
    out: Lines = []
    index = 0
    while index < len(lines):
        opening = CODE_FENCE.match(lines[index].text)
        if opening is None:
            out.append(lines[index])
            index += 1
            continue
        closing = re.compile(rf"[ \t>]*{re.escape(opening['marks'][0])}{{{len(opening['marks'])},}}[ \t]*$")
        end = next((i for i in range(index + 1, len(lines)) if closing.match(lines[i].text)), len(lines))
        block = lines[index : end + 1]
        if end == len(lines):
            manuscript.warn(lines[index].number, "This block of code is never closed; it ends with the text.")
            block.append(Line(f"{re.sub(r'[^ >]', ' ', opening['indent'])}{opening['marks']}", lines[-1].number))
        out += _block_of_code(opening, block, manuscript)
        index = end + 1
    return out


def _block_of_code(opening: re.Match[str], block: Lines, manuscript: Manuscript) -> Lines:
    number, info = block[0].number, opening["info"].strip()
    if raw := _RAW.match(info):
        inside = block[1:-1]
        if raw["format"].startswith("html"):
            return inside
        message = f"This block is for {raw['format']} alone and is kept as a comment."
        manuscript.warn(number, message)
        return [Line("<!--", number), *(Line(each.text.replace("-->", "-- >"), each.number) for each in inside),
                Line("-->", block[-1].number)]  # fmt: skip
    if _DRAWN.match(info):
        manuscript.warn(number, f'A drawing is described here in the language "{shown(info)}". {_PRINTED_ON}')
    elif cell := _CELL.match(info):
        message = f"What this cell of {cell['language']} code would compute is not known. {_PRINTED_ON}"
        manuscript.warn(number, message, "Put its result in its place.")
    return block


def _blocks(lines: Lines, manuscript: Manuscript) -> Lines:
    """Go over what stands on lines of its own outside of code."""
    kept = verbatim(lines)
    out: Lines = []
    index = 0
    while index < len(lines):
        line = lines[index]
        end = 0 if kept[index] else _end_of_formula(lines, index)
        if end:
            what = "A formula" if _DISPLAY.match(line.text) else "What LaTeX is to set"
            manuscript.warn(line.number, f"{what} cannot be set. {_PRINTED_ON}")
            out += [Line("```", line.number), *lines[index:end], Line("```", lines[end - 1].number)]
        elif not kept[index] and (reason := _reason(line.text)):
            manuscript.warn(line.number, f"{reason} This line is kept as a comment: {shown(line.text)}")
            out.append(Line(as_comment(line.text), line.number))
        else:
            out.append(line)
        index = max(end, index + 1)
    return out


def _reason(text: str) -> str:
    """Say why a line becomes a comment; empty where it does not."""
    if _KRAMDOWN.match(text):
        return "Attributes of a block have no place in a briefing."
    if _TOC.match(text):
        return "The template makes the table of contents."
    if _MODULE.match(text):
        return "What is written for a program has no place in a briefing."
    if _COMMAND.match(text):
        return "A command of LaTeX has no place in a briefing."
    return ""


def _end_of_formula(lines: Lines, start: int) -> int:
    """Find the line after a formula or a block of LaTeX that begins on a line; 0 where none does."""
    text = lines[start].text
    display, begin = _DISPLAY.match(text), _BEGIN.match(text)
    if display and display["inside"].rstrip().endswith("$$") and display["inside"].strip() != "$$":
        return start + 1
    if display is None and begin is None:
        return 0
    closing = "$$" if display else f"\\end{{{begin['name']}}}" if begin else ""
    if display and "$$" in display["inside"]:
        return 0  # the sentence goes on behind it
    for index in range(start + (1 if display else 0), min(len(lines), start + 200)):
        if closing in lines[index].text:
            return index + 1
        if display and not lines[index].text.strip():
            return 0
    return 0


def _formula(match: re.Match[str], number: int, manuscript: Manuscript) -> str | None:
    inside = match["formula"] or match["round"]
    if not _MATHEMATICAL.search(inside) or "`" in match[0]:
        return None
    manuscript.warn(number, f"A formula cannot be set. {_PRINTED_ON} {shown(match[0])}")
    return f"`{match[0]}`"

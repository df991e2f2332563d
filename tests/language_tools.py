"""Articles in many languages, and what a reader gets back: copied text, glyphs, the words of the tree."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from ctypes import c_ulong, sizeof
from difflib import SequenceMatcher
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from unicodedata import category, normalize

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import uharfbuzz
from babel.core import get_global
from fontTools.cffLib import CFFFontSet
from pdf_tools import Node, Read, to_unicode
from reading_folders import write

import briefing

__all__ = [
    "ARTICLES",
    "PREAMBLES",
    "SPACELESS",
    "article",
    "built",
    "copied",
    "folded",
    "glyph_faults",
    "marked",
    "need",
    "rejoined",
    "script_of",
    "spoken",
    "texts_of",
    "title_of",
    "unread",
    "words_of",
]

_DECLARATION = tomllib.loads((Path(__file__).parent / "udhr.toml").read_text(encoding="utf-8"))
ARTICLES: Mapping[str, str] = _DECLARATION["article-1"]
PREAMBLES: Mapping[str, str] = _DECLARATION["preamble"]

SPACELESS = frozenset({"Ethi", "Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts whose lines end between letters that nothing parts."""

_LONGEST_TITLE = 4
_FEWEST_TO_MARK = 9
"""Words of a text in which some are set bold and some are a link."""
_CJK = ("justmytype_intl_cjk",)
_PACKAGES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("Beng", "Ethi", "Sinh", "Taml"), ("manimgx_fonts",)),
    **dict.fromkeys(("Khmr", "Mymr"), ("manimgx_fonts", "icu4py")),
    **dict.fromkeys(("Hans", "Hant", "Jpan", "Kore"), _CJK),
    "Deva": ("pylopdf_fonts_hi",),
    "Laoo": ("icu4py",),
    "Thai": ("pylopdf_fonts_th", "icu4py"),
}
"""What has to be installed for a script beside the program: said here, and not asked of the program."""
_FONTS = Path("/usr/share/fonts/truetype/noto")
"""Where Debian's fonts-noto-core puts the fonts that no extra brings."""
_LINE_END_HYPHEN = "\ufffe"
"""What pdfium copies for any hyphen that ends a line, of the text's own or not; the next line goes on after it."""
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Categories that a glyph of ours never stands for: controls, no characters, private ones, halves."""


def script_of(language: str) -> str:
    """The script that a language is written in, by ISO 15924. See: UTS 35, likely subtags."""
    subtags = language.split("-")
    named = next((part for part in subtags[1:] if len(part) == 4 and part.isalpha()), None)
    likely = get_global("likely_subtags")
    return named or likely.get("_".join(subtags[:2]), likely[subtags[0]]).split("_")[1]


# Articles.


def texts_of(language: str) -> list[str]:
    """Article 1, the preamble where there is one, and Article 1 again, as plain texts."""
    preamble = [PREAMBLES[language]] if language in PREAMBLES else []
    return [ARTICLES[language], *preamble, ARTICLES[language]]


def title_of(text: str) -> str:
    """The first words of a text; all of it where it has no spaces."""
    return " ".join(text.split()[:_LONGEST_TITLE])


def marked(text: str) -> str:
    """A text in Markdown with two words bold and three a link, or as it is where it is of fewer words."""
    words = text.split()
    if len(words) < _FEWEST_TO_MARK:
        return text
    bold, link = " ".join(words[1:3]), " ".join(words[4:7])
    return " ".join([words[0], f"**{bold}**", words[3], f"[{link}](https://example.org/)", *words[7:]])


def article(language: str, title: str, *paragraphs: str, fields: str = "") -> str:
    """An article in Markdown."""
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nlanguage: {language}\n{fields}---\n"
    return head + "\n\n".join(paragraphs) + "\n"


def need(*scripts: str) -> None:
    """Skip a test of texts in some scripts where a package for one of them is not installed."""
    wanted = {package for script in scripts for package in _PACKAGES.get(script, ())}
    missing = sorted(package for package in wanted if find_spec(package) is None)
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if "Tibt" in scripts and not _FONTS.is_dir():
        pytest.skip(f"there is no {_FONTS}")


def built(folder: Path, language: str, text: str) -> bytes:
    """Build an article; the test is skipped where a package for its language is not installed."""
    need(script_of(language))
    made = briefing.build(
        write(folder, {"briefing.md": text}), folder / "made.pdf", configuration=_configuration(folder)
    )
    return made.path.read_bytes()


def _configuration(folder: Path) -> Path | None:
    """A configuration of a person who keeps those fonts in it."""
    if not _FONTS.is_dir():
        return None
    configuration = folder / "configuration"
    configuration.mkdir(exist_ok=True)
    if not (configuration / "fonts").exists():
        (configuration / "fonts").symlink_to(_FONTS, target_is_directory=True)
    return configuration


# Reading back.


def folded(text: str) -> str:
    """A text without what is no part of its words: forms of compatibility, format characters, kinds of space."""
    kept = "".join(each for each in normalize("NFKC", text) if category(each) != "Cf")
    return " ".join(normalize("NFKC", kept).split())


def words_of(text: str, language: str) -> list[str]:
    """The words of a text, folded; of a language that parts words by nothing the whole text as one."""
    text = folded(text)
    return ["".join(text.split())] if script_of(language) in SPACELESS else text.split()


def rejoined(read: list[str], typed: list[str]) -> list[str]:
    """Words as they were copied, those that a hyphen parted at a line's end put together again.

    Browsers drop that hyphen, also where it is one of the text; which it was, only the text that was typed can say.
    """
    known = set(typed)

    def whole(word: str) -> str:
        hyphenated = word.replace(_LINE_END_HYPHEN, "-")
        return hyphenated if hyphenated in known else word.replace(_LINE_END_HYPHEN, "")

    return [whole(word) for word in read]


def unread(typed: list[str], read: list[str]) -> list[str]:
    """The words that were typed and not read, or not at their place."""
    blocks = SequenceMatcher(None, typed, read, autojunk=False).get_matching_blocks()
    found = {block.a + step for block in blocks for step in range(block.size)}
    return [word for number, word in enumerate(typed) if number not in found]


def copied(data: bytes) -> str:
    """What a person gets who selects all of each page but the running lines and copies it, by pdfium."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(_main_text(page) for page in document)


def _main_text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    owners = [pdfium.FPDFText_GetTextObject(text, index) for index in range(text.count_chars())]
    main = [index for index, owner in enumerate(owners) if owner and not _is_artifact(owner)]
    return text.get_text_range(main[0], main[-1] - main[0] + 1) if main else ""


def _is_artifact(owner: pdfium.FPDF_PAGEOBJECT) -> bool:
    marks = (pdfium.FPDFPageObj_GetMark(owner, index) for index in range(pdfium.FPDFPageObj_CountMarks(owner)))
    return any(_name(mark) == "Artifact" for mark in marks)


def _name(mark: pdfium.FPDF_PAGEOBJECTMARK) -> str:
    size = c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, None, 0, size)
    buffer = (pdfium.FPDF_WCHAR * (size.value // sizeof(pdfium.FPDF_WCHAR)))()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, size.value, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def spoken(data: bytes) -> list[str]:
    """What a screen reader says of each heading and paragraph, in its order, folded."""
    read = Read(data)  # whose elements are gone when it is
    return [folded(_spoken(node)) for node in read.tree.walk() if re.fullmatch(r"H\d|P", node.type)]


def _spoken(node: Node | str) -> str:
    """Its replacement text, where it has one, or what is in it. See: ISO 32000-1, 14.9.4."""
    if isinstance(node, str):
        return node
    actual = node.element.get("/ActualText")
    return str(actual) if actual is not None else "".join(map(_spoken, node.children))


# Glyphs.


def glyph_faults(data: bytes) -> Iterator[str]:
    """Sentences about glyphs that are missing from their font or stand for no text; none means that all is well."""
    read = Read(data)
    for number, page in enumerate(read.pages, start=1):
        for font, codes in _shown(page).items():
            yield from (f"page {number}: {fault}" for fault in _font_faults(page.Resources.Font[font], codes))


def _shown(page: pikepdf.Page) -> dict[str, set[int]]:
    """Codes of each font on a page."""
    shown: dict[str, set[int]] = {}
    codes: set[int] = set()
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            codes = shown.setdefault(str(operands[0]), set())
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            texts = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
            codes.update(int.from_bytes(text[at : at + 2], "big") for text in texts for at in range(0, len(text), 2))
    return shown


def _font_faults(font: pikepdf.Object, codes: set[int]) -> Iterator[str]:
    descendant = font.DescendantFonts[0]
    texts, cids = to_unicode(font), _encoding(font.Encoding)
    has_ink = _inked(descendant) if "/FontFile2" in descendant.FontDescriptor else _drawn(descendant)
    for code in sorted(codes):
        text = texts.get(code, "")
        if not text or any(category(each) in _NO_TEXT or each == "\ufffd" for each in text):
            yield f"code {code} of {font.BaseFont} stands for {text!r}"
        if not has_ink(cids.get(code, code), text):
            yield f"code {code} of {font.BaseFont} shows no glyph for {text!r}"


def _encoding(encoding: pikepdf.Object) -> dict[int, int]:
    """Numbers of the characters that codes stand for, where they are not the codes. See: ISO 32000-1, 9.7.5."""
    if encoding == "/Identity-H":
        return {}
    table = encoding.read_bytes()
    ranges = re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s+(\d+)", table)
    ranges += [(code, code, number) for code, number in re.findall(rb"<([0-9A-Fa-f]{4})>\s+(\d+)", table)]
    return {
        code: int(number) + step
        for first, last, number in ranges
        for step, code in enumerate(range(int(first, 16), int(last, 16) + 1))
    }


_HasInk = Callable[[int, str], bool]


def _inked(descendant: pikepdf.Object) -> _HasInk:
    """Of TrueType outlines: whether a character has a glyph, and for letters and digits one that is seen."""
    mapped = descendant.get("/CIDToGIDMap", "/Identity")
    table = None if mapped == "/Identity" else mapped.read_bytes()
    face = uharfbuzz.Face(descendant.FontDescriptor.FontFile2.read_bytes())
    font = uharfbuzz.Font(face)

    def has_ink(cid: int, text: str) -> bool:
        glyph = cid if table is None else int.from_bytes(table[2 * cid : 2 * cid + 2], "big")
        seen = any(category(each)[0] in "LN" for each in text)
        return 0 < glyph < face.glyph_count and not (seen and font.get_glyph_extents(glyph).width == 0)

    return has_ink


def _drawn(descendant: pikepdf.Object) -> _HasInk:
    """Of PostScript outlines: whether a character is in the font's character set."""
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(descendant.FontDescriptor.FontFile3.read_bytes()), None)
    names = fonts[0].charset
    by_number = {int(name[3:]) for name in names if name.startswith("cid")} if hasattr(fonts[0], "ROS") else None

    def has_ink(cid: int, _: str) -> bool:
        return cid > 0 and (cid in by_number if by_number is not None else cid < len(names))

    return has_ink

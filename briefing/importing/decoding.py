"""Bytes of a text → the text, in whatever encoding it was written.

What a file begins with is believed first, then bytes that can only be UTF-8, then what the file declares, by the labels
of the web. What is left is guessed, and a guess is asked about. A letter that cannot be read is counted, never dropped.
See: WHATWG Encoding Standard, 4.2 "Names and labels".
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from charset_normalizer import from_bytes

from briefing.errors import Diagnostic, Position
from briefing.importing.found import Question

__all__ = ["Decoded", "decoded", "declared_encoding"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BY_LABEL = {
    "cp1252": "ascii us-ascii ansi_x3.4-1968 latin1 latin-1 l1 iso-8859-1 iso8859-1 iso_8859-1 cp1252 x-cp1252 cp819",
    "cp1254": "iso-8859-9 iso8859-9 iso_8859-9 latin5 l5",
    "cp874": "iso-8859-11 iso8859-11 tis-620 dos-874 windows-874",
    "gb18030": "gb18030 gb2312 gb_2312-80 gb_2312 gbk x-gbk chinese csgb2312 iso-ir-58",
    "hz": "hz-gb-2312 hz",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr windows-949",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "koi8_u": "koi8-u koi8-ru",
    "koi8_r": "koi8-r koi8 koi cskoi8r",
    "mac_roman": "macintosh mac x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp866": "ibm866 cp866 866 csibm866",
    "iso8859_8": "iso-8859-8 iso-8859-8-i iso-8859-8-e logical visual hebrew",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8",
    "utf-16-le": "utf-16le utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
}
_ISO = (2, 3, 4, 5, 6, 7, 10, 13, 14, 15, 16)
_WINDOWS = (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)
_CODECS = {
    **{label: name for name, labels in _BY_LABEL.items() for label in labels.split()},
    **{f"{start}{part}": f"iso8859_{part}" for part in _ISO for start in ("iso-8859-", "iso8859-", "iso_8859-")},
    **{f"{start}{page}": f"cp{page}" for page in _WINDOWS for start in ("windows-", "cp", "x-cp")},
}
"""Python's codec for each label; UTF-7 has none, for no page may be written in it."""
_OF_DOS = {
    f"{start}{page}": f"cp{page}"
    for page in (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865)
    for start in ("ibm", "cp", "dos-")
}
"""Encodings that the web has no labels for: believed where a file declares them, and never guessed."""
_ESCAPING = {"iso2022_jp": b"\x1b", "hz": b"~{"}
"""Encodings that have no byte beyond ASCII, with what begins their letters."""
_NO_TEXT = "Give its name the ending of what it is, such as .docx; or copy its words into a text file."
_GUESSED = tuple(sorted({name for name in _CODECS.values() if not name.startswith(("utf", *_ESCAPING))}))
_ALPHABETS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "cp1252": (
        "àâçéèêëîïôùûüÿæœ", "äöüß", "áéíóúüñªº", "áàâãçéêíóôõúªº", "àèéìíòóùú", "åäöé", "æøåéèêóòâôä",
        "áðéíóúýþæö", "áàéèëêïíóôöúü", "àçèéíïòóúü",
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţșț"),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
    "cp1254": ("çğıiöşüâîû",),
})  # fmt: skip
"""Letters beyond those of English that languages have which are written in an encoding, the likeliest one first."""
_SAMPLE = 60_000
_UNREAD = "\ufffd"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_OF_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Characters that few texts have, and those by accident; an escape may be of a terminal, whose text it is."""
_FEW_OF_NO_TEXT = 5
_SHARE_OF_NO_TEXT = 0.02
_STARTS_OF_NO_TEXT = (
    b"%PDF-",
    b"\x89PNG\r\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
)
"""How PDF files, pictures, packed files and old documents of Word begin."""
_FOREIGN = re.compile(r"[^\x00-\x7f\s“”‘’«»„‚‹›–—…€£©®°§•·]")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_WHERE_DECLARED = 4096


class Decoded(NamedTuple):
    """A text, and how sure it is."""

    text: str
    """Lines end with a line feed alone; characters that control a terminal are gone."""
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()
    questions: tuple[Question, ...] = ()


def decoded(data: bytes, file: str, declared: str = "") -> Decoded:
    """Decode a text; ``declared`` is the label that it names itself, see `declared_encoding`.

    A diagnostic is an error where the bytes are no text in any encoding: a picture with the name of a page.
    """
    text, encoding, guessed = ("", "", False) if data.startswith(_STARTS_OF_NO_TEXT) else _text(data, declared)
    if not encoding or _is_no_text(text):
        return Decoded("", encoding, (Diagnostic("error", "no-text", "This is no text.", Position(file), _NO_TEXT),))
    lost = text.count(_UNREAD)
    text = _CONTROLS.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return Decoded(
        text,
        encoding,
        (_broken(text, lost, encoding, file),) if lost else (),
        (_question(encoding, file, declared),) if guessed else (),
    )


def declared_encoding(data: bytes) -> str:
    """Give the label in a page's ``meta`` element or in its XML declaration; empty where there is none."""
    found = _DECLARED.search(data[:_WHERE_DECLARED])
    return (found[1] or found[2]).decode("ascii").lower() if found else ""


def _text(data: bytes, declared: str) -> tuple[str, str, bool]:
    """Decode, and tell whether the encoding is a guess."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name, False
    if zeros := _utf_16(data):
        return data.decode(zeros, "replace"), zeros, False
    label = declared.strip().lower()
    codec = _CODECS.get(label, "") or _OF_DOS.get(label, "")
    if codec in _ESCAPING and _ESCAPING[codec] in data:
        return data.decode(codec, "replace"), codec, False
    for name in dict.fromkeys(("utf-8", codec)):
        text = _strictly(data, name) if name and not name.startswith("utf-16") else None
        if text is not None:
            return text, name, False
    return _loosely(data, codec)


def _is_no_text(text: str) -> bool:
    start = text[:_SAMPLE]
    count = sum(1 for _ in _OF_NO_TEXT.finditer(start))
    return count > max(_FEW_OF_NO_TEXT, len(start) * _SHARE_OF_NO_TEXT)


def _loosely(data: bytes, codec: str) -> tuple[str, str, bool]:
    """Decode what no encoding fits wholly: that with few letters broken, else the likeliest."""
    for name in dict.fromkeys(("utf-8", codec)):
        text = data.decode(name, "replace") if name and not name.startswith("utf-16") else ""
        others = sum(1 for letter in text if letter > "\x7f" and letter != _UNREAD)
        # Hardly any letter of another encoding is one of UTF-8 by chance.
        if text and text.count(_UNREAD) * (1 if name == "utf-8" else 20) <= others:
            return text, name, False
    best = from_bytes(_sample(data), cp_isolation=list(_GUESSED)).best()
    name = best.encoding if best else "cp1252"
    text, western = (data.decode(each, "replace") for each in (name, "cp1252"))
    if text == western:
        return western, "cp1252", True
    return (text, name, True) if not _is_latin(text) else _by_alphabet(data)


def _is_latin(text: str) -> bool:
    letters = [each for each in text[:_SAMPLE] if each > "\x7f" and each.isalpha()]
    return sum(unicodedata.name(each, "").startswith("LATIN") for each in letters) * 2 >= len(letters)


def _by_alphabet(data: bytes) -> tuple[str, str, bool]:
    """Choose the encoding in which most letters are those of one language: neighbours look alike to statistics."""
    texts = {name: data.decode(name, "replace") for name in _ALPHABETS}
    name = max(texts, key=lambda each: _share(texts[each], _ALPHABETS[each]))
    return texts[name], name, True


def _share(text: str, alphabets: Iterable[str]) -> float:
    """Tell how many of the letters beyond ASCII one of the alphabets has; signs within words count as foreign."""
    found = Counter(_FOREIGN.findall(text[:_SAMPLE].lower()))
    return max(sum(found[each] for each in alphabet) for alphabet in alphabets) / max(1, found.total())


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _utf_16(data: bytes) -> str:
    """Tell UTF-16 without a mark by its zeros; empty where there are too few."""
    start = data[:2000]
    for name, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = start[offset::2].count(0)
        if len(start) > 20 and zeros * 3 > len(start) and start[1 - offset :: 2].count(0) * 10 < zeros:
            return name
    return ""


def _sample(data: bytes) -> bytes:
    """Take the lines that hold more than ASCII: all that can tell encodings from each other."""
    lines = (line for line in re.sub(rb"<[^<>]{0,2000}>", b" ", data).splitlines() if not line.isascii())
    found, size = [], 0
    for line in lines:
        found.append(line[:_SAMPLE])
        size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(found)[:_SAMPLE]


def _broken(text: str, lost: int, encoding: str, file: str) -> Diagnostic:
    line = text[: text.index(_UNREAD)].count("\n") + 1
    letters = "One letter" if lost == 1 else f"{lost:,} letters"
    message = f"{letters} of this file cannot be read as {_spoken(encoding)}."
    hint = f"Look for {_UNREAD} in briefing.md and type what belongs there."
    return Diagnostic("warning", "broken-letters", message, Position(file, line), hint)


def _question(encoding: str, file: str, declared: str) -> Question:
    says = (
        f'is not in the encoding that it names, "{declared}"'
        if declared
        else "does not say how its letters are encoded"
    )
    text = f"The file {says}; it was read as {_spoken(encoding)}, which is a guess."
    return Question(f"{text} Are all letters right?", Position(file))


def _spoken(codec: str) -> str:
    """Name an encoding as it is labelled on the web."""
    if codec.startswith("cp125"):
        return f"windows-{codec[2:]}"
    return codec.replace("iso8859_", "ISO-8859-").replace("_", "-") if not codec.startswith("utf") else codec.upper()

"""A language as people and bibliographies name it → its tag.

People type ``German`` or ``fa_AF``. CSL-JSON and BibTeX hold whatever people and programs wrote: a tag, ``en-GB`` or
``en_GB``; a code of three letters; a name, in BibLaTeX that by which LaTeX loads the language, such as ``ngerman``.

See: BibLaTeX manual, 2.2.3 (langid) and table 2; ISO 639-2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefing.reading.fields.table import PATTERNS, Kind

__all__ = ["LANGUAGE_NAMES", "language_tag"]

_NAMED = """
ar: arabic ara | bg: bulgarian bul | ca: catalan cat | cs: czech ces cze | cy: welsh cym wel | da: danish dan
de: german ngerman germanb deu ger | de-AT: austrian naustrian | de-CH: swissgerman nswissgerman
el: greek polutonikogreek ell gre | en: english eng | en-AU: australian | en-CA: canadian | en-GB: british ukenglish
en-NZ: newzealand | en-US: american usenglish | es: spanish spa | es-MX: mexican | et: estonian est | eu: basque eus baq
fa: persian farsi fas per | fa-AF: dari prs | fi: finnish fin | fr: french francais frenchb fra fre
fr-CA: acadian canadien | ga: irish gle | gl: galician glg | he: hebrew heb | hi: hindi hin | hr: croatian hrv
hu: hungarian magyar hun | hy: armenian hye arm | id: indonesian bahasa ind | is: icelandic isl ice | it: italian ita
ja: japanese jpn | ka: georgian kat geo | ko: korean kor | la: latin lat | lt: lithuanian lit | lv: latvian lav
mk: macedonian mkd mac | mn: mongolian mon | mr: marathi mar | nb: norsk bokmal nob | nl: dutch nld dut
nn: nynorsk nno | no: norwegian nor | pl: polish pol | ps: pashto pus | pt: portuguese portuges por
pt-BR: brazilian brazil | ro: romanian ron rum | ru: russian rus | sk: slovak slk slo | sl: slovene slovenian slv
sq: albanian sqi alb | sr: serbian serbianc srp | sv: swedish swe | th: thai tha | tr: turkish tur
uk: ukrainian ukr | ur: urdu urd | vi: vietnamese vie | zh: chinese zho chi
"""
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        name: tag
        for tag, _, names in (row.strip().partition(": ") for row in re.split(r"[|\n]", _NAMED))
        for name in names.split()
    }
)
"""Tag of a language by its names and its codes of three letters, in lower case."""


def language_tag(text: str) -> str:
    """Give the BCP 47 tag of a language that is given as a tag, a code or an English name; "" for any other text."""
    typed = text.strip()
    named = LANGUAGE_NAMES.get(typed.casefold())
    if named:
        return named
    tag = typed.replace("_", "-")
    return tag if re.fullmatch(PATTERNS[Kind.LANGUAGE], tag) else ""

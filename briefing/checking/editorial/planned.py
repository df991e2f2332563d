"""Words that say of an event that it has not happened yet, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["KNOWN", "is_still_to_come"]

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "سوف, من المقرر, من المتوقع, مقرر*, المقرر*, مخطط*, المخطط*, متوقع*, المتوقع*, يعتزم, تعتزم",
        "de": """geplant*, planmäßig*, soll, sollen, erwartet*, voraussichtlich*, vorgesehen*, angekündigt*, künftig*,
            zukünftig*, Ziel, Zieldatum, Frist""",
        "en": """planned, plans, plan to, will, shall, due, is to, are to, expected, scheduled, intended, intends, aim,
            aims, target*, goal, forecast*, projected, projection*, deadline*, future, envisaged, ’ll, 'll""",
        "es": """previst*, prevé*, planead*, planificad*, planea*, propuest*, esperad*, espera, esperan, será*, habrá*,
            entrará*, deberá*, podrá*, objetivo*, meta, plazo*, futur*""",
        "fa": "خواهد, خواهند, قرار است, پیش‌بینی, برنامه, پیشنهاد*, انتظار, آینده",
        "fr": """prévu*, prévoi*, planifi*, proposé*, attendu*, sera, seront, devra, devront, doit, doivent, entrera*,
            aura, auront, objectif*, échéance*, futur*, annoncé*, envisagé*""",
        "it": """previst*, pianificat*, programmat*, propost*, attes*, sarà, saranno, dovrà, dovranno, dovrebbe*,
            entrerà*, avrà, avranno, obiettivo, obiettivi, scadenza, futur*""",
        "nl": """gepland*, zal, zullen, moet, moeten, verwacht*, voorzien*, beoogd*, doel, doelen, streefdatum,
            toekomst*, aangekondigd*""",
        "pt": """previst*, prevê*, planead*, planejad*, propost*, esperad*, será, serão, deverá*, haverá*, entrará*,
            meta, metas, objetivo*, prazo*, futur*""",
        "ru": """будет, будут, планиру*, запланирован*, намечен*, ожида*, предстоит, должен, должна, должно, должны,
            предлага*, план*, срок*, цель, цели""",
        "uk": """буде, будуть, плану*, запланован*, намічен*, очіку*, передбач*, пропону*,
            план*, строк*, термін*, ціль, цілі""",
    }
)
"""By primary subtag, with commas between them; a star stands for any ending."""
KNOWN = frozenset(_WORDS)
"""Primary subtags of the languages whose words are known."""


def is_still_to_come(text: str, language: str) -> bool:
    """Tell whether a text says of what it tells that it is planned or expected; the language is a primary subtag."""
    return _pattern(language).search(text) is not None


def _pattern(language: str) -> re.Pattern[str]:
    words = (word.strip() for word in _WORDS.get(language, "").split(",") if word.strip())
    endings = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    alternatives = "|".join(r"\s+".join(ending.split(r"\ ")) for ending in endings)
    return re.compile(rf"(?<!\w)(?:{alternatives or '(?!)'})(?!\w)", re.IGNORECASE)

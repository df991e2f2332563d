"""Words that a full stop follows without ending a sentence, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.languages import read_tag

__all__ = ["shortened_words"]

_SHORTENED: Mapping[str, frozenset[str]] = MappingProxyType({
    language: frozenset(words.split())
    for language, words in {
        "de": "Dr Prof Nr St bzw ca vgl Abs Art usw etc Hr Fr Mio Mrd evtl ggf z B u a d h",
        "en": "Mr Mrs Ms Dr Prof St Sir Gen Col Lt Rev Hon Jr Sr No Nos vs e.g i.e etc cf approx Inc Ltd Co "
              "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec pp p Fig Vol sq cu",
        "es": "Sr Sra Srta Dr Dra Ud Uds pág núm etc art EE UU a C",
        "fr": "M MM Mme Mlle Dr Pr St Ste av ap J C p art etc cf env no vol",
        "it": "Sig Dott Prof ecc pag art n a C d",
        "nl": "dhr mevr dr prof nr bijv enz ca o a d w z m n",
        "pl": "dr prof nr ul tzw np tj m in r w św ok",
        "pt": "Sr Sra Dr Dra Prof pág etc art n a C d",
        "ru": "г гг в вв н э т д п к е др им ул стр руб тыс млн млрд см проф",
        "tr": "Dr Prof Sn No vb vs yy MÖ MS Av Doç",
        "uk": "р рр ст н е т д п ін ім вул стор грн тис млн млрд див проф",
    }.items()
})  # fmt: skip
"""By primary subtag."""


def shortened_words(language: str) -> frozenset[str]:
    """Find those of a language, given as a BCP 47 tag; a language that is not known has none."""
    return _SHORTENED.get(read_tag(language).language, frozenset())

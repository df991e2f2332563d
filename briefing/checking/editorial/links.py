"""Links whose words do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.checking.editorial.edited import Edited, doubt
from briefing.errors import Diagnostic
from briefing.model import plain_text, trees, walk

__all__ = ["links_without_meaning"]

_SAY_NOTHING: Mapping[str, str] = MappingProxyType(
    {
        "ar": "هنا, اضغط هنا, المزيد, الرابط",
        "de": "hier, hier klicken, link, mehr, mehr lesen, weiter, weiterlesen, diese seite, dieser link",
        "en": """here, click here, this, this page, this link, this site, this website, this article, link, more,
            read more, learn more, find out more, see here, see more, details, page, website, click, download, go""",
        "es": "aquí, haga clic aquí, enlace, más, leer más, esta página, este enlace",
        "fa": "اینجا, این صفحه, بیشتر, پیوند",
        "fr": "ici, cliquez ici, lien, plus, lire la suite, en savoir plus, cette page, ce lien",
        "it": "qui, clicca qui, link, leggi tutto, questa pagina, questo link",
        "nl": "hier, klik hier, link, meer, lees meer, deze pagina, deze link",
        "pt": "aqui, clique aqui, link, mais, leia mais, esta página, este link",
        "ru": "здесь, тут, ссылка, подробнее, далее, эта страница",
        "uk": "тут, посилання, детальніше, далі, ця сторінка",
    }
)
"""Words that say nothing by themselves, by language, with commas between them."""


def links_without_meaning(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of them: on paper, and to who hears a list of links, the words are all there is. See: WCAG 2.4.4."""
    listed = ", ".join(_SAY_NOTHING.get(language, "") for language in (edited.language, "en"))
    say_nothing = {re.sub(r"\s+", " ", phrase).strip() for phrase in listed.split(",")} - {""}
    for root in trees(edited.briefing):
        for element in walk(root):
            words = " ".join(plain_text(element).split())
            if element.tag == "a" and element.get("href") and words.strip(" .:»›>→").casefold() in say_nothing:
                message = f'The words of this link, "{words}", do not say where it leads.'
                hint = f"Name what is to be found there: [the report of 2021]({element.get('href')[:80]})."
                yield doubt("link-words", message, element.position, hint)

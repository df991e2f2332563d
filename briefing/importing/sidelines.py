"""Lines that stand around an article on its page, such as "Read more" and "Advertisement", by language.

Each list holds what is common on sites of its language, never what one site says alone. A whole line has to be such a
phrase; a sentence that begins with one is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

__all__ = ["begins_comments", "begins_links", "is_sideline", "says_when_updated"]

_LONGEST = 500
"""Characters of a line."""


class _Said(NamedTuple):
    """What sites of one language say, each phrase between bars, as alternatives of a regular expression."""

    alone: str = ""
    """The whole of a line."""
    pointing: str = ""
    """Alone, or with a colon and the name of what is to be clicked on."""
    asking: str = ""
    """The beginning of a line that asks to do something and is no sentence."""
    updated: str = ""
    """Before a day."""
    minutes: str = ""
    """Before the time that reading takes."""
    comments: str = ""
    """Heads of what readers write."""
    links: str = ""
    """Heads of ways to other pages."""
    filed: str = ""
    """Before a colon and what a page is filed under."""
    invitation: str = ""
    """The beginning of a sentence that asks readers to get letters."""


_BY_LANGUAGE: Mapping[str, _Said] = {
    "en": _Said(
        alone="related *:.{1,200}|related (?:articles|stories|topics|content)|share this(?: article| story)?|follow us"
        "|advertisement|sponsored|sponsored content|published|updated|video loading|video unavailable|play video"
        "|back to top|support us|donate|listen to this|sign up(?: now)?|subscribe(?: now)?|have your say"
        "|skip to (?:main )?content|(?:log|sign) in to comment|.{1,120} in the comments(?: section)?(?: below)?"
        "|all rights reserved",
        pointing="read more|read next|read also|see also|quiz|poll|photo gallery|more on this(?: story)?",
        asking="sign up (?:for|to)|subscribe (?:to|for|from)|share (?:this )?(?:on|via)|follow us|skip (?:to|past)"
        "|jump to|(?:view|read) this e-?mail in your browser|have your say on|you (?:may|might) also like"
        "|filed under|posted in",
        updated="(?:last )?(?:updated|published|modified)",
        minutes="reading time",
        comments="(?:all |reader |view |leave a |post a )?comments?|leave a reply|join the conversation|updates"
        "|reasons for signing",
        links=r"more [^\W\d_]+(?: [^\W\d_]+){0,2}|most (?:read|popular|viewed)|you (?:may|might) also like"
        "|what to read next|latest news|about the author|tags|topics",
        filed="filed (?:under|in)|posted in|tagged(?: as| with)?",
        invitation=r"(?:sign up|subscribe)(?: now| here| today)? (?:for|to) (?:our|my|the)(?: [^\W\d_]+){0,3}?"
        " (?:newsletter|mailing list)",
    ),
    "de": _Said(
        alone="anzeige|werbung|jetzt anmelden|artikel teilen|zur startseite|nach oben",
        pointing="mehr zum thema|lesen sie (?:auch|mehr)|bildergalerie|auch interessant",
        updated="(?:zuletzt )?aktualisiert|veröffentlicht",
        minutes="lesedauer|lesezeit",
        comments="kommentare?",
        links="meistgelesen|das könnte sie auch interessieren|weitere artikel|schlagworte",
        filed="abgelegt unter",
        invitation="(?:abonnieren sie|abonniere|bestellen sie) (?:jetzt )?unseren newsletter",
    ),
    "fr": _Said(
        alone="publicité|partager(?: cet article)?",
        pointing="(?:à |a )?lire aussi|sur le même sujet",
        updated="mis à jour|publié",
        minutes="temps de lecture",
        comments="commentaires?",
        links="les plus lus|articles liés",
        filed="classé (?:dans|sous)",
        invitation="(?:abonnez-vous|inscrivez-vous) à (?:notre|la) (?:newsletter|lettre d['’]information)",
    ),
    "es": _Said(
        alone="publicidad|compartir|suscríbete",
        pointing="(?:leer?|lea) también|te puede interesar",
        updated="actualizado|publicado",
        minutes="tiempo de lectura",
        comments="comentarios?",
        links="lo más leído",
        filed="archivado en",
        invitation="suscríbete a nuestro bolet[ií]n",
    ),
    "it": _Said("pubblicità|condividi", "leggi anche", updated="aggiornato|pubblicato", comments="commenti"),
    "nl": _Said("advertentie", "lees ook", updated="bijgewerkt|gepubliceerd", comments="reacties"),
    "pl": _Said("udostępnij|reklama", "czytaj też", comments="komentarze"),
    "pt": _Said("publicidade|compartilhar", "leia também", updated="atualizado|publicado", comments="comentários"),
    "ru": _Said(
        "реклама|поделиться|подписывайтесь", "(?:читайте|смотрите) также", updated="обновлено", comments="комментарии"
    ),
    "uk": _Said("реклама|поділитися", "читайте також", updated="оновлено", comments="коментарі"),
    "tr": _Said("paylaş", updated="güncelleme", comments="yorumlar"),
    "el": _Said("διαφήμιση", "διαβάστε επίσης", updated="τελευταία (?:ανανέωση|ενημέρωση)", comments="σχόλια"),
    "fa": _Said("اشتراک‌گذاری|مطالب مرتبط", "بیشتر بخوانید", comments="دیدگاه‌ها|نظرات"),
    "ar": _Said("شارك|مشاركة|إعلان", "اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)", comments="(?:ال)?تعليقات(?: القراء)?"),
    "ur": _Said("", "مزید پڑھیں|یہ بھی پڑھیں", comments="تبصرے"),
    "zh": _Said("", "相关阅读|相关新闻|延伸阅读|責任編輯|责任编辑|分享到", comments="评论"),
    "ja": _Said("広告", "関連記事"),
}
_BEGINS_PETITION = "started this petition|hat diese petition gestartet|a lancé cette pétition|inició esta petición"
"""What sites of petitions put behind the name of who began one."""


def _any_of(listed: Iterable[str]) -> str:
    return "|".join(filter(None, listed))


_SAID = tuple(_BY_LANGUAGE.values())
_ALONE = _any_of(part for each in _SAID for part in (each.alone, each.pointing))
_LINE = re.compile(
    rf"\W*(?:(?:{_ALONE})\W*"
    rf"|(?:{_any_of(each.pointing for each in _SAID)})\s*[:：]\s*.{{0,200}}"
    rf"|(?:{_any_of(each.asking for each in _SAID)})\b.{{1,100}}"
    rf"|(?:{_any_of(each.minutes for each in _SAID)})\W{{1,3}}\d.{{0,20}})",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    rf"\W*(?:{_any_of(each.updated for each in _SAID)})\W{{1,4}}(?:on |at )?.{{0,20}}\d.{{0,30}}", re.IGNORECASE
)
_SENTENCES = re.compile(
    rf"\W*(?:(?:{_any_of(each.filed for each in _SAID)})\s*[:：]\s*.{{1,120}}"
    rf"|(?:{_any_of(each.invitation for each in _SAID)})\b[^.!?]{{0,160}}[.!]?)",
    re.IGNORECASE,
)
_BEGUN = re.compile(rf".{{1,80}}\b(?:{_BEGINS_PETITION})\b[^.!?]*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|·•]\s*")
_SENTENCE = re.compile(r"\w[.!。؟۔।][\"'”’»)\]]*$")
_COUNTED = r"\s*(?:[(\[]?\s*\d{1,6}\s*[)\]]?)?\W*"
_COMMENTS = re.compile(rf"\W*(?:\d{{1,6}} )?(?:{_any_of(each.comments for each in _SAID)}){_COUNTED}", re.IGNORECASE)
_LINKS = re.compile(rf"\W*(?:{_any_of(each.links for each in _SAID)}){_COUNTED}", re.IGNORECASE)


def is_sideline(text: str) -> bool:
    """Tell whether a line is one that only the page around an article has; a sentence that ends as one is none."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return len(text) <= _LONGEST and _SENTENCES.fullmatch(text) is not None
    parts = [part for part in _PARTS.split(text.strip(" [](){}")) if part]
    return bool(_LINE.fullmatch(text) or _SENTENCES.fullmatch(text) or _BEGUN.fullmatch(text.strip())) or (
        len(parts) > 1 and all(_LINE.fullmatch(part) for part in parts)
    )


def says_when_updated(text: str) -> bool:
    """Tell whether a line says nothing but when the page was published or changed."""
    return len(text) <= _LONGEST and not _SENTENCE.search(text) and bool(_UPDATED.fullmatch(text))


def begins_comments(heading: str) -> bool:
    """Tell whether below a heading stands what readers write."""
    return len(heading) <= _LONGEST and bool(_COMMENTS.fullmatch(heading))


def begins_links(heading: str) -> bool:
    """Tell whether below a heading stand ways to other pages, if they are links."""
    return len(heading) <= _LONGEST and bool(_LINKS.fullmatch(heading))

"""How the furniture of a page reads, in the languages of the pages that are imported most."""

from __future__ import annotations

import re

__all__ = ["ends_article", "is_phrase"]

_STARTS = """
    read more | read next | related articles | related stories | read also | more on this | see
    also: | sign up | subscribe | share this | share on | follow us | advertisement | sponsored |
    last updated | updated | published | reading time | listen to this | view this email | view in
    your browser | have your say | do you have an opinion | video loading | video unavailable | play
    video | skip to | jump to | back to top | quiz | poll | photo gallery | support us | donate

    anzeige | werbung | mehr zum thema | lesen sie auch | lesen sie mehr | jetzt anmelden | artikel
    teilen | zur startseite | nach oben | lesedauer | bildergalerie | auch interessant

    lire aussi | à lire aussi | a lire aussi | publicité | partager | abonnez | inscrivez | sur le
    même sujet | temps de lecture

    publicidad | leer también | lee también | lea también | compartir | suscríbete | te puede
    interesar | leggi anche | pubblicità | condividi | lees ook | advertentie | leia também |
    publicidade

    читайте также | реклама | поделиться | подписывайтесь | смотрите также | διαβάστε επίσης |
    διαφήμιση | τελευταία ανανέωση

    بیشتر بخوانید | اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | شارك | إعلان | مزید پڑھیں | یہ بھی پڑھیں
    | 相关阅读 | 相关新闻 | 延伸阅读 | 责任编辑 | 分享到 | 関連記事 | 広告
"""
_ENDS = """
    comment | comments | reader comments | reasons for signing | updates | more stories | more
    articles | more news | more explainers | more long reads | most read | most popular | most
    viewed | you may also like | what to read next | latest news | about the author | leave a reply
    | tags | topics

    kommentare | meistgelesen | das könnte sie auch interessieren | weitere artikel | schlagworte |
    commentaires | les plus lus | articles liés | comentarios | lo más leído | commenti | reacties |
    comentários | комментарии | σχόλια

    دیدگاه‌ها | نظرات | تعليقات | تعليقات القراء | تبصرے | 评论
"""
_MOST_WORDS = 60


def _any_of(phrases: str) -> str:
    return "|".join(re.escape(phrase.strip()) for phrase in re.split(r"\||\n\n", phrases) if phrase.strip())


_PHRASE = re.compile(rf"\W*(?:{_any_of(_STARTS)})(?:\W|$)", re.IGNORECASE)
_END = re.compile(rf"\W*(?:{_any_of(_ENDS)})\s*(?:[(\[]?\d{{1,6}}[)\]]?)?\W*", re.IGNORECASE)

_BEGUN = re.compile(
    r".{1,80}\b(?:started this petition|hat diese petition gestartet|a lancé cette pétition|inició esta petición)\b"
    r"[^.!?]*",
    re.IGNORECASE,
)
"""Who began a petition, in a line that is no sentence."""


def is_phrase(text: str) -> bool:
    """Tell whether a short text is one that only furniture has."""
    return len(text.split()) <= _MOST_WORDS and bool(_PHRASE.match(text) or _BEGUN.fullmatch(text.strip()))


def ends_article(heading: str) -> bool:
    """Tell whether a page goes on without its article below a heading."""
    return bool(_END.fullmatch(heading))

"""How the furniture of a page reads, in the languages of the pages that are imported most."""

from __future__ import annotations

import re

__all__ = ["begins_comments", "begins_links", "is_phrase"]

_ALONE = """
    read more | read next | related articles | related stories | see also | share this | follow us | advertisement |
    sponsored | published | updated | video loading | video unavailable | play video | back to top | photo gallery |
    support us | donate | listen to this | share this article | sign up | sign up now | subscribe | more on this |
    quiz | poll | sponsored content | more on this story | have your say

    anzeige | werbung | mehr zum thema | lesen sie auch | lesen sie mehr | jetzt anmelden | artikel teilen | zur
    startseite | nach oben | lesedauer | bildergalerie | auch interessant

    lire aussi | à lire aussi | a lire aussi | publicité | partager | partager cet article | sur le même sujet

    publicidad | leer también | lee también | lea también | compartir | suscríbete | te puede interesar | leggi anche |
    pubblicità | condividi | lees ook | advertentie | leia também | publicidade

    читайте также | реклама | поделиться | подписывайтесь | смотрите также | διαβάστε επίσης | διαφήμιση

    بیشتر بخوانید | اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | شارك | إعلان | مزید پڑھیں | یہ بھی پڑھیں
    | 相关阅读 | 相关新闻 | 延伸阅读 | 分享到 | 関連記事 | 広告
"""
"""Phrases that are the whole of their line."""
_LEADING = """
    read more | read next | related | see also | quiz | poll | photo gallery | more on this | read also |

    mehr zum thema | lesen sie auch | lesen sie mehr | bildergalerie | lesedauer | auch interessant |

    lire aussi | à lire aussi | a lire aussi | temps de lecture | sur le même sujet |

    leer también | lee también | lea también | te puede interesar | leggi anche | lees ook | leia também |

    читайте также | смотрите также | διαβάστε επίσης | بیشتر بخوانید | اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | مزید پڑھیں
    | یہ بھی پڑھیں | 相关阅读 | 相关新闻 | 延伸阅读 | 責任編輯 | 责任编辑 | 分享到 | 関連記事
"""
"""Phrases that a colon follows, and something to click on."""
_BEGINNING = r"""
    sign up (?:for|to) .{1,80} | subscribe (?:to|for|from) .{1,60} | share (?:this )?on .{1,40} | follow us .{1,60} |
    (?:view|read) this e-?mail in your browser.{0,30} | skip (?:to|past) .{1,60} | jump to .{1,40} |
    (?:last )?(?:updated|published|modified)\W{1,4}(?:on |at )?.{0,20}\d.{0,30} | reading time\W{1,3}\d.{0,20} |
    (?:do you have an opinion on|have your say on) .{1,400} | τελευταία ανανέωση\W.{0,20}\d.{0,30} |
    \[?\s*nach oben\W.{0,120} | lesedauer\W{1,3}\d.{0,20} | temps de lecture\W{1,3}\d.{0,20}
"""
"""Patterns of whole lines with a bounded end."""
_OF_READERS = """
    comment | comments | reader comments | reasons for signing | updates | leave a reply | leave a comment |

    kommentare | commentaires | comentarios | commenti | reacties | comentários | комментарии | σχόλια

    دیدگاه‌ها | نظرات | تعليقات | تعليقات القراء | تبصرے | 评论
"""
"""Headings above what readers write."""
_OF_LINKS = """
    more stories | more articles | more news | more explainers | more long reads | most read | most popular | most
    viewed | you may also like | what to read next | latest news | about the author | tags | topics

    meistgelesen | das könnte sie auch interessieren | weitere artikel | schlagworte | les plus lus | articles liés |
    lo más leído
"""
"""Headings above ways to other pages."""
_LONGEST = 500
"""Characters of a phrase."""


def _phrases(listed: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in re.split(r"\s\|\s|\n\n", listed) if phrase.strip()]


def _any_of(listed: str) -> str:
    return "|".join(map(re.escape, _phrases(listed)))


_PHRASE = re.compile(
    rf"\W*(?:(?:{_any_of(_ALONE)})\W*|(?:{_any_of(_LEADING)})\s*[::]\s*.{{0,200}}|{'|'.join(_phrases(_BEGINNING))})",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r".{1,80}\b(?:started this petition|hat diese petition gestartet|a lancé cette pétition|inició esta petición)\b"
    r"[^.!?]*",
    re.IGNORECASE,
)
"""Who began a petition, in a line that is no sentence."""
_SENTENCE = re.compile(r"\w[.!。؟۔।][\"'”’»)\]]*$")
_COUNTED = r"\s*(?:[(\[]?\d{1,6}[)\]]?)?\W*"
_READERS = re.compile(rf"\W*(?:{_any_of(_OF_READERS)}){_COUNTED}", re.IGNORECASE)
_LINKS = re.compile(rf"\W*(?:{_any_of(_OF_LINKS)}){_COUNTED}", re.IGNORECASE)


def is_phrase(text: str) -> bool:
    """Tell whether a short text is one that only furniture has; a sentence that ends as one is none."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    return bool(_PHRASE.fullmatch(text) or _BEGUN.fullmatch(text.strip()))


def begins_comments(heading: str) -> bool:
    """Tell whether below a heading stands what readers write."""
    return len(heading) <= _LONGEST and bool(_READERS.fullmatch(heading))


def begins_links(heading: str) -> bool:
    """Tell whether below a heading stand ways to other pages, if they are links."""
    return len(heading) <= _LONGEST and bool(_LINKS.fullmatch(heading))

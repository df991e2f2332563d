"""What proposals go by in each language: words for petitions, speech, sources, and the commonest words of all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.languages import read_tag

__all__ = ["LANGUAGES", "ProposalWords", "any_of", "listed", "words_of"]


class ProposalWords(NamedTuple):
    """The words of one language, with commas between them; how they begin is enough where that is said."""

    common: str
    """The commonest words: no text of some length is without them."""
    petition: str
    """How the words for a petition begin."""
    sign: str
    """What its reader is asked to do: how the words begin."""
    click: str
    """What stands for a link, at the end of a line."""
    addressed: str = ""
    """What stands before who is petitioned, who ends before one of ``to_do``."""
    to_do: str = ""
    to_office: str = ""
    """What stands between the word for a petition and whom it is addressed to, with its article."""
    to_name: str = ""
    """The same before a name alone."""
    name_ends: str = ""
    """What may follow such a name."""
    said: str = ""
    """Verbs that stand between a quotation and its speaker, or between a speaker and a colon."""
    told: str = ""
    """What stands before the name of a newspaper or an agency that a statement was made to."""
    according: str = ""
    """What stands before, or in some languages behind, the name of a newspaper or body that it is from."""
    article: str = ""
    """What may stand between those words and the name."""
    not_looked_up: str = ""
    """A note for the list of sources."""


LANGUAGES: Mapping[str, ProposalWords] = MappingProxyType({
    "ar": ProposalWords(
        common="في, من, على, إلى, أن, التي, الذي, عن, مع, هذا, هذه, كان, كانت, بين, بعد, قد, لم, أو, ذلك, ما",
        petition="عريضة, العريضة, عريضتنا",
        sign="وقع, وقّع, وقعوا, وقّعوا, التوقيع",
        click="انقر هنا, اضغط هنا, اضغطوا هنا",
        to_office="موجهة إلى, موجّهة إلى, الموجهة إلى",
        name_ends="من, التي, هنا, لوقف, للمطالبة",
        said="قال, قالت, صرح, صرّح, أضاف, أضافت, كتب, كتبت",
        according="وفقا ل, وفقًا ل, وفقاً ل, بحسب, حسب, لوكالة, لصحيفة, نقلا عن, نقلاً عن",
        article="وكالة, صحيفة",
        not_looked_up="مذكور في النص؛ لم يُراجع",
    ),
    "de": ProposalWords(
        common="der, die, das, und, ist, nicht, mit, von, den, auf, für, eine, ein, dem, sich, zu, auch, wird, sind",
        petition="Petition, Unterschriftenaktion",
        sign="unterschreib, unterzeichn, zeichne",
        click="hier klicken, klicken Sie hier, hier unterschreiben, zur Petition",
        addressed="fordert, fordern, auffordern, appelliert an",
        to_do="auf, zu, dazu, mehr",
        to_office="an den, an die, an das, an unseren, an unsere",
        to_name="an",
        name_ends="gegen, jetzt, heute, hier, damit, dass, zur, zum, unterschreiben, unterzeichnen, mitzeichnen",
        said="sagte, sagt, schrieb, schreibt, erklärte, betonte",
        told="gegenüber, sagte der, in einem Beitrag für, im Gespräch mit",
        according="laut, nach Angaben von, nach Angaben des, nach Angaben der",
        article="der, dem, den, die, das, Agentur, Nachrichtenagentur, Zeitung",
        not_looked_up="Im Text genannt; nicht nachgesehen",
    ),
    "en": ProposalWords(
        common="the, of, and, to, in, is, that, for, it, was, with, as, on, by, are, have, has, from, this, at, who",
        petition="petition",
        sign="sign, add your name",
        click="click here, tap here, sign here, sign now, here",
        addressed="calling on, call on, calls on, urging, urge, asking, telling, tell, demanding that, demand that",
        to_do="to, that, must, takes, take, should",
        to_name="to, addressed to, directed at",
        name_ends="to, that, must, should, demanding, calling, asking, urging, now, today, here, who, against, by",
        said="said, says, wrote, writes, told, added, adds, explained, explains, asked",
        told="told, tells, op-ed for, op-ed in, wrote in, writing in, writing for, in an interview with, speaking to",
        according="according to, reported by, published in, published by, figures from, data from",
        article="the, a, news agency, newspaper",
        not_looked_up="Named in the text; not looked up",
    ),
    "es": ProposalWords(
        common="de, la, que, el, en, los, las, del, se, por, con, una, un, para, es, no, al, su, lo, como",
        petition="petición, peticiones",
        sign="firma, firme, fírma, súmate",
        click="haz clic aquí, haga clic aquí, pincha aquí, aquí",
        addressed="pedir a, pide a, exigir a, exige a, pedimos a",
        to_do="que",
        to_office="dirigida al, dirigida a la, dirigida a los, dirigida a las, dirigida a, al, a la, a los, a las",
        to_name="a",
        name_ends="que, para, contra, ahora, hoy, aquí, pidiendo",
        said="dijo, dice, escribió, escribe, declaró, afirmó, añadió",
        told="dijo a, declaró a, en un artículo para, en una entrevista con",
        according="según",
        article="el, la, los, las, agencia, diario, periódico",
        not_looked_up="Citado en el texto; sin comprobar",
    ),
    "fa": ProposalWords(
        common="و, در, به, از, که, این, را, با, است, آن, برای, بود, شد, می, یک, تا, شده, خود, بر, هم",
        petition="دادخواست, طومار, پتیشن, کارزار",
        sign="امضا",
        click="اینجا را کلیک کنید, این‌جا را کلیک کنید, اینجا کلیک کنید, این‌جا کلیک کنید, کلیک کنید, اینجا",
        to_office="خطاب به",
        name_ends="را, برای, تا, که, اینجا, این‌جا",
        said="گفت, گفته است, نوشت, نوشته است, افزود",
        according="به گزارش, به نقل از, به گفتهٔ, به گفته, در مقاله‌ای برای, در گفتگو با",
        article="خبرگزاری, روزنامهٔ, روزنامه",
        not_looked_up="در متن آمده؛ بررسی نشده",
    ),
    "fr": ProposalWords(
        common="de, la, le, les, et, des, en, un, une, du, que, est, pour, qui, dans, par, sur, pas, au, plus",
        petition="pétition",
        sign="signe, signez, signer",
        click="cliquez ici, cliquer ici, clique ici, ici",
        addressed="demandant à, demander à, demande à, appelant, appelle",
        to_do="de, d’, d', à, que",
        to_office="adressée au, adressée aux, adressée à la, adressée à l’, adressée à, au, aux, à la, à l’, à l'",
        to_name="à",
        name_ends="pour, afin, contre, demandant, que, qui, maintenant, ici",
        said="dit, a dit, déclare, a déclaré, écrit, a écrit, explique, affirme, ajoute, a ajouté",
        told="a déclaré à, a dit à, dans une tribune pour, dans un entretien à",
        according="selon, d’après, d'après",
        article="le, la, les, l’, l', agence, journal, quotidien",
        not_looked_up="Cité dans le texte ; non vérifié",
    ),
    "it": ProposalWords(
        common="di, che, e, la, il, un, a, per, in, una, sono, è, non, con, del, della, le, si, da, i",
        petition="petizione, petizioni",
        sign="firma, firmate, firmare",
        click="clicca qui, cliccate qui, qui",
        to_office="indirizzata al, indirizzata alla, rivolta al, rivolta alla, al, alla, all’, all', ai, agli, alle",
        to_name="a",
        name_ends="per, contro, che, qui, ora",
        said="ha detto, dice, disse, ha scritto, scrive, ha dichiarato, ha aggiunto",
        told="ha detto a, ha dichiarato a",
        according="secondo",
        article="il, la, l’, l', lo, i, gli, le, agenzia, quotidiano",
    ),
    "nl": ProposalWords(
        common="de, het, een, van, en, in, is, dat, op, te, voor, met, zijn, niet, aan, er, door, ook, die, om",
        petition="petitie",
        sign="teken, onderteken",
        click="klik hier, hier",
        to_office="gericht aan de, gericht aan het, aan de, aan het",
        to_name="gericht aan, aan",
        name_ends="om, tegen, nu, hier, voor",
        said="zei, zegt, schreef, schrijft, verklaarde",
        told="zei tegen, vertelde aan",
        according="volgens",
        article="de, het, persbureau, krant",
    ),
    "pl": ProposalWords(
        common="i, w, na, z, się, nie, do, to, że, jest, o, jak, za, po, od, przez, dla, są, co, tym",
        petition="petycj",
        sign="podpis",
        click="kliknij tutaj, kliknij tu, tutaj, tu",
        said="powiedział, powiedziała, napisał, napisała, dodał, dodała, mówi, pisze",
        according="według, jak podaje, jak podał",
        article="agencja, gazeta, dziennik",
    ),
    "ps": ProposalWords(
        common="د, په, چې, او, له, ته, دا, کې, یې, سره, دی, شو, هم, ده, وو, کړي, نه, خپل, پر, دې",
        petition="عریضه, پټیشن, غوښتنلیک",
        sign="لاسلیک",
        click="دلته کلیک وکړئ, دلته",
        said="وویل, ولیکل, وايي",
        according="په وینا, د وینا له مخې",
    ),
    "pt": ProposalWords(
        common="de, a, o, que, e, do, da, em, um, para, com, não, uma, os, no, se, na, por, mais, as",
        petition="petição, abaixo-assinado",
        sign="assin",
        click="clique aqui, aqui",
        to_office="dirigida ao, dirigida à, ao, à, aos, às",
        to_name="a",
        name_ends="para, contra, que, agora, aqui",
        said="disse, diz, escreveu, escreve, afirmou, declarou, acrescentou",
        told="disse à, disse ao",
        according="segundo, de acordo com",
        article="o, a, os, as, agência, jornal",
    ),
    "ru": ProposalWords(
        common="и, в, не, на, что, с, по, как, это, к, из, у, за, от, о, для, его, но, был, их",
        petition="петици",
        sign="подпи",
        click="нажмите здесь, жмите здесь, здесь",
        said="сказал, сказала, заявил, заявила, написал, написала, пишет, говорит, добавил, добавила",
        according="по данным, согласно, сообщает, как сообщает, по информации",
        article="агентства, агентство, газета, газеты",
    ),
    "tr": ProposalWords(
        common="ve, bir, bu, da, de, için, ile, olarak, daha, çok, olan, en, gibi, kadar, sonra, ne, ise, değil, ya, o",
        petition="dilekçe, imza kampanya",
        sign="imzala, imza ver, imza at",
        click="buraya tıklayın, tıklayın, burada",
        said="dedi, söyledi, yazdı, diyor, belirtti",
        according="göre",
    ),
    "uk": ProposalWords(
        common="і, в, у, не, на, що, з, та, до, як, це, за, від, про, для, його, але, був, їх, він",
        petition="петиці",
        sign="підпи",
        click="натисніть тут, тут",
        said="сказав, сказала, заявив, заявила, написав, написала, пише, каже, додав, додала",
        according="за даними, згідно з, повідомляє, як повідомляє",
        article="агентства, агентство, газета, газети",
    ),
    "ur": ProposalWords(
        common="کے, کی, میں, اور, ہے, کا, سے, کو, یہ, نے, پر, ہیں, کہ, اس, جو, تھا, بھی, وہ, ایک, گیا",
        petition="پٹیشن, عرضداشت, درخواست",
        sign="دستخط",
        click="یہاں کلک کریں, یہاں",
        said="کہا, لکھا, بتایا",
        according="کے مطابق",
        not_looked_up="متن میں مذکور؛ جانچا نہیں گیا",
    ),
})  # fmt: skip
"""By primary subtag."""
_NOTHING = ProposalWords(common="", petition="", sign="", click="")


def words_of(language: str) -> ProposalWords:
    """Find the words of a language, given as a BCP 47 tag; a language that is not known has none."""
    return LANGUAGES.get(read_tag(language).language, _NOTHING)


def listed(words: str) -> tuple[str, ...]:
    """Part a list of words at its commas."""
    return tuple(filter(None, (word.strip() for word in words.split(","))))


def any_of(words: str) -> str:
    """Write a pattern of a list of words, the longest first."""
    return "|".join(sorted(map(re.escape, listed(words)), key=len, reverse=True))

"""Dates in words of many languages: what is typed is read, what is printed is read back, and nothing is guessed."""

from __future__ import annotations

import calendar
import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.edtf import Choice, DateError, Interval, Point, parse_edtf
from briefing.model.phrases import PHRASES
from briefing.model.wording import date_words
from briefing.reading.dates import read_date, season_or_years
from briefing.reading.dates.lexicon import VOCABULARIES, lexicon_of
from briefing.reading.dates.pieces import keys_of

HERE = Position("briefing.md", 3, 7)


def edtf(typed: str, language: str) -> str:
    """Read a date that must be one."""
    result = read_date(typed, HERE, language)
    assert isinstance(result, Date), str(result)
    return result.edtf


TYPED = {
    "de": """
        1628 oder 1627 v. Chr. = [-1627,-1626] | 17. oder 16. Jh. v. Chr. = [-16XX,-15XX]
        um 1996 bis 2001 = 1996~/2001~
        4. bis 3. Jahrhundert v. Chr. = -03XX/-02XX | 480–79 v. Chr. = -0479/-0478 | Winter 1941/42 = 1941-24
        spätestens 1998 = ../1998 | bis spätestens im Mai 2021 = ../2021-05 | frühestens 1998 = 1998/..
        nicht vor 1998 = 1998/.. | 26. März 2020 um 20.30 Uhr = 2020-03-26T20:30
        26. März 2020, 20 Uhr = 2020-03-26T20:00
        15. August 2021 = 2021-08-15 | 15. Aug. 2021 = 2021-08-15 | MÄRZ 2021 = 2021-03 | Jänner 2021 = 2021-01
        um 1996 = 1996~ | ca. 1996 = 1996~ | wahrscheinlich 1996 = 1996? | Anfang Mai 2021 = 2021-05-05~
        Mitte Mai 2021 = 2021-05-15~ | seit Ende Mai 2021 = 2021-05-31~/.. | die 1980er Jahre = 198X
        in den 1980ern = 198X | Anfang der 1980er Jahre = 1982~ | vor 1998 = ../1997 | nach 1998 = 1999/..
        bis zum 5. Dezember 2026 = ../2026-12-05 | ab 1996 = 1996/.. | zwischen 1996 und 2001 = [1996..2001]
        von 1996 bis 2001 = 1996/2001 | in den Jahren 1996 bis 2001 = 1996/2001
        Mai - August 2021 = 2021-05/2021-08 | vom 15. bis 20. August 2021 = 2021-08-15/2021-08-20
        15.-20. August 2021 = 2021-08-15/2021-08-20 | im Frühjahr 2021 = 2021-21 | 19. Jahrhundert = 18XX
        5. Jh. v. Chr. = -04XX | 44 v. Chr. = -0043 | 480 bis 323 v. Chr. = -0479/-0322 | 5–10 n. Chr. = 0005/0010
        79 n. Chr. = 0079 | 26. März 2020 um 20:00 Uhr = 2020-03-26T20:00
        26. März 2020, 20:00–22:00 = 2020-03-26T20:00/2020-03-26T22:00
        1. oder 2. Mai 2021 = [2021-05-01,2021-05-02] | 1960 und Dezember 1961 = {1960,1961-12}
        20. 8. 2021 = 2021-08-20 | etwa seit 1996 = 1996~/.. | wahrscheinlich bis Mai 2021 = ../2021-05?
    """,
    "fr": """
        XVIIe ou XVIe siècle av. J.-C. = [-16XX,-15XX] | XVIIe et XVIe siècles = {16XX,15XX}
        vers 1627 ou 1600 av. J.-C. = [-1626~,-1599~] | hiver 1941-1942 = 1941-24
        au plus tard en 1998 = ../1998 | 1998 au plus tard = ../1998 | pas avant 1998 = 1998/..
        26 mars 2020 à 20 h = 2020-03-26T20:00 | 26 mars 2020, 20h30 = 2020-03-26T20:30
        26 mars 2020 à midi = 2020-03-26T12:00
        1er mai 2021 = 2021-05-01 | 1ᵉʳ mai 2021 = 2021-05-01 | le 15 aout 2021 = 2021-08-15 | janv. 2021 = 2021-01
        début mai 2021 = 2021-05-05~ | mi-août 2021 = 2021-08-15~ | depuis la fin de mai 2021 = 2021-05-31~/..
        les années 1980 = 198X | au début des années 1980 = 1982~ | les années 1996 à 2001 = 1996/2001
        vers 1996 = 1996~ | avant 1998 = ../1997 | après le 31 décembre 2001 = 2002-01-01/..
        de 1996 à 2001 = 1996/2001 | du 15 au 20 août 2021 = 2021-08-15/2021-08-20 | entre 1996 et 2001 = [1996..2001]
        XIXe siècle = 18XX | le XXᵉ siècle = 19XX | IIe siècle av. J.-C. = -01XX | 44 av. J.-C. = -0043
        probablement 1996 = 1996? | jusqu'en 1998 = ../1998 | d'ici 2030 = ../2030 | à partir de 1996 = 1996/..
        1501 – années 1510 = 1501/151X | jusqu'en 1998 environ = ../1998~ | probablement avant 1998 = ../1997?
        à l'été 2021 = 2021-22 | 26 mars 2020 à 20:00 = 2020-03-26T20:00 | mars ou avril 2021 = [2021-03,2021-04]
        le 26 mars 2020 de 20:00 à 22:00 = 2020-03-26T20:00/2020-03-26T22:00
    """,
    "es": """
        siglos V–IV a. C. = -04XX/-03XX | 44 o 43 a. C. = [-0043,-0042] | invierno de 1941/42 = 1941-24
        a más tardar en 1998 = ../1998 | no antes de 1998 = 1998/..
        15 de agosto de 2021 = 2021-08-15 | 1.º de mayo de 2021 = 2021-05-01 | setiembre de 2021 = 2021-09
        principios de mayo de 2021 = 2021-05-05~ | a mediados de 2021 = 2021-06~ | finales de los años 1980 = 1989~
        década de 1980 = 198X | los años 1980 = 198X | siglo XX = 19XX | siglo V a. C. = -04XX | 44 a.C. = -0043
        antes de 1998 = ../1997 | después de 1998 = 1999/.. | de 1996 a 2001 = 1996/2001 | 1667 o 1668 = [1667,1668]
        entre 1996 y 2001 = [1996..2001] | desde 1996 en adelante = 1996/.. | hasta 1998 = ../1998 | hacia 1996 = 1996~
        del 15 al 20 de agosto de 2021 = 2021-08-15/2021-08-20 | 26 de marzo de 2020 a las 20:00 = 2020-03-26T20:00
    """,
    "it": """
        dal V al IV secolo a.C. = -04XX/-03XX | IV e V secolo = {03XX,04XX} | inverno 1941-42 = 1941-24
        44 o 43 a.C. = [-0043,-0042]
        al più tardi nel 1998 = ../1998 | non prima del 1998 = 1998/..
        15 agosto 2021 = 2021-08-15 | 1º maggio 2021 = 2021-05-01 | l'8 settembre 2001 = 2001-09-08
        ago. 2021 = 2021-08 | circa 1996 = 1996~ | 1996 circa = 1996~ | dal 1996 al 2001 = 1996/2001
        tra il 1996 e il 2001 = [1996..2001] | entro il 1998 = ../1998 | da maggio 2021 = 2021-05/..
        gli anni 1980 = 198X | V secolo a.C. = -04XX | prima del 1998 = ../1997 | nell'estate 2021 = 2021-22
        metà maggio 2021 = 2021-05-15~ | 26 marzo 2020 alle ore 20:00 = 2020-03-26T20:00
    """,
    "pt": """
        século XVII ou XVI a.C. = [-16XX,-15XX] | inverno de 1941–1942 = 1941-24
        o mais tardar em 1998 = ../1998 | não antes de 1998 = 1998/..
        1º de maio de 2021 = 2021-05-01 | a 15 de agosto de 2021 = 2021-08-15 | cerca de 1996 = 1996~
        anos 1980 = 198X | de 1996 a 2001 = 1996/2001 | entre 1996 e 2001 = [1996..2001] | até 1998 = ../1998
        século V a.C. = -04XX | verão de 2021 = 2021-22 | início de maio de 2021 = 2021-05-05~
        depois de 1998 = 1999/..
    """,
    "nl": """
        17e of 16e eeuw v.Chr. = [-16XX,-15XX] | winter 1941–42 = 1941-24 | 480-79 v.Chr. = -0479/-0478
        uiterlijk 1998 = ../1998 | niet voor 1998 = 1998/..
        15 augustus 2021 = 2021-08-15 | rond 1996 = 1996~ | van 1996 tot 2001 = 1996/2001
        tot en met 1998 = ../1998 | tussen 1996 en 2001 = [1996..2001] | de jaren 1980 = 198X | 20e eeuw = 19XX
        44 v. Chr. = -0043 | begin mei 2021 = 2021-05-05~ | eind mei 2021 = 2021-05-31~ | vóór 1998 = ../1997
        zomer 2021 = 2021-22
    """,
    "pl": """
        od V do IV wieku p.n.e. = -04XX/-03XX | zima 1941/42 = 1941-24 | 44 lub 43 p.n.e. = [-0043,-0042]
        nie wcześniej niż 1996 i nie później niż 2001 = [1996..2001]
        najpóźniej w 1998 = ../1998 | nie wcześniej niż w 1998 = 1998/..
        15 sierpnia 2021 r. = 2021-08-15 | w maju 2021 = 2021-05 | około 1996 = 1996~ | od 1996 do 2001 = 1996/2001
        między 1996 a 2001 = [1996..2001] | lata 1980–1989 = 198X | w latach 1996–2001 = 1996/2001
        lata 1996–2001 = 1996/2001 | od lata 2021 = 2021-22/.. | w XX wieku = 19XX | I wiek n.e. = 00XX
        V wiek p.n.e. = -04XX | latem 2021 = 2021-22 | na początku maja 2021 = 2021-05-05~ | przed 1998 = ../1997
    """,
    "ru": """
        XVII–XVI вв. до н. э. = -16XX/-15XX | зимой 1941–42 = 1941-24 | около 1627 или 1600 до н. э. = [-1626~,-1599~]
        между 1996 и 2001 = [1996..2001] | не ранее 1996 и не позднее 2001 = [1996..2001]
        не позднее 1998 года = ../1998 | не ранее мая 2021 = 2021-05/..
        15 августа 2021 года = 2021-08-15 | в мае 2021 года = 2021-05 | с 1996 по 2001 год = 1996/2001
        к 1998 году = ../1998 | 1980-е = 198X | в 1980-х годах = 198X | в ХХ веке = 19XX | V век до н. э. = -04XX
        44 г. до н. э. = -0043 | летом 2021 года = 2021-22 | в конце мая 2021 = 2021-05-31~
        15-го мая 2021 = 2021-05-15 | 26 марта 2020 в 20:00 = 2020-03-26T20:00
    """,
    "uk": """
        XVII або XVI століття до н. е. = [-16XX,-15XX] | взимку 1941–1942 = 1941-24 | між 1996 і 2001 = [1996..2001]
        не пізніше 1998 року = ../1998 | не раніше 1998 = 1998/..
        15 серпня 2021 = 2021-08-15 | у травні 2021 року = 2021-05 | з 1996 по 2001 рік = 1996/2001 | 1940-ві = 194X
        у 1980-х роках = 198X | ХХ століття = 19XX | влітку 2021 = 2021-22 | наприкінці травня 2021 = 2021-05-31~
    """,
    "tr": """
        1941–1942 kışı = 1941-24 | MÖ 44 veya MÖ 43 = [-0043,-0042]
        en geç 1998 = ../1998 | en erken 1998 = 1998/..
        15 Ağustos 2021 = 2021-08-15 | KASIM 2021 = 2021-11 | İlkbahar 2021 = 2021-21 | 1998'den beri = 1998/..
        2010'dan itibaren = 2010/.. | 1998’den önce = ../1997 | 1998'e kadar = ../1998
        1996'dan 2001'e kadar = 1996/2001 | 1996 ile 2001 arasında = [1996..2001] | 1980'ler = 198X
        1990'lı yıllar = 199X | 20. yüzyıl = 19XX | MÖ 44 = -0043 | 2021 yazında = 2021-22
        Mayıs 2021 sonunda = 2021-05-31~ | 15 Ağustos 2021'de = 2021-08-15 | 1996 civarı = 1996~
    """,
    "fa": """
        ۱۶۲۸ یا ۱۶۲۷ ق.م. = [-1627,-1626] | قرن ۱۷ یا ۱۶ ق.م. = [-16XX,-15XX] | زمستان ۱۹۴۱–۱۹۴۲ = 1941-24
        ۱۵ اوت ۲۰۲۱ = 2021-08-15 | 15 آگوست 2021 = 2021-08-15 | ۲۰۲۱-۰۸-۱۵ = 2021-08-15 | ۲۰۲۱/۰۸/۱۵ = 2021-08-15
        دههٔ ۱۹۸۰ = 198X | دهه ۱۹۸۰ = 198X | دهه‌ی ۱۹۸۰ = 198X | دهۀ ۱۹۸۰ = 198X | اواخر مهٔ ۲۰۲۱ = 2021-05-25~
        پیش از ۱۹۹۸ = ../1997 | از ۱۹۹۶ تا ۲۰۰۱ = 1996/2001 | بین ۱۹۹۶ و ۲۰۰۱ = [1996..2001] | ۱۹۹۶ به بعد = 1996/..
        ۴۴ ق.م. = -0043 | ۴۴ پیش از میلاد = -0043 | ۱۹۹۶؟ = 1996? | ۱۲۵۸ میلادی = 1258 | در سال ۱۹۹۶ = 1996
        ۱۵ اوت ۲۰۲۱ ساعت ۱۰:۰۰ = 2021-08-15T10:00
    """,
    "pt-PT": "até ao verão de 2021 = ../2021-22 | aproximadamente desde a primavera de 2021 = 2021-21~/..",
    "fa-AF": """
        ۱۶۲۸ یا ۱۶۲۷ ق.م. = [-1627,-1626] | ۱۵۰۱ تا دههٔ ۱۵۱۰ = 1501/151X
        ۱۵ اگست ۲۰۲۱ = 2021-08-15 | از می ۲۰۲۱ = 2021-05/.. | خزان ۲۰۲۱ = 2021-23
    """,
    "ps": """
        ۴۴ یا ۴۳ ق. م. = [-0043,-0042] | ژمی ۱۹۴۱–۴۲ = 1941-24
        د ۲۰۲۱ کال د اګست ۱۵ = 2021-08-15 | تر ۱۹۹۸ مخکې = ../1997 | له ۱۹۹۸ وروسته = 1999/..
        له ۱۹۹۶ تر ۲۰۰۱ پورې = 1996/2001 | د ۱۹۹۶ او ۲۰۰۱ ترمنځ = [1996..2001] | د ۲۰۲۱ کال په مې کې = 2021-05
    """,
    "ar": """
        القرن ١٧ أو ١٦ ق.م = [-16XX,-15XX] | ١٦٢٨ أو ١٦٢٧ ق.م = [-1627,-1626] | شتاء ١٩٤١–١٩٤٢ = 1941-24
        ١٥ أغسطس ٢٠٢١ = 2021-08-15 | ١٥ اغسطس ٢٠٢١ = 2021-08-15 | ١٥ أَغُسْطُس ٢٠٢١ = 2021-08-15
        ١٥ آب ٢٠٢١ = 2021-08-15 | ١٥ آب/أغسطس ٢٠٢١ = 2021-08-15 | 15 غشت 2021 = 2021-08-15
        كانون الثاني ٢٠٢١ = 2021-01 | حوالي عام ١٩٩٦ = 1996~ | أواخر أيار ٢٠٢١ = 2021-05-25~
        بعد عام ١٩٩٨ = 1999/.. | من ١٩٩٦ إلى ٢٠٠١ = 1996/2001 | بين ١٩٩٦ و٢٠٠١ = [1996..2001]
        مايو وأغسطس ٢٠٢١ = {2021-05,2021-08} | القرن ٢٠ = 19XX | ٤٤ ق.م = -0043
    """,
    "ur": """
        ۴۴ یا ۴۳ ق م = [-0043,-0042] | ۱۹۹۶ اور ۲۰۰۱ کے درمیان = [1996..2001]
        ۱۵ اگست ۲۰۲۱ء = 2021-08-15 | 1996 سے 2001 تک = 1996/2001 | ۱۹۹۸ سے پہلے = ../1997 | ۱۹۹۸ کے بعد = 1999/..
        ۱۹۹۶ کے قریب = 1996~ | ۴۴ ق م = -0043
    """,
    "en-US": """
        August 15-20, 2021 = 2021-08-15/2021-08-20 | 15 August 2021, 10:00 UTC+4:30 = 2021-08-15T10:00+04:30
        1627 or 1628 BC = [-1626,-1627] | 1200 and 1190 BC = {-1199,-1189} | 17th or 16th century BC = [-16XX,-15XX]
        5th or 4th century BC = [-04XX,-03XX] | about 1627 or 1600 BC = [-1626~,-1599~] | 1996 or 97 = [1996,1997]
        12000 to 8000 BC = Y-11999/-7999
        1218–14 BC = -1217/-1213 | 480–79 BC = -0479/-0478 | 510–09 BC = -0509/-0508 | 490-79 BC = -0489/-0478
        323–30 BC = -0322/-0029 | 37–4 BC = -0036/-0003 | 480 to 79 BC = -0479/-0078 | 1218-12 BC = -1217/-1211
        17th–16th century BC = -16XX/-15XX | 1st century BC to 1st century AD = -00XX/00XX | 14 BC – 44 = -0013/0044
        c. 1650–1500 BC = -1649~/-1499~ | from about 1996 to 2001 = 1996~/2001 | 1908–09 = 1908/1909
        probably 1627 to 1600 BC = -1626?/-1599? | between May and August 2021 = [2021-05..2021-08]
        winter 1941–1942 = 1941-24 | the winter of 1941-42 = 1941-24 | winter 1939-40 = 1939-24
        winter 218–17 BC = -0217-24 | from winter 1941–42 to spring 1943 = 1941-24/1943-21
        May or June 2021 = [2021-05,2021-06] | ~1996 = 1996~ | 1996 – = 1996/.. | – 1998 = ../1998
    """,
    "cs": "15. srpna 2021 = 2021-08-15 | srpen 2021 = 2021-08",
    "el": "15 Αυγούστου 2021 = 2021-08-15 | Αύγουστος 2021 = 2021-08",
    "he": "15 באוגוסט 2021 = 2021-08-15 | אוגוסט 2021 = 2021-08",
    "hi": "15 अगस्त 2021 = 2021-08-15",
    "hy": "15 օգոստոսի, 2021 թ. = 2021-08-15",
    "ja": "2021年8月15日 = 2021-08-15 | 1996年 = 1996",
    "ko": "2021년 8월 15일 = 2021-08-15",
    "th": "15 สิงหาคม 2021 = 2021-08-15",
    "vi": "tháng 12 năm 2021 = 2021-12",
}
"""What people type, by language: words = EDTF."""


def typed_and_read(language: str) -> list[tuple[str, str]]:
    pairs = (
        pair.rpartition(" = ") for line in TYPED[language].splitlines() for pair in line.split(" | ") if pair.strip()
    )
    return [(typed.strip(), read.strip()) for typed, _, read in pairs]


@pytest.mark.parametrize("language", TYPED)
def test_reads_what_people_type(language: str) -> None:
    pairs = typed_and_read(language)
    assert [(typed, edtf(typed, language)) for typed, _ in pairs] == pairs


def examples_in_docs() -> list[tuple[str, str]]:
    text = (Path(__file__).parent.parent / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]{2})` \S.* \| (.+) \|$", text, re.MULTILINE)
    return [(language, typed) for language, examples in rows for typed in re.findall("`(.+?)`", examples)]


def test_the_examples_of_the_documentation_are_read() -> None:
    examples = examples_in_docs()
    assert {language for language, _ in examples} | {"en"} == set(VOCABULARIES)
    assert [each for each in examples if isinstance(read_date(each[1], HERE, each[0]), Diagnostic)] == []


@pytest.mark.parametrize(
    ("language", "typed", "since"),
    [
        ("ar", "من ١٩٩٦ إلى اليوم", "منذ ١٩٩٦"),
        ("de", "von 1996 bis heute", "seit 1996"),
        ("es", "desde 1996 hasta la actualidad", "desde 1996"),
        ("fa", "از ۱۹۹۶ تا امروز", "از ۱۹۹۶"),
        ("fr", "de 1996 à nos jours", "depuis 1996"),
        ("nl", "van 1996 tot heden", "sinds 1996"),
        ("pl", "od 1996 do dziś", "od 1996"),
        ("ps", "له ۱۹۹۶ تر نن پورې", "له ۱۹۹۶ راهیسې"),
        ("pt", "de 1996 até hoje", "desde 1996"),
        ("ru", "с 1996 по настоящее время", "с 1996\u202fг"),
        ("tr", "1996'dan bugüne kadar", "1996 ve sonrası"),
        ("uk", "з 1996 до сьогодні", "з 1996\u202fр"),
        ("ur", "۱۹۹۶ سے آج تک", "۱۹۹۶ سے"),
    ],
)
def test_what_lasts_until_today_is_said_by_its_beginning(language: str, typed: str, since: str) -> None:
    read = read_date(typed, HERE, language)
    assert isinstance(read, Diagnostic)
    assert (read.message.partition('" ')[2], read.hint) == (
        "is no date: it changes from day to day.",
        f"Write {since}.",
    )
    assert edtf(since, language) == "1996/.."


@pytest.mark.parametrize("language", VOCABULARIES)
def test_a_season_of_edtf_that_may_be_two_years_is_refused_in_words_that_are_read(language: str) -> None:
    read = read_date("1939-41", HERE, language)
    assert isinstance(read, Diagnostic)
    assert (read.id, read.message) == ("date-ambiguous", '"1939-41" can be read in two ways.')
    years, season = (date_words(date_from_edtf(each), language) for each in ("1939/1941", "1939-41"))
    assert read.hint == f"Write {years} or {season}".removesuffix(".") + "."
    assert (edtf(years, language), edtf(season, language)) == ("1939/1941", "1939-07/1939-12")


@pytest.mark.parametrize(
    ("language", "typed", "kind", "message", "hint"),
    [
        (
            "fr",
            "03/04/2021",
            "ambiguous",
            '"03/04/2021" can be read in two ways.',
            "Write 3 avril 2021 or 4 mars 2021.",
        ),
        (
            "ru",
            "03/04/2021",
            "ambiguous",
            '"03/04/2021" can be read in two ways.',
            "Write 3 апреля 2021\u202fг. or 4 марта 2021\u202fг.",
        ),
        (
            "fa-AF",
            "۳/۴/۲۰۲۱",
            "ambiguous",
            '"۳/۴/۲۰۲۱" can be read in two ways.',
            "Write ۳ اپریل ۲۰۲۱ or ۴ مارچ ۲۰۲۱.",
        ),
        (
            "pl",
            "od lata 2020",
            "ambiguous",
            '"od lata 2020" can be read in two ways.',
            "Write lato 2020 or lata 2020–2029.",
        ),
        ("de", "heute", "unreadable", '"heute" is no date: it changes from day to day.', "Write the date itself."),
        (
            "fr",
            "aujourd'hui",
            "unreadable",
            '"aujourd\'hui" is no date: it changes from day to day.',
            "Write the date itself.",
        ),
        (
            "ar",
            "الأحد ١٥ أغسطس ٢٠٢١",
            "unreadable",
            '"الأحد" does not belong in a date.',
            "Leave the day of the week out.",
        ),
        (
            "sv",
            "söndag 15 augusti 2021",
            "unreadable",
            '"söndag" does not belong in a date.',
            "Leave the day of the week out.",
        ),
        ("de", "15. Augst 2021", "unreadable", '"Augst" is not a word of a date.', "Did you mean August?"),
        ("fa", "سپتامر ۲۰۲۱", "unreadable", '"سپتامر" is not a word of a date.', "Did you mean سپتامبر?"),
        ("es", "agusto de 2021", "unreadable", '"agusto" is not a word of a date.', "Did you mean agosto?"),
        (
            "de",
            "80er Jahre",
            "unreadable",
            '"80er" is not a decade.',
            "Write it in full: 1980er Jahre.",
        ),
        (
            "fr",
            "les années 1900",
            "unreadable",
            '"années 1900" can mean ten years or a hundred.',
            "Write 1900–1909 for the ten years, XXe siècle for the hundred.",
        ),
        (
            "fr",
            "le siècle",
            "unreadable",
            '"le siècle" cannot be read as a date.',
            "Write it as 9 septembre 2001, années 1980, jusqu’en 1998, depuis mai 2021, or in EDTF: 2001-09-09.",
        ),
        ("de", "2001 bis 1996", "reversed", '"2001 bis 1996" ends before it begins.', "Put the earlier date first."),
        (
            "fr",
            "31 juin 2021",
            "impossible",
            "There is no 31 June: June has 30 days.",
            "Correct the day or the month.",
        ),
        ("nl", "20 augustus", "unreadable", '"20 augustus" has no year.', "Add the year."),
        (
            "fa",
            "۲۴ مرداد ۱۴۰۰",
            "unreadable",
            '"مرداد" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ۱۵ اوت ۲۰۲۱ or 2021-08-15.",
        ),
        (
            "prs",
            "۲۴ اسد ۱۴۰۰",
            "unreadable",
            '"اسد" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ۱۵ اگست ۲۰۲۱ or 2021-08-15.",
        ),
        (
            "ar",
            "١٢ ربيع الأول ١٤٤٣",
            "unreadable",
            '"ربيع الأول" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ١٥ أغسطس ٢٠٢١ or 2021-08-15.",
        ),
        (
            "ps",
            "۱۴۰۰",
            "unreadable",
            '"۱۴۰۰" may be a year of the Solar Hijri calendar.',
            "Write the Gregorian year. Where ۱۴۰۰ is that, write ۱۴۰۰ م.",
        ),
        (
            "fa",
            "1400/05/24",
            "unreadable",
            '"1400" may be a year of the Solar Hijri calendar.',
            "Write the Gregorian year. Where 1400 is that, write 1400 م.",
        ),
        (
            "th",
            "15 สิงหาคม 2564",
            "unreadable",
            '"2564" may be a year of the Buddhist calendar.',
            "Write the Gregorian year. Where 2564 is that, write 2564 ค.ศ.",
        ),
        (
            "de",
            "seit",
            "unreadable",
            '"seit" cannot be read as a date.',
            "Write it as 9. September 2001, 1980er Jahre, bis 1998, seit Mai 2021, or in EDTF: 2001-09-09.",
        ),
        (
            "it",
            "verso",
            "unreadable",
            '"verso" cannot be read as a date.',
            "Write it as 9 settembre 2001, anni 1980, fino al 1998, da maggio 2021, or in EDTF: 2001-09-09.",
        ),
        (
            "sv",
            "hösten 2021",
            "unreadable",
            '"hösten" is not a word of a date.',
            "In words of this language a year, a month or a day is read: 9 september 2001. "
            "Write it so, or in EDTF: 2001-09-09, 2021-05/.., ../1998, 198X.",
        ),
    ],
)
def test_refuses_in_the_language(language: str, typed: str, kind: str, message: str, hint: str) -> None:
    assert read_date(typed, HERE, language) == Diagnostic("error", f"date-{kind}", message, HERE, hint)


@pytest.mark.parametrize(
    ("language", "printed", "words"),
    [
        ("ru", "198X/..", "с 1980-х годов"),
        ("ru", "19XX~", "около XX века"),
        ("ru", "../2021-22", "до лета 2021\u202fг."),
        ("ru", "-0043-03~", "около марта 44\u202fг. до н. э."),
        ("pl", "2021-05~", "około maja 2021"),
        ("pl", "../2021-22", "do lata 2021"),
        ("uk", "../198X", "до 1980–1989 років"),
        ("de", "-04XX", "5. Jahrhundert v. Chr."),
        ("de", "190X", "1900–1909"),
        ("en-GB", "{1960,1961-12}", "1960 and December 1961"),
        ("ar", "{1960,1961-12}", "١٩٦٠ وديسمبر ١٩٦١"),
        ("fa", "1258", "۱۲۵۸ م."),
        ("fa", "1400-05-24", "۲۴ مهٔ ۱۴۰۰ م."),
        ("en-GB", "-0043-03-15T10:00", "15 March 44 BC, 10:00"),
    ],
)
def test_words_take_the_form_that_their_place_asks_for(language: str, printed: str, words: str) -> None:
    assert date_words(date_from_edtf(printed), language) == words
    assert printed in ("190X", edtf(words, language))


def test_every_language_that_is_worded_is_read() -> None:
    assert {tag.partition("-")[0] for tag in PHRASES} <= set(VOCABULARIES)


@pytest.mark.parametrize("language", VOCABULARIES)
def test_no_word_of_a_table_is_listed_in_vain(language: str) -> None:
    lexicon = lexicon_of(language)
    for name, listed in VOCABULARIES[language]._asdict().items():
        if name not in ("months", "ordinals", "tens", "joined", "examples", "is_whole"):
            for phrase in filter(None, listed.split(",")):
                assert name in lexicon.meanings[keys_of(phrase)].roles, phrase
    for names in VOCABULARIES[language].months:
        for number, month in enumerate(names.split(","), 1):
            assert not month.strip() or lexicon.meanings[keys_of(month)].month == number, month
    for names in VOCABULARIES[language].ordinals:
        for number, ordinal in enumerate(names.split(","), 1):
            assert not ordinal.strip() or lexicon.meanings[keys_of(ordinal)].number == number, ordinal
    for names in VOCABULARIES[language].tens:
        for number, decade in enumerate(names.split(","), 2):
            assert lexicon.meanings[keys_of(decade)].number == 10 * number, decade


OTHERS = (
    "af am az be bg bn bs ca cs cy da el et eu fi ga gl he hi hr hu hy id is ja ka kk km ko ku lo lt lv mk mn ms my"
)
MORE = "ne nb pa-Arab ro si sk sl sq sr sv sw ta te tg th tk uz uz-Arab vi yue zh zh-Hant zu ckb so ti"


@pytest.mark.parametrize("language", f"{OTHERS} {MORE}".split())
def test_days_and_months_of_the_cldr_are_read(language: str) -> None:
    printed = [f"2021-{month:02d}{day}" for month in range(1, 13) for day in ("", "-15")]
    printed += ["1996", "1996~", "1996?", "../1998", "1998/..", "2021-05/2021-08", "2021-08-15T10:00"]
    printed += ["-0043", "-0043-03", "-0043-03-15", "0900-03-15"]
    words = {each: date_words(date_from_edtf(each), language) for each in printed}
    assert {each: edtf(typed, language) for each, typed in words.items()} == dict(zip(printed, printed, strict=True))


def test_two_months_that_differ_in_an_accent_alone_are_not_told_apart() -> None:
    """Jola has Su for June and Sú for July."""
    read = read_date("15 Sú 2021", HERE, "dyo")
    assert isinstance(read, Diagnostic)
    assert (read.id, read.message) == ("date-unreadable", '"Sú" is not a word of a date.')


words_of_a_language = st.sampled_from(sorted(VOCABULARIES)).flatmap(
    lambda language: st.tuples(
        st.just(language),
        st.lists(
            st.sampled_from(
                [*lexicon_of(language).spellings.values(), "1996", "15", "44", "20:00", "–", "?", "UTC", "XX"]
            ),
            max_size=6,
        ).map(" ".join),
    )
)


@settings(deadline=None)
@given(words_of_a_language)
@example(("ru", "январе январе" + 4 * " до Рождества Христова"))
def test_any_words_are_read_or_refused(typed: tuple[str, str]) -> None:
    language, text = typed
    result = read_date(text, HERE, language)
    if isinstance(result, Date):
        assert result.first is None or result.last is None or result.first < result.last
    else:
        assert (result.position, bool(result.hint)) == (HERE, True)


years = st.one_of(st.integers(1000, 9999), st.integers(1900, 2100), st.integers(-3000, 999))


@st.composite
def points(draw: st.DrawFn) -> Point:
    """Draw what languages word each in its own way.

    Left out is what they word like something else: years after 9999, which need an era or EDTF; decades before the year
    1000 and those that begin a century, and millennia, all said as spans; seasons of north and south, quarters and
    halves; full minutes that were typed with their seconds. "Lata 2020" is the 2020s in Polish, and the summer of 2020.
    """
    doubts = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    kind = draw(st.sampled_from(["year", "month", "day", "time", "season", "decade", "century"]))
    year = draw(years)
    if kind == "decade":
        decade = draw(st.integers(100, 999).filter(lambda number: number % 10))
        return Point(decade * 10, unspecified=1, **doubts)
    if kind == "century":
        century = draw(st.integers(-40, 98).filter(lambda number: number != 49))  # "Le" is an article in French
        return Point(century * 100 + (century < 0), unspecified=2, **doubts)
    if kind == "year":
        return Point(year, **doubts)
    if kind == "season":
        return Point(year + 2 * (year % 10 < 2), draw(st.integers(21, 24)), **doubts)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(2001, month)[1])) if kind != "month" else 0
    if kind != "time":
        return Point(year, month, day, **doubts)
    second = draw(st.integers(0, 59))
    seconds = draw(st.integers(0, 1439)) * 60 + second
    zone = draw(st.none() | st.integers(-14 * 60, 14 * 60))
    return Point(year, month, day, 0, seconds, second > 0, zone, **doubts)


def is_in_order(interval: Interval) -> bool:
    """Tell whether it is a span, and none that is worded like one winter, 1941–1942, or two centuries, قرن ۵ تا ۱۴."""
    start, end = interval.start, interval.end
    if start and end and start.month == 24 and not end.month and end.year == start.year + 1:
        return False
    if start and end and start.unspecified == 2 and -100 < end.year < 100:
        return False
    try:
        parse_edtf(str(interval))
    except DateError:
        return False
    return interval.start != interval.end


spans = st.builds(Interval, points(), points()).filter(is_in_order)
open_ends = st.builds(Interval, points(), st.none()) | st.builds(Interval, st.none(), points())
members = points() | spans | open_ends
betweens = spans.map(lambda span: Choice((span,), every=False))


def says_one_thing(choice: Choice) -> bool:
    """Tell whether no word in a set may belong to all of it: since 1996 or 1997, the century of "قرن ۵ یا ۱۴"."""
    named = [each for each in choice.members if isinstance(each, Point)]
    if any(each.unspecified == 2 for each in named) and any(-100 < each.year < 100 for each in named):
        return False
    are_open = {isinstance(each, Interval) and None in (each.start, each.end) for each in choice.members}
    return len(are_open) == 1


sets = st.builds(Choice, st.lists(members, min_size=2, max_size=4).map(tuple), st.booleans()).filter(says_one_thing)


@settings(deadline=None)
@given(st.one_of(points(), spans, betweens, open_ends, sets), st.sampled_from(sorted(PHRASES)))
def test_what_is_printed_is_read_back(value: Point | Interval | Choice, language: str) -> None:
    date = date_from_edtf(str(value))
    words = date_words(date, language)
    assume(len(words) <= 100)
    assert edtf(words, language) == date.edtf, words


LOOSE = st.sampled_from([("before", "vor"), ("after", "nach")])


@given(st.integers(-3000, 2100), LOOSE)
def test_what_lies_beside_a_date_is_worded_so_in_another_language(year: int, word: tuple[str, str]) -> None:
    english, german = word
    typed = f"{english} {date_words(date_from_edtf(str(Point(year))), 'en-GB')}"
    read = read_date(typed, HERE, "en-GB")
    assert isinstance(read, Date)
    words = date_words(read, "de")
    assert words == f"{german} {date_words(date_from_edtf(str(Point(year))), 'de')}"
    assert edtf(words, "de") == read.edtf


@pytest.mark.parametrize(
    ("language", "before", "after", "between"),
    [
        ("en-GB", "before 1450 BC", "after May 2021", "between 15 August 2021 and 1 May 2022"),
        ("de", "vor 1450 v. Chr.", "nach Mai 2021", "zwischen dem 15. August 2021 und dem 1. Mai 2022"),
        ("fr", "avant 1450 av. J.-C.", "après mai 2021", "entre le 15 août 2021 et le 1er mai 2022"),
        (
            "es",
            "antes de 1450 a. C.",
            "después de mayo de 2021",
            "entre el 15 de agosto de 2021 y el 1 de mayo de 2022",
        ),
        ("it", "prima del 1450 a.C.", "dopo maggio 2021", "tra il 15 agosto 2021 e il 1º maggio 2022"),
        ("nl", "voor 1450 v.Chr.", "na mei 2021", "tussen 15 augustus 2021 en 1 mei 2022"),
        (
            "pl",
            "wcześniej niż 1450 p.n.e.",
            "później niż maj 2021",
            "nie wcześniej niż 15 sierpnia 2021 i nie później niż 1 maja 2022",
        ),
        ("pt", "antes de 1450 a.C.", "após maio de 2021", "entre 15 de agosto de 2021 e 1º de maio de 2022"),
        (
            "ru",
            "ранее 1450\u202fг. до н. э.",
            "после мая 2021\u202fг.",
            "не ранее 15 августа 2021\u202fг. и не позднее 1 мая 2022\u202fг.",
        ),
        ("tr", "MÖ 1450 öncesi", "Mayıs 2021 sonrası", "15 Ağustos 2021 ile 1 Mayıs 2022 arasında"),
        (
            "uk",
            "раніше 1450 до н. е.",
            "після травня 2021\u202fр.",
            "не раніше 15 серпня 2021\u202fр. і не пізніше 1 травня 2022\u202fр.",
        ),
        ("fa-AF", "پیش از ۱۴۵۰ ق.م.", "پس از می ۲۰۲۱", "بین ۱۵ اگست ۲۰۲۱ و ۱ می ۲۰۲۲"),
        ("ps", "تر ۱۴۵۰ له میلاد وړاندې مخکې", "له ۲۰۲۱ مۍ وروسته", "د ۲۰۲۱ اګست ۱۵ او ۲۰۲۲ مۍ ۱ ترمنځ"),
        ("ar", "قبل ١٤٥٠ ق.م", "بعد مايو ٢٠٢١", "بين ١٥ أغسطس ٢٠٢١ و١ مايو ٢٠٢٢"),
        ("ur", "۱۴۵۰ قبل مسیح سے پہلے", "مئی ۲۰۲۱ کے بعد", "۱۵ اگست، ۲۰۲۱ اور ۱ مئی، ۲۰۲۲ کے درمیان"),
        ("cs", "– 1451 př. n. l.", "červen 2021 –", "15. srpna 2021 – 1. května 2022"),
    ],
)
def test_before_after_and_between(language: str, before: str, after: str, between: str) -> None:
    """In a language without words for them the open end and the span stay."""
    beside = (date_from_edtf(open_end, is_beside=True) for open_end in ("../-1450", "2021-06/.."))
    words = [date_words(each, language) for each in (*beside, date_from_edtf("[2021-08-15..2022-05-01]"))]
    assert words == [before, after, between]
    if language != "cs":
        assert [edtf(each, language) for each in words] == ["../-1450", "2021-06/..", "[2021-08-15..2022-05-01]"]


@pytest.mark.parametrize(
    ("printed", "english", "german"),
    [
        ("-1649/1500", "1650 BC – 1500 AD", "1650 v. Chr. – 1500 n. Chr."),
        ("[1200,-0043]", "1200 AD or 44 BC", "1200 n. Chr. oder 44 v. Chr."),
        ("-00XX/00XX", "1st century BC – 1st century AD", "1. Jahrhundert v. Chr. – 1. Jahrhundert n. Chr."),
        ("-0043/156X", "44 BC – 1560s", "44 v. Chr. – 1560er Jahre"),
        ("1996~/2001", "1996 approximately – 2001", "1996 ungefähr – 2001"),
        ("1996~/2001~", "c. 1996 – c. 2001", "um 1996 – um 2001"),
        ("[1996~,1997]", "1996 approximately or 1997", "1996 ungefähr oder 1997"),
        ("[1996,1997~]", "1996 or c. 1997", "1996 oder um 1997"),
    ],
)
def test_eras_and_doubts_of_one_date_are_not_those_of_another(printed: str, english: str, german: str) -> None:
    date = date_from_edtf(printed)
    assert (date_words(date, "en-GB"), date_words(date, "de")) == (english, german)
    assert (edtf(english, "en-GB"), edtf(german, "de")) == (printed, printed)


@pytest.mark.parametrize(
    ("language", "typed", "message", "hint"),
    [
        (
            "en-GB",
            "1650 BC to 1500",
            '"1650 BC to 1500" can be read in two ways.',
            "For before Christ write 1650 BC – 1500 BC; for after Christ 1650 BC – 1500 AD.",
        ),
        (
            "en-GB",
            "44 BC – 14",
            '"44 BC – 14" can be read in two ways.',
            "For before Christ write 44 BC – 14 BC; for after Christ 44 BC – 14 AD.",
        ),
        (
            "en-GB",
            "1627 BC or 1600",
            '"1627 BC or 1600" can be read in two ways.',
            "For before Christ write 1627 BC or 1600 BC; for after Christ 1627 BC or 1600 AD.",
        ),
        (
            "de",
            "5. Jh. v. Chr. bis 4. Jh.",
            '"5. Jh. v. Chr. bis 4. Jh." can be read in two ways.',
            "For before Christ write 5. Jahrhundert v. Chr. – 4. Jahrhundert v. Chr.; for after Christ 5. Jahrhundert "
            "v. Chr. – 4. Jahrhundert n. Chr.",
        ),
        (
            "en-GB",
            "1627 or 1600–1590 BC",
            '"1627 or 1600–1590 BC" can be read in two ways.',
            "Say of each date whether it is before Christ or after.",
        ),
        (
            "de",
            "44/43 v. Chr.",
            '"44/43 v. Chr." can be read in two ways.',
            "Write 44 v. Chr. – 43 v. Chr. for the whole time, 44 v. Chr. oder 43 v. Chr. for one of the two.",
        ),
        (
            "en-GB",
            "since 1066–87",
            '"since 1066–87" says two things in one: "since" belongs to one date.',
            'Name one date beside "since", or leave it out.',
        ),
        (
            "en-GB",
            "1996 or 1997 onwards",
            '"1996 or 1997 onwards" says two things in one: "onwards" belongs to one date.',
            'Name one date beside "onwards", or leave it out.',
        ),
        (
            "de",
            "vor 1996 oder 1997",
            '"vor 1996 oder 1997" says two things in one: "vor" belongs to one date.',
            'Name one date beside "vor", or leave it out.',
        ),
        (
            "de",
            "bis 2022 an",
            '"bis 2022 an" says two things in one: "an" belongs to one date.',
            'Name one date beside "an", or leave it out.',
        ),
        (
            "fr",
            "avant 1996–98",
            '"avant 1996–98" says two things in one: "avant" belongs to one date.',
            'Name one date beside "avant", or leave it out.',
        ),
        (
            "fa",
            "تا ۱۹۹۶ یا ۱۹۹۷",
            '"تا ۱۹۹۶ یا ۱۹۹۷" says two things in one: "تا" belongs to one date.',
            'Name one date beside "تا", or leave it out.',
        ),
    ],
)
def test_what_may_be_two_dates_is_refused(language: str, typed: str, message: str, hint: str) -> None:
    assert read_date(typed, HERE, language) == Diagnostic("error", "date-ambiguous", message, HERE, hint)


@pytest.mark.parametrize(
    ("language", "typed", "year", "calendar", "era"),
    [
        ("ar", "١٠ مايو ١٤٤٣", "١٤٤٣", "Hijri", "م"),
        ("ur", "1443", "1443", "Hijri", "عیسوی"),
        ("he", "5781", "5781", "Jewish", "לספירה"),
        ("en-GB", "۱۴۰۰", "1400", "Solar Hijri", "AD"),
    ],
)
def test_years_of_other_calendars_need_an_era(language: str, typed: str, year: str, calendar: str, era: str) -> None:
    message = f'"{year}" may be a year of the {calendar} calendar.'
    hint = f"Write the Gregorian year. Where {year} is that, write {year} {era}."
    assert read_date(typed, HERE, language) == Diagnostic("error", "date-unreadable", message, HERE, hint)
    assert edtf(f"{typed} {era}", language).startswith(year if year.isascii() else "1443")


@pytest.mark.parametrize("typed", ["Ides", "second", "sides of 2021"])
def test_nothing_far_fetched_is_suggested(typed: str) -> None:
    read = read_date(typed, HERE, "en-GB")
    assert isinstance(read, Diagnostic)
    assert "Did you mean" not in read.hint


def test_a_winter_of_two_years_is_not_warned_of() -> None:
    for typed, language in (("winter 2023-24", "en-GB"), ("Winter 2021-22", "de")):
        date = read_date(typed, HERE, language)
        assert isinstance(date, Date)
        assert season_or_years(date, HERE, language) is None


@pytest.mark.parametrize("language", ["cs", "de", "fi", "fr-CH", "hr", "nb", "pl", "ru", "sk", "tr", "uk"])
def test_a_day_with_dots_is_read_where_the_language_writes_it_so(language: str) -> None:
    assert [edtf(typed, language) for typed in ("01.05.1979", "1. 5. 1979", "13.5.1979")] == [
        "1979-05-01",
        "1979-05-01",
        "1979-05-13",
    ]
    timed = read_date("01.05.1979, 18:30", HERE, language)
    assert isinstance(timed, Date)
    assert (timed.edtf, date_words(timed, language)) == ("1979-05-01T18:30", "01.05.1979, 18:30")
    for typed in ("01/05/1979", "01-05-1979"):
        assert isinstance(read_date(typed, HERE, language), Diagnostic)


@pytest.mark.parametrize("language", ["en-GB", "en-US", "en-CH", "es", "fa", "fr", "hu", "it", "nl", "pt", "cy", "xx"])
@pytest.mark.parametrize("typed", ["01.05.1979", "01/05/1979", "01-05-1979", "01.05.1979 18:30"])
def test_a_day_in_figures_is_refused_where_it_may_be_two(language: str, typed: str) -> None:
    found = read_date(typed, HERE, language)
    assert isinstance(found, Diagnostic)
    assert (found.id, found.message) == ("date-ambiguous", f'"{typed}" can be read in two ways.')


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("ar", "ثمانينيات القرن العشرين", "198X"),
        ("ar", "في الثمانينيات من القرن العشرين", "198X"),
        ("ar", "عشرينيات القرن التاسع عشر", "182X"),
        ("ar", "التسعينات من القرن ٢٠", "199X"),
        ("ar", "أوائل سبعينيات القرن العشرين", "1972~"),
        ("ar", "منذ خمسينيات القرن الماضي", ""),
        ("ar", "القرن العشرون", "19XX"),
        ("ar", "القرن الخامس قبل الميلاد", "-04XX"),
        ("ar", "القرن الحادي والعشرين", "20XX"),
        ("ar", "ستينيات القرن الخامس", ""),
        ("ru", "между 1996 и 2001 годом", "[1996..2001]"),
        ("ru", "между 1996 и 2001 годами", "[1996..2001]"),
        ("uk", "між 1996 і 2001 роками", "[1996..2001]"),
        ("fr", "an 79", "0079"),
        ("fr", "en l’an 79", "0079"),
        ("fr", "15 mars de l’an 44 av. J.-C.", "-0043-03-15"),
        ("fr", "an 1979", "1979"),
        ("fr", "les années 80", ""),
    ],
)
def test_decades_and_years_have_names(language: str, typed: str, read: str) -> None:
    found = read_date(typed, HERE, language)
    assert (found.edtf if isinstance(found, Date) else "") == read


@pytest.mark.parametrize(
    ("language", "typed", "hint"),
    [
        ("de", "10.000 v. Chr.", "Write 10000 v. Chr.."),
        ("fr", "10 000 av. J.-C.", "Write 10000 av. J.-C.."),
        ("de", "3. Jahrtausend v. Chr.", "Write it as -2XXX."),
        ("fr", "IIIe millénaire av. J.-C.", ""),
        ("ru", "66 млн до н. э.", "Write it as Y-66000000."),
        ("tr", "MÖ 66 milyon", "Write it as Y-66000000."),
        ("ar", "٦٦ مليون ق.م", "Write it as Y-66000000."),
        ("de", "die Nacht des 9. November 1989", ""),
    ],
)
def test_the_hint_says_how_far_away_dates_are_typed(language: str, typed: str, hint: str) -> None:
    found = read_date(typed, HERE, language)
    assert isinstance(found, Diagnostic)
    assert found.hint == hint.replace("..", ".") or (not hint and "Mitternacht" not in found.hint)


THIRDS = {
    "ar": "أوائل القرن ٢٠ | منتصف القرن التاسع عشر | أواخر القرن ١٩",
    "de": "Anfang des 20. Jahrhunderts | Mitte des 19. Jahrhunderts | spätes 19. Jahrhundert",
    "en": "early 20th century | mid-19th century | the late 19th century",
    "es": "principios del siglo XX | a mediados del siglo XIX | finales del siglo XIX",
    "fa": "اوایل قرن ۲۰ | اواسط قرن ۱۹ | اواخر قرن ۱۹",
    "fr": "début du XXe siècle | mi-XIXe siècle | fin du XIXe siècle",
    "it": "inizio del XX secolo | metà del XIX secolo | fine del XIX secolo",
    "nl": "begin 20e eeuw | midden van de 19e eeuw | eind 19e eeuw",
    "pl": "początek XX wieku | w połowie XIX wieku | koniec XIX wieku",
    "ps": "د ۲۰مې پېړۍ پیل | د ۱۹مې پېړۍ منځ | د ۱۹مې پېړۍ په وروستیو کې",
    "pt": "início do século XX | meados do século XIX | fim do século XIX",
    "ru": "начало XX века | в середине XIX века | конец XIX века",
    "tr": "20. yüzyılın başları | 19. yüzyılın ortaları | 19. yüzyıl sonu",
    "uk": "початок XX століття | середина XIX століття | наприкінці XIX століття",
    "ur": "۲۰ویں صدی کے اوائل | ۱۹ویں صدی کے وسط | ۱۹ویں صدی کے اواخر",
}


@pytest.mark.parametrize("language", VOCABULARIES)
def test_a_part_of_a_century_is_about_a_third_of_it(language: str) -> None:
    assert [edtf(typed, language) for typed in THIRDS[language].split(" | ")] == [
        "[1900..1933~]",
        "[1833~..1866~]",
        "[1866~..1899]",
    ]


@pytest.mark.parametrize("language", PHRASES)
@pytest.mark.parametrize(
    "third", ["[1900..1933~]", "[1833~..1866~]", "[1866~..1899]", "[-0499..-0466~]", "1866~/1933~"]
)
def test_a_third_of_a_century_is_worded_and_read_back(language: str, third: str) -> None:
    words = date_words(date_from_edtf(third), language)
    as_span = third.strip("[]").replace("..", "/")
    assert edtf(words, language) in (third, as_span), words

"""How languages say what is more than a day, a month or a year: the tables behind ``wording``.

A date is said in one form by itself and in others behind a preposition: "été 2021", "vers l’été 2021", "jusqu’à l’été
2021". Each language has its ``Forms`` for every such place, most of them those of the date by itself with a word before
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.forms import Forms, Phrases
from briefing.model.languages import direction, read_tag, widening

__all__ = ["PHRASES", "phrases_of"]

_ENGLISH = Forms(
    decade="{}s",
    century="{2} century",
    seasons=("spring", "summer", "autumn", "winter"),
)
_ENGLISH_BEHIND = _ENGLISH._replace(decade="the {}s", century="the {2} century")
_GERMAN = Forms(
    decade="{}er Jahre",
    century="{3}. Jahrhundert",
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
)
_GERMAN_DATIVE = Forms(
    day="dem {}",
    decade="den {}er Jahren",
    century="dem {3}. Jahrhundert",
    seasons=("dem Frühjahr", "dem Sommer", "dem Herbst", "dem Winter"),
)
_FRENCH = Forms(
    decade="années {}",
    century="{4}e siècle",
    seasons=("printemps", "été", "automne", "hiver"),
)
_FRENCH_BEHIND = _FRENCH._replace(
    day="le {}",
    decade="les années {}",
    century="le {4}e siècle",
    seasons=("le printemps", "l’été", "l’automne", "l’hiver"),
)
_SPANISH = Forms(
    decade="década de {}",
    century="siglo {4}",
    seasons=("primavera", "verano", "otoño", "invierno"),
    season="{} de {}",
)
_SPANISH_BEHIND = _SPANISH._replace(
    day="el {}",
    decade="la década de {}",
    century="el siglo {4}",
    seasons=("la primavera", "el verano", "el otoño", "el invierno"),
)
_ITALIAN = Forms(
    decade="anni {}",
    century="{4} secolo",
    seasons=("primavera", "estate", "autunno", "inverno"),
)
_ITALIAN_BEHIND = Forms(
    year="il {}",
    day="il {}",
    decade="gli anni {}",
    century="il {4} secolo",
    seasons=("la primavera", "l’estate", "l’autunno", "l’inverno"),
)
_ITALIAN_OF = Forms(
    year="del {}",
    month="di {}",
    day="del {}",
    decade="degli anni {}",
    century="del {4} secolo",
    seasons=("della primavera", "dell’estate", "dell’autunno", "dell’inverno"),
)
_PORTUGUESE = Forms(
    decade="década de {}",
    century="século {4}",
    seasons=("primavera", "verão", "outono", "inverno"),
    season="{} de {}",
)
_PORTUGUESE_BEHIND = _PORTUGUESE._replace(
    decade="a década de {}",
    century="o século {4}",
    seasons=("a primavera", "o verão", "o outono", "o inverno"),
)
_PORTUGUESE_OF = _PORTUGUESE._replace(
    year="de {}",
    month="de {}",
    day="de {}",
    decade="da década de {}",
    century="do século {4}",
    seasons=("da primavera", "do verão", "do outono", "do inverno"),
)
_DUTCH = Forms(
    decade="jaren {}",
    century="{3}e eeuw",
    seasons=("lente", "zomer", "herfst", "winter"),
)
_DUTCH_BEHIND = _DUTCH._replace(
    decade="de jaren {}",
    century="de {3}e eeuw",
    seasons=("de lente", "de zomer", "de herfst", "de winter"),
    season="{} van {}",
)
_POLISH = Forms(
    decade="lata {0}–{1}",
    century="{4} wiek",
    seasons=("wiosna", "lato", "jesień", "zima"),
)
_POLISH_GENITIVE = Forms(
    decade="lat {0}–{1}",
    century="{4} wieku",
    seasons=("wiosny", "lata", "jesieni", "zimy"),
    month_of_year="MMMM y",
)
_RUSSIAN = Forms(
    decade="{}-е годы",
    century="{4} век",
    seasons=("весна", "лето", "осень", "зима"),
    season="{} {}\u202fг.",
)
_RUSSIAN_GENITIVE = Forms(
    year="{}\u202fг.",
    decade="{}-х годов",
    century="{4} века",
    seasons=("весны", "лета", "осени", "зимы"),
    season="{} {}\u202fг.",
    month_of_year="MMMM y\u202f'г'.",
)
_UKRAINIAN = Forms(
    decade="{0}–{1} роки",
    century="{4} століття",
    seasons=("весна", "літо", "осінь", "зима"),
    season="{} {}\u202fр.",
)
_UKRAINIAN_GENITIVE = Forms(
    year="{}\u202fр.",
    decade="{0}–{1} років",
    century="{4} століття",
    seasons=("весни", "літа", "осені", "зими"),
    season="{} {}\u202fр.",
    month_of_year="MMMM y\u202f'р'.",
)
_TURKISH = Forms(
    decade="{0}–{1} yılları",
    century="{3}. yüzyıl",
    seasons=("ilkbaharı", "yazı", "sonbaharı", "kışı"),
    season="{1} {0}",
)
_PERSIAN = Forms(
    decade="دههٔ {}",
    century="قرن {3}",
    seasons=("بهار", "تابستان", "پاییز", "زمستان"),
)
_PASHTO = Forms(
    decade="د {} لسیزه",
    century="{3}مه پېړۍ",
    seasons=("پسرلی", "اوړی", "منی", "ژمی"),
)
_ARABIC = Forms(
    decade="سنوات {0}–{1}",
    century="القرن {3}",
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
)
_URDU = Forms(
    decade="{} کی دہائی",
    century="{3}ویں صدی",
    seasons=("بہار", "موسمِ گرما", "خزاں", "موسمِ سرما"),
)


def _in_persian(forms: Forms, short_day: str = "") -> Phrases:
    return Phrases(
        alone=forms,
        about=forms._replace(around="حدود {}"),
        until=forms._replace(around="تا {}"),
        since=forms._replace(around="از {}"),
        uncertain="{}؟",
        span="{} تا {}",
        approximately="{} تقریباً",
        between="بین {} و {}",
        before=forms._replace(around="پیش از {}"),
        after=forms._replace(around="پس از {}"),
        either=" یا ",
        also=" و ",
        both="، ",
        short_day=short_day,
        era_until=1500,
    )


def _in_portuguese(until: Forms) -> Phrases:
    return Phrases(
        alone=_PORTUGUESE,
        about=_PORTUGUESE_OF._replace(around="por volta {}"),
        until=until._replace(around="até {}", roughly="aproximadamente até {}"),
        since=_PORTUGUESE_BEHIND._replace(around="desde {}", roughly="aproximadamente desde {}"),
        approximately="{} aproximadamente",
        between="entre {} e {}",
        end=_PORTUGUESE_BEHIND,
        before=_PORTUGUESE_OF._replace(around="antes {}", roughly="aproximadamente antes {}"),
        after=_PORTUGUESE_BEHIND._replace(around="após {}", roughly="aproximadamente após {}"),
        either=" ou ",
        also=" e ",
        intervals=True,
    )


PHRASES: Mapping[str, Phrases] = MappingProxyType({
    "en": Phrases(
        alone=_ENGLISH,
        about=Forms(
            year="c. {}",
            month="about {}",
            day="about {}",
            decade="about the {}s",
            century="about the {2} century",
            seasons=("about spring", "about summer", "about autumn", "about winter"),
        ),
        until=_ENGLISH_BEHIND._replace(around="by {}"),
        since=_ENGLISH_BEHIND._replace(around="since {}"),
        approximately="{} approximately",
        between="between {} and {}",
        end=_ENGLISH_BEHIND,
        before=_ENGLISH_BEHIND._replace(around="before {}"),
        after=_ENGLISH_BEHIND._replace(around="after {}"),
        either=" or ",
        also=" and ",
        intervals=True,
    ),
    "de": Phrases(
        alone=_GERMAN,
        about=Forms(
            year="um {}",
            month="etwa {}",
            day="um den {}",
            decade="um die {}er Jahre",
            century="um das {3}. Jahrhundert",
            seasons=("um das Frühjahr", "um den Sommer", "um den Herbst", "um den Winter"),
        ),
        until=Forms(
            around="bis {}",
            roughly="bis etwa {}",
            day="zum {}",
            decade="zu den {}er Jahren",
            century="zum {3}. Jahrhundert",
            seasons=("zum Frühjahr", "zum Sommer", "zum Herbst", "zum Winter"),
        ),
        since=_GERMAN_DATIVE._replace(around="seit {}", roughly="seit etwa {}"),
        approximately="{} ungefähr",
        between="zwischen {} und {}",
        end=_GERMAN_DATIVE,
        before=_GERMAN_DATIVE._replace(around="vor {}", roughly="vor etwa {}"),
        after=_GERMAN_DATIVE._replace(around="nach {}", roughly="nach etwa {}"),
        either=" oder ",
        also=" und ",
        intervals=True,
    ),
    "fr": Phrases(
        alone=_FRENCH,
        about=_FRENCH_BEHIND._replace(around="vers {}"),
        until=Forms(
            around="jusqu’{}",
            roughly="jusqu’{} environ",
            year="en {}",
            month="en {}",
            day="au {}",
            decade="aux années {}",
            century="au {4}e siècle",
            seasons=("au printemps", "à l’été", "à l’automne", "à l’hiver"),
        ),
        since=_FRENCH_BEHIND._replace(around="depuis {}", roughly="depuis {} environ"),
        approximately="{} environ",
        between="entre {} et {}",
        end=_FRENCH_BEHIND,
        before=_FRENCH_BEHIND._replace(around="avant {}", roughly="avant {} environ"),
        after=_FRENCH_BEHIND._replace(around="après {}", roughly="après {} environ"),
        either=" ou ",
        also=" et ",
        intervals=True,
        joints=(
            (r"(?<!\d)1(?=(?:\s?–\s?\d+)?\s(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))", "1er"),
            (r"\bIe\b", "Ier"),
        ),
    ),
    "es": Phrases(
        alone=_SPANISH,
        about=_SPANISH_BEHIND._replace(around="hacia {}"),
        until=_SPANISH_BEHIND._replace(around="hasta {}", roughly="hasta aproximadamente {}"),
        since=_SPANISH_BEHIND._replace(around="desde {}", roughly="desde aproximadamente {}"),
        approximately="{} aproximadamente",
        between="entre {} y {}",
        end=_SPANISH_BEHIND,
        before=_SPANISH_BEHIND._replace(around="antes de {}", roughly="antes de aproximadamente {}"),
        after=_SPANISH_BEHIND._replace(around="después de {}", roughly="después de aproximadamente {}"),
        either=" o ",
        also=" y ",
        intervals=True,
        joints=((r"\bo (?=o|8|11\b)", "u "), (r"\by (?=i)", "e "), (r"\bde el\b", "del")),
    ),
    "it": Phrases(
        alone=_ITALIAN,
        about=_ITALIAN._replace(around="{} circa"),
        until=Forms(
            around="fino {}",
            roughly="fino {} circa",
            year="al {}",
            month="a {}",
            day="al {}",
            decade="agli anni {}",
            century="al {4} secolo",
            seasons=("alla primavera", "all’estate", "all’autunno", "all’inverno"),
        ),
        since=Forms(
            roughly="{} circa",
            year="dal {}",
            month="da {}",
            day="dal {}",
            decade="dagli anni {}",
            century="dal {4} secolo",
            seasons=("dalla primavera", "dall’estate", "dall’autunno", "dall’inverno"),
        ),
        approximately="{} circa",
        between="tra {} e {}",
        end=_ITALIAN_BEHIND,
        before=_ITALIAN_OF._replace(around="prima {}", roughly="prima {} circa"),
        after=_ITALIAN_BEHIND._replace(around="dopo {}", roughly="dopo {} circa"),
        either=" o ",
        also=" e ",
        intervals=True,
        joints=(
            (r"(?<!\d)1(?=(?:\s?–\s?\d+)?\s(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))", "1º"),
            (r"\b([ae]) (?=\1)", r"\1d "),
            (r"\b(d?al|del) (?=(?:1|11|8\d{0,2})(?![\dº])|(?:VIII|XI)\b)", r"\1l’"),
            (r"\bil (?=(?:1|11|8\d{0,2})(?![\dº])|(?:VIII|XI)\b)", "l’"),
        ),
    ),
    "nl": Phrases(
        alone=_DUTCH,
        about=_DUTCH_BEHIND._replace(around="omstreeks {}"),
        until=_DUTCH_BEHIND._replace(around="tot {}"),
        since=_DUTCH_BEHIND._replace(around="sinds {}"),
        approximately="{} ongeveer",
        between="tussen {} en {}",
        end=_DUTCH_BEHIND,
        before=_DUTCH_BEHIND._replace(around="voor {}"),
        after=_DUTCH_BEHIND._replace(around="na {}"),
        either=" of ",
        also=" en ",
        intervals=True,
    ),
    "pl": Phrases(
        alone=_POLISH,
        about=_POLISH_GENITIVE._replace(around="około {}"),
        until=_POLISH_GENITIVE._replace(around="do {}"),
        since=_POLISH_GENITIVE._replace(around="od {}"),
        approximately="{} w przybliżeniu",
        between="nie wcześniej niż {} i nie później niż {}",
        before=_POLISH._replace(around="wcześniej niż {}"),
        after=_POLISH._replace(around="później niż {}"),
        either=" lub ",
        also=" i ",
        intervals=True,
    ),
    "pt": _in_portuguese(_PORTUGUESE_BEHIND)._replace(joints=((r"(?<!\d)1(?=(?:\s?–\s?\d+)?\sde\s)", "1º"),)),
    "pt-PT": _in_portuguese(
        _PORTUGUESE._replace(
            decade="à década de {}",
            century="ao século {4}",
            seasons=("à primavera", "ao verão", "ao outono", "ao inverno"),
        )
    ),
    "ru": Phrases(
        alone=_RUSSIAN,
        about=_RUSSIAN_GENITIVE._replace(around="около {}"),
        until=_RUSSIAN_GENITIVE._replace(around="до {}", roughly="примерно до {}"),
        since=_RUSSIAN_GENITIVE._replace(around="с {}", roughly="примерно с {}"),
        approximately="{} приблизительно",
        between="не ранее {} и не позднее {}",
        end=_RUSSIAN_GENITIVE,
        before=_RUSSIAN_GENITIVE._replace(around="ранее {}", roughly="примерно ранее {}"),
        after=_RUSSIAN_GENITIVE._replace(around="после {}", roughly="примерно после {}"),
        either=" или ",
        also=" и ",
        intervals=True,
        joints=((r"\bс (?=2\s)", "со "), (r"(н\. э\.)\u202fг\.", r"\1"), (r"(–\d+\u202fг)\.", r"\1г.")),
    ),
    "tr": Phrases(
        alone=_TURKISH,
        about=_TURKISH._replace(around="{} civarı"),
        until=_TURKISH._replace(around="en geç {}"),
        since=_TURKISH._replace(around="{} ve sonrası"),
        approximately="{} civarı",
        between="{} ile {} arasında",
        before=_TURKISH._replace(around="{} öncesi"),
        after=_TURKISH._replace(around="{} sonrası"),
        either=" veya ",
        also=" ve ",
        intervals=True,
    ),
    "uk": Phrases(
        alone=_UKRAINIAN,
        about=_UKRAINIAN_GENITIVE._replace(around="близько {}"),
        until=_UKRAINIAN_GENITIVE._replace(around="до {}", roughly="приблизно до {}"),
        since=_UKRAINIAN_GENITIVE._replace(around="з {}", roughly="приблизно з {}"),
        approximately="{} приблизно",
        between="не раніше {} і не пізніше {}",
        end=_UKRAINIAN_GENITIVE,
        before=_UKRAINIAN_GENITIVE._replace(around="раніше {}", roughly="приблизно раніше {}"),
        after=_UKRAINIAN_GENITIVE._replace(around="після {}", roughly="приблизно після {}"),
        either=" або ",
        also=" і ",
        intervals=True,
        joints=((r"(н\. е\.)\u202fр\.", r"\1"), (r"(–\d+\u202fр)\.", r"\1р.")),
    ),
    "fa": _in_persian(_PERSIAN),
    "fa-AF": _in_persian(_PERSIAN._replace(seasons=("بهار", "تابستان", "خزان", "زمستان")), short_day="d MMM y"),
    "ps": Phrases(
        alone=_PASHTO,
        about=_PASHTO._replace(around="شاوخوا {}"),
        until=_PASHTO._replace(around="تر {} پورې"),
        since=_PASHTO._replace(around="له {} راهیسې"),
        uncertain="{}؟",
        span="له {} تر {} پورې",
        between="د {} او {} ترمنځ",
        before=_PASHTO._replace(around="تر {} مخکې"),
        after=_PASHTO._replace(around="له {} وروسته"),
        either=" یا ",
        also=" او ",
        both="، ",
        year_in_era="y G",
        era_until=1500,
    ),
    "ar": Phrases(
        alone=_ARABIC,
        about=_ARABIC._replace(around="نحو {}"),
        until=_ARABIC._replace(around="حتى {}"),
        since=_ARABIC._replace(around="منذ {}"),
        uncertain="{}؟",
        approximately="{} تقريبًا",
        between="بين {} و{}",
        before=_ARABIC._replace(around="قبل {}"),
        after=_ARABIC._replace(around="بعد {}"),
        either=" أو ",
        also=" و",
        both="، ",
        era_until=1500,
    ),
    "ur": Phrases(
        alone=_URDU,
        about=_URDU._replace(around="تقریباً {}"),
        until=_URDU._replace(around="{} تک"),
        since=_URDU._replace(around="{} سے"),
        uncertain="{}؟",
        span="{} تا {}",
        approximately="{} کے لگ بھگ",
        between="{} اور {} کے درمیان",
        before=_URDU._replace(around="{} سے پہلے"),
        after=_URDU._replace(around="{} کے بعد"),
        either=" یا ",
        also=" اور ",
        both="، ",
        era_until=1500,
    ),
})  # fmt: skip
"""By BCP 47 tag."""

_WITHOUT_WORDS = Phrases()
_IN_ARABIC_LETTERS = Phrases(uncertain="{}؟", also="، ", both="، ")
_IN_FULL_WIDTH = Phrases(uncertain="{}？")
_HEBREW_LETTERS = ("he", "lad", "yi")
_EAST_ASIAN = ("ja", "yue", "zh")


def phrases_of(language: str) -> Phrases:
    """Find the phrases of a language by its BCP 47 tag; for an unknown one those without words."""
    return next((PHRASES[tag] for tag in widening(language) if tag in PHRASES), None) or _without_words(language)


def _without_words(language: str) -> Phrases:
    """Choose the signs of the script; Greek has "?" like others, for its own, ";", would pass for a stop there."""
    tag = read_tag(language)
    if tag.language in _EAST_ASIAN:
        return _IN_FULL_WIDTH
    is_hebrew = tag.language in _HEBREW_LETTERS or tag.script == "hebr"
    return _IN_ARABIC_LETTERS if direction(language) == "rtl" and not is_hebrew else _WITHOUT_WORDS

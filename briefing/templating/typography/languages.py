"""The table of languages: signs, and the words beside which a line does not break; here are those of Europe.

Quotation marks are those of the CLDR, release 47 (``delimiters``), unless the row names another source. Words are told
by their case; what is left out changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.templating.typography.eastern import EASTERN
from briefing.templating.typography.row import NARROW, NO_BREAK, Row

__all__ = ["ROWS", "SYMBOLS"]

SYMBOLS = (
    "mm cm m km mm² cm² m² km² m³ ha mg g kg t kt Mt ml cl l L s min h km/h m/s W kW MW GW TW Wh kWh MWh GWh TWh V kV "
    "Hz kHz MHz GHz kB MB GB TB Pa hPa kPa bar dB px pt ft lb oz mph ° °C °F % ٪ ‰ € $ £ ¥ EUR USD GBP CHF JPY SEK NOK "
    "DKK PLN CZK HUF RUB UAH TRY AFN"
)
"""Units and currencies that follow a number in every language."""

_ENGLISH = Row(
    "en",
    "“” ‘’",
    elided=r"tis|twas|twere|twill|til|n|\d\ds",
    references="p. pp. p pp No. Nos. No Nos no. nos. Fig. Figs. fig. figs. vol. vols. Vol. Vols. ch. chs. Ch. para. "
    "paras. art. arts. Art. sec. eq. fn. n. c. ca. page pages Page Pages Figure figure Figures figures Table "
    "table Tables tables Chapter chapter Chapters chapters Section section Sections sections Article article "
    "Articles articles Part Volume volume Clause clause Paragraph paragraph Appendix Annex Resolution",
    units="percent million millions billion billions trillion bn tn am pm a.m. p.m. BC AD BCE CE mn",
    percent="per cent",
    counted="years year months weeks days hours minutes seconds people times pages miles kilometres kilometers metres "
    "meters dollars pounds euros points degrees",
    results="won win wins lost loses beat beats beaten by drew score scored vote voted votes lead led",
    titles="Mr Mrs Ms Mx Dr Prof St Rev Gen Col Capt Lt Sgt Sen Gov Mr. Mrs. Ms. Dr. Prof. Rev. Gen. Col. Capt. Lt. "
    "Sgt. Sen. Gov.",
    openers="A An And As At But By For From He Her His How However I If In It Its Many More Most No Nor Not Now Of On "
    "Once One Or Our She Since So Some Such That The Their Then There These They This Those Though To Under "
    "Until We What When Where While Who Why With Yet You",
    month_first=True,
)

_GERMAN = Row(
    "de",
    "„“ ‚‘",
    elided=r"s|n|ne|nen|nem|ner|nes|\d\der",
    references="S. Nr. Nrn. Abb. Tab. Bd. Bde. Kap. Art. Abs. Ziff. Rn. Rz. Anm. Fn. Jg. Heft ca. Seite Seiten Artikel "
    "Kapitel Abschnitt Absatz Abbildung Tabelle Band Nummer Anlage Ziffer",
    units="Uhr Prozent Promille Mio. Mrd. Tsd. Million Millionen Milliarde Milliarden Billionen Euro Franken Dollar",
    counted="Jahre Jahren Monate Monaten Wochen Tage Tagen Stunden Minuten Menschen Personen Mal Meter Metern "
    "Kilometer Kilometern Seiten Grad",
    results="mit gewann gewannen verlor verloren siegte siegten besiegte unterlag unterlagen schlug schlugen stand "
    "gegen",
    titles="Dr. Prof. Hr. Fr. St. Dipl.-Ing. Mag.",
    openers="Aber Als Am An Auch Auf Aus Bei Da Damit Dann Das Dass Der Die Dies Diese Dieser Doch Ein Eine Er Es Für "
    "Im In Ist Man Mit Nach Nicht Nun Nur Ob Sie So Und Vom Von Vor Was Wenn Wer Wie Wir Wo Zu Zum Zur",
    ordinals="Jahrhundert Jahrhunderts Jahrhunderte Jh. Jahrestag Jahrtausend Weltkrieg Auflage",
    pairs="z. B. | d. h. | u. a. | u. Ä. | u. ä. | o. Ä. | o. ä. | o. g. | i. d. R. | i. e. S. | z. T. | z. Zt. | "
    "z. Z. | u. U. | s. o. | s. u. | v. a. | u. v. m. | u. v. a. m. | u. a. m. | m. E. | i. A. | i. V. | i. "
    "R. | a. D. | e. V. | e. G. | n. Chr. | v. Chr. | o. J. | o. O. | h. c. | a. a. O. | u. s. w. | D. h. | "
    "Z. B. | U. a.",
    pair_space=NARROW,
    grouping=NARROW,
)

_SWISS = "Schweizerische Bundeskanzlei, Schreibweisungen"

_FRENCH = Row(
    "fr",
    "«» “”",
    "CLDR 47; inner marks: Aurel Ramat, Le Ramat de la typographie",
    references="p. pp. n° nº no nos N° Nº n. fig. vol. t. chap. art. al. éd. page pages article articles chapitre "
    "chapitres figure tableau section tome annexe volume alinéa paragraphe vers",
    units="million millions milliard milliards euros euro dollars francs heures heure h",
    percent="pour cent",
    counted="ans mois semaines jours heures minutes personnes fois pages mètres kilomètres degrés points",
    results="battu battus perdu gagné score victoire défaite par",
    titles="M. MM. Mme Mmes Mlle Mlles Me Mgr Dr Pr St Ste",
    openers="À Au Aux Ce Ces Cette Dans De Depuis Des Du En Et Elle Elles Il Ils Je La Le Les L Mais Nous On Or Par "
    "Pour Que Qui Sa Selon Ses Si Son Sur Un Une Vous",
    pairs="av. J.-C. | apr. J.-C.",
    grouping=NARROW,
    inside=NARROW,
    narrow_before=":;!?»",
)

_SPANISH = Row(
    "es",
    "«» “”",
    "Real Academia Española, Ortografía de la lengua española (2010)",
    references="p. pp. pág. págs. núm. n.º nº art. arts. cap. fig. vol. t. página páginas artículo artículos capítulo "
    "figura tabla sección tomo volumen",
    units="millón millones euros dólares",
    percent="por ciento",
    counted="años meses semanas días horas minutos personas veces páginas metros kilómetros grados",
    results="ganó ganaron perdió perdieron venció vencieron derrotó por",
    titles="Sr. Sra. Srta. Sres. Dr. Dra. D. Dña. Prof. Sto. Sta.",
    pairs="p. ej. | EE. UU. | JJ. OO. | FF. AA. | a. C. | d. C.",
)

_ITALIAN = Row(
    "it",
    "«» “”",
    elided=r"ndrangheta|ndrine?|ndranghetist[aei]|sta|sto|\d\d",
    references="p. pp. pag. pagg. n. nn. art. artt. fig. cap. vol. t. pagina pagine articolo articoli capitolo figura "
    "tabella sezione tomo volume",
    units="milione milioni miliardo miliardi euro dollari",
    percent="per cento",
    counted="anni mesi settimane giorni ore minuti persone volte pagine metri chilometri gradi",
    results="vinto perso battuto vince perde vittoria sconfitta per",
    titles="Sig. Sigg. Sig.ra Dott. Dott.ssa Prof. Prof.ssa Avv. Ing. On. Mons.",
    pairs="a. C. | d. C. | p. es.",
)

_PORTUGUESE = Row(
    "pt",
    "“” ‘’",
    references="p. pp. pág. págs. n.º nº art. arts. cap. fig. vol. página páginas artigo artigos capítulo figura "
    "tabela seção secção tomo volume",
    units="milhão milhões bilhão bilhões euros dólares reais",
    percent="por cento",
    counted="anos meses semanas dias horas minutos pessoas vezes páginas metros quilómetros quilômetros graus",
    results="venceu venceram perdeu perderam ganhou ganharam derrotou por",
    titles="Sr. Sra. Srs. Dr. Dra. Prof. D.",
    pairs="p. ex. | a. C. | d. C.",
)

_POLISH = Row(
    "pl",
    "„” «»",
    references="s. str. nr art. ust. pkt rys. tab. rozdz. t. poz. ok. strona artykuł rozdział",
    units="mln mld tys. zł gr proc. euro r. w.",
    counted="lat lata miesięcy miesiące tygodni tygodnie dni godzin osób razy stron metrów kilometrów stopni",
    results="wygrał wygrali wygrała przegrał przegrali przegrała pokonał pokonali",
    titles="dr prof. mgr inż. ks. św. gen. płk",
    pairs="m. in.",
    clinging="a i o u w z",
)

_CZECH = Row(
    "cs",
    "„“ ‚‘",
    references="s. str. č. čl. odst. obr. tab. kap. sv. roč. cca strana článek kapitola",
    units="mil. mld. tis. Kč eur korun procent milionů miliard",
    counted="let roky měsíců měsíce týdnů týdny dní dny hodin minut lidí osob krát stran metrů kilometrů stupňů",
    results="vyhrál vyhráli vyhrála prohrál prohráli prohrála porazil porazili",
    titles="Dr. Ing. Mgr. Bc. prof. doc. sv. gen. MUDr. JUDr. PhDr.",
    ordinals="století ročník výročí",
    pairs="t. j. | s. r. o. | a. s. | n. l. | t. r. | m. n.",
    clinging="a i k o s u v z",
)

_SLOVAK = Row(
    "sk",
    "„“ ‚‘",
    references="s. str. č. čl. ods. obr. tab. kap. cca strana článok kapitola",
    units="mil. mld. tis. eur percent miliónov miliárd",
    titles="Dr. Ing. Mgr. Bc. prof. doc. sv. gen. MUDr. JUDr. PhDr.",
    ordinals="storočie storočia storočí ročník výročie",
    pairs="t. j. | s. r. o. | a. s. | n. l.",
    clinging="a i k o s u v z",
)

_RUSSIAN = Row(
    "ru",
    "«» „“",
    spaced_dash="—",
    references="с. стр. № рис. табл. гл. ст. п. пп. т. вып. ок.",
    units="тыс. млн млрд руб. руб г. гг. в. вв. км м см мм кг г т га ч мин процентов процента",
    counted="лет года месяцев недель дней часов минут человек раз метров километров градусов",
    results="счётом счетом выиграл выиграли проиграл проиграли победил победили",
    titles="г-н г-жа д-р проф. св. ген.",
    pairs="т. е. | т. д. | т. п. | т. к. | т. н. | до н. э. | н. э.",
)

_UKRAINIAN = Row(
    "uk",
    "«» „“",
    spaced_dash="—",
    references="с. стор. № рис. табл. гл. ст. п. пп. т. вип. бл.",
    units="тис. млн млрд грн р. рр. ст. км м см мм кг г т га год хв",
    titles="п. д-р проф. св. ген.",
    pairs="т. д. | т. п. | т. зв. | н. е. | до н. е.",
)

_DANISH = Row(
    "da",
    "“” ‘’",
    references="s. nr. fig. tab. kap. bd. art. stk. ca. kl. side kapitel artikel",
    units="mio. mia. kr. procent pct. millioner milliarder euro",
    titles="dr. hr. fr. prof. St. Skt.",
    ordinals="århundrede",
)

_NORWEGIAN = Row(
    "nb",
    "«» ‘’",
    references="s. nr. fig. tab. kap. bd. art. ca. kl. side kapittel artikkel",
    units="mill. mrd. kr prosent millioner milliarder euro kroner",
    titles="dr. prof. St.",
    ordinals="århundre hundreår",
)

_SWEDISH = Row(
    "sv",
    "”” ’’",
    references="s. sid. nr fig. tab. kap. bd art. ca kl. sida sidan kapitel artikel",
    units="mn md kr procent miljoner miljarder euro kronor",
    pairs="t. ex. | bl. a. | d. v. s. | o. s. v. | m. m. | f. d. | s. k. | e. Kr. | f. Kr.",
    titles="dr prof. S:t",
)

_FINNISH = Row(
    "fi",
    "”” ’’",
    references="s. n. nro kpl luku sivu kuva taulukko klo",
    units="milj. mrd. prosenttia prosentin miljoonaa miljardia euroa",
    ordinals="vuosisata vuosisadan vuosisadalla",
    pairs="e. Kr. | j. Kr.",
)

_HUNGARIAN = Row(
    "hu",
    "„” »«",
    references="kb.",
    units="millió milliárd ezer Ft forint euró százalék óra",
    titles="dr. Dr. prof. ifj. özv.",
    ordinals="század századi cikk cikkely fejezet oldal évforduló",
    pairs="Kr. e. | Kr. u. | i. e. | i. sz.",
)

_DUTCH = Row(
    "nl",
    "“” ‘’",
    "Genootschap Onze Taal",
    elided=r"s|t|n|k|m|r|ns|\d\d",
    references="p. pp. blz. nr. nrs. fig. tab. hfst. art. lid afb. dl. ca. pagina bladzijde hoofdstuk artikel tabel "
    "figuur",
    units="uur procent miljoen miljard euro",
    counted="jaar maanden weken dagen uur minuten mensen keer meter kilometer graden",
    results="met won wonnen verloor verloren versloeg",
    titles="dhr. mevr. mw. dr. prof. ir. mr. drs. ds. St.",
)

_TURKISH = Row(
    "tr",
    "“” ‘’",
    references="s. sf. no. bkz. md. böl. sayfa madde bölüm",
    units="milyon milyar bin avro lira dolar TL",
    titles="Dr. Prof. Doç. Av. Sn.",
    ordinals="yüzyıl yüzyılda",
)

_GREEK = Row(
    "el",
    "«» “”",
    references="σ. σελ. αρ. άρθρο κεφ. εικ. πίν. τόμ. παρ.",
    units="εκατ. δισ. ευρώ τοις",
    pairs="π. Χ. | μ. Χ. | κ. λπ. | κ. ά.",
)

_ROMANIAN = Row(
    "ro",
    "„” «»",
    references="p. pp. nr. art. alin. fig. cap. vol. cca pagina articolul capitolul",
    units="milioane milion miliarde miliard mii lei euro",
    percent="la sută",
    titles="dl dna dr. prof. Sf.",
    pairs="î. Hr. | d. Hr. | ș. a.",
)

_WELSH = Row(
    "cy",
    "“” ‘’",
    references="t. tt. rhif tud. pennod ffigur tabl adran erthygl",
    units="miliwn biliwn",
    percent="y cant",
    titles="Mr Mrs Ms Dr Parch",
)

_IRISH = Row(
    "ga",
    "“” ‘’",
    references="lch lgh uimh.",
    units="milliún billiún",
    percent="faoin gcéad",
)

ROWS: Mapping[str, Row] = MappingProxyType(
    {
        **EASTERN,
        "en": _ENGLISH,
        "de": _GERMAN,
        "de-ch": _GERMAN._replace(source=_SWISS, marks="«» ‹›"),
        "de-li": _GERMAN._replace(source=_SWISS, marks="«» ‹›"),
        "fr": _FRENCH,
        "fr-ch": _FRENCH._replace(source="CLDR 47", marks="«» ‹›"),
        "fr-ca": _FRENCH._replace(
            source="Office québécois de la langue française, Banque de dépannage linguistique",
            inside=NO_BREAK,
            narrow_before=";!?",
            no_break_before=":»",
            grouping=NO_BREAK,
        ),
        "es": _SPANISH,
        **dict.fromkeys(
            ("es-419", "es-ar", "es-bo", "es-cl", "es-co", "es-mx", "es-pe"),
            _SPANISH._replace(source="CLDR 47, es-419", marks="“” ‘’"),
        ),
        "it": _ITALIAN,
        "pt": _PORTUGUESE,
        "pt-pt": _PORTUGUESE._replace(marks="«» “”"),
        "ca": Row(
            "ca",
            "«» “”",
            percent="per cent",
            references="p. pp. núm. art. fig. vol.",
        ),
        "gl": Row(
            "gl",
            "“” ‘’",
            percent="por cento",
            references="p. pp. núm. art. fig. vol.",
        ),
        "nl": _DUTCH,
        "af": Row(
            "af",
            "“” ‘’",
            elided=r"n|t|k|s",
            references="bl. nr. fig. hfst. art.",
            units="miljoen miljard",
        ),
        "lb": Row(
            "lb",
            "„“ ‚‘",
            references="S. Nr. Art. Kap.",
            units="Auer Prozent Milliounen Milliarden",
        ),
        "pl": _POLISH,
        "cs": _CZECH,
        "sk": _SLOVAK,
        "sl": Row(
            "sl",
            "„“ ‚‘",
            references="str. št. čl. sl.",
            units="milijonov milijard evrov odstotkov",
        ),
        "bg": Row(
            "bg",
            "„“",
            references="с. стр. № чл. гл.",
        ),
        "ru": _RUSSIAN,
        "be": Row(
            "be",
            "«» „“",
            spaced_dash="—",
            references="с. № гл. арт.",
            units="тыс. млн млрд",
        ),
        "uk": _UKRAINIAN,
        "da": _DANISH,
        "nb": _NORWEGIAN,
        "no": _NORWEGIAN,
        "nn": _NORWEGIAN._replace(locale="nn"),
        "sv": _SWEDISH,
        "fi": _FINNISH,
        "is": Row(
            "is",
            "„“ ‚‘",
            references="bls. nr. gr. kl.",
            units="milljónir milljarðar kr.",
        ),
        "et": Row(
            "et",
            "„“ ‚‘",
            references="lk nr joon. ptk",
            units="miljonit miljardit eurot",
        ),
        "lv": Row(
            "lv",
            "“” ‘’",
            references="lpp. nr. att. nod.",
            units="miljoni miljardi eiro",
        ),
        "hu": _HUNGARIAN,
        "ro": _ROMANIAN,
        "el": _GREEK,
        "tr": _TURKISH,
        "cy": _WELSH,
        "ga": _IRISH,
        "gd": Row(
            "gd",
            "“” ‘’",
            references="d. dd. àir.",
            units="millean billean",
        ),
        "mt": Row(
            "mt",
            "“” ‘’",
            references="p. pp. nru",
            units="miljun biljun",
        ),
        "sq": Row(
            "sq",
            "«» “”",
            references="f. faqe nr. neni",
            units="milion milionë miliardë",
            percent="për qind",
        ),
    }
)
"""By BCP 47 tag, in lower case."""

"""The names of months as dates have them, long and short, without full stops.

They are those of the CLDR, and a test holds them against Babel's. They stand here as well because Babel takes longer to
load them than typography takes for fifty pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MONTHS"]

MONTHS: Mapping[str, str] = MappingProxyType(
    {
        "en": (
            "January February March April May June July August September October November December Jan Feb Mar "
            "Apr Jun Jul Aug Sep Oct Nov Dec"
        ),
        "de": (
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jan Feb Apr Aug "
            "Sept Okt Nov Dez Mär Jun Jul Sep"
        ),
        "fr": (
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr "
            "juil sept oct nov déc"
        ),
        "es": (
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene feb "
            "mar abr may jun jul ago sept oct nov dic"
        ),
        "it": (
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen "
            "feb mar apr mag giu lug ago set ott nov dic"
        ),
        "pt": (
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro jan fev "
            "mar abr mai jun jul ago set out nov dez"
        ),
        "ca": (
            "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre gen febr abr jul "
            "ag set oct nov des"
        ),
        "gl": (
            "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro xan feb mar "
            "abr xul ago set out nov dec"
        ),
        "nl": (
            "januari februari maart april mei juni juli augustus september oktober november december jan feb "
            "mrt apr jun jul aug sep okt nov dec"
        ),
        "af": (
            "Januarie Februarie Maart April Mei Junie Julie Augustus September Oktober November Desember Jan "
            "Feb Mrt Apr Jun Jul Aug Sep Okt Nov Des"
        ),
        "lb": (
            "Januar Februar Mäerz Abrëll Mee Juni Juli August September Oktober November Dezember Jan Feb Mäe "
            "Abr Aug Sep Okt Nov Dez Jun Jul"
        ),
        "pl": (
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
            "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień "
            "sty lut mar kwi cze lip sie wrz paź lis gru"
        ),
        "cs": (
            "ledna února března dubna května června července srpna září října listopadu prosince leden únor "
            "březen duben květen červen červenec srpen říjen listopad prosinec led úno bře dub kvě čvn čvc srp "
            "zář říj lis"
        ),
        "sk": (
            "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január "
            "február marec apríl máj jún júl august september október november december jan feb mar apr aug sep "
            "okt nov dec"
        ),
        "sl": (
            "januar februar marec april maj junij julij avgust september oktober november december jan feb mar "
            "apr jun jul avg sep okt nov dec"
        ),
        "bg": (
            "януари февруари март април май юни юли август септември октомври ноември декември яну фев апр авг "
            "сеп окт ное дек"
        ),
        "ru": (
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль "
            "март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв февр мар апр июн июл авг сент "
            "окт нояб дек"
        ),
        "be": (
            "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня "
            "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань сту "
            "лют сак кра чэр ліп жні вер кас ліс сне"
        ),
        "uk": (
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня січень "
            "лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень січ лют "
            "бер квіт трав черв лип серп вер жовт лист груд"
        ),
        "da": (
            "januar februar marts april maj juni juli august september oktober november december jan feb mar "
            "apr jun jul aug sep okt nov dec"
        ),
        "nb": (
            "januar februar mars april mai juni juli august september oktober november desember jan feb apr aug "
            "sep okt nov des mar jun jul"
        ),
        "nn": (
            "januar februar mars april mai juni juli august september oktober november desember jan feb apr aug "
            "sep okt nov des mar jun jul"
        ),
        "sv": (
            "januari februari mars april maj juni juli augusti september oktober november december jan feb apr "
            "aug sep okt nov dec"
        ),
        "fi": (
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
            "lokakuuta marraskuuta joulukuuta tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu "
            "elokuu syyskuu lokakuu marraskuu joulukuu tammi helmi maalis huhti touko kesä heinä elo syys loka "
            "marras joulu"
        ),
        "is": (
            "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember jan feb mar apr "
            "jún júl ágú sep okt nóv des"
        ),
        "et": (
            "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember jaan "
            "veebr apr aug sept okt nov dets"
        ),
        "lv": (
            "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris "
            "decembris janv febr apr jūn jūl aug sept okt nov dec"
        ),
        "hu": (
            "január február március április május június július augusztus szeptember október november december "
            "jan febr márc ápr máj jún júl aug szept okt nov dec"
        ),
        "ro": (
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie "
            "ian feb mar apr iun iul aug sept oct nov dec"
        ),
        "el": (
            "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
            "Νοεμβρίου Δεκεμβρίου Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος "
            "Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ Μάρ "
            "Μάι Ιούν Ιούλ Αύγ Νοέ"
        ),
        "tr": (
            "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık Oca Şub Mar Nis May Haz "
            "Tem Ağu Eyl Eki Kas Ara"
        ),
        "cy": (
            "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr Ion Chwef "
            "Maw Ebr Meh Gorff Hyd Tach Rhag Chw Gor"
        ),
        "ga": (
            "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Samhain Nollaig Ean Feabh Aib Beal "
            "Meith Lún MFómh DFómh Samh Noll"
        ),
        "gd": "Faoi Gearr Màrt Gibl Cèit Ògmh Iuch Lùna Sult Dàmh Samh Dùbh",
        "mt": (
            "Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru Jan Fra Mar "
            "Apr Mej Ġun Lul Aww Set Ott Nov Diċ"
        ),
        "sq": (
            "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor jan shk mar pri qer "
            "korr gush sht tet nën dhj"
        ),
        "fa": ("ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر ژانویه فوریه مه ژوئیه"),
        "fa_AF": ("جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر"),
        "ps": ("جنوري فبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر اکتوبر نومبر دسمبر فېبروري سپتمبر"),
        "ar": ("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        "ur": ("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
        "ug": ("يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر"),
        "ckb": ("شوبات ئازار نیسان ئایار حوزەیران تەمووز ئاب ئەیلوول"),
        "he": ("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
        "yi": ("יאַנואַר פֿעברואַר מערץ אַפּריל מיי יוני יולי אויגוסט סעפּטעמבער אקטאבער נאוועמבער דעצעמבער"),
        "hi": ("जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
        "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
        "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
        "bn": ("জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
        "ta": ("ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்"),
        "si": ("ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්"),
        "th": ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
        "km": ("មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ"),
        "my": ("ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ"),
        "bo": (
            "ཟླ་བ་དང་པོ ཟླ་བ་གཉིས་པ ཟླ་བ་གསུམ་པ ཟླ་བ་བཞི་པ ཟླ་བ་ལྔ་པ ཟླ་བ་དྲུག་པ ཟླ་བ་བདུན་པ ཟླ་བ་བརྒྱད་པ "
            "ཟླ་བ་དགུ་པ ཟླ་བ་བཅུ་པ ཟླ་བ་བཅུ་གཅིག་པ ཟླ་བ་བཅུ་གཉིས་པ"
        ),
        "am": ("ጃንዋሪ ፌብሩዋሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር"),
    }
)
"""By language; in declined forms too."""

"""Words that stand around the articles of web pages, by language.

Each entry lists phrases with commas between them. "#" is a number, which may be left out with what stands with it, and
"…" is anything that may follow, but for the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["AROUND_ARTICLES", "FOR_A_MOUSE"]

AROUND_ARTICLES: Mapping[str, str] = MappingProxyType(
    {
        "ar": """إعلان, إعلانات, اقرأ المزيد …, اقرأ أيضا …, اقرأ أيضًا …, شارك, شارك المقال, التعليقات, طباعة,
            مواضيع ذات صلة""",
        "de": """anzeige, werbung, mehr lesen, mehr anzeigen, mehr zum thema, weiterlesen, lesen sie auch …,
            lesen sie mehr …, # kommentare, kommentare, teilen, artikel teilen, drucken, zur startseite, zum
            inhalt, zum inhalt springen, newsletter …, jetzt anmelden, jetzt abonnieren, anmelden, cookies
            akzeptieren, datenschutz, datenschutzerklärung, impressum, nach oben, meistgelesen, bildquelle …,
            folgen sie uns …, # minuten lesezeit, # min. lesezeit, das könnte sie auch interessieren""",
        "en": """advertisement, advertisements, article continues below, article continues below advertisement,
            story continues below, story continues below advertisement, the conversation, # comments,
            read more …, read next …, read also …, read the full article, read the full story, read the original
            article, see more, show more, load more, view more, continue reading, keep reading, related
            articles, related stories, related content, related posts, related topics, recommended for you,
            share, share this, share this article, share this page, share this post, share this story, share on
            …, share via …, tweet, tweet this, pin it, copy link, print this page, print this article, follow
            us, follow us on …, like us on …, subscribe now, subscribe today, subscribe to …, sign in, sign up,
            sign up now, sign up for our …, sign up to our …, log in, register now, skip to content, skip to
            main content, accept cookies, accept all cookies, manage cookies, we use cookies …, privacy policy,
            terms of use, terms and conditions, back to top, most read, most popular, trending, trending now,
            popular posts, listen to this article, # min read, # minute read, # mins read, image
            caption …, image credit …, getty images, this article is more than …, all rights reserved, leave a
            comment, leave a reply, email address, e-mail address, your email address, video player, play video,
            save for later, jump to comments""",
        "es": """publicidad, anuncio, leer más, ver más, mostrar más, seguir leyendo, lea también …,
            comentarios, # comentarios, compartir, compartir este artículo, compartir en …, imprimir, suscríbete
            …, suscríbase …, iniciar sesión, aceptar cookies, aceptar las cookies, aviso legal, volver arriba,
            lo más leído, lo más visto, síguenos …, noticias relacionadas, ir al contenido, ir al contenido
            principal""",
        "fa": "تبلیغات, آگهی, بیشتر بخوانید …, ادامه مطلب, اشتراک گذاری, اشتراک‌گذاری, نظرات, چاپ",
        "fr": """publicité, annonce, lire la suite …, lire plus, lire aussi …, à lire aussi …, commentaires, #
            commentaires, partager, partager cet article, partager sur …, imprimer, s’abonner, abonnez-vous …,
            inscrivez-vous …, se connecter, accepter les cookies, mentions légales, haut de page, les plus lus,
            suivez-nous …, temps de lecture …, aller au contenu, aller au contenu principal, sur le même sujet""",
        "it": """pubblicità, annuncio, leggi anche …, leggi tutto …, leggi di più …, continua a leggere,
            commenti, # commenti, condividi, condividi questo articolo, condividi su …, iscriviti …, abbonati …,
            accedi, accetta i cookie, torna su, i più letti, seguici …, vai al contenuto, articoli correlati""",
        "nl": """advertentie, lees meer …, lees verder …, lees ook …, reacties, # reacties, deel dit artikel,
            abonneer …, inloggen, cookies accepteren, meest gelezen, volg ons …, naar de inhoud""",
        "pt": """publicidade, anúncio, ler mais, ver mais, leia mais …, leia também …, continua após a
            publicidade, comentários, # comentários, partilhar, compartilhe …, imprimir, assine …, inscreva-se
            …, entrar, aceitar cookies, mais lidas, siga-nos …""",
        "ru": """реклама, читать далее, читать дальше, читать полностью, читайте также …, подробнее, поделиться,
            комментарии, подписаться, распечатать""",
        "uk": """реклама, читати далі, читати більше, читайте також …, детальніше, поділитися, коментарі,
            підписатися, роздрукувати""",
    }
)
"""What is left over where it makes the whole of a paragraph, heading or item."""

FOR_A_MOUSE: Mapping[str, str] = MappingProxyType(
    {
        "ar": "انقر هنا, اضغط هنا",
        "de": "hier klicken, klicken sie hier, klicke hier",
        "en": "click here, click the link below, click on the link below, click the button below",
        "es": "haz clic aquí, haga clic aquí, pulse aquí, pincha aquí",
        "fa": "اینجا کلیک کنید",
        "fr": "cliquez ici, cliquer ici",
        "it": "clicca qui, cliccare qui",
        "nl": "klik hier",
        "pt": "clique aqui",
        "ru": "нажмите здесь, кликните здесь",
        "uk": "натисніть тут, клацніть тут",
    }
)
"""What means nothing on paper, wherever it stands."""

"""Which language an article is in."""

from __future__ import annotations

import re

import pytest

from dragoman.text import language as language_module
from dragoman.text.language import _ENGLISH_SHARE, identify
from dragoman.text.language_names import LANGUAGES
from dragoman.text.language_words import ENGLISH as ENGLISH_WORDS
from dragoman.text.language_words import FOREIGN as FOREIGN_WORDS
from dragoman.text.language_words import ONLY_ENGLISH

ENGLISH = (
    "The foreign minister of Kazakhstan flew to Tashkent on Friday and met his Uzbek counterpart there.",
    "On 14th day, between the both countries the summit meeting was opened, and president Tokayev did "
    "the speech that the cooperation of region is deepened, such as transport, and also water problem.",
    "ASTANA - Kassym-Jomart Tokayev, Shavkat Mirziyoyev, Emomali Rahmon, Sadyr Japarov und Serdar "
    "Berdimuhamedow met in Cholpon-Ata to sign the treaty on friendship and good-neighbourliness.",
    "Putin met Tokayev in Astana on Friday.",
    "Russia expels two diplomats.",
    "The president left.",
    "Tokayev meets Putin.",
    "Talks in Geneva",
)
# One article's opening in other languages, Latin script first: there the mistakes would be.
FOREIGN = {
    "de": "Der Außenminister von Kasachstan ist am Freitag nach Taschkent gereist und hat dort seinen "
    "Kollegen "
    "getroffen. In der Erklärung hieß es, die Lage war schwierig.",
    "nl": "De minister van Buitenlandse Zaken van Kazachstan is vrijdag naar Tasjkent gereisd, waar hij zijn "
    "collega sprak over de handel tussen de twee landen of over de grens.",
    "fr": "Le ministre des Affaires étrangères du Kazakhstan s'est rendu vendredi à Tachkent pour y "
    "rencontrer "
    "son homologue et parler des relations entre les deux pays.",
    "es": "El ministro de Asuntos Exteriores de Kazajistán viajó el viernes a Taskent, donde se reunió "
    "con su "
    "homólogo para hablar de la cooperación entre los dos países.",
    "it": "Il ministro degli Esteri del Kazakistan è arrivato venerdì a Tashkent, dove ha incontrato il suo "
    "omologo per parlare dei rapporti tra i due paesi.",
    "pt": "O ministro das Relações Exteriores do Cazaquistão viajou na sexta-feira para Tashkent, onde se "
    "encontrou com o seu homólogo para falar das relações entre os dois países.",
    "sv": "Kazakstans utrikesminister reste på fredagen till Tasjkent, där han träffade sin kollega för att "
    "tala om förbindelserna mellan de två länderna.",
    "da": "Kasakhstans udenrigsminister rejste fredag til Tasjkent for at tale med sin kollega om forholdet "
    "mellem de to lande, og han har sagt at det var godt.",
    "no": "Utenriksministeren fra Kasakhstan reiste fredag til Tasjkent for å snakke med sin kollega om "
    "forholdet mellom de to landene, og han har sagt at det var bra.",
    "pl": "Minister spraw zagranicznych Kazachstanu poleciał w piątek do Taszkentu, gdzie spotkał się "
    "ze swoim "
    "odpowiednikiem, aby rozmawiać o stosunkach między dwoma krajami.",
    "cs": "Ministr zahraničí Kazachstánu odletěl v pátek do Taškentu, kde se setkal se svým protějškem a "
    "hovořil s ním o vztazích mezi oběma zeměmi.",
    "ro": "Ministrul de externe al Kazahstanului a plecat vineri la Tașkent, unde s-a întâlnit cu "
    "omologul său "
    "pentru a vorbi despre relațiile dintre cele două țări.",
    "hu": "Kazahsztán külügyminisztere pénteken Taskentbe utazott, ahol találkozott kollégájával, hogy a két "
    "ország kapcsolatairól tárgyaljanak.",
    "tr": "Kazakistan Dışişleri Bakanı cuma günü Taşkent'e giderek meslektaşıyla bir araya geldi ve iki ülke "
    "arasındaki ilişkileri görüştü.",
    "fi": "Kazakstanin ulkoministeri matkusti perjantaina Taškentiin, jossa hän tapasi virkaveljensä ja "
    "keskusteli maiden välisistä suhteista.",
    "ms": "Menteri Luar Negeri Kazakhstan terbang ke Tashkent pada hari Jumat dan bertemu dengan "
    "rekannya untuk "
    "membahas hubungan antara kedua negara.",
    "ru": "Министр иностранных дел Казахстана в пятницу прилетел в Ташкент, где встретился со своим "
    "коллегой.",
    "uk": "Міністр закордонних справ Казахстану в п'ятницю прилетів до Ташкента, де зустрівся зі своїм "
    "колегою.",
    "kk": "Қазақстанның сыртқы істер министрі жұма күні Ташкентке ұшып барып, әріптесімен кездесті.",
    "zh": "哈萨克斯坦外交部长星期五飞抵塔什干，与乌兹别克斯坦外长举行了会谈。",
    "ja": "カザフスタンの外相は金曜日、タシケントを訪れ、ウズベキスタンの外相と会談した。",
    "ko": "카자흐스탄 외무장관은 금요일 타슈켄트를 방문해 우즈베키스탄 외무장관과 회담했다.",
    "ar": "وصل وزير خارجية كازاخستان يوم الجمعة إلى طشقند والتقى بنظيره الأوزبكي.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    """Broken translations, many foreign names and single short sentences included."""
    assert identify(text).code == "en"


@pytest.mark.parametrize(("code", "text"), FOREIGN.items())
def test_other_languages_are_named(code: str, text: str) -> None:
    """The code is right, and the name is a name."""
    found = identify(text)
    assert found.code == code
    assert len(found.name) > 3


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Putin traf Tokajew am Freitag in Astana."),
        ("fr", "Poutine rencontre Tokaïev à Astana."),
        ("es", "Putin se reunió con Tokayev en Astana."),
        ("it", "Putin ha incontrato Tokayev ad Astana."),
        ("pl", "Putin spotkał się z Tokajewem."),
        ("tr", "Putin Tokayev ile Astana'da görüştü."),
        ("uz", "Putin Toqayev bilan uchrashdi."),
    ],
)
def test_short_foreign_sentences_stay_foreign(code: str, text: str) -> None:
    """The caution for short texts does not let everything in."""
    assert identify(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH[0],
        "Putin met Tokayev in Astana on Friday.",
        "Russia expels two diplomats.",
        "Tokayev meets Putin.",
        "Baku denies Yerevan's claim",
        "Kyrgyz-Tajik border clash kills 24",
        "Uzbekistan, Turkmenistan, Azerbaijan sign gas deal in Awaza",
    ],
)
def test_plain_english_needs_no_identifier(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its model takes longer to load than a day's clippings to read."""
    monkeypatch.delattr(language_module, "_identifier")
    assert identify(text).code == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Gas deal tussen Rusland en China",
        "Stoltenberg sagte: das ist nicht the end",
        "Moldova pregateste alegeri",
        "Russland weist zwei Diplomaten aus",
        "Tokayev akan kunjungi Jakarta",
        "Prezident Tokayev Toshkentga keldi",
    ],
)
def test_foreign_headlines_with_names_and_english_words_stay_foreign(text: str) -> None:
    """One English word is not enough where the others are foreign."""
    assert identify(text).code != "en"


def test_no_word_is_both_english_and_foreign() -> None:
    """The two lists could only quarrel."""
    assert not FOREIGN_WORDS & (ONLY_ENGLISH | ENGLISH_WORDS)


@pytest.mark.parametrize("text", FOREIGN.values())
def test_function_words_leave_room(text: str) -> None:
    """Other languages stay well below the share that is taken for English."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    assert sum(word in ENGLISH_WORDS for word in words) / len(words) <= 0.6 * _ENGLISH_SHARE


def test_a_foreign_menu_does_not_make_an_english_article_foreign() -> None:
    """The lines of the article count."""
    menu = "Startseite\nPolitik\nWirtschaft\nKultur\nSport\nWetter\nÜber uns\nKontakt\n" * 5
    assert identify(menu + ENGLISH[0] + "\n" + menu).code == "en"


def test_an_english_menu_does_not_make_a_foreign_article_english() -> None:
    """The other way round as well."""
    menu = "Home\nWorld\nThe Team\nAbout the paper\nTerms of use\n" * 5
    assert identify(menu + FOREIGN["de"] + "\n" + menu).code == "de"


def test_long_foreign_lines_above_do_not_make_an_english_article_foreign() -> None:
    """A list of a site's editions can be longer than a paragraph."""
    assert identify(f"{FOREIGN['de']} {FOREIGN['fr']}\n" * 4 + f"{ENGLISH[0]}\n" * 30).code == "en"


def test_long_english_lines_above_do_not_make_a_foreign_article_english() -> None:
    """Nor can a consent form."""
    assert identify(f"{ENGLISH[0]}\n" * 12 + f"{FOREIGN['de']}\n" * 30).code == "de"


def test_a_foreign_quotation_leaves_an_article_english() -> None:
    """The greater part decides."""
    assert identify(f"{ENGLISH[0]} He wrote: «{FOREIGN['ru'][:40]}».").code == "en"


@pytest.mark.parametrize("text", ["", "12 345", "--- ***"])
def test_without_words_there_is_no_language(text: str) -> None:
    """Numbers are no language."""
    assert identify(text).code == "und"


def test_a_language_is_written_with_name_and_code() -> None:
    """As the skip line says it."""
    assert str(identify(FOREIGN["de"])) == "German (de)"


def test_names_are_not_empty() -> None:
    """Every code of the table has a name."""
    assert all(code.isalpha() and name[0].isupper() for code, name in LANGUAGES.items())

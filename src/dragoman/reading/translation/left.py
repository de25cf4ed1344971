"""Words and letters of another language that were left standing in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.translation.row import Strength
from dragoman.terms import Doubt, DoubtKind, Span

_WORDS = {
    "zh": """Eluosi=Russia Wukelan=Ukraine Lianheguo=the_United_Nations Meiguo=the_United_States
        Zhongguo=China Yingguo=Britain Faguo=France
        Deguo=Germany Riben=Japan Hanguo=South_Korea Chaoxian=North_Korea
        Hasake=Kazakh Hasakesitan=Kazakhstan Wuzibie=Uzbek Wuzibiekesitan=Uzbekistan Jierjisi=Kyrgyz
        Jierjisisitan=Kyrgyzstan Tajike=Tajik Tajikesitan=Tajikistan Tukuman=Turkmen Tukumansitan=Turkmenistan
        Tuerqi=Turkey Baieluosi=Belarus
        Bolan=Poland Beiyue=NATO Oumeng=the_EU Shanghe=the_SCO Jiping=Xi_Jinping
        Pujing=Putin Zeliansiji=Zelensky Zelianshiji=Zelensky Baideng=Biden Telangpu=Trump Chuanpu=Trump
        Makelong=Macron Laixi=Raisi
        Neitaniyahu=Netanyahu Aerduoan=Erdogan Lukashenke=Lukashenko
        Lafuluofu=Lavrov Shaoyigu=Shoigu Bulinken=Blinken Mosike=Moscow Jifu=Kyiv Asaibaijiang=Azerbaijan
        Gelujiya=Georgia Yilang=Iran Yiselie=Israel Tuokayefu=Tokayev Hamasi=Hamas Huashengdun=Washington""",
    "ja": """Roshia=Russia Ukuraina=Ukraine Puchin=Putin Zerensuki=Zelensky Zerensukii=Zelensky Baiden=Biden
        Toranpu=Trump Kuremurin=the_Kremlin Beikoku=the_United_States Chugoku=China Kankoku=South_Korea
        Kokuren=the_United_Nations Rukashenko=Lukashenko Raburofu=Lavrov Makuron=Macron Shorutsu=Scholz""",
    "ko": """Reosia=Russia Miguk=the_United_States Jungguk=China Hanguk=South_Korea Bukhan=North_Korea
        Ilbon=Japan Ukeuraina=Ukraine Baideun=Biden Teureompeu=Trump Makeurong=Macron""",
    "de": """Russland=Russia Moskau=Moscow Kiew=Kyiv Weissrussland=Belarus Weißrussland=Belarus OSZE=the_OSCE
        Selenskyj=Zelensky Lawrow=Lavrov Schojgu=Shoigu Medwedew=Medvedev Frankreich=France
        Österreich=Austria Ungarn=Hungary Türkei=Turkey Charkiw=Kharkiv Mykolajiw=Mykolaiv
        Tschernihiw=Chernihiv Saporischschja=Zaporizhzhia""",
    "fr": """Russie=Russia Moscou=Moscow Poutine=Putin Loukachenko=Lukashenko Choïgou=Shoigu Pékin=Beijing
        Biélorussie=Belarus Allemagne=Germany OTAN=NATO Medvedev=Medvedev Londres=London""",
    "es": """Rusia=Russia Ucrania=Ukraine Moscú=Moscow Pekín=Beijing Bielorrusia=Belarus
        EEUU=the_United_States Alemania=Germany Zelenski=Zelensky Londres=London Nueva_York=New_York""",
    "it": "Mosca=Moscow Pechino=Beijing Ucraina=Ukraine Bielorussia=Belarus Londra=London",
    "tr": """Rusya=Russia Ukrayna=Ukraine Moskova=Moscow ABD=the_United_States Azerbaycan=Azerbaijan
        Ermenistan=Armenia Suriye=Syria Yunanistan=Greece Zelenskiy=Zelensky Almanya=Germany""",
    "ru": "Rossiya=Russia Ukraina=Ukraine VSU=the_Ukrainian_army",
    "uk": "ZSU=the_Ukrainian_army Ukrayina=Ukraine Rosiya=Russia",
}
LEFT = {
    word: (meaning.replace("_", " "), language)
    for language, words in _WORDS.items()
    for word, _, meaning in (each.partition("=") for each in words.split())
    if word != meaning
}
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’]+")
_SCRIPTS = (
    (re.compile(r"[぀-ヿ]"), ("ja",)),
    (re.compile(r"[가-힯]"), ("ko",)),
    (re.compile(r"[一-鿿]"), ("zh", "ja")),
    (re.compile(r"[іїєґІЇЄҐ]"), ("uk",)),
    (re.compile(r"[Ѐ-ӿ]"), ("ru", "uk")),
    (re.compile(r"[پچژگ]"), ("fa",)),
    (re.compile(r"[؀-ۿ]"), ("ar", "fa")),
)
_FOREIGN = re.compile(r"[Ѐ-ӿ؀-ۿ぀-ヿ一-鿿가-힯]+(?: [Ѐ-ӿ؀-ۿ぀-ヿ一-鿿가-힯]+)*")
# A word of the original in brackets or quotation marks was put there on purpose.
_ON_PURPOSE = "(（[\"“«'‘《「『"


def left_words(text: str) -> Iterator[Doubt]:
    """Names in the spelling of another language, and words in other letters, unless put there on purpose."""
    for match in _CAPITALISED.finditer(text):
        known = LEFT.get(match.group())
        if known is not None:
            meaning, language = known
            yield _left(match, meaning, f"the name in another language: {match.group()}", (language,))
    for match in _FOREIGN.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip()[-1:]
        if not before or before not in _ON_PURPOSE:
            languages = next(langs for script, langs in _SCRIPTS if script.search(match.group()))
            yield _left(match, "a word of the original", "left in its own letters", languages)


def _left(match: re.Match[str], likely: str, why: str, languages: tuple[str, ...]) -> Doubt:
    confidence = Strength.SURE.confidence(fits=False)
    return Doubt(Span(*match.span()), DoubtKind.LEFT, match.group(), likely, why, languages, confidence)

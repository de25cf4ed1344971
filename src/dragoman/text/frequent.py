"""The characters that make up most of running text, by script, for telling encodings apart.

Put together from common knowledge of the languages: function words, endings, numerals, and the words
of news (state, president, minister, government, meeting).
"""

from __future__ import annotations

LATIN = frozenset("éèêëáàâäãåíìîïóòôöõøúùûüñçæœßýčšžćłńśźżąęřěůşğıőăîț")

CYRILLIC = frozenset("оеаинтсрвлкмдпуя")

GREEK = frozenset("αοιετνσρηπκμάόίέύή")

HANGUL = frozenset(
    "이다의는을가에하고한지대사기도로인정시자은스를아나라어서해부리전일국장성회원공으제주보위유동상과수선"
    "그구조경중관것들여화안미연러신발비계방만민무세외개적오북남통령양군김박최윤있었했된될할합니까요데"
    "년월말면와우내각당총실의원문재석열현강권경제협력담간토요금목반명진식행후배"
)

# Chinese in both forms and Japanese together: a character that is frequent in one of them is evidence
# enough, for the wrong readings give characters that are frequent in none.
HAN = frozenset(
    "的一是不了在人有我他这中大来上个国说们为到时要出会可也对生年自能子那得于着下过家学后多然都会方成作"
    "同事所如部动同从本用面政里行民两月经想间公开长理者心名分市美力主现体进问并系关应前定合全已门明重其"
    "由此相当高与法日报加变平安新内外总统部议组书记北京南东西海俄罗斯乌克兰哈萨坦朝鲜韩日本府战争军事"
    "領導領国家主席习近平李克强王毅外交长发言人表示会谈访问关系合作发展经济社会党中央和平地区世界联合"
    "國說們為來時會對這個發過後長開關東與於學體進問係應總統議組書記羅烏蘭韓鮮戰爭軍區聯經濟黨訪談習強"
    "日年月時間国会議員首相大統領政府外務防衛省庁長官会談発表述明話開催問題関係両者選挙党民主自由岸田文"
    "雄安倍晋三菅義偉河野太郎林芳正松野博一石破茂高市小泉進次訪米中韓朝露烏東京都県市区町村人口今昨明午前後"
    "三二四五六七八九十百千万億第回目最新初次同上下左右内外北西南部本社記者新聞通信報道電話手力作用教"
)

"""Words that a figure of people or things is often told with; they say what is counted."""

from __future__ import annotations

import re

# Behind a number without a noun: "57 killed", "another 243 were wounded", "93 in favor".
_ALONE = (
    "killed|dead|died|wounded|injured|hurt|missing|detained|arrested|displaced|evacuated|homeless|"
    "hospitali[sz]ed|infected|drowned|executed|freed|released|captured|surrendered|rescued|expelled|"
    "in favou?r|against|abstained|abstaining|abstentions|deaths|injuries|casualties|fatalities"
)
# Acts that may follow or precede the noun: "137 soldiers were killed", "detained 300 people".
_ACTS = (
    "killed|kill|dead|died|die|perished|lost their lives|wounded|injured|hurt|in serious condition|detained|"
    "arrested|evacuated|evacuate|moved|move|taken out|taken off|taken|brought out|transferred|displaced|fled|"
    "left|crossed|entered|come in|came in|arrived|travelled on|returned|"
    "drafted|mobili[sz]ed|called up|conscripted|expelled|fired|fired off|launched|"
    "shot down|intercepted|destroyed|damaged|surrendered|laid down|captured|freed|released|rescued|saved|"
    "missing|infected|drowned|succumbed|voted|abstained|deported|sunk|found|deployed|stationed|massed|gathered|"
    "stolen|homeless"
)
_GAP = r"(?:[^;.:\d]{0,70}?[\s,])?"
PARTICIPLE = re.compile(
    r"(?:,?\s+(?:of\s+(?:them|whom)|more|others?|people|were|was|are|have|had|has|been|badly|\w+ly|,))*"
    rf",?\s+(?P<unit>{_ALONE})\b",
    re.IGNORECASE,
)
ACT_BEHIND = re.compile(rf"{_GAP}(?P<act>{_ACTS})\b(?!-)", re.IGNORECASE)
ACT_BEFORE = re.compile(
    r"\b(?:kill(?:ed|s|ing)|wound(?:ed|ing)|injur(?:ed|ing)|detain(?:ed|s|ing)|arrest(?:ed|s|ing)"
    r"|caught|lost|loses|expel(?:led|s|ling)|destroy(?:ed|s|ing)|evacuat(?:ed|es|ing)|fir(?:ed|es|ing)"
    r"|launch(?:ed|es|ing)|captur(?:ed|es|ing)|freed|releas(?:ed|es|ing)|rescu(?:ed|es|ing)|took off|took in"
    r"|shot down|shoot down|call up|mobili[sz](?:e|ed|ing|ation of)|draft(?:ed|ing)?|displac(?:ed|ing)"
    r"|got back|gets back|took back|handed over|hands over|swapped|exchanged"
    r"|pulled|intercept(?:ed|s|ing)|bodies of|remains of"
    r"|deport(?:ed|ing)|sank|sunk|deploy(?:ed|ing)|liberat(?:ed|es|ing))\s+(?:down\s+|a\s+|the\s+)?$",
    re.IGNORECASE,
)
# Nobody and nothing: the unit is what did not happen.
NONE = re.compile(
    r"\b(?:(?:no|without(?: any)?|zero)\s+(?P<thing>casualties|deaths|fatalities|injuries|losses|loss|victims"
    r"|civilian casualties|dead|wounded)"
    r"|(?:no one|nobody|no (?P<who>[a-z]+(?: [a-z]+)??)|not (?:one|a single) (?P<one>[a-z]+))\s+"
    r"(?:(?:was|were|has|have|had|been|is|are|seriously|badly)\s+)*"
    r"(?P<act>killed|died|hurt|injured|wounded|damaged|destroyed|harmed|lost))\b",
    re.IGNORECASE,
)

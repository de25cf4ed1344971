"""Whether a place name stands for the place, for its government, or belongs to something else."""

from __future__ import annotations

import re

from dragoman.reading.places.toponym import ToponymSense
from dragoman.terms import Place, PlaceKind, Span
from dragoman.world.atlas import TOWNS

_ACTORS = frozenset({PlaceKind.STATE, PlaceKind.CAPITAL})
_ACTS = re.compile(
    r"(?:,[^,.]{3,60},)? (?:has |have |had |also |will |would |could |should |must |may |might |is |was |"
    r"are |"
    r"not |never |again |then |later |now |still |recently |reportedly |already |repeatedly |strongly )*"
    r"(?:said|says|told|announced?d?|denie[sd]|deny|accuse[sd]?|condemn(?:s|ed)?|reject(?:s|ed)?|agree[sd]?|"
    r"refuse[sd]?|warn(?:s|ed)?|urge[sd]?|call(?:s|ed) (?:for|on)|demand(?:s|ed)?|insist(?:s|ed)?|"
    r"claim(?:s|ed)?|"
    r"sign(?:s|ed)?|vow(?:s|ed)?|threaten(?:s|ed)?|offer(?:s|ed)?|propose[sd]?|withdr(?:aw|ew|awn|aws)|"
    r"recogni[sz]e[sd]?|support(?:s|ed)?|oppose[sd]?|back(?:s|ed)?|impose[sd]?|lift(?:s|ed)?|send(?:s|ing)?|sent|"
    r"invade[sd]?|attack(?:s|ed)?|annex(?:es|ed)?|expel(?:s|led)?|recall(?:s|ed)?|supply|supplie[sd]|"
    r"want(?:s|ed)?|seeks?|sought|hope[sd]?|expect(?:s|ed)?|consider(?:s|ed|ing)?|believe[sd]?|see[sn]?|"
    r"fear(?:s|ed)?|need(?:s|ed)?|accept(?:s|ed)?|pledge[sd]?|promise[sd]?|provide[sd]?|deploy(?:s|ed)?|"
    r"ratif(?:y|ies|ied)|join(?:s|ed)?|vote[sd]?|veto(?:es|ed)?|criticise[sd]?|criticize[sd]?|"
    r"respond(?:s|ed)?|react(?:s|ed)?|launch(?:es|ed)?|conduct(?:s|ed)?|fire[sd]|bomb(?:s|ed)|shell(?:s|ed))\b"
)
_DEALT_WITH = re.compile(
    r"(?:\b(?:talks?|negotiations?|relations?|ties|agreements?|treaty|deals?|war|dialogue|contacts?|alliance|"
    r"cooperation|dispute|border|pact|peace|accord|trade|rift|tensions?|friendship|consultations?|partnership)"
    r"(?: (?:with|between|against))"
    r"|\b(?:sanctions|pressure|embargo|charges|accusations|war|threats?|resolution|complaint) (?:on|against)"
    r"|\b(?:according to|accused?|accusing|blamed?|blaming|urged?|urging|warned|warning|told|asked|condemned|"
    r"criticized|criticised|supplied?|support for|help from|approval from|demands? (?:of|from|that)|"
    r"pressed|persuaded?|convinced?|allowed|forced?|forcing|obliged|recogni[sz]ed?))(?: the)? $",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:the )?[A-Z][\w.-]+(?: [A-Z][\w.-]+)? and (?:the )?$")
_FACES = re.compile(r" and (?:the )?[A-Z]")
_PART_BEHIND = re.compile(
    r"(?:[’']s)? (?:[A-Z][\w’'-]+ ){0,2}(?:University|College|School|Hospital|Times|Tribune|Herald|Post|"
    r"Gazette|"
    r"News|Journal|Press|Star|Sun|Courier|Inc|Corp|Company|Bank|Association|Society|Institute|Foundation|Center|"
    r"Centre|League|United|Club|Party|Church|Museum|Library|Theatre|Theater|Orchestra|Symphony|Airport|Stadium)\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:University|College|Bank|Church|Institute|Museum|Diocese|Archdiocese|Treaty|Battle|Duke|Duchess|"
    r"Prince|Bishop|Archbishop|School|Hospital) of (?:the )?$"
)
# "Boston Celtics", but "Boston Mayor", "Moscow City"
_NAME_BEHIND = re.compile(
    r" (?!(?:Mayor|Governor|Gov|Police|Council|Senator|City|County|State|Region|Oblast)\b)[A-Z][a-z]+"
)
_HAS_POSSESSIVE = re.compile(r"[’']s? ")


def sense_of(text: str, span: Span, place: Place | None, modifiers: frozenset[str]) -> ToponymSense:
    """What a place name stands for.

    Args:
        place: what it means.
        modifiers: adjectives ("Russian").

    Example:
        >>> sense_of("Talks with Moscow failed.", Span(11, 17), None, frozenset())
        <ToponymSense.PLACE: 'place'>
    """
    before, behind = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 90]
    if _PART_BEFORE.search(before) or _PART_BEHIND.match(behind):
        return ToponymSense.PART
    if span.of(text) in modifiers:
        return ToponymSense.MODIFIER
    if place is not None and place.kind in TOWNS and _NAME_BEHIND.match(behind):
        return ToponymSense.PART
    if place is None or place.kind not in _ACTORS:
        return ToponymSense.PLACE
    if _ACTS.match(behind) or _DEALT_WITH.search(before) or _BETWEEN.search(before):
        return ToponymSense.GOVERNMENT
    if before.rstrip().endswith("between") and _FACES.match(behind) and place.kind is PlaceKind.STATE:
        return ToponymSense.GOVERNMENT
    return ToponymSense.MODIFIER if _HAS_POSSESSIVE.match(behind) else ToponymSense.PLACE

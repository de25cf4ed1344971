"""Words that tell English from its neighbours, so that most texts need no statistical identifier."""

from __future__ import annotations

ENGLISH: frozenset[str] = frozenset(
    """
    the and of to that with from by has have said his which this their they been were would after who its
    will are it for not
    """.split()
)
"""Frequent words of English prose. Some exist elsewhere, so that their share counts, not a single one."""

ONLY_ENGLISH: frozenset[str] = frozenset(
    """
    the and that with from said says his which this their they been were would who she them these those
    there what when where while because between against about through during under than into upon should
    could must every other another both many most some such only still again amid
    monday tuesday wednesday thursday friday saturday sunday
    january february april june july august october november december
    first second third one two three four five six seven eight nine ten hundred thousand
    year years month months week weeks day days today yesterday tomorrow night morning ago
    foreign states united kingdom army troops soldiers forces police court border
    government ministry parliament lawmakers envoy envoys ambassador officials spokesman spokeswoman
    talks deal treaty ceasefire truce peace strike strikes attack attacks aid trade grain
    people workers killed wounded dead injured arrested jailed
    meets met meet visits holds signs signed agrees agreed agree urges urged warns warned accuses accused
    rejects rejected denies denied calls called asks asked offers offered orders ordered expels expelled
    recalls recalled sends sent seeks sought vows vowed backs backed welcomes welcomed condemns condemned
    threatens threatened announces announced launches launched shells shelled seizes seized captures
    captured closes closed opens opened reopens reopened cuts raises raised lifts lifted bans banned
    discusses discussed leaves left arrives arrived returns returned flies flew told tells wants plans
    begins began ends ended resigns resigned quits wins won loses lost fails failed hits kills
    """.split()
) - {"met", "six", "april", "august", "november", "day", "plans", "aid"}
"""Words of news that no other language of Latin script has among its common ones ("met" is Dutch: with)."""

FOREIGN: frozenset[str] = frozenset(
    """
    der das und ist nicht mit dem den des ein eine einen einem einer auf für sich von zu zum zur nach bei aus
    wird werden hat haben sind oder über
    le la les et du dans pour sur une est qui que pas avec ont sont au aux ce cette leur
    el los las y del una por con para como su sus ha han más
    il lo gli di che è per nel nella della dei delle da dal sono
    o os das dos em não uma com ao pelo pela foi são
    de het een van en op te voor zijn dat niet aan ook bij naar
    och att på är som av till från det den ett har inte jag
    og af til som er på det den ikke har blev ble
    ja ei oli hän ovat että mutta kun
    i w na z że się nie do jest od za po przez oraz
    a v se že je na do ve pro jsou byl
    si în cu la pe din care este nu mai sa
    az és hogy nem egy van meg volt
    ve bir bu ile için da de olan olarak
    dan yang di ke dari untuk dengan pada ini itu
    va bilan uchun bu ham
    ja ei see et on kuid
    un ar ir ka no par uz
    ng sa mga ang na ay
    """.split()
) - {"a", "i", "no", "on", "do", "die", "par", "pro", "sur", "van", "son", "per", "will", "te", "pas", "us"}
"""Function words of other languages of Latin script, save those that are English words or parts of names.

One of them in a short text is enough to ask the identifier.
"""

"""What the merging compares of a telling, made once and small enough to hold a million of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.record import known
from dragoman.terms import Document, EventMention, EventType, Interval, Mention, Status
from dragoman.world import words

Days = tuple[int, int]  # first and last day, as proleptic ordinals
OF = "|"  # between the state or bloc of a participant and who it is

# Words of the sentence and of the document that are kept, rarest first.
_OF_SENTENCE, _OF_DOCUMENT = 20, 24
_NAME = 2.0  # how much more a name tells of what a document is about
_TELLS = 2.8  # rarity below which a word tells nothing: "said", "year", "minister", "out"
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
_YEAR = re.compile(r"(?:19|20)\d\d")
# How long after it happens a report that names no day usually appears, and how wide "appeared" may be.
_OLD, _WIDEST = 4, 21  # days
_AHEAD = 45  # days; what is planned, feared or denied without a day mostly lies within them
_AWAITED = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR, Status.DENIED})


class Trace(msgspec.Struct, frozen=True, array_like=True):
    """A telling, reduced.

    Attributes:
        actors, recipients: the known participants, each as its side and who it is: ``RUS|Vladimir Putin``.
        sides: the states and blocs behind all of them, sorted, each once.
        when: the days it happened on, if said.
        near: the days it happened on or, when not said, those before the report, or ahead of it for a plan.
        published: when the report appeared, to three weeks.
        place: id of the place in the atlas; empty when none is named.
        act: stems of the words that name the act, that of the deed it means among them.
        words: stems of the sentence that tell something, rarest first.
        about: stems that tell what the whole document is about, likewise.
        figures: numbers in the sentence that are no years.
        sentence: the evidence without case, marks and spaces.
        gist: the act in its sentence as a direction, a signed byte for each dimension; empty when not known.
        deed: the known deed that it means, see `known`; empty when it means none.
    """

    mention: str
    document: str
    type: EventType
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sides: tuple[str, ...]
    when: Days | None
    near: Days | None
    published: Days | None
    place: str
    act: tuple[str, ...]
    words: tuple[str, ...]
    about: tuple[str, ...]
    figures: tuple[float, ...]
    sentence: str
    gist: bytes = b""
    deed: str = ""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Trace)


def packed(trace: Trace) -> bytes:
    """The trace as the store keeps it."""
    return _encoder.encode(trace)


def unpacked(data: bytes) -> Trace:
    """The trace of `packed`."""
    return _decoder.decode(data)


def traces(
    document: Document, mentions: Sequence[EventMention], gists: Mapping[str, bytes] | None = None
) -> tuple[Trace, ...]:
    """The traces of a document's event mentions, in their order.

    Args:
        mentions: as people corrected them, if they did.
        gists: of each mention id, where known.
    """
    about = tuple(stem for stem, _ in essence(article(document)))
    published = published_days(document)
    meant = gists or {}
    return tuple(
        trace_of(
            mention,
            act=document.text[mention.trigger.start : mention.trigger.end],
            sentence=" ".join(span.of(document.text) for span in mention.evidence),
            about=about,
            published=published,
            possible=document.published.interval,
            gist=meant.get(mention.id, b""),
        )
        for mention in mentions
    )


def trace_of(
    mention: EventMention,
    *,
    act: str,
    sentence: str,
    about: tuple[str, ...],
    published: Days | None,
    possible: Interval | None = None,
    gist: bytes = b"",
) -> Trace:
    """The trace of one telling whose words are given.

    Args:
        possible: every day on which the report can have appeared.
    """
    when = _days(mention.when)
    parties = (*mention.actors, *mention.recipients)
    sides = tuple(sorted({side for each in parties if (side := _side(each))}))
    stems = telling_words(sentence, _OF_SENTENCE)
    named = acts(act)
    acting = frozenset(side for each in mention.actors if (side := _side(each)))
    deed = known.deed_of(
        known.Told(
            mention.type, mention.status, named, sides, acting, {*stems, *about}, when, possible or Interval()
        )
    )
    return Trace(
        mention=mention.id,
        document=mention.document,
        type=mention.type,
        status=mention.status,
        actors=_known(mention.actors),
        recipients=_known(mention.recipients),
        sides=tuple(sorted({*sides, *deed.sides})) if deed else sides,
        when=when,
        near=when or (deed and deed.days) or _near(mention.status, published),
        published=published,
        place=mention.where.entity or "" if mention.where else "",
        act=(*named, deed.act) if deed and deed.act not in named else named,
        words=stems,
        about=about,
        figures=figures(sentence),
        sentence="".join(character for character in sentence.lower() if character.isalnum()),
        gist=gist,
        deed=deed.id if deed else "",
    )


def _near(status: Status, published: Days | None) -> Days | None:
    """The days on which something that is reported without one most likely happens."""
    if published is None:
        return None
    first, last = published
    return (first - _OLD, last + _AHEAD) if status in _AWAITED else (first - _OLD, last)


def acts(trigger: str) -> tuple[str, ...]:
    """Stems of the words that name an act, nouns by their verbs; little words where there are no others."""
    found = words.stems(trigger)
    heavy = [stem for stem in found if words.rarity(stem) >= _TELLS or stem == "said"]
    return tuple(dict.fromkeys(words.family(stem) for stem in heavy or found))


def telling_words(text: str, most: int) -> tuple[str, ...]:
    """Stems that tell something, rarest first, each once."""
    rare = {stem: words.rarity(stem) for stem in words.stems(text) if len(stem) > 1}
    kept = sorted(((weight, stem) for stem, weight in rare.items() if weight >= _TELLS), reverse=True)
    return tuple(stem for _, stem in kept[:most])


def essence(text: str) -> tuple[tuple[str, float], ...]:
    """What a document is about: the stems that are rare in news and frequent in it, with their weights.

    The weightiest first. Names tell more of a story than other words as rare.
    """
    counts: dict[str, int] = {}
    names: set[str] = set()
    for match in _WORD.finditer(text):
        stem = words.stem(match[0])
        counts[stem] = counts.get(stem, 0) + 1
        if match[0][0].isupper() and text[max(0, match.start() - 2) : match.start()][:1].isalnum():
            names.add(stem)
    weights = sorted(
        (
            (words.rarity(stem) * count**0.5 * (_NAME if stem in names else 1.0), stem)
            for stem, count in counts.items()
            if len(stem) > 1
        ),
        reverse=True,
    )
    return tuple((stem, weight) for weight, stem in weights[:_OF_DOCUMENT])


def figures(text: str) -> tuple[float, ...]:
    """The numbers written in figures, years aside, sorted."""
    found = (match[0] for match in _NUMBER.finditer(text))
    return tuple(sorted({float(number.replace(",", "")) for number in found if not _YEAR.fullmatch(number)}))


def published_days(document: Document) -> Days | None:
    """When a document appeared, where that is known to three weeks."""
    return _days(document.published.reported, _WIDEST)


def article(document: Document) -> str:
    """Headline and sentences, without furniture."""
    sentences = "\n".join(span.of(document.text) for span in document.sentences)
    return f"{document.title or ''}\n{sentences or document.text}"


def _known(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who the participants are, those whom nobody knows left out."""
    names = (f"{side}{OF}{mention.entity or ''}" for mention in mentions if (side := _side(mention)))
    return tuple(dict.fromkeys(names))


def _side(mention: Mention) -> str | None:
    return mention.country or mention.entity


def _days(interval: Interval, widest: int | None = None) -> Days | None:
    """Both days of an interval that is closed, and not wider than that."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None or (widest is not None and (last - first).days >= widest):
        return None
    return (first.toordinal(), last.toordinal())

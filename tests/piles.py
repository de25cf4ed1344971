"""Small piles of invented reports with readings and gists made by hand, for the merging."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence

import msgspec
from hypothesis import strategies as st

from dragoman import merging
from dragoman.store import Store, open_store
from dragoman.terms import (
    Anchor,
    Attribution,
    Clue,
    Document,
    Edit,
    EditField,
    EventMention,
    EventType,
    Interval,
    Judgement,
    JudgementKind,
    Mention,
    Published,
    Reading,
    Span,
    Status,
)
from tests.store.samples import digest

RUSSIA = Mention("Russia", "RUS", "RUS", "GOV")
ARMY = Mention("Russian troops", "RUS", "RUS", "MIL")
UKRAINE = Mention("Ukraine", "UKR", "UKR", "GOV")
KAZAKHSTAN = Mention("Kazakhstan", "KAZ", "KAZ", "GOV")
KYRGYZSTAN = Mention("Kyrgyzstan", "KGZ", "KGZ", "GOV")
MINISTRY = Mention("the Defence Ministry", None, "RUS", "MIL")
OUTLETS = ("Steppe Courier", "Volna", "Kitahama Shimbun")
DIMENSIONS = 96


class Told(msgspec.Struct, frozen=True):
    """A sentence and what is read in it; `deed` is the number of the happening, which its gist follows."""

    sentence: str
    trigger: str
    type: EventType
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    deed: int
    when: str = ""
    status: Status = Status.HAPPENED
    by: tuple[Mention, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """A document with what was read in it."""

    document: Document
    reading: Reading
    gists: dict[str, bytes]


SHELLED = Told(
    "Russian troops shelled the old power station of Kupiansk on Friday, and the whole town was left "
    "without any light or heating before the winter.",
    "shelled", EventType.ASSAULT, (ARMY,), (UKRAINE,), 1, "2022-10-07",
)  # fmt: skip
SHELLING = Told(
    "The shelling of the Kupiansk power station by Russia damaged two turbines.",
    "shelling", EventType.ASSAULT, (RUSSIA,), (UKRAINE,), 1, "2022-10-07",
)  # fmt: skip
SHELLED_AGAIN = Told(
    "Russian troops shelled a grain silo near Lyman a month later.",
    "shelled", EventType.ASSAULT, (ARMY,), (UKRAINE,), 2, "2022-11-07",
)  # fmt: skip
SENT = Told(
    "Kazakhstan sent forty lorries of flour and tents to Kyrgyzstan on Monday after the great flood had "
    "carried away half of the bazaar of Osh.",
    "sent", EventType.AID, (KAZAKHSTAN,), (KYRGYZSTAN,), 3, "2022-10-10",
)  # fmt: skip
SENDS = Told(
    "Flour and tents that Kazakhstan sent have arrived in flooded Osh.",
    "sent", EventType.AID, (KAZAKHSTAN,), (KYRGYZSTAN,), 3,
)  # fmt: skip
WILL_SEND = Told(
    "Kazakhstan will send flour and tents to Kyrgyzstan after the flood in Osh.",
    "send", EventType.AID, (KAZAKHSTAN,), (KYRGYZSTAN,), 3, "2022-10-10", Status.PLANNED,
)  # fmt: skip
NOT_SHELLED = Told(
    "The Defence Ministry denied that its troops had shelled the Kupiansk power station.",
    "shelled", EventType.ASSAULT, (ARMY,), (UKRAINE,), 1, "2022-10-07", Status.DENIED, (MINISTRY,),
)  # fmt: skip
EXPELLED = Told(
    "Astana expelled the envoy of Moscow over the dispute about cotton.",
    "expelled", EventType.REJECT, (KAZAKHSTAN,), (RUSSIA,), 4,
)  # fmt: skip
EVERYTHING = (SHELLED, SHELLING, SHELLED_AGAIN, SENT, SENDS, WILL_SEND, NOT_SHELLED, EXPELLED)


def gist(deed: int, telling: int = 0) -> bytes:
    """A direction of its own for each happening, a little aside for each telling of it."""
    dice, aside = random.Random(deed), random.Random(telling)
    return bytes((dice.randint(-90, 90) + aside.randint(-30, 30)) % 256 for _ in range(DIMENSIONS))


def report(*told: Told, outlet: str = OUTLETS[0], day: str = "2022-10-11", end: str = "") -> Report:
    """A report of these sentences, closed by words of its own."""
    sentences = [*(one.sentence for one in told), *([end] if end else [])]
    spans = list[Span]()
    for sentence in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(sentence)))
    text, days = "\n".join(sentences), Interval.parse(day)
    document = Document(
        id=digest(f"{text} {outlet} {day}"),
        fingerprint=digest(text),
        text=text,
        origin=f"{outlet}/{digest(text)}.txt",
        outlet=outlet,
        published=Published(days, (Clue("given", day, days),)),
        sentences=tuple(spans),
    )
    return read(document, told, "sample/1")


def read(document: Document, told: Sequence[Told], reader: str) -> Report:
    """What a reader of this name finds; another name gives other ids."""
    mentions = []
    for one in told:
        start = document.text.index(one.sentence)
        at = start + one.sentence.index(one.trigger)
        mentions.append(
            EventMention(
                id=digest(f"{document.id} {at} {one.type} {reader}"),
                document=document.id,
                type=one.type,
                actors=one.actors,
                recipients=one.recipients,
                trigger=Span(at, at + len(one.trigger)),
                evidence=(Span(start, start + len(one.sentence)),),
                status=one.status,
                said_by=tuple(map(Attribution, one.by)),
                when=Interval.parse(one.when or "/"),
                reader=reader,
            )
        )
    gists = {
        mention.id: gist(one.deed, mention.trigger.start) for one, mention in zip(told, mentions, strict=True)
    }
    return Report(document, Reading(document.id, reader, events=tuple(mentions)), gists)


def misread(report: Report, dice: random.Random) -> Report:
    """The same document as a worse reader reads it: some acts are missed, some are others."""
    there = [one for one in EVERYTHING if one.sentence in report.document.text]
    told = [
        msgspec.structs.replace(one, type=dice.choice(list(EventType)), deed=dice.randint(1, 9))
        for one in dice.sample(there, dice.randint(0, len(there)))
    ]
    return read(report.document, told, "sample/0")


def put(store: Store, *reports: Report) -> None:
    """Add reports as the pipeline does, one after the other."""
    for each in reports:
        with store.transaction():
            store.put_document(each.document, each.document.id)
            merging.put(store, each.document, each.reading, each.gists)


def record_of(reports: Collection[Report]) -> Store:
    """A new record of these, in memory."""
    store = open_store(":memory:")
    put(store, *reports)
    return store


def events(store: Store) -> bytes:
    """Every event of a record, byte for byte, by id."""
    return msgspec.json.encode(sorted(store.events(), key=lambda event: event.id))


def derived(store: Store) -> list[bytes]:
    """All that follows from documents, readings and judgements: events, copies, stories, and their making."""
    stories = {count.story: store.story_documents(count.story) for count in store.stories()}
    links = sorted(store.all_links(0.0))
    traces, blocks = sorted(store.all_traces()), sorted(store.all_blocks())
    made = map(msgspec.json.encode, (store.copies(), sorted(stories.items()), links, traces, blocks))
    return [events(store), *made]


_sentences = st.lists(st.sampled_from(EVERYTHING), min_size=1, max_size=3, unique=True)
_reports = st.builds(
    lambda told, outlet, day, end: report(*told, outlet=outlet, day=day, end=end),
    _sentences,
    st.sampled_from(OUTLETS),
    st.sampled_from(["2022-10-08", "2022-10-11", "2022-10", "2022-11-09"]),
    st.sampled_from(["", "Nobody else was there.", "The bazaar of Osh stayed shut for a week."]),
)
# Reports that repeat each other
piles = st.lists(_reports, min_size=2, max_size=6, unique_by=lambda each: each.document.id)


def judgements(reports: Sequence[Report], number: int, seed: int = 1) -> list[Judgement]:
    """So many decisions about the tellings of these reports as they were made, some at one moment.

    Every fourth telling may be rejected, and anything be taken back.
    """
    dice = random.Random(seed)
    anchors = [str(Anchor.of(mention)) for each in reports for mention in each.reading.events]
    made: list[Judgement] = []
    for count in range(number):
        kind = dice.choice(_DECIDED)
        subject, value = dice.sample(anchors, 2)
        if kind is JudgementKind.UNDO and made:
            subject, value = dice.choice(made).id, ""
        elif kind is JudgementKind.REJECT:
            subject, value = dice.choice(anchors[::4]), ""
        elif kind not in (JudgementKind.SAME, JudgementKind.NOT_SAME):
            kind, value = JudgementKind.EDIT, str(dice.choice(_EDITS))
        minute = count // 3
        at = f"2026-11-25T{minute // 60:02}:{minute % 60:02}:00+00:00"
        made.append(Judgement(kind, subject, value, "Aigul", at))
    return made


_DECIDED = (
    JudgementKind.SAME,
    JudgementKind.NOT_SAME,
    JudgementKind.REJECT,
    JudgementKind.EDIT,
    JudgementKind.UNDO,
)
_EDITS = (
    Edit(EditField.TYPE, "ASSAULT"),
    Edit(EditField.STATUS, "denied"),
    Edit(EditField.WHEN, "2022-10-09"),
    Edit(EditField.ACTORS, "KAZ", 0),
    Edit(EditField.RECIPIENTS, None, 0),
    Edit(EditField.RECIPIENTS, "the envoy", -1),
)

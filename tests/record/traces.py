"""Traces of every shape, for hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from dragoman.record.trace import Trace
from dragoman.terms import EventType, Status

# Stems of the sort that sentences have, some of which nobody counted
STEMS = ("attack", "shell", "meet", "said", "tank", "flour", "osh", "kupiansk", "turbin", "bazaar")
PARTIES = ("RUS|", "RUS|RUS", "RUS|Vladimir Putin", "UKR|UKR", "KAZ|KAZ", "EU|EU")
PLACES = ("", "UKR", "UKR/Kharkiv", "UKR/Kharkiv:Kupiansk", "KGZ/Osh")
START = date(2022, 10, 1).toordinal()

stems = st.lists(st.sampled_from(STEMS), max_size=5, unique=True).map(tuple)
parties = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True).map(tuple)
gists = st.sampled_from([b"", bytes(range(1, 97)), bytes(range(20, 116)), bytes(range(160, 256)), bytes(96)])


def days(widest: int = 40) -> st.SearchStrategy[tuple[int, int]]:
    """First and last day of a stretch within some months."""
    return st.builds(
        lambda first, width: (START + first, START + first + width),
        st.integers(0, 90),
        st.integers(0, widest),
    )


@st.composite
def _traces(draw: st.DrawFn) -> Trace:
    actors, recipients = draw(parties), draw(parties)
    when, published = draw(st.none() | days()), draw(st.none() | days(20))
    return Trace(
        mention=draw(st.text("abcdef", min_size=6, max_size=6)),
        document=draw(st.sampled_from("pqr")),
        type=draw(st.sampled_from(EventType)),
        status=draw(st.sampled_from(Status)),
        actors=actors,
        recipients=recipients,
        sides=tuple(sorted({party.partition("|")[0] for party in (*actors, *recipients)})),
        when=when,
        near=when or (published and (published[0] - 4, published[1])),
        published=published,
        place=draw(st.sampled_from(PLACES)),
        act=draw(stems),
        words=draw(stems),
        about=draw(stems),
        figures=draw(st.lists(st.sampled_from([3.0, 40.0, 1200.0]), max_size=2, unique=True).map(tuple)),
        sentence=draw(st.sampled_from(["", "theymet", "theyshelledit"])),
        gist=draw(gists),
        deed=draw(st.sampled_from(["", "", "2022-02-24 RUS UKR", "2014-02-27 RUS UKR"])),
    )


traces = _traces()

"""What is likely next in a system of actors, with names and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from dragoman import modelling
from dragoman.faces.api.frame import Frame
from dragoman.faces.api.query import choices
from dragoman.store import Store
from dragoman.system import forecasting
from dragoman.system.contact import Side, Term
from dragoman.system.counts import Step, first_day
from dragoman.system.ledger import TYPE_INDEX, Ledger
from dragoman.system.model import Model
from dragoman.system.outlook import HORIZONS, OutlookModel
from dragoman.terms import Event, EventType, UnknownName
from dragoman.terms.forecast import Cause, Forecast, NextContact, Recent
from dragoman.terms.outlook import Calibration, Deed, Outlook, Reason
from dragoman.world import load

QUADS = (
    Deed.VERBAL_COOPERATION,
    Deed.MATERIAL_COOPERATION,
    Deed.VERBAL_CONFLICT,
    Deed.MATERIAL_CONFLICT,
)
# How the contact model speaks of whoever is given and whoever is foreseen, and of the scale of a figure
_PARTIES = (re.compile(r"\b(?:[Tt]he )?ego\b"), re.compile(r"\b(?:[Tt]he )?candidate\b"))
_SCALE = re.compile(r" \((?:[^()]*\blog\b[^()]*)\)")
_TERMS = 8  # of a score that are named
_LATEST = 3  # events named beside a reason


class Foresight:
    """The part of `System` that looks ahead."""

    store: Store
    model: Model
    at: date

    def side(self, name: str) -> str:
        """The id under which somebody takes part; that of the state for its government, army and people.

        Raises:
            UnknownName: nobody is called so.
        """
        found = load().resolve(name)
        return found.country or found.id

    def forecast(
        self, actor: str, recipient: str, kind: str | Sequence[str] = (), weeks: int | None = None
    ) -> Frame[Forecast]:
        """How likely it is that one side does something to another in the weeks after the day.

        Args:
            kind: event types or quad categories ("verbal conflict"); the four quads unless said otherwise.
            weeks: 1, 4 or 12; all three unless said otherwise.

        Raises:
            UnknownName: a side, kind or horizon nobody knows, or a side that takes part in nothing.
        """
        one, other = self._two(actor, recipient)
        deeds = choices(kind or None, Deed, "kind of act") or QUADS
        found = self._learnt(deeds)
        places = self._place(one), self._place(other)
        horizons = HORIZONS if weeks is None else (weeks,)
        outlooks = [found.outlook(*places, deed, horizon) for deed in deeds for horizon in horizons]
        return Frame([self._named(each) for each in outlooks], Forecast)

    def likeliest(
        self,
        kind: str,
        weeks: int = 4,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        top: int = 20,
    ) -> Frame[Forecast]:
        """Who is likeliest to do something to whom in the weeks after the day, of all that were in contact.

        Args:
            kind: an event type or a quad category.
            weeks: 1, 4 or 12.
            actor, recipient: only of this side, and only towards that one.

        Raises:
            UnknownName: a side, kind or horizon nobody knows.
        """
        deeds = choices(kind, Deed, "kind of act")
        found = self._learnt(deeds)
        ends = [None if side is None else self._place(self.side(side)) for side in (actor, recipient)]
        every = found.all(deeds[0], weeks, len(self.model.ledger.sides) ** 2)
        kept = [
            each for each in every if (ends[0] in (None, each.actor)) and (ends[1] in (None, each.recipient))
        ]
        return Frame([self._named(each) for each in kept[:top]], Forecast)

    def next_contacts(
        self, side: str, kind: str, *, receives: bool = False, top: int = 10
    ) -> Frame[NextContact]:
        """To whom somebody turns with an act, if it takes place on the day after; or from whom it comes.

        Args:
            side: who acts, or who receives.
            kind: an event type.
            receives: whether the side receives, so that the actor is asked for.

        Raises:
            UnknownName: a side or type nobody knows, or a side that takes part in nothing.
        """
        known, act = self._place(self.side(side)), choices(kind, EventType, "event type")[0]
        model, sides = self.model.contacts, self.model.ledger.sides
        day = self.at.toordinal() + 1
        asked = Side.ACTOR if receives else Side.RECIPIENT
        found = model.next(known, TYPE_INDEX[act], day, top + 1, side=asked)
        return Frame(
            [
                NextContact(
                    actor=sides[each.actor if receives else known],
                    recipient=sides[known if receives else each.actor],
                    kind=act,
                    day=date.fromordinal(day),
                    probability=each.probability,
                    causes=tuple(self._term(term, known, each.actor) for term in each.terms[:_TERMS]),
                    learnt_from=model.questions,
                )
                for each in found
                if each.actor != known
            ][:top],
            NextContact,
        )

    def _term(self, term: Term, known: int, foreseen: int) -> Cause:
        """A term of a score, with names; its rows are those of the model's ledger."""
        entities, sides = load().entities, self.model.ledger.sides
        names = [
            entities[sides[place]].name if sides[place] in entities else sides[place]
            for place in (known, foreseen)
        ]
        words = _SCALE.sub("", term.meaning)
        for word, name in zip(_PARTIES, names, strict=True):
            words = word.sub(name, words)
        rows = self.model.done.where(np.array(term.rows, np.intp))
        return Cause(words.rstrip("."), term.value, len(term.rows), self._latest(rows))

    def forecast_log(self, weeks: int = 52, kind: str | Sequence[str] = ()) -> Frame[Calibration]:
        """How good forecasts were that would have been made in the last so many weeks, by kind and horizon.

        Raises:
            UnknownName: a kind nobody knows.
        """
        deeds = choices(kind or None, Deed, "kind of act") or QUADS
        return Frame(forecasting.log(self.model.foreseen, deeds, weeks), Calibration)

    def _learnt(self, deeds: tuple[Deed, ...]) -> OutlookModel:
        wanted = dict.fromkeys(each for deed in deeds for each in forecasting.in_quad(deed))
        known = load().entities
        names = [known[side].name if side in known else side for side in self.model.ledger.sides]
        return self.model.outlooks(tuple(wanted), names)

    def _place(self, side: str) -> int:
        place = self.model.ledger.index(side)
        if place < 0:
            raise UnknownName("side of the record", side, self.model.busiest()[:3])
        return place

    def _named(self, found: Outlook) -> Forecast:
        """A forecast with names in place of numbers."""
        sides, counts = self.model.ledger.sides, self.model.directed
        return Forecast(
            actor=sides[found.actor],
            recipient=sides[found.recipient],
            kind=found.kind,
            since=first_day(counts.start + found.at_week, Step.WEEK),
            weeks=found.weeks,
            probability=found.probability,
            base_rate=found.base_rate,
            low=found.low,
            high=found.high,
            n=found.n,
            enough=found.enough,
            causes=tuple(self._cause(reason) for reason in found.reasons),
        )

    def _cause(self, reason: Reason) -> Cause:
        latest = self._latest(self.model.foreseen.rows(reason.rows))
        return Cause(reason.words, reason.weight, len(reason.rows), latest)

    def _latest(self, rows: Ledger) -> tuple[Recent, ...]:
        """The last events behind some rows."""
        last = rows.where(np.argsort(-rows.first, kind="stable")[:_LATEST])
        return tuple(
            Recent(each.id) if isinstance(each, Event) else Recent(f"{each.kind} {each.key}", each.number)
            for each in modelling.evidence(self.store, last)
        )

    def _two(self, one: str, other: str) -> tuple[str, str]:
        return self.side(one), self.side(other)

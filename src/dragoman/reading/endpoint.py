"""An annotator that asks a language model behind an OpenAI-compatible endpoint. Off unless asked for.

The model is given the rules of ``docs/annotation.md`` in short and answers in the lines of a sheet. Lines
that do not hold (words that are not in the text, types that do not exist) are dropped; an answer without a
single good line is asked for again. Sentences are sent one by one, a few at a time.

Settings are taken from the environment:

    DRAGOMAN_ENDPOINT          address up to /v1, such as http://localhost:8000/v1
    DRAGOMAN_ENDPOINT_MODEL    the model's name there
    DRAGOMAN_ENDPOINT_KEY      a key, if one is needed
    DRAGOMAN_ENDPOINT_TIMEOUT  seconds for one answer, 60 when left out
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import msgspec
import urllib3

from dragoman.reading.annotation import Annotation, sourced
from dragoman.reading.annotator import MarkedPair, MarkedWord, StatusShares
from dragoman.reading.sheet import SheetError, event_type, read_what_holds, status
from dragoman.terms import DragomanError, EventType, Span, Status
from dragoman.world import plover

T = TypeVar("T")
R = TypeVar("R")

NOTHING = "NONE"
_LONGEST = 86_400.0  # seconds; nobody waits longer for an answer
_TRIED_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_SYSTEM = """You annotate news sentences for an event database. Answer with lines only, no comments.
E trigger | TYPE.mode | status | actors > recipients | time | place
A source ~ cue ~ content
M other actors
Quote words exactly as they stand in the sentence. Several actors are separated by ;
An event is an act of one political actor towards others: done, said, planned, denied or asked for. Plain
saying, moods and states of affairs are no events. The outermost act comes first, concrete acts in it follow.
The trigger is the shortest words that name the act. Status is one of: {statuses}.
Types and modes (mode only where the words say it):
{types}
A line for every report of speech or thought: who, the reporting words, what is said.
If there is nothing to mark, answer {nothing}."""
_PAIR = (
    "What does the actor do to the recipient in this sentence? Answer with one type name, or {nothing}.\n"
    "Sentence: {text}\nActor: {actor}\nRecipient: {recipient}\nTypes:\n{types}"
)
_STATUS = (
    "Does the sentence say that what the word names happened? Answer with one of: {statuses}.\n"
    "Sentence: {text}\nWord: {word}"
)


class EndpointError(DragomanError):
    """The endpoint cannot be reached, refuses, or does not answer in the agreed form."""


class Refusal(EndpointError):
    """The endpoint refuses, and would again: a wrong key, a model it does not have."""


class EndpointSettings(msgspec.Struct, frozen=True):
    """Where to ask and how patiently.

    Attributes:
        url: address up to ``/v1``.
        model: the model's name there.
        key: sent as a bearer token; never shown.
        timeout_s: for one answer.
        tries: how often one question is asked at most.
        pause_s: before the second try; doubled before each further one.
        at_once: questions on the way at the same time.
    """

    url: str
    model: str
    key: str | None = None
    timeout_s: float = 60.0
    tries: int = 4
    pause_s: float = 1.0
    at_once: int = 4

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> EndpointSettings:
        """The settings the environment names.

        Raises:
            EndpointError: address or model are not named, or the time-out is no number.
        """
        url, model = (environment.get(name, "") for name in ("DRAGOMAN_ENDPOINT", "DRAGOMAN_ENDPOINT_MODEL"))
        if not url or not model:
            raise EndpointError(
                "the reader 'endpoint' needs an address and a model: set DRAGOMAN_ENDPOINT (such as "
                "http://localhost:8000/v1) and DRAGOMAN_ENDPOINT_MODEL"
            )
        key = environment.get("DRAGOMAN_ENDPOINT_KEY", "").strip() or None
        if key is not None and not (key.isascii() and key.isprintable()):
            raise EndpointError("DRAGOMAN_ENDPOINT_KEY holds characters that no key has")
        timeout = _seconds(environment.get("DRAGOMAN_ENDPOINT_TIMEOUT", "60"))
        return cls(url.rstrip("/"), model, key, timeout)

    def __repr__(self) -> str:
        return f"EndpointSettings(url={self.url!r}, model={self.model!r})"


def _seconds(given: str) -> float:
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds < _LONGEST:
        raise EndpointError(f"DRAGOMAN_ENDPOINT_TIMEOUT is {given!r}; expected seconds, more than 0")
    return seconds


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Malformed(Exception):
    """An answer that is not in the agreed form."""


class EndpointAnnotator:
    """Asks a language model.

    Args:
        settings: where and how; those of the environment when left out.
        sleep: waits so many seconds; for tests.

    Raises:
        EndpointError: from every method, when a question stays without a good answer.
    """

    def __init__(
        self, settings: EndpointSettings | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings or EndpointSettings.of_environment()
        self._sleep = sleep
        self._http = urllib3.PoolManager(maxsize=self._settings.at_once, retries=False)

    @property
    def name(self) -> str:
        """The model's name at the endpoint."""
        return f"endpoint-{self._settings.model}"

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        """One annotation for each text, in the same order."""
        system = _SYSTEM.format(statuses=", ".join(Status), types=_types(with_modes=True), nothing=NOTHING)
        return self._all(
            lambda text: self._ask(system, text, lambda answer: _annotation(text, answer)), texts
        )

    def type_pairs(self, pairs: Sequence[MarkedPair]) -> list[EventType | None]:
        """What each marked actor does to its recipient; ``None`` where the model sees no act."""

        def asked(pair: MarkedPair) -> EventType | None:
            question = _PAIR.format(
                nothing=NOTHING,
                text=pair.text,
                actor=_words(pair.text, pair.actor),
                recipient=_words(pair.text, pair.recipient),
                types=_types(with_modes=False),
            )
            return self._ask(None, question, _named_type)

        return self._all(asked, pairs)

    def statuses(self, words: Sequence[MarkedWord]) -> list[StatusShares]:
        """Whether what each marked word names happened."""

        def asked(word: MarkedWord) -> StatusShares:
            question = _STATUS.format(
                statuses=", ".join(Status), text=word.text, word=word.word.of(word.text)
            )
            return self._ask(None, question, _named_status)

        return self._all(asked, words)

    def _all(self, ask: Callable[[T], R], questions: Sequence[T]) -> list[R]:
        """The answers to all questions, in order, a few on the way at a time."""
        with ThreadPoolExecutor(self._settings.at_once) as pool:
            return list(pool.map(ask, questions))

    def _ask(self, system: str | None, question: str, understand: Callable[[str], T]) -> T:
        """One question until its answer is understood, patience permitting."""
        trouble = ""
        for attempt in range(self._settings.tries):
            if attempt:
                self._sleep(self._settings.pause_s * 2 ** (attempt - 1))
            try:
                return understand(self._answer(system, question))
            except _Malformed as error:
                trouble = str(error)
        raise EndpointError(
            f"{self._settings.url} gave no usable answer in {self._settings.tries} tries: {trouble}"
        )

    def _answer(self, system: str | None, question: str) -> str:
        """What the model says.

        Raises:
            _Malformed: nothing usable came; worth asking again.
            Refusal: asking again is of no use.
        """
        messages = [{"role": "system", "content": system}] if system else []
        body = {
            "model": self._settings.model,
            "temperature": 0,
            "messages": [*messages, {"role": "user", "content": question}],
        }
        headers = {"Content-Type": "application/json"}
        if self._settings.key:
            headers["Authorization"] = f"Bearer {self._settings.key}"
        try:
            response = self._http.request(
                "POST",
                f"{self._settings.url}/chat/completions",
                body=msgspec.json.encode(body),
                headers=headers,
                timeout=urllib3.Timeout(self._settings.timeout_s),
            )
        except (urllib3.exceptions.HTTPError, ValueError) as error:  # its words may hold the key
            raise _Malformed(f"it cannot be reached ({type(error).__name__})") from None
        if response.status in _TRIED_AGAIN:
            raise _Malformed(f"it answers with status {response.status}")
        if response.status != 200:
            said = response.data[:200].decode(errors="replace")
            raise Refusal(f"{self._settings.url} refuses with status {response.status}: {said}")
        return _content(response.data)


def _content(data: bytes) -> str:
    """The words of the first choice."""
    try:
        choices = msgspec.json.decode(data, type=_Completion).choices
    except msgspec.DecodeError as error:
        raise _Malformed(f"its answer is not a chat completion ({error})") from error
    if not choices or not choices[0].message.content:
        raise _Malformed("its answer is empty")
    return choices[0].message.content


def _annotation(text: str, answer: str) -> Annotation:
    """The lines of an answer that hold; surrounding prose and code fences are passed over."""
    lines = [line for line in answer.splitlines() if line.strip() and not line.lstrip().startswith("```")]
    annotation, bad = read_what_holds(text, lines)
    says_nothing = any(_bare(line) == NOTHING for line in lines)
    if annotation == Annotation() and not says_nothing:
        raise _Malformed(f"none of its {bad} lines can be understood")
    return sourced(annotation)


def _named_type(answer: str) -> EventType | None:
    word = _bare(_first_word(answer)).partition(".")[0]
    if word == NOTHING:
        return None
    try:
        return event_type(word)
    except SheetError as error:
        raise _Malformed(str(error)) from error


def _named_status(answer: str) -> StatusShares:
    try:
        return StatusShares.sure(status(_bare(_first_word(answer)).lower()))
    except SheetError as error:
        raise _Malformed(str(error)) from error


def _first_word(answer: str) -> str:
    return next(iter(answer.split()), "")


def _bare(words: str) -> str:
    """Without marks around it, in capitals."""
    return words.strip(" .,:*`\"'").upper()


def _types(*, with_modes: bool) -> str:
    """The types with their meaning, one line each."""
    tables = plover.load()
    rows = []
    for each in EventType:
        modes = f" Modes: {', '.join(tables.modes(each))}." if with_modes and tables.modes(each) else ""
        rows.append(f"{each}: {tables.type(each).definition}{modes}")
    return "\n".join(rows)


def _words(text: str, span: Span | None) -> str:
    return "(not named)" if span is None else span.of(text)

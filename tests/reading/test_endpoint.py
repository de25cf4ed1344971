"""The annotator behind an endpoint, against a server of our own on loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dragoman.reading import AnnotatedReader, MarkedPair, MarkedWord
from dragoman.reading.endpoint import EndpointAnnotator, EndpointError, EndpointSettings
from dragoman.terms import EventType, Span, Status
from tests.reading.readings import document

TEXT = "Kenya expelled two Somali diplomats on Friday."
LINE = "E expelled | SANCTION.expel | happened | Kenya > two Somali diplomats"

Answer = tuple[int, str | bytes]  # status, and the words of the model or a raw body


class Server:
    """Gives prepared answers, one after the other, the last for ever; remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = [(200, LINE)]
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.delay = 0.0
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.asked.append(body)
                server.keys.append(self.headers.get("Authorization"))
                status, words = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
                time.sleep(server.delay)
                data = words if isinstance(words, bytes) else _completion(words)
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _completion(words: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that is closed behind the test."""
    running = Server()
    yield running
    running.close()


@pytest.fixture
def asking(server: Server) -> Callable[..., EndpointAnnotator]:
    """An annotator that asks the server and never really waits between tries."""

    def made(**changes: Any) -> EndpointAnnotator:
        settings = EndpointSettings(server.url, "small", **{"tries": 3, "timeout_s": 5.0, **changes})
        return EndpointAnnotator(settings, sleep=lambda _: None)

    return made


Asking = Callable[..., EndpointAnnotator]


def test_lines_of_the_answer_become_an_annotation(server: Server, asking: Asking) -> None:
    """Model, temperature and key are sent; the sentence is the question."""
    (found,) = asking(key="secret").annotate([TEXT])
    assert [(event.type, event.actors[0].of(TEXT)) for event in found.events] == [
        (EventType.SANCTION, "Kenya")
    ]
    assert server.asked[0]["model"] == "small"
    assert server.asked[0]["messages"][-1]["content"] == TEXT
    assert server.keys == ["Bearer secret"]


def test_prose_and_fences_around_the_lines_do_no_harm(server: Server, asking: Asking) -> None:
    """Lines that do not hold are dropped."""
    server.answers = [(200, f"Here you are:\n```\n{LINE}\nE flew | CONSULT | happened | Mali >\n```")]
    assert len(asking().annotate([TEXT])[0].events) == 1


def test_nothing_to_mark_is_an_answer(server: Server, asking: Asking) -> None:
    """It is not asked for again."""
    server.answers = [(200, "NONE")]
    assert asking().annotate([TEXT])[0].events == ()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "bad",
    [(500, "busy"), (429, "slow down"), (200, b"<html>"), (200, ""), (200, b"{}"), (200, "I cannot.")],
    ids=str,
)
def test_a_bad_answer_is_asked_for_again(server: Server, asking: Asking, bad: Answer) -> None:
    """Busy servers and malformed answers get another try."""
    server.answers = [bad, (200, LINE)]
    assert len(asking().annotate([TEXT])[0].events) == 1
    assert len(server.asked) == 2


def test_patience_ends(server: Server, asking: Asking) -> None:
    """The error says where and why; the key is not in it."""
    server.answers = [(503, "")]
    with pytest.raises(EndpointError, match=r"no usable answer in 3 tries: it answers with status 503"):
        asking(key="secret").annotate([TEXT])
    assert len(server.asked) == 3


def test_a_refusal_is_final(server: Server, asking: Asking) -> None:
    """A wrong key is not tried again."""
    server.answers = [(401, b"wrong key")]
    with pytest.raises(EndpointError, match="status 401: wrong key"):
        asking().annotate([TEXT])
    assert len(server.asked) == 1


def test_a_slow_answer_is_given_up(server: Server, asking: Asking) -> None:
    """After the time-out."""
    server.delay = 1.0
    with pytest.raises(EndpointError, match="cannot be reached"):
        asking(timeout_s=0.05, tries=2).annotate([TEXT])


def test_nobody_there_is_said() -> None:
    """A closed port is an error for the user."""
    settings = EndpointSettings("http://127.0.0.1:9/v1", "small", tries=1)
    with pytest.raises(EndpointError, match="cannot be reached"):
        EndpointAnnotator(settings).annotate([TEXT])


def test_pairs_and_statuses_are_asked_too(server: Server, asking: Asking) -> None:
    """One word each."""
    server.answers = [(200, "SANCTION."), (200, "denied"), (200, "NONE")]
    annotator = asking(at_once=1)
    pair = MarkedPair(TEXT, Span(0, 5), None)
    assert annotator.type_pairs([pair]) == [EventType.SANCTION]
    assert annotator.statuses([MarkedWord(TEXT, Span(6, 14))])[0].of(Status.DENIED) == 1.0
    assert annotator.type_pairs([pair]) == [None]


def test_it_reads_documents_like_any_reader(asking: Asking) -> None:
    """The world resolves what the model marks."""
    (reading,) = AnnotatedReader(asking()).read([document(TEXT)])
    (event,) = reading.events
    assert ([m.entity for m in event.actors], event.recipients[0].country) == (["KEN"], "SOM")
    assert event.said_by == ()
    assert event.reader.startswith("endpoint-small+")


def test_who_says_so_comes_from_the_line_that_holds_the_act(server: Server, asking: Asking) -> None:
    """A sheet names the speaker at what is said, not at the act."""
    text = "Kenya expelled two Somali diplomats, Nairobi said."
    server.answers = [(200, f"{LINE}\nA Nairobi ~ said ~ Kenya expelled two Somali diplomats")]
    (reading,) = AnnotatedReader(asking()).read([document(text)])
    assert [said.source.text for said in reading.events[0].said_by] == ["Nairobi"]


def test_settings_come_from_the_environment() -> None:
    """Address and model are needed."""
    named = {"DRAGOMAN_ENDPOINT": "http://x/v1/", "DRAGOMAN_ENDPOINT_MODEL": "m"}
    assert EndpointSettings.of_environment(named).url == "http://x/v1"
    with pytest.raises(EndpointError, match="set DRAGOMAN_ENDPOINT"):
        EndpointSettings.of_environment({})


@pytest.mark.parametrize("nothing", ["NONE.", "none", "Here you are:\nNONE"])
def test_nothing_may_be_said_in_many_ways(server: Server, asking: Asking, nothing: str) -> None:
    """None of them is malformed."""
    server.answers = [(200, nothing)]
    assert asking().annotate([TEXT])[0].events == ()


def test_a_type_may_come_with_its_mode(server: Server, asking: Asking) -> None:
    """And in small letters."""
    server.answers = [(200, "`sanction.expel`")]
    assert asking().type_pairs([MarkedPair(TEXT, Span(0, 5), None)]) == [EventType.SANCTION]


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_out_that_is_none_is_refused(seconds: str) -> None:
    """Before anything is asked."""
    named = {"DRAGOMAN_ENDPOINT": "http://x/v1", "DRAGOMAN_ENDPOINT_MODEL": "m"}
    with pytest.raises(EndpointError, match="expected seconds"):
        EndpointSettings.of_environment({**named, "DRAGOMAN_ENDPOINT_TIMEOUT": seconds})


def test_the_key_is_never_shown() -> None:
    """Neither with the settings nor in an error; blanks around it are not part of it."""
    named = {"DRAGOMAN_ENDPOINT": "http://x/v1", "DRAGOMAN_ENDPOINT_MODEL": "m"}
    settings = EndpointSettings.of_environment({**named, "DRAGOMAN_ENDPOINT_KEY": " secret\n"})
    assert settings.key == "secret"
    assert "secret" not in repr(settings)
    with pytest.raises(EndpointError, match="characters that no key has"):
        EndpointSettings.of_environment({**named, "DRAGOMAN_ENDPOINT_KEY": "a\nb"})

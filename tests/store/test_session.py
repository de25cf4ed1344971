"""Ctrl-C at the worst of moments."""

from __future__ import annotations

import pytest

from dragoman.store import MEMORY
from dragoman.store.opening import connect
from dragoman.store.session import Session
from dragoman.store.sqlite import SqliteStore
from tests.store import samples


def interrupted() -> None:
    """What happens in place of the undoing."""
    raise KeyboardInterrupt


def fail_and_be_interrupted(store: SqliteStore, session: Session, number: int) -> None:
    """Begin a document, fail in the middle, and be interrupted before it is undone."""
    with pytest.MonkeyPatch.context() as patch, store.transaction():
        patch.setattr(session, "_undo", interrupted)
        store.put_document(samples.document(number), str(number))
        raise KeyError


def put_and_fail_in_a_batch(store: SqliteStore, session: Session) -> None:
    """One document whole, one in half."""
    with store.batch():
        samples.put(store, samples.document(1))
        fail_and_be_interrupted(store, session, 2)


def test_half_a_document_is_never_kept() -> None:
    """Neither the commit of its batch nor the next transaction takes along what was not undone."""
    session = connect(MEMORY, create=True, read_only=False)
    with SqliteStore(session) as store:
        with pytest.raises(KeyboardInterrupt):
            put_and_fail_in_a_batch(store, session)
        with pytest.raises(KeyboardInterrupt):
            fail_and_be_interrupted(store, session, 3)
        samples.put(store, samples.document(4))
        assert [document.title for document in store.documents()] == ["Proposal 1", "Proposal 4"]

"""Every address that answers. A new page is a file under `pages`, a template, and a row here.

| a page | |
|---|---|
| ``path`` | where it stands; its twins stand there too, with ``.json`` and ``.csv`` |
| ``show`` | its function: a typed request in, a typed page record out |
| ``takes`` | the request: what may stand in the address, all of it |
| ``gives`` | the record: what its three renderings show |
| ``template`` | shows the record as HTML |
"""

from __future__ import annotations

from typing import Any

from dragoman.faces.web.action import Action
from dragoman.faces.web.actions.adding import add_to_record, watch_job
from dragoman.faces.web.actions.downloads import download_brief, download_events, download_package
from dragoman.faces.web.actions.exports import ExportRequest
from dragoman.faces.web.actions.judging import (
    Done,
    SentAnswer,
    SentJudgement,
    SentName,
    SentUndo,
    answer_question,
    download_judgements,
    give_name,
    judge_telling,
    undo_judgement,
)
from dragoman.faces.web.keeping.adding import JobState
from dragoman.faces.web.keeping.briefs import BriefRequest, wait_for_brief
from dragoman.faces.web.page import Page
from dragoman.faces.web.pages.add import AddPage, AddRequest, add
from dragoman.faces.web.pages.brief import BriefPage, brief
from dragoman.faces.web.pages.copies import CopiesPage, CopiesRequest, copies
from dragoman.faces.web.pages.document import DocumentPage, DocumentRequest, document
from dragoman.faces.web.pages.documents import DocumentsPage, DocumentsRequest, documents
from dragoman.faces.web.pages.dyad import DyadPage, DyadRequest, dyad
from dragoman.faces.web.pages.event import EventPage, EventRequest, event
from dragoman.faces.web.pages.events import EventsPage, events
from dragoman.faces.web.pages.figures import FiguresPage, FiguresRequest, figures, wait_for_figures
from dragoman.faces.web.pages.home import Home, HomeRequest, home
from dragoman.faces.web.pages.imported import ImportedPage, ImportedRequest, imported
from dragoman.faces.web.pages.judgements import JudgementsPage, JudgementsRequest, judgements
from dragoman.faces.web.pages.left_out import LeftOutPage, LeftOutRequest, left_out
from dragoman.faces.web.pages.review import ReviewPage, ReviewRequest, review
from dragoman.faces.web.pages.stories import StoriesPage, StoriesRequest, stories
from dragoman.faces.web.pages.story import StoryPage, StoryRequest, story, wait_for_story
from dragoman.faces.web.pages.system import SystemPage, SystemRequest, system
from dragoman.faces.web.telling.events_request import EventsRequest
from dragoman.terms import Judgement

PAGES: tuple[Page[Any, Any], ...] = (
    Page("/", home, HomeRequest, Home, "home.html", "What the record holds.", menu="Home", is_of_all=True),
    Page(
        "/events",
        events,
        EventsRequest,
        EventsPage,
        "events.html",
        "Events, searched.",
        menu="Events",
        is_of_all=True,
    ),
    Page("/events/{id}", event, EventRequest, EventPage, "event.html", "One event in full."),
    Page(
        "/documents",
        documents,
        DocumentsRequest,
        DocumentsPage,
        "documents.html",
        "All documents, searched.",
        menu="Documents",
        is_of_all=True,
    ),
    Page("/documents/{id}", document, DocumentRequest, DocumentPage, "document.html", "A text, as read."),
    Page("/documents/{id}/copies", copies, CopiesRequest, CopiesPage, "copies.html", "What copies changed."),
    Page(
        "/stories",
        stories,
        StoriesRequest,
        StoriesPage,
        "stories.html",
        "All stories.",
        menu="Stories",
        is_of_all=True,
    ),
    Page("/stories/{id}", story, StoryRequest, StoryPage, "story.html", "One story.", awaits=wait_for_story),
    Page(
        "/figures",
        figures,
        FiguresRequest,
        FiguresPage,
        "figures.html",
        "Figures stated, and those in dispute.",
        menu="Figures",
        is_of_all=True,
        awaits=wait_for_figures,
    ),
    Page(
        "/left-out",
        left_out,
        LeftOutRequest,
        LeftOutPage,
        "left_out.html",
        "Inputs that were not read.",
        is_of_all=True,
    ),
    Page(
        "/system",
        system,
        SystemRequest,
        SystemPage,
        "system.html",
        "Everybody on a day.",
        menu="System",
        takes_seconds=True,
    ),
    Page(
        "/brief",
        brief,
        BriefRequest,
        BriefPage,
        "brief.html",
        "A cited account.",
        is_of_all=True,
        awaits=wait_for_brief,
    ),
    Page(
        "/dyad/{one}/{other}",
        dyad,
        DyadRequest,
        DyadPage,
        "dyad.html",
        "How two sides stand.",
        takes_seconds=True,
    ),
    Page("/imported/{number}", imported, ImportedRequest, ImportedPage, "imported.html", "A row of others."),
    Page(
        "/review",
        review,
        ReviewRequest,
        ReviewPage,
        "review.html",
        "What is in doubt.",
        menu="Review",
        takes_seconds=True,
        is_personal=True,
    ),
    Page(
        "/judgements",
        judgements,
        JudgementsRequest,
        JudgementsPage,
        "judgements.html",
        "What people decided.",
    ),
    Page("/add", add, AddRequest, AddPage, "add.html", "Add files and texts.", menu="Add"),
)

ACTIONS: tuple[Action, ...] = (
    Action("/add", "POST", add_to_record, JobState, "Read files and a text into the record; begins a job."),
    Action("/add/{job}/stream", "GET", watch_job, JobState, "A job as it goes on, as Server-Sent Events."),
    Action("/review", "POST", answer_question, Done, "Answer a question, or undo an answer.", SentAnswer),
    Action("/judge", "POST", judge_telling, Done, "Correct, reject or compare a telling.", SentJudgement),
    Action("/judgements", "POST", undo_judgement, Done, "Take a judgement back.", SentUndo),
    Action("/name", "POST", give_name, Done, "Say who decides; kept in a cookie.", SentName),
    Action(
        "/judgements.jsonl",
        "GET",
        download_judgements,
        Judgement,
        "All judgements, as `dragoman judgements --export` writes them.",
        media="application/jsonl",
    ),
    *(
        Action(f"/brief.{ending}", "GET", download_brief, None, f"A brief as {words}.", BriefRequest, media)
        for ending, words, media in (
            ("md", "Markdown", "text/markdown"),
            ("html", "one HTML file", "text/html"),
            ("pdf", "PDF", "application/pdf"),
        )
    ),
    Action(
        "/export/{format}.zip",
        "GET",
        download_package,
        None,
        "Events in a format, with datapackage.json, which describes its fields.",
        ExportRequest,
        "application/zip",
    ),
    Action(
        "/export/{format}",
        "GET",
        download_events,
        None,
        "The events that pass the filters, in a format, as `dragoman export` writes them.",
        ExportRequest,
        "application/octet-stream",
    ),
)

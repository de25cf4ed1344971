"""One event on the screen: its fields, who says what, the figures, the evidence, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.api.record import SourcedTelling
from dragoman.faces.cli.screen import ID_LENGTH, act, counted, on_one_line, status
from dragoman.faces.sheet import STANCES, EventSheet, Figure, Shown, Source, speaker
from dragoman.record import Account, Agreement, Field, Stance
from dragoman.terms import Event, Mention, UnknownName
from dragoman.world import plover
from dragoman.world.atlas import load_atlas

AGAINST = "bold yellow"


def show(out: Console, shown: Shown) -> None:
    """Print the card."""
    sheet = shown.sheet
    out.print(Text(sheet.sentence, style="bold"))
    out.print()
    out.print(_fields(sheet))
    if len(sheet.tellings) > 1:
        _head(out, "Who tells it")
        out.print(_tellings(out, sheet))
    if sheet.figures:
        _head(out, "Figures")
        for line in _figures(sheet):
            out.print(Padding(line, (0, 0, 0, 2)))
    _head(out, "Evidence")
    for tellings in _evidence(shown):
        _print_evidence(out, tellings)
    if sheet.judgements:
        out.print(Text("What people decided", style="bold underline"))
        for row in sheet.judgements:
            said = f"{row.judgement.at[:10]} {row.judgement.author}: {row.what} ({row.state})"
            why = f"; {row.judgement.remark}" if row.judgement.remark else ""
            out.print(Padding(Text.assemble((f"{row.id[:ID_LENGTH]} ", "dim"), said, why), (0, 0, 0, 2)))
        out.print()
    for read in _provenance(sheet.sources):
        out.print(Text(read, style="dim"))


def _head(out: Console, words: str) -> None:
    out.print()
    out.print(Text(words, style="bold underline"))


def _fields(sheet: EventSheet) -> Table:
    """What is taken of each field, and what else is said of it."""
    event = sheet.event
    by_field = {each.field: each for each in sheet.agreement}
    definition = plover.load().type(event.type).definition
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    fields = {
        Field.TYPE: Text.assemble(act(event), f": {definition}"),
        Field.STATUS: status(event),
        Field.WHEN: _exactly(event),
        Field.WHERE: _placed(event.where),
        Field.ACTORS: _explained(event.actors),
        Field.RECIPIENTS: _explained(event.recipients),
    }
    rows = [("id", Text(event.id))]
    empty = {Field.ACTORS: not event.actors, Field.RECIPIENTS: not event.recipients}
    rows += [
        (name.value, _field(by_field[name], value, is_given=not empty.get(name, False)))
        for name, value in fields.items()
    ]
    rows += [
        ("reported", Text(wording.days(event.reported))),
        ("said by", _sources(sheet)),
        ("outlets", Text(", ".join(event.outlets) or "not named")),
        ("told by", Text(_support(event))),
    ]
    if len(event.history) > 1:
        rows.insert(3, ("history", Text(wording.course(event.history))))
    if event.disputed:
        rows.append(("disputed", Text(", ".join(event.disputed), style=AGAINST)))
    if event.story:
        rows.append(("story", Text.assemble(sheet.headline, (f"  {event.story[:ID_LENGTH]}", "dim"))))
    rows.append(("confidence", Text(f"{event.confidence:.2f} of 1")))
    for label, text in rows:
        grid.add_row(label, text)
    return grid


def _field(agreement: Agreement, taken: Text, *, is_given: bool = True) -> Text:
    """What is taken with how many say so, then every other account on a line of its own."""
    if not agreement.accounts:
        return taken
    text = taken.copy()
    first, *others = agreement.accounts
    if not is_given:  # the words that some reports have mean nobody known
        others = [first, *others]
    elif others:
        weight = counted(first.weight, "voice") if first.weight else "only copies"
        text.append("\n" if "\n" in text.plain else "  ").append(f"({weight})", "dim")
    for account in others:
        text.append("\n").append_text(_other(account))
    return text


def _other(account: Account) -> Text:
    """Another account: "but Mykolaiv says Volna State News"."""
    names = list(dict.fromkeys(speaker(voice) for voice in account.voices))
    said = f", {'say' if len(names) > 1 else 'says'} {wording.joined(names)}"
    if account.stance is Stance.CONTRADICTING:
        return Text.assemble(("but ", AGAINST), account.value, said)
    how = "also" if account.stance in (Stance.COMPATIBLE, Stance.AGREED) else STANCES[account.stance]
    return Text(f"{how}: {account.value}{said}", style="dim")


def _exactly(event: Event) -> Text:
    exact = wording.precision(event.when)
    return Text.assemble(wording.days(event.when), (f", {exact}" if exact else "", "dim"))


def _placed(where: Mention | None) -> Text:
    """The place and what sort of place it is, which says how exactly it is known."""
    if where is None:
        return Text("no place named")
    try:
        kind = load_atlas().place(where.entity or "").kind.value
    except UnknownName:
        kind = "not on the map"
    return Text.assemble(wording.place(where), (f", {kind}", "dim"))


def _support(event: Event) -> str:
    reports = counted(event.reports, "independent report")
    copied = len(event.documents) - event.reports
    copies = f" and {counted(copied, 'document')} copied from {'it' if event.reports == 1 else 'them'}"
    voices = f"{counted(event.voices, 'voice')} in {reports}"
    return voices + (copies if copied > 0 else "")


def _sources(sheet: EventSheet) -> Text:
    """Who in the texts says so, in their words, and whom the words mean."""
    sources = dict.fromkeys(said.source for mention in sheet.tellings for said in mention.said_by)
    if not sources:
        return Text("nobody in the text; the report speaks in its own voice")
    return _explained(_one_each(sources))


def _one_each(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The first mention of each name."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(wording.name(mention), mention)
    return tuple(found.values())


def _explained(mentions: Sequence[Mention]) -> Text:
    """Each by name, as written, and why the words mean it."""
    if not mentions:
        return Text("nobody named")
    return Text("\n").join(
        Text.assemble((wording.name(mention), "bold"), (wording.why(mention), "dim")) for mention in mentions
    )


def _tellings(out: Console, sheet: EventSheet) -> Table:
    """The tellings side by side; for each disputed field how each stands to what is taken."""
    disputed = [each for each in sheet.agreement if each.is_disputed]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("telling", style="dim", no_wrap=True)
    table.add_column("day", no_wrap=True)
    table.add_column("outlet", overflow="fold")
    table.add_column("says so", overflow="fold")
    for each in disputed:
        table.add_column(each.field.value)
    by_id = {mention.id: mention for mention in sheet.tellings}
    outlets = {source.document: source.outlet or "not named" for source in sheet.sources}
    for source in sheet.sources:
        for id in source.tellings:
            said = wording.names(one.source for one in by_id[id].said_by)
            table.add_row(
                id[:ID_LENGTH],
                "unknown" if source.published.is_unknown else str(source.published).replace("/", "/\n"),
                _outlet(source, outlets),
                said if by_id[id].said_by else "the report",
                *(_stance(each, id) for each in disputed),
            )
    return table


def _outlet(source: Source, outlets: dict[str, str]) -> Text:
    text = Text(source.outlet or "not named")
    if source.copy is not None:
        text.append(
            f"\n{wording.taken_from(source.copy, outlets.get(source.copy.original, ''))}", style="dim"
        )
    return text


def _stance(agreement: Agreement, telling: str) -> Text:
    stance = agreement.stance(telling)
    if stance is not Stance.CONTRADICTING:
        return Text(STANCES[stance], style="" if stance is Stance.AGREED else "dim")
    value = next(each.value for each in agreement.accounts if telling in each.tellings)
    return Text.assemble(("contradicts: ", AGAINST), value)


def _figures(sheet: EventSheet) -> Iterator[Text]:
    """Each figure once with all who give it; those in dispute are marked."""
    same: dict[tuple[str, str], list[Figure]] = {}
    for each in sheet.figures:
        value = wording.figure(each.claim.low, each.claim.high)
        same.setdefault((value, on_one_line(each.claim.unit)), []).append(each)
    for (value, unit), figures in same.items():
        whose = dict.fromkeys(
            f"{each.who or 'a report'}{'' if each.published.is_unknown else f', {each.published}'}"
            for each in figures
        )
        text = Text.assemble((f"{value} {unit}", "bold"), f': "{on_one_line(figures[0].claim.about)}"')
        text.append(f", says {'; '.join(whose)}", style="dim")
        yield text.append("  in dispute", AGAINST) if any(each.disputed for each in figures) else text


def _evidence(shown: Shown) -> list[list[SourcedTelling]]:
    """The tellings whose evidence is the same together, in the order of the table."""
    same: dict[str, list[SourcedTelling]] = {}
    order = {source.document: number for number, source in enumerate(shown.sheet.sources)}
    for telling in sorted(shown.sourced, key=lambda each: (order[each.document.id], each.mention.trigger)):
        same.setdefault(on_one_line(" ".join(telling.sentences)), []).append(telling)
    return list(same.values())


def _print_evidence(out: Console, tellings: Sequence[SourcedTelling]) -> None:
    """A sentence with trigger and participants marked, and every place it stands in."""
    first = tellings[0]
    out.print(Padding(_marked(first), (0, 0, 0, 2)))
    lines = [f'the act: "{on_one_line(first.mention.trigger.of(first.document.text))}"']
    for telling in tellings:
        for place in telling.appearances:
            when = "undated" if place.published.is_unknown else str(place.published)
            lines.append(f"{place.outlet or 'outlet not named'}, {when}: {place.url or place.origin}")
        document, mention = telling.document.id[:ID_LENGTH], telling.mention.id[:ID_LENGTH]
        lines.append(f"document {document}, telling {mention}")
    for line in lines:
        out.print(Padding(Text(line, style="dim"), (0, 0, 0, 6)))
    out.print()


def _marked(telling: SourcedTelling) -> Text:
    sentences = []
    for span in telling.mention.evidence:
        sentence = Text(span.of(telling.document.text).replace("\n", " "))
        for mention in (*telling.mention.actors, *telling.mention.recipients):
            if mention.span is not None and span.contains(mention.span):
                sentence.stylize("bold cyan", mention.span.start - span.start, mention.span.end - span.start)
        trigger = telling.mention.trigger
        if span.contains(trigger):
            sentence.stylize("bold yellow", trigger.start - span.start, trigger.end - span.start)
        sentences.append(sentence)
    return Text("\n").join(sentences)


def _provenance(sources: Iterable[Source]) -> Iterator[str]:
    """Who read the documents, with which tables and program, and when; alike ones together."""
    same: dict[tuple[str, str, str], list[str]] = {}
    for source in sources:
        found = source.provenance
        if found is not None:
            same.setdefault((found.reader, found.world, found.code), []).append(found.at)
    for (reader, world, code), at in same.items():
        with_what = f"{f', world {world}' if world else ''}{f', dragoman {code}' if code else ''}"
        yield f"{counted(len(at), 'document')} read {max(at)[:16].replace('T', ' ')} by {reader}{with_what}"

"""Figures in dispute on the screen: each side with its figure, its day and its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.disputing import Disputed
from dragoman.faces import wording
from dragoman.faces.cli.screen import ID_LENGTH, on_one_line
from dragoman.record.figures import Dispute, Relation, Stated, Voice

_NEAR = 1.1  # times; below that a share is plainer
_WIDE = 1000  # times; beyond that a ratio tells nothing


def show(out: Console, found: Disputed) -> None:
    """Print one dispute."""
    out.print(_heading(found.dispute))
    for voice in found.dispute.voices:
        said = [one for one in found.figures if one.claim.id in voice.claims]
        out.print(Padding(_side(voice, said), (0, 0, 0, 2)))
        for sentence in dict.fromkeys(on_one_line(one.sentence) for one in said):
            out.print(Padding(Text(sentence, style="dim"), (0, 0, 0, 6)))
    out.print()


def _heading(dispute: Dispute) -> Text:
    """What is counted, and whether it grew or is contradicted."""
    text = Text(dispute.about, style="bold")
    if dispute.relation is Relation.UPDATED:
        return text.append("  a count that grew", "not bold cyan")
    text.append("  contradicting", "not bold yellow")
    return text.append(_spread(dispute.spread), "not bold dim")


def _spread(times: float) -> str:
    """How far the figures lie apart."""
    if times > _WIDE:
        return ""
    return f", {times - 1:.1%} apart" if times < _NEAR else f", the highest {times:,.3g} times the lowest"


def _side(voice: Voice, said: Sequence[Stated]) -> Text:
    """A figure with who says it, where and when."""
    text = Text.assemble((wording.figure(voice.low, voice.high), "bold"), f' "{on_one_line(voice.words)}"')
    outlets = ", ".join(voice.outlets) or "a report of no named outlet"
    who = wording.party(voice.who)
    if voice.who in voice.documents or who == outlets:  # nobody in the text says so
        text.append(f", says {outlets}")
    else:
        text.append(f", says {who}").append(f" in {outlets}", "dim")
    days = ", ".join(dict.fromkeys("undated" if day.is_unknown else str(day) for day in voice.days))
    documents = ", ".join(dict.fromkeys(one.document[:ID_LENGTH] for one in said))
    return text.append(f", {days}").append(f"  document {documents}", "dim")

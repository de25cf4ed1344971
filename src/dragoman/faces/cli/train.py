"""dragoman train: rebuild the weights of the reader, of gists, or of likeness."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich import box
from rich.table import Table

from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import console, errors, print_json
from dragoman.terms import DragomanError

if TYPE_CHECKING:
    from dragoman.reading.neural.model import Card
    from dragoman.training.gist_train import GistReport
    from dragoman.training.train import EpochReport

_NEEDS = 'training needs more than reading does: pip install -e ".[training]"'
_SHOWN = ("located_f1", "type_f1", "status_acc", "actor_f1", "recipient_f1", "content_f1")


def train(
    what: Annotated[
        Literal["reader", "gist", "likeness"],
        typer.Argument(metavar="WHAT", help="What to train: reader, gist or likeness."),
    ],
    corpus: Annotated[Path, typer.Option(help="The reader's annotated corpus.")] = Path("training/corpus"),
    stories: Annotated[Path, typer.Option(help="Stories told several times.")] = Path("training/stories"),
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", "--out", help="Folder for what is written.", show_default="where it is looked for"
        ),
    ] = None,
    epochs: Annotated[
        int | None, typer.Option(min=1, help="Passes over the texts.", show_default="as shipped")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of all chance.", show_default="as shipped")] = None,
    checkpoint: Annotated[
        Path | None, typer.Option(help="Kept after every epoch; goes on from there.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Rebuild the weights of the reader, of gists, or of likeness.

    The reader learns from the annotated corpus, gists from stories told several times, and likeness (whether
    two tellings tell one event) from stories that gists have not learned and the bundled corpus. The same
    texts and seed give the same weights on the same kind of processor.

    Examples:

      dragoman train reader --checkpoint reader.pt

      dragoman train gist

      dragoman train likeness
    """
    if what == "likeness":
        _likeness(stories, into, json=json)
        return
    chosen = {name: value for name, value in (("epochs", epochs), ("seed", seed)) if value is not None}
    if what == "reader":
        card, folder = _reader(corpus, into, chosen, checkpoint, _Progress(json))
    else:
        card, folder = _gist(stories, into, chosen, checkpoint, _Progress(json))
    if json:
        print_json([card])
        return
    console().print(f"{folder}: {card.name} written")


def _reader(
    corpus: Path, into: Path | None, chosen: dict[str, int], checkpoint: Path | None, progress: _Progress
) -> tuple[Card, Path]:
    """The reader's weights in a folder."""
    from dragoman.reading.neural.model import FOLDER

    with _needed():
        from dragoman.training.build import build
        from dragoman.training.train import Options

    folder = into or FOLDER
    return build(corpus, folder, Options(**chosen), checkpoint, progress.show), folder


def _gist(
    stories: Path, into: Path | None, chosen: dict[str, int], checkpoint: Path | None, progress: _Progress
) -> tuple[Card, Path]:
    """The weights of gists in a folder."""
    from dragoman.reading.gist.finder import FOLDER

    with _needed():
        from dragoman.training.gist_build import build_gist
        from dragoman.training.gist_train import GistOptions

    folder = into or FOLDER
    card = build_gist(stories, folder, GistOptions(**chosen), checkpoint, progress.show_gist)
    return card, folder


def _likeness(stories: Path, into: Path | None, *, json: bool) -> None:
    """The weights of likeness, and how well pairs that were left out are told apart."""
    from dragoman.training.likeness_fit import FOLDER, fit

    out = errors() if json else console()
    folder = into or FOLDER
    measured = fit(stories, folder, lambda doing: out.print(f"{doing} ..."))
    if json:
        print_json(measured)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("left out", "pairs", "one event", "average precision", "precision", "recall"):
        table.add_column(name, justify="left" if name == "left out" else "right")
    for each in measured:
        shares = (f"{value:.3f}" for value in (each.average_precision, each.precision, each.recall))
        table.add_row(each.name, f"{each.pairs:,}", f"{each.same:,}", *shares)
    console().print(table)
    console().print(f"{folder}: weights of likeness written")


@contextmanager
def _needed() -> Iterator[None]:
    """Says how to install what an import inside lacks."""
    try:
        yield
    except ImportError as error:
        raise DragomanError(f"{_NEEDS} ({error})") from error


class _Progress:
    """One line for each epoch, on standard error where JSON goes to standard output."""

    def __init__(self, json: bool) -> None:
        self._out = errors() if json else console()

    def show(self, report: EpochReport) -> None:
        names = ("loss", "pairs", "pair_f1", *_SHOWN)
        values = [report.reading_loss, report.pair_loss, report.pair_f1]
        values += [getattr(report.held_out, name) for name in _SHOWN]
        self._row(report.epoch, report.seconds, dict(zip(names, values, strict=True)))

    def show_gist(self, report: GistReport) -> None:
        """Average precision and CoNLL F1 of the held-out groups, and of the natural ones among them."""
        every, natural = report.held_out.all, report.held_out.natural
        values = {"loss": report.loss, "ap": every.average_precision, "f1": every.best.conll_f1}
        values |= {"natural_ap": natural.average_precision, "natural_f1": natural.best.conll_f1}
        self._row(report.epoch, report.seconds, values)

    def _row(self, epoch: int, seconds: float, values: dict[str, float]) -> None:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_header=epoch == 1)
        for name in ("epoch", "seconds", *values):
            table.add_column(name, justify="right", min_width=len(name))
        table.add_row(str(epoch), f"{seconds:.0f}", *(f"{value:.3f}" for value in values.values()))
        self._out.print(table)

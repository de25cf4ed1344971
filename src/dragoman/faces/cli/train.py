"""dragoman train: rebuild the weights of the reader from the annotated corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich import box
from rich.table import Table

from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import console, errors, print_json
from dragoman.terms import DragomanError

if TYPE_CHECKING:
    from dragoman.training.train import EpochReport

_NEEDS = 'training needs more than reading does: pip install -e ".[training]"'
_SHOWN = ("located_f1", "type_f1", "status_acc", "actor_f1", "recipient_f1", "content_f1")


def train(
    what: Annotated[Literal["reader"], typer.Argument(metavar="WHAT", help="What to train: reader.")],
    corpus: Annotated[Path, typer.Option(help="Folder with the annotated corpus.")] = Path("training/corpus"),
    into: Annotated[
        Path | None,
        typer.Option(help="Folder for weights, tokenizer and card.", show_default="where the reader looks"),
    ] = None,
    epochs: Annotated[
        int | None, typer.Option(min=1, help="Passes over the corpus.", show_default="as shipped")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of all chance.", show_default="as shipped")] = None,
    checkpoint: Annotated[
        Path | None, typer.Option(help="Kept after every epoch; goes on from there.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Rebuild the weights of the reader from the annotated corpus. The same corpus and seed give the same
    weights on the same kind of processor.

    Example:

      dragoman train reader --checkpoint reader.pt
    """
    try:
        from dragoman.training.build import build
        from dragoman.training.train import Options
    except ImportError as error:
        raise DragomanError(f"{_NEEDS} ({error})") from error
    from dragoman.reading.neural.model import FOLDER

    chosen = {name: value for name, value in (("epochs", epochs), ("seed", seed)) if value is not None}
    progress = _Progress(json)
    card = build(corpus, into or FOLDER, Options(**chosen), checkpoint, progress.show)
    if json:
        print_json([card])
        return
    console().print(f"{into or FOLDER}: {card.name} written")


class _Progress:
    """One line for each epoch, on standard error where JSON goes to standard output."""

    def __init__(self, json: bool) -> None:
        self._out = errors() if json else console()

    def show(self, report: EpochReport) -> None:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_header=report.epoch == 1)
        names = ("epoch", "seconds", "loss", "pairs", "pair_f1", *_SHOWN)
        values = [report.epoch, report.seconds, report.reading_loss, report.pair_loss, report.pair_f1]
        values += [getattr(report.held_out, name) for name in _SHOWN]
        for name in names:
            table.add_column(name, justify="right", min_width=len(name))
        table.add_row(str(values[0]), f"{values[1]:.0f}", *(f"{value:.3f}" for value in values[2:]))
        self._out.print(table)

"""The verbs of a record: what was played, seen again, proved, copied and taken elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from game.i18n import _
from game.verbs.words import (
    Board,
    Fullscreen,
    Language,
    Record,
    Scale,
    Size,
    Skin,
    Still,
    Theme,
    app,
)


@app.command(help=_("Show a recorded game again, turn by turn; compare turns, play on from one."))
def replay(
    record: Record,
    board: Board = None,
    skin: Skin = "",
    language: Language = "",
    theme: Theme = "light",
    scale: Scale = 100,
    still: Still = False,
    fullscreen: Fullscreen = False,
    size: Size = "",
) -> None:
    from game import i18n
    from game.desktop.start import shows, wished

    i18n.use(language)
    face = wished(
        theme=theme, scale=scale, still=still, fullscreen=fullscreen, size=size, language=language
    )
    if not shows(board):
        from game.lines import replay as tell

        tell(record, skin, language)
        return
    from game.desktop.start import play as play_board
    from game.session.replay import Replay

    play_board(Replay(record, skin, language), face)


@app.command(help=_("Decide a recorded game again; name the first difference."))
def verify(record: Record) -> None:
    from game.record.verify import verify as verify_record

    typer.echo(verify_record(record))


@app.command(help=_("A recorded game's ledger, one row a turn (csv), or its facts (jsonl)."))
def export(
    record: Record,
    to: Annotated[Literal["jsonl", "csv"], typer.Option(help=_("The table's format."))] = "csv",
    out: Annotated[Path | None, typer.Option(help=_("Write it to a file."))] = None,
) -> None:
    from game.record.export import export as export_record

    lines = export_record(record, to)
    if out is not None:
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        return
    for line in lines:
        typer.echo(line)


@app.command(
    help=_(
        "Copy a recorded game up to a turn, to play on from there. Whoever plays on sees what a "
        "seat keeps secret, also in a game that is not over."
    )
)
def fork(
    record: Record,
    turn: Annotated[int, typer.Option(min=1, help=_("The turn to play again from."))],
    out: Annotated[Path, typer.Option(help=_("Where to keep the new game's record."))],
) -> None:
    from game.record.fork import fork as fork_record

    fork_record(record, turn, out)

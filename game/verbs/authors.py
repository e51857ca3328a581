"""The verbs of an author's bench: a scenario to begin from, its map, its reference."""

from __future__ import annotations

from typing import Annotated

import typer

from game.i18n import _
from game.verbs.words import app


@app.command(help=_("Begin a scenario: a commented file in this folder that already plays."))
def new(
    name: Annotated[str, typer.Argument(help=_("Its id: lower-case words joined by '-'."))],
    title: Annotated[str, typer.Option(help=_("What it is called; its id if unsaid."))] = "",
    seats: Annotated[
        str,
        typer.Option(help=_("Ids of three to seven seats: the host, its partner, who minds, ...")),
    ] = "host,partner,neighbour",
) -> None:
    from game.authoring.scaffold import new as begin

    for line in begin(name, title, [seat.strip() for seat in seats.split(",")]):
        typer.echo(line)

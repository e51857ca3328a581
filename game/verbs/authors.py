"""The verbs of an author's bench: a scenario to begin from, its map, its reference."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from game.i18n import _
from game.verbs.words import Language, Scenario, Skin, app


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


@app.command(
    "map", help=_("Draw who consents to what, what follows from what, and who owes what, as SVG.")
)
def map_(
    scenario: Scenario,
    out: Annotated[
        Path | None, typer.Option(help=_("Where to draw it; SCENARIO.map.svg if unsaid."))
    ] = None,
    about: Annotated[
        Literal["consent", "consequences", "agreements"] | None,
        typer.Option(help=_("Only this section.")),
    ] = None,
    skin: Skin = "",
    language: Language = "",
) -> None:
    from game import i18n
    from game.authoring.map.draw import write
    from game.loading import load
    from game.session.opening import worded

    i18n.use(language)
    loaded = load(scenario)
    where = out or Path(f"{loaded.id}.map.svg")
    typer.echo(write(loaded, worded(loaded, skin, language), where, about))


@app.command(
    help=_("Print the JSON Schema of scenario files, or write it where an editor finds it.")
)
def schema(
    out: Annotated[Path | None, typer.Option(help=_("Write it to a file."))] = None,
) -> None:
    from game.authoring.schema import schema_text, write_schema

    typer.echo(write_schema(out) if out else schema_text(), nl=bool(out))


@app.command(help=_("Print what every key of a scenario file means, or the keys of one part."))
def reference(
    part: Annotated[str, typer.Argument(help=_("A part, such as issue; all if unsaid."))] = "",
    out: Annotated[Path | None, typer.Option(help=_("Write it to a file."))] = None,
) -> None:
    from game.authoring.reference import reference as told

    text = told(part)
    if out is None:
        typer.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(_("{file} is written.").format(file=out))

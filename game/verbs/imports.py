"""The verbs that bring in what others wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.i18n import _
from game.verbs.words import app

imports = typer.Typer(
    name="import",
    help=_("Turn what others wrote into a scenario."),
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(imports)


@imports.callback()
def bring_in() -> None:
    """Keeps `genius` a word of its own while it is the only one."""


@imports.command(
    help=_("A GENIUS/ANAC negotiation domain and its profiles, as a scoreable scenario.")
)
def genius(
    domain: Annotated[Path, typer.Argument(help=_("The domain's XML file."))],
    profiles: Annotated[
        list[Path], typer.Argument(help=_("A utility profile's XML file for each party."))
    ],
    out: Annotated[Path, typer.Option(help=_("The scenario to write, such as laptop.yaml."))],
    force: Annotated[bool, typer.Option("--force", help=_("Write over a file there."))] = False,
) -> None:
    from game.importing.run import import_genius

    for line in import_genius(domain, profiles, out, force=force):
        typer.echo(line)

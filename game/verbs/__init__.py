"""The verbs of the command `modus`: their words, and one call each.

Nothing heavy is imported until a verb runs: `modus --help` reads these files alone.
"""

from __future__ import annotations

from typing import Annotated

import typer

from game.i18n import _
from game.verbs import authors, games, imports, records, scenarios, studies
from game.verbs.words import app

__all__ = ["app", "authors", "games", "imports", "modus", "records", "scenarios", "studies"]


def _version(wanted: bool) -> None:
    if wanted:
        from game import __version__

        typer.echo(f"modus {__version__}")
        raise typer.Exit


@app.callback()
def modus(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Say the version.")),
    ] = False,
) -> None:
    """All verbs share one error translation (game.cli) and one option."""

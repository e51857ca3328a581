"""The verbs of scenarios: which there are, and what is wrong with one."""

from __future__ import annotations

from typing import Annotated

import typer

from game.i18n import _
from game.verbs.words import app


@app.command("list", help=_("List the bundled scenarios."))
def list_() -> None:
    from game.checking import table_of_scenarios

    for line in table_of_scenarios():
        typer.echo(line)


@app.command(help=_("Check scenarios, and name every problem in them at once."))
def check(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(help=_("Ids or files; all bundled scenarios if unsaid.")),
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help=_("Run their cases too."))] = False,
    json: Annotated[bool, typer.Option("--json", help=_("Print the problems as JSON."))] = False,
) -> None:
    from game.checking import check as check_scenarios

    for line in check_scenarios(scenarios or [], cases=cases, json=json):
        typer.echo(line)

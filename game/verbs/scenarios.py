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
        typer.Argument(
            help=_(
                "Ids or files; all bundled scenarios if unsaid. With --explain codes, with "
                "--untranslated languages too."
            )
        ),
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help=_("Run their cases too."))] = False,
    study: Annotated[
        bool,
        typer.Option(
            "--study",
            help=_("Play 60 games between bots too, and name what never comes about in them."),
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Fail on warnings too; plays as --study does."))
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Check again on every save, until Ctrl-C."))
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help=_("Say what codes mean and how to mend it; list all if none is said.")
        ),
    ] = False,
    untranslated: Annotated[
        bool,
        typer.Option("--untranslated", help=_("List every text that has no translation.")),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help=_("Print the problems as JSON."))] = False,
) -> None:
    from game import checking

    named = scenarios or []
    if watch and (strict or json):
        says = _("--watch goes on until Ctrl-C: it goes with --cases and --study alone.")
        raise typer.BadParameter(says)
    if explain:
        lines = checking.explain_codes(named)
    elif untranslated:
        lines = checking.gaps(named)
    elif watch:
        lines = checking.watch_saves(named, cases=cases, study=study)
    else:
        lines = checking.check(named, cases=cases, study=study, strict=strict, json=json)
    for line in lines:
        typer.echo(line)

"""The verbs of a study: many games between bots, and what they say of a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.i18n import _
from game.verbs.words import app


@app.command(
    help=_(
        "Play a scenario many times between bots, and say how balanced it is: targets, figures, "
        "met or missed. A choice counts only where a bot weighed it and held it for worth a point "
        "more than passing: it is called worthwhile. What the other words of the table mean "
        "(pivotal, main issue, way to coerce, attainable ...) is said below it. Ctrl-C reports "
        "what was played so far."
    )
)
def balance(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(help=_("Ids or files; all bundled scenarios if unsaid.")),
    ] = None,
    games: Annotated[int, typer.Option(min=1, help=_("Games of each; judge from 2000."))] = 200,
    bots: Annotated[
        str,
        typer.Option(
            help=_(
                "Who plays: mixed:0.3 is greedy in seven turns of ten, and only those turns "
                "count as choices; the dice of the others lead where greedy bots alone never go."
            )
        ),
    ] = "mixed:0.3",
    jobs: Annotated[int, typer.Option(min=0, help=_("Processes; 0 for one a core."))] = 0,
    seed: Annotated[int, typer.Option(help=_("The first game's seed; the next ones follow."))] = 1,
    json: Annotated[bool, typer.Option("--json", help=_("Print all figures as JSON."))] = False,
    markdown: Annotated[
        Path | None,
        typer.Option(help=_("Write the tables there too, with the notes beside that file.")),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit with 1 on a miss."))] = False,
) -> None:
    from game.study.balance import balance as study_balance
    from game.study.balance import cores

    study_balance(
        scenarios or [],
        games=games,
        bots=bots,
        jobs=jobs or cores(),
        seed=seed,
        json=json,
        page=markdown,
        strict=strict,
    )

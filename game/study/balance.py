"""What `modus balance` does: studies of scenarios, told as they are asked for."""

from __future__ import annotations

import json as json_format
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import fill

from game import data, loading
from game.errors import UserError
from game.i18n import _, ngettext
from game.scenario.model import Scenario
from game.study.games import study
from game.study.meanings import meanings
from game.study.page import markdown, notes_of, read_notes
from game.study.report import WIDTH, Study, as_json, outcomes, table

FAILED = 1


def balance(
    names: Sequence[str],
    *,
    games: int,
    bots: str,
    jobs: int,
    seed: int,
    json: bool = False,
    page: Path | None = None,
    strict: bool = False,
) -> None:
    """Study scenarios (all bundled ones if none is named) and print what came of it.

    With `page`, it is also written there as Markdown, unless it was interrupted. Raises UserError
    for what cannot be played, and with `strict` for a missed target (exit code 1), and
    KeyboardInterrupt after the report of what had been played when somebody interrupted.
    """
    scenarios = [loading.load(name) for name in names or data.scenario_ids()]
    notes = read_notes(notes_of(page), scenarios) if page is not None else {}
    studies = []
    for scenario in scenarios:
        with _progress(scenario, games, quiet=json) as told:
            try:
                tally = study(scenario, games, bots, seed, jobs, progress=told)
            except ValueError as error:
                raise UserError(f"--bots: {error}.") from None
        studies.append(Study(scenario, tally, seed, games))
        if not json:
            _print(studies[-1])
        if tally.games < games:
            break
    if not json and any(one.tally.games and one.scenario.settle is None for one in studies):
        _explain()
    if json:
        print(json_format.dumps(as_json(studies), indent=2, ensure_ascii=False))
    if studies[-1].tally.games < games:
        raise KeyboardInterrupt
    if page is not None:
        lines = markdown(studies, notes, page)
        page.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
    missed = sum(study.missed for study in studies)
    if strict and missed:
        says = ngettext("{n} target is missed.", "{n} targets are missed.", missed)
        raise UserError(says.format(n=missed), exit_code=FAILED)


def cores() -> int:
    """How many processes there are cores for."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _print(one: Study) -> None:
    from rich.console import Console

    if not one.tally.games:
        print(_("{id}: no game was played.").format(id=one.scenario.id))
        return
    console = Console(width=WIDTH, highlight=False, markup=False)
    console.print(table(one))
    console.print(_("Where the issues end, in per cent of games"))
    for line in outcomes(one):
        console.print(f"  {line}")
    if one.scenario.settle is not None:
        console.print(_("Only a settlement counts here: the targets of other games do not apply."))


def _explain() -> None:
    """What the words of the tables mean, once below them all."""
    print()
    print(_("The words of the table:"))
    for one in meanings():
        told = one.replace("*", "")
        print(fill(told, WIDTH, initial_indent="  ", subsequent_indent="    "))


@contextmanager
def _progress(
    scenario: Scenario, games: int, *, quiet: bool
) -> Iterator[Callable[[int], None] | None]:
    """How far a study is, where somebody waits for it at a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(scenario.id, total=games)
        yield lambda done: progress.update(task, completed=done)

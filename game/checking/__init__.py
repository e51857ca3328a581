"""What authors ask of the game: which scenarios there are, and what is wrong with one."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from game import data
from game.checking.bench import Asked, line, look
from game.errors import UserError
from game.i18n import _, ngettext
from game.loading import load
from game.scenario.problems import Problem

__all__ = [
    "FAILED", "check", "explain_codes", "gaps", "table_of_scenarios", "watch_saves",
]  # fmt: skip

FAILED = 1


def table_of_scenarios() -> Iterator[str]:
    """One line for each bundled scenario: id, title, seats, minutes."""
    rows = [(_("id"), _("title"), _("seats"), _("minutes"))]
    for name in data.scenario_ids():
        scenario = load(name)
        minutes = scenario.document.minutes
        seats = str(len(scenario.players))
        rows.append((name, scenario.title, seats, "" if minutes is None else str(minutes)))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def check(
    scenarios: Sequence[str],
    *,
    cases: bool = False,
    study: bool = False,
    strict: bool = False,
    json: bool = False,
) -> Iterator[str]:
    """Check scenarios by id or path (all bundled ones if none is named), and say what was found.

    With `cases` the cases of those that load are run too; with `study` some games are played, and
    what never comes about in them is a warning. `strict` is `study`, and lets no warning pass. The
    lines are for people, or one JSON array of problems. Raises UserError at the end when something
    is wrong, so that the exit code is 1 for a failed check, and 2 when a scenario cannot be found.
    """
    asked = Asked(cases=cases, study=study or strict)
    found: list[Problem] = []
    summaries: list[str] = []
    for name in scenarios or data.scenario_ids():
        problems, summary = look(name, asked)
        found += problems
        summaries += [*(line(problem) for problem in problems), summary]
    if json:
        yield json_format.dumps([asdict(problem) for problem in found], indent=2)
    else:
        yield from summaries
    _judge(found, strict)


def _judge(found: Sequence[Problem], strict: bool) -> None:
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        says = ngettext("{n} error; see above.", "{n} errors; see above.", errors)
        raise UserError(says.format(n=errors), exit_code=FAILED)
    if strict and found:
        says = ngettext(
            "{n} warning, and --strict lets none pass; see above.",
            "{n} warnings, and --strict lets none pass; see above.",
            len(found),
        )
        raise UserError(says.format(n=len(found)), exit_code=FAILED)


def watch_saves(scenarios: Sequence[str], *, cases: bool = False, study: bool = False
                ) -> Iterator[str]:  # fmt: skip
    """What `check` says, now and after every save, until it is interrupted.

    Raises UserError for a scenario that cannot be found at the start.
    """
    from game.checking.watching import watch

    return watch(scenarios, Asked(cases=cases, study=study))


def gaps(named: Sequence[str]) -> Iterator[str]:
    """Every text without a translation: of scenarios, and of the program itself.

    `named` are scenarios and languages. Raises UserError for what is neither.
    """
    from game.checking.catalogues import untranslated_texts

    return untranslated_texts(named)


def explain_codes(codes: Sequence[str]) -> Iterator[str]:
    """What codes mean, or the list of all. Raises UserError for one that there is not."""
    from game.checking.explaining import explain

    return explain(codes)

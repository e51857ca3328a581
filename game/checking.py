"""What authors ask of the game: which scenarios there are, what is wrong with one, its schema."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from game import data
from game.errors import UserError
from game.i18n import _, ngettext
from game.loading import load
from game.rules.cases import Miss, run_cases
from game.scenario.gate import read
from game.scenario.load import check_text
from game.scenario.problems import Problem

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


def check(scenarios: Sequence[str], *, cases: bool, json: bool) -> Iterator[str]:
    """Check scenarios by id or path (all bundled ones if none is named), and say what was found.

    With `cases` the cases of those that load are run too. The lines are for people, or one JSON
    array of problems. Raises UserError at the end when something is wrong, so that the exit code
    is 1 for a failed check, and 2 when a scenario cannot be found.
    """
    found: list[Problem] = []
    summaries: list[str] = []
    for name in scenarios or data.scenario_ids():
        problems, summary = _checked(name, cases)
        found += problems
        summaries += [*(_line(problem) for problem in problems), summary]
    if json:
        yield json_format.dumps([asdict(problem) for problem in found], indent=2)
    else:
        yield from summaries
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        says = ngettext("{n} error; see above.", "{n} errors; see above.", errors)
        raise UserError(says.format(n=errors), exit_code=FAILED)


def schema_text() -> str:
    """The JSON Schema of scenario files, as text."""
    from game.scenario.jsonschema import schema

    return json_format.dumps(schema(), indent=2)


def _checked(name: str, cases: bool) -> tuple[list[Problem], str]:
    """The problems of one scenario, and the line that sums it up."""
    text, source = data.scenario_text(name)
    scenario, problems = check_text(text, source, data.Library(source))
    if scenario is None:
        return problems, _("{source}: cannot be played.").format(source=source)
    if not cases:
        return problems, _("{source}: well formed.").format(source=source)
    misses = run_cases(scenario)
    failed = _placed(misses, text, source)
    bad = len({miss.number for miss in misses})
    count = len(scenario.document.cases)
    says = ngettext(
        "{source}: {n} case, {bad} failed.", "{source}: {n} cases, {bad} failed.", count
    )
    return problems + failed, says.format(source=source, n=count, bad=bad)


def _placed(misses: Sequence[Miss], text: str, source: str) -> list[Problem]:
    """What was not met, each at the place of its case in the file."""
    if not misses:
        return []
    marks = read(text, source)
    places = (marks.mark(("cases", miss.number)) for miss in misses)
    return [
        Problem("case/failed", str(miss), source, line, column)
        for miss, (line, column) in zip(misses, places, strict=True)
    ]


def _line(problem: Problem) -> str:
    severity = "" if problem.severity == "error" else _("warning: ")
    place = f"{problem.source}:{problem.line}:{problem.column}"
    return f"{place}: {severity}{problem.code}: {problem.message}"

"""One scenario on the bench: every problem of it in the order of its file, and a line of sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game import data
from game.checking import agreed, conditions, facts, idle, pace, reach, translations
from game.checking.allowing import accepted
from game.checking.places import Places
from game.i18n import _, ngettext
from game.rules.cases import Miss, run_cases
from game.scenario.load import survey
from game.scenario.model import Scenario
from game.scenario.problems import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look at besides the text itself: its cases, and a study of some games."""

    cases: bool = False
    study: bool = False


def look(name: str, asked: Asked) -> tuple[list[Problem], str]:
    """The problems of one scenario, by id or path, and the line that sums it up.

    Raises UserError when it cannot be found or read.
    """
    text, source = data.scenario_text(name)
    return examine(text, source, asked)


def examine(text: str, source: str, asked: Asked) -> tuple[list[Problem], str]:
    """The problems of a scenario's text, and the line that sums it up."""
    scenario, problems, reading = survey(text, source, data.Library(source))
    places = Places(text, reading, scenario.included if scenario else {})
    if scenario is None:
        kept = accepted(problems, places, complete=False, studied=False)
        return ordered(kept, source), _("{source}: cannot be played.").format(source=source)
    problems += _warnings(scenario, places, asked)
    kept = accepted(problems, places, complete=True, studied=asked.study)
    if not asked.cases:
        return ordered(kept, source), _("{source}: well formed.").format(source=source)
    misses = run_cases(scenario)
    bad = len({miss.number for miss in misses})
    count = len(scenario.document.cases)
    says = ngettext(
        "{source}: {n} case, {bad} failed.", "{source}: {n} cases, {bad} failed.", count
    )
    kept += _placed(misses, places)
    return ordered(kept, source), says.format(source=source, n=count, bad=bad)


def line(problem: Problem) -> str:
    """A problem as one line: where, how grave, which, and what to do."""
    severity = "" if problem.severity == "error" else _("warning: ")
    place = f"{problem.source}:{problem.line}:{problem.column}"
    return f"{place}: {severity}{problem.code}: {problem.message}"


def ordered(problems: Sequence[Problem], source: str) -> list[Problem]:
    """In the order of the file, and what stands in its libraries behind."""
    return sorted(problems, key=lambda p: (p.source != source, p.source, p.line, p.column))


def _warnings(scenario: Scenario, places: Places, asked: Asked) -> Iterator[Problem]:
    document = scenario.document
    yield from reach.warnings(scenario, places)
    yield from conditions.warnings(scenario, places)
    yield from idle.warnings(scenario, places)
    yield from agreed.warnings(scenario, places)
    yield from facts.warnings(document, places)
    yield from pace.warnings(document, places)
    yield from translations.warnings(document, places)
    if asked.study:
        from game.checking.studied import warnings

        yield from warnings(scenario, places)


def _placed(misses: Sequence[Miss], places: Places) -> list[Problem]:
    """What was not met, each at the place of its case in the file."""
    return [
        places.whole.problem("case/failed", str(miss), ("cases", miss.number)) for miss in misses
    ]

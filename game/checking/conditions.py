"""Conditions that can never hold, and objectives that cannot be missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.checking.places import Path, Places
from game.checking.spans import span
from game.i18n import _
from game.scenario.binding import Env, Ref
from game.scenario.expressions import ExpressionError, parse
from game.scenario.model import Expression, Instrument, Objective, Scenario
from game.scenario.problems import Problem

SHOWN = 3
"""How many cells' ranges a warning tells."""


def warnings(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """Every condition that the ranges of its cells rule out, or make certain."""
    for path, objective in _objectives(scenario):
        low, high = span(scenario, objective.when.tree)[0]
        if (low, high) == (0, 0):
            yield _never(scenario, places, objective.when, path)
        elif low > 0 or high < 0:
            says = _("'{text}' holds whatever happens: these points are given away.")
            yield places.warn("condition/always", says.format(text=objective.when.text), path)
    for path, condition in _others(scenario):
        if span(scenario, condition.tree)[0] == (0, 0):
            yield _never(scenario, places, condition, path)
    for instrument in scenario.instruments.values():
        if instrument.if_ is not None and _shut(scenario, instrument):
            yield _never(scenario, places, instrument.if_, ("instruments", instrument.id, "if"))


def _never(scenario: Scenario, places: Places, condition: Expression, path: Path) -> Problem:
    cells = [scenario.header.cells[i] for i in sorted(span(scenario, condition.tree)[1])]
    ranges = ", ".join(f"{cell.name} {cell.low} … {cell.high}" for cell in cells[:SHOWN])
    says = _("'{text}' can never hold.").format(text=condition.text)
    if ranges:
        says += " " + _("Ranges: {ranges}.").format(ranges=ranges)
    return places.warn("condition/never", says, path)


def _objectives(scenario: Scenario) -> Iterator[tuple[Path, Objective]]:
    for actor in scenario.actors.values():
        here: Path = ("actors", actor.id)
        governments = [(here, actor.base)]
        governments += [((*here, "mandates", key), one) for key, one in actor.mandates.items()]
        for path, aims in governments:
            yield from _listed(aims.objectives or (), path)
            for number, sheet in enumerate(aims.private or ()):
                yield from _listed(sheet.objectives, (*path, "private", number))


def _listed(objectives: Sequence[Objective], path: Path) -> Iterator[tuple[Path, Objective]]:
    for number, objective in enumerate(objectives):
        yield (*path, "objectives", number, "when"), objective


def _others(scenario: Scenario) -> Iterator[tuple[Path, Expression]]:
    for name, event in scenario.events.items():
        if event.when is not None:
            yield ("events", name, "when"), event.when
    for name, end in scenario.ends.items():
        yield ("end", name, "when"), end.when
    for name, rule in scenario.rules.items():
        if rule.body.if_ is not None and not rule.body.for_:
            yield ("rules", name, "if"), rule.body.if_
    for name, terms in scenario.agreements.items():
        for number, clause in enumerate(terms.clauses):
            if clause.if_:
                try:
                    yield ("agreements", name, "clauses", number, "if"), parse(clause.if_)
                except ExpressionError:  # told by who loads it
                    continue


def _shut(scenario: Scenario, instrument: Instrument) -> bool:
    """Whether no seat can ever order it, at whatever target."""
    assert instrument.if_ is not None
    scopes = list(_scopes(scenario, instrument))
    return bool(scopes) and all(
        span(scenario, instrument.if_.tree, env)[0] == (0, 0) for env in scopes
    )


def _scopes(scenario: Scenario, instrument: Instrument) -> Iterator[Env]:
    for seat in instrument.who:
        env: Env = {"actor": Ref("actor", seat)}
        if instrument.target == "actor":
            yield from ({**env, "target": Ref("actor", p)} for p in scenario.players if p != seat)
        elif instrument.target == "issue":
            yield from ({**env, "target": Ref("issue", issue)} for issue in scenario.issues)
        elif instrument.target == "constituency":
            homes = scenario.actors[seat].constituencies
            yield from ({**env, "target": Ref("constituency", f"{seat}.{c.id}")} for c in homes)
        else:
            yield env

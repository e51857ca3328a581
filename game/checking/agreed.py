"""What agreements cannot do: reach an option in time, or be ratified by anybody."""

from __future__ import annotations

from collections.abc import Iterator

from game.checking.places import Places
from game.i18n import _
from game.scenario.model import Actor, Scenario
from game.scenario.problems import Problem
from game.scenario.terms import Move


def warnings(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """Terms that are too short for a ladder, treaties that nobody is asked about, idle shares."""
    yield from _terms(scenario, places)
    treaties = [name for name, terms in scenario.agreements.items() if terms.treaty]
    if not any(_ratifies(actor) for actor in scenario.actors.values()):
        # Where somebody ratifies, a treaty of others is meant so: some states ask nobody.
        for name in treaties:
            says = _(
                "Nobody has 'ratify:' and constituencies: this treaty is in force as soon as it is "
                "signed, and executes itself."
            )
            yield places.warn("treaty/nobody-asked", says, ("agreements", name, "treaty"), key=True)
    for seat, actor in scenario.actors.items():
        if actor.base.ratify is not None and not actor.constituencies:
            says = _("'{seat}' has no constituencies: nobody is asked, and every treaty passes.")
            yield places.warn(
                "ratify/nobody-asked", says.format(seat=seat), ("actors", seat, "ratify"), key=True
            )


def _ratifies(actor: Actor) -> bool:
    governments = (actor.base, *actor.mandates.values())
    return bool(actor.constituencies) and any(one.ratify is not None for one in governments)


def _terms(scenario: Scenario, places: Places) -> Iterator[Problem]:
    for name, terms in scenario.agreements.items():
        for number, clause in enumerate(terms.clauses):
            if not isinstance(clause, Move):
                continue
            issue = scenario.issues[clause.issue]
            steps = abs(issue.options.index(clause.to) - issue.start)
            if issue.ladder and steps > clause.by:
                says = _("'{issue}' is {steps} steps from '{option}', and moves one a turn.")
                yield places.warn(
                    "clause/too-soon",
                    says.format(issue=clause.issue, steps=steps, option=clause.to),
                    ("agreements", name, "clauses", number, "move", "by"),
                )

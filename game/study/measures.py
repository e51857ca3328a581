"""The targets of a good scenario, and how far a tally meets them.

Nothing here knows a scenario by name: seats, instruments, issues and agreements are the file's.
Most measures do not apply to an exercise (`settle:`), which has rows of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.model import Scenario
from game.study import choices, courses, exercises, written
from game.study.rows import Measure
from game.study.tally import Tally

__all__ = ["Measure", "measured"]

Make = Callable[[Scenario, Tally], Measure]

GAME: tuple[Make, ...] = (
    written.packages,
    written.favourites,
    choices.orders,
    written.pivots,
    choices.signatures,
    choices.coercion,
    choices.relief,
    choices.instruments,
    choices.agreements,
    choices.interests,
    courses.unspent,
    courses.crisis,
    courses.tension,
    courses.finals,
    courses.breaches,
    courses.last_turn,
    courses.joint,
    courses.attained,
    courses.leader,
)
EXERCISE: tuple[Make, ...] = (
    exercises.deals,
    exercises.settled,
    exercises.efficient,
    exercises.above,
    courses.attained,
)


def measured(scenario: Scenario, tally: Tally) -> tuple[Measure, ...]:
    """Every measure of a scenario, in the order of the table; none where no game was played."""
    if not tally.games:
        return ()
    made = EXERCISE if scenario.settle is not None else GAME
    return tuple(make(scenario, tally) for make in made)

"""What an agreement's clauses would be worth to an actor now, if they ran as written."""

from __future__ import annotations

from game.rules.clauses import clause_shifts
from game.rules.compiled import compiled
from game.rules.moment import Moment
from game.scenario.model import Scenario
from game.scenario.terms import Terms
from game.world.world import World


def terms_worth(
    scenario: Scenario,
    world: World,
    actor: str,
    terms: Terms,
    *,
    private: bool = True,
    moment: Moment | None = None,
) -> int:
    """Points gained by the clauses' steps, transfers and deeds on the present row.

    ``private`` adds the wants of the actor's own role sheet: ask it for one's own seat only.
    """
    moment = moment or Moment(scenario, world)
    shifts = clause_shifts(compiled(scenario), terms, world.row, moment)
    return moment.whose(actor).gain(shifts, world.row, moment, private=private)

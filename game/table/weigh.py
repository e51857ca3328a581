"""What a text would be worth to a seat, and whether its publics would carry it."""

from __future__ import annotations

from msgspec import Struct

from game.rules.moment import Moment
from game.rules.ratify import ratification, win_set
from game.rules.settling import package_worth
from game.rules.worth import terms_worth
from game.scenario.model import Scenario
from game.scenario.terms import Terms
from game.table.imagine import imagine
from game.table.sight import Sight
from game.world.world import World


class Weighed(Struct, frozen=True, omit_defaults=True):
    """`worth` in points of one's own score now; `carried` is None where nobody must ratify.

    `accepting` are the constituencies that would accept, `gains` what each would gain.
    """

    worth: int
    carried: bool | None = None
    accepting: tuple[str, ...] = ()
    gains: tuple[tuple[str, int], ...] = ()


class Scales:
    """Weighs texts and packages for one seat, from its sight alone."""

    def __init__(self, scenario: Scenario, sight: Sight) -> None:
        self.scenario = scenario
        self.seat = sight.seat
        self.world: World = imagine(scenario, sight)
        self.moment = Moment(scenario, self.world)

    def terms(self, terms: Terms) -> Weighed:
        """What a text would be worth if its clauses ran as written."""
        worth = terms_worth(
            self.scenario, self.world, self.seat, terms, private=True, moment=self.moment
        )
        asked = ratification(self.scenario, self.world, self.seat, terms)
        if asked is None or self.seat not in terms.parties:
            return Weighed(worth)
        return Weighed(worth, asked.carried, asked.accepting, tuple(asked.gains.items()))

    def package(self, options: dict[str, str]) -> int:
        """What a package is worth."""
        return package_worth(self.scenario, self.world, self.seat, options)

    def win_set(self) -> dict[str, tuple[bool, ...]]:
        """Which options of each issue one's own constituencies would carry now."""
        return win_set(self.scenario, self.world, self.seat)

"""The mixed bot: greedy, and random with a given probability, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence

from game.bots.bot import Bot, Deed
from game.bots.dice import Dice
from game.bots.greedy import Greedy
from game.bots.random_bot import Random
from game.scenario.model import Scenario
from game.table.sight import Sight


class Mixed:
    """Throws once a turn whether to be random in it."""

    def __init__(self, probability: float, seed: int) -> None:
        self.name = f"mixed:{probability:g}"
        self.probability = probability
        self.seed = seed
        self.greedy = Greedy()
        self.random = Random(seed)

    def _mood(self, sight: Sight) -> Bot:
        dice = Dice(self.seed, sight.turn, sight.seat, "mood")
        return self.random if dice.chance(self.probability) else self.greedy

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """As the mood is."""
        return self._mood(sight).opens(scenario, sight)

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """As the mood is."""
        return self._mood(sight).signs(scenario, sight)

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """As the mood is."""
        return self._mood(sight).closes(scenario, sight)

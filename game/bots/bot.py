"""What a bot is: it gets sights, and says what it does and, in one sentence, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from game.scenario.model import Scenario
from game.table.commands import Answer, Draft, Perceive, Plan, Sign
from game.table.commands import Give as GiveOrder
from game.table.sight import Sight

Doing = Answer | Draft | GiveOrder | Perceive | Plan | Sign


class Deed(Struct, frozen=True):
    """One command of a bot and its reason."""

    do: Doing
    because: str


class Bot(Protocol):
    """Plays a seat. It keeps nothing between calls: the sight says all."""

    name: str

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """What it does first: answers, ratings, drafts, and what it proposes in forums."""

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Which drafts on the table it signs now."""

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Its votes and orders, given at once with the lock."""

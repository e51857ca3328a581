"""What a bot is: it gets sights, and says what it does and, in a sentence, why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from game.scenario.model import Scenario
from game.table.commands import (
    Accept,
    Answer,
    Draft,
    Give,
    Perceive,
    Plan,
    Refuse,
    Sign,
    TablePackage,
)
from game.table.sight import Sight
from game.table.words import Words, words_of

Doing = Accept | Answer | Draft | Give | Perceive | Plan | Refuse | Sign | TablePackage

Why = Callable[[Words], str]
"""Says a reason in somebody's words; called only where it is wanted."""


class Deed(Struct, frozen=True):
    """One command of a bot and its reason."""

    do: Doing
    scenario: Scenario
    why: Why

    @property
    def because(self) -> str:
        """The reason in the scenario's own words: a sentence, one for each order of a plan."""
        return self.why(words_of(self.scenario))

    def says(self, words: Words) -> str:
        """The reason in these words."""
        return self.why(words)


class Bot(Protocol):
    """Plays a seat. It keeps nothing between calls: the sight says all."""

    name: str

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """What it does first: answers, ratings, drafts, packages, what it proposes in forums."""

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Which drafts on the table it signs now, and which packages it accepts."""

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Its votes and orders, given at once with the lock."""

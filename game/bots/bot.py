"""What a bot is: it gets sights, and says what it does and, in a sentence, why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct

from game.scenario.model import Scenario
from game.scenario.orders import Order
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


class Choice(NamedTuple):
    """Something that a bot did on purpose, and what that is worth to it beside passing, in the
    quarters of a point of :data:`game.bots.outlook.POINT`: an order; or, by its id, a text that it
    drafts ("" for an exchange of its own) or signs; or in a plan, an agreement that it breaks or
    leaves.

    An order that keeps a promise is worth the agreement less what its breach would bring.
    """

    what: Order | str
    worth: int


class Deed(Struct, frozen=True):
    """One command of a bot, its reason, and what it chose by it: None for whoever weighs nothing,
    but throws dice. Votes, answers and ratings are no choices."""

    do: Doing
    scenario: Scenario
    why: Why
    choices: tuple[Choice, ...] | None = None

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

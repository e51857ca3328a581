"""A table: the thin face of one game at play, over the pure functions and a store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote
from game.table.commands import Command, Do, Give
from game.table.decide import decide
from game.table.evolve import evolve_all
from game.table.facts import Fact
from game.table.past import Past, past
from game.table.sealing import in_words, seal
from game.table.sight import Sight, sight
from game.table.state import Setup, State, begin, remember
from game.table.view import View, view
from game.table.words import Words, words_of

_ORDERS = (Act, Step, Vote, Denounce, Argue)


class Reply(Struct, frozen=True):
    """What came of a command: its facts, or a refusal with which nothing changed."""

    facts: tuple[Fact, ...] = ()
    refused: Refusal | None = None


class Store(Protocol):
    """Where a table's record is kept."""

    def salt(self) -> str:
        """Fresh salt for the free texts of one command."""
        ...

    def append(self, command: Command, facts: tuple[Fact, ...], texts: Mapping[str, str]) -> None:
        """Keep a command, its facts and its texts; when this returns they are on the disk."""
        ...


class Table:
    """One game being played. Only what is kept is acknowledged, and only then is it so."""

    def __init__(self, scenario: Scenario, state: State, store: Store | None = None) -> None:
        self.scenario = scenario
        self.state = state
        self.store = store

    @classmethod
    def open(
        cls,
        scenario: Scenario,
        seed: int = 0,
        seats: Mapping[str, str] | None = None,
        store: Store | None = None,
        *,
        brisk: bool = True,
        facilitator: bool = False,
        minutes: int = 0,
    ) -> Table:
        """A new table. `seats` says who plays: `person` (where unsaid), `bot:<name>` or `empty`;
        `minutes` which of the scenario's timings it keeps, 0 for none.

        :raises ValueError: for a seat that the scenario does not have.
        """
        for seat in seats or {}:
            if seat not in scenario.players:
                raise ValueError(f"there is no seat '{seat}'; there are {list(scenario.players)}")
        setup = Setup(tuple((seats or {}).items()), brisk, facilitator, minutes)
        return cls(scenario, begin(scenario, seed, setup), store)

    def submit(self, author: str, do: Command | Do | Order) -> Reply:
        """Decide what somebody asks for (an order is given), keep what came of it, then let it be.

        :raises OSError: and whatever else the store raises; then nothing has changed.
        """
        command = self._command(author, do)
        sealed = seal(self.scenario, self.state, command)
        if isinstance(sealed, Refusal):
            return Reply(refused=sealed)
        command, texts = sealed
        facts = decide(self.scenario, self.state, command)
        if isinstance(facts, Refusal):
            known = self.state.texts | texts
            return Reply(refused=replace(facts, says=in_words(facts.says, known)))
        after = evolve_all(self.scenario, remember(self.state, texts), facts)
        if self.store is not None:
            self.store.append(command, facts, texts)
        self.state = after
        return Reply(facts)

    def _command(self, author: str, do: Command | Do | Order) -> Command:
        if isinstance(do, Command):
            command = replace(do, author=author)
        elif isinstance(do, _ORDERS):
            command = Command(author, Give(do))
        else:
            command = Command(author, do)
        if self.store is not None and not command.salt:
            command = replace(command, salt=self.store.salt())
        return command

    def sight(self, seat: str) -> Sight:
        """What a seat may see, in numbers."""
        return sight(self.scenario, self.state, seat)

    def view(self, seat: str, words: Words | None = None) -> View:
        """What a seat may see and do, in words (of the scenario itself, where none are given)."""
        return view(self.scenario, self.state, seat, words or words_of(self.scenario))

    def past(self, seat: str, words: Words | None = None) -> tuple[Past, ...]:
        """The turns that are over, as far as a seat may know them: made anew when asked for."""
        return past(self.scenario, self.state, seat, words or words_of(self.scenario))

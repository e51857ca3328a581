"""A whole game as the debrief reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from game.debrief.findings import Findings, findings
from game.rules.moment import profiles
from game.scenario.model import Scenario
from game.scenario.terms import Clause
from game.world.facts import Concluded, Fact
from game.world.world import World


class Game(Struct, frozen=True):
    """A game that is over.

    `texts` has the name and the clauses of every agreement that was in force, by id; `perceptions`
    how threatening each seat last said it found the others; `instructions` what each seat's own
    government told it; `thoughts` why bots did what they did: turn, seat, sentence.
    """

    worlds: tuple[World, ...]
    facts: tuple[tuple[Fact, ...], ...]
    findings: Findings
    texts: dict[str, tuple[str, tuple[Clause, ...]]]
    perceptions: dict[str, dict[str, int]]
    instructions: dict[str, str]
    thoughts: tuple[tuple[int, str, str], ...] = ()

    def after(self, turn: int) -> World:
        """The world after a turn; after the last one, where fewer were played."""
        return self.worlds[min(max(turn, 0), len(self.worlds) - 1)]


def game_of(
    scenario: Scenario,
    worlds: Sequence[World],
    facts: Sequence[Sequence[Fact]],
    perceived: Sequence[Mapping[str, tuple[tuple[str, int], ...]]] = (),
    unsealed: Callable[[str], str] = str,
    thoughts: Sequence[tuple[int, str, str]] = (),
) -> Game:
    """Read a game from its worlds and facts; `unsealed` gives free texts for their keys.

    Raises ValueError unless there is one world more than there are turns.
    """
    texts = {
        fact.agreement: (unsealed(fact.terms.name), fact.terms.clauses)
        for turn in facts
        for fact in turn
        if isinstance(fact, Concluded)
    }
    whose = profiles(scenario, worlds[-1])
    return Game(
        tuple(worlds),
        tuple(tuple(turn) for turn in facts),
        findings(scenario, worlds, facts),
        texts,
        {seat: dict(of) for turn in perceived for seat, of in turn.items()},
        {seat: whose[seat].instructions for seat in scenario.players},
        tuple(thoughts),
    )

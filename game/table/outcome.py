"""How a game ended, in lines: what `modus run` and `modus replay` end with."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _, ngettext
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.table.state import State
from game.table.words import words_of


def ending(scenario: Scenario, state: State, seed: int) -> Iterator[str]:
    """How a game ended, and every seat's score with its reasons."""
    words, count = words_of(scenario), len(state.log)
    turns = ngettext("{n} turn", "{n} turns", count).format(n=count)
    says = _("{title}, seed {seed}: over after {turns}.")
    yield says.format(title=words.title, seed=seed, turns=turns)
    if state.world.end in scenario.ends:
        yield words.end(state.world.end)
    names = {seat: words.actor(seat) for seat in scenario.players}
    width = max(len(name) for name in names.values())
    for seat, score in scores(scenario, state.world).items():
        yield f"  {names[seat]:<{width}}  {score.total:>4}"

"""How a game ended, in lines: what `modus run` and `modus replay` end with."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _, ngettext
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.table.state import State
from game.table.words import Words, words_of
from game.world.world import STOPPED


def ended(words: Words, end: str, turns: int) -> str:
    """Why a game is over, after so many turns."""
    if end != STOPPED:
        return words.end(end)
    if not turns:
        return _("The session ended before the first turn was over.")
    return _("The session ended after turn {n}, before the scenario did.").format(n=turns)


def ending(
    scenario: Scenario, state: State, seed: int, words: Words | None = None
) -> Iterator[str]:
    """How a game ended, and every seat's score, in these words (the scenario's own without)."""
    words, count = words or words_of(scenario), len(state.log)
    turns = ngettext("{n} turn", "{n} turns", count).format(n=count)
    says = _("{title}, seed {seed}: over after {turns}.")
    yield says.format(title=words.title, seed=seed, turns=turns)
    if state.world.end in (*scenario.ends, STOPPED):
        yield ended(words, state.world.end, count)
    names = {seat: words.actor(seat) for seat in scenario.players}
    width = max(len(name) for name in names.values())
    for seat, score in scores(scenario, state.world).items():
        yield f"  {names[seat]:<{width}}  {score.total:>4}"

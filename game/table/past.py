"""The turns that are over, as far as one pair of eyes may know them.

A turn's row is masked as the present one is, and its facts are told by the same rules: so the past
holds nothing that was not lawful to see when it was new.
"""

from __future__ import annotations

from msgspec import Struct

from game.scenario.model import Scenario
from game.table.eyes import eyes
from game.table.standing import UNSEEN
from game.table.state import State
from game.table.telling import Told, tell
from game.table.told import told_of
from game.table.words import Words


class Past(Struct, frozen=True, omit_defaults=True):
    """A turn that is over: `row` is how it began (`UNSEEN` where hidden), `told` what became so."""

    turn: int
    date: str
    row: tuple[int, ...]
    told: tuple[Told, ...]


def past(scenario: Scenario, state: State, seat: str, words: Words) -> tuple[Past, ...]:
    """Every turn that is over, for a seat, the public or control; the first one first."""
    hidden = eyes(scenario, seat).hidden
    found = []
    for turn in state.log:
        row = list(turn.row)
        for index in hidden:
            row[index] = UNSEEN
        facts = told_of(scenario, turn, state.secrets, seat)
        told = tell(scenario, facts, words, state.named, state.texts, turn.row, turn.packages)
        found.append(Past(turn.turn, scenario.date(turn.turn), tuple(row), told))
    return tuple(found)

"""A bot that owes all its orders proposes nothing beside them."""

from __future__ import annotations

import pytest

from game.bots.play import bots_for, play_table
from game.scenario.load import load_text
from game.table.table import Table
from game.world.facts import Breached, Decided

TEXT = """
modus: 1
id: busy
title: Busy
turns: 4
orders: {orders}
tracks:
  fame: {{scope: actor, range: [0, 20]}}
actors:
  ann: {{wants: {{gate: {{open: 9}}, fame.ann: 1}}}}
  bob: {{wants: {{gate: {{open: 9}}, fame.ann: 1}}}}
forums:
  club: {{members: [ann, bob], adopt: majority}}
instruments:
  praise:
    who: [ann]
    forum: club
    effects: [{{fame.actor: +1}}]
issues:
  gate: {{options: [shut, ajar, wide, open], ladder: true, up: {{all: [ann, bob]}}}}
rules:
  a_broken_word: {{on: breach, effects: [{{fame.actor: -1}}]}}
agreements:
  open_it:
    name: Open the gate
    parties: [ann, bob]
    clauses: [{{move: {{issue: gate, to: open, by: 4}}}}]
"""


@pytest.mark.parametrize(("orders", "adopted"), [(1, {1}), (2, {1, 2, 3, 4})])
def test_it_keeps_its_word_first_and_proposes_with_what_is_left(
    orders: int, adopted: set[int]
) -> None:
    scenario = load_text(TEXT.format(orders=orders), "busy.yaml")
    table = Table.open(scenario, 1)
    for _turn in play_table(table, bots_for(scenario, "greedy", 1)):
        pass
    facts = [(turn.turn, fact) for turn in table.state.log for fact in turn.facts]
    assert not [fact for _turn, fact in facts if isinstance(fact, Breached)]
    assert {turn for turn, fact in facts if isinstance(fact, Decided)} == adopted
    assert table.state.world.row[scenario.issues["gate"].cell] == 3

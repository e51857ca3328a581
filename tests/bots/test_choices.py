"""What a bot chose, beside what it did: orders and texts, and what each was worth to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from game.bots.bot import Deed
from game.bots.outlook import POINT
from game.bots.play import bots_for, play_table
from game.loading import load
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.orders import Denounce, Order, Step, Vote
from game.table.commands import Draft, Give, Plan, Sign
from game.table.table import Table

CHOOSERS = (Plan, Give, Draft, Sign)


@cache
def scenario(name: str) -> Scenario:
    return load(name)


def deeds(found: Scenario, bots: str, seed: int) -> Iterator[tuple[Table, str, Deed]]:
    """Everything that bots do in a game, with the table as it is then."""
    table = Table.open(found, seed)
    heard: list[tuple[str, Deed]] = []
    for _turn in play_table(table, bots_for(found, bots, seed), lambda s, d: heard.append((s, d))):
        yield from ((table, seat, deed) for seat, deed in heard)
        heard.clear()


def chosen(bots: str, kind: type) -> list[Deed]:
    """The deeds of a kind in some games of the flagship."""
    found = scenario("thaad-2016")
    return [d for seed in range(3) for _t, _s, d in deeds(found, bots, seed) if type(d.do) is kind]


@pytest.mark.parametrize("kind", CHOOSERS)
def test_dice_choose_nothing(kind: type) -> None:
    thrown = chosen("random", kind)
    assert thrown and all(deed.choices is None for deed in thrown)


def test_a_plan_lists_each_order_that_was_weighed_but_no_vote() -> None:
    plans = chosen("greedy", Plan)
    orders = [order for plan in plans for order in plan.do.orders]
    assert any(isinstance(order, Vote) for order in orders)
    for plan in plans:
        weighed = [o for o in plan.do.orders if not isinstance(o, Vote | Denounce)]
        chosen_orders = [c.what for c in plan.choices or () if not isinstance(c.what, str)]
        assert chosen_orders == weighed


def test_a_text_is_chosen_by_its_id_and_for_more_than_nothing() -> None:
    ready = scenario("thaad-2016").agreements
    texts = [*chosen("greedy", Draft), *chosen("greedy", Sign)]
    assert len(texts) > 3
    for deed in texts:
        (choice,) = deed.choices or ()
        assert choice.worth > 0
        if isinstance(deed.do, Sign):
            assert choice.what == deed.do.draft
        else:
            assert choice.what == "" or ready[str(choice.what)] == deed.do.terms


def test_a_mixed_bot_chooses_in_its_greedy_turns_alone() -> None:
    plans = chosen("mixed:0.5", Plan)
    moods = {plan.choices is None for plan in plans}
    assert moods == {True, False}


PROMISE = """
modus: 1
id: promise
title: A promise
turns: 4
tracks:
  trust: {scope: pair, symmetric: true, range: [-5, 5]}
actors:
  ann: {wants: {gate: {open: 3}, trust.ann.bob: 1}}
  bob: {wants: {gate: {open: 2}}}
issues:
  gate: {options: [shut, ajar, open], ladder: true, up: {all: [ann, bob]}, down: {any: [ann]}}
rules:
  a_broken_word: {on: breach, effects: [{trust.ann.bob: -2}]}
agreements:
  open_it:
    name: Open the gate
    parties: [ann, bob]
    clauses: [{move: {issue: gate, to: open, by: 4}}]
"""


def test_keeping_a_promise_is_worth_the_agreement_and_the_blame_that_it_spares() -> None:
    found = load_text(PROMISE, "promise.yaml")
    worths: dict[Order | str, list[int]] = {}
    for table, seat, deed in deeds(found, "greedy", 1):
        if seat == "ann" and isinstance(deed.do, Plan) and len(table.state.log) > 1:
            for choice in deed.choices or ():
                worths.setdefault(choice.what, []).append(choice.worth)
    # Three points for the gate that will be open, and two of trust.
    assert worths[Step("gate", "ajar")] == [5 * POINT]

"""What holds in every turn of every game, whoever plays it and however."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.rules.evolve import evolve
from game.rules.offers import offers, vet
from game.rules.opening import opening
from game.rules.resolve import advance, resolve
from game.rules.turn import Turn
from game.scenario.model import Scenario
from game.scenario.notation import format_order, parse_order
from game.scenario.orders import Act, Argue, Order, Step
from game.world.facts import Changed, TurnEnded
from game.world.world import World
from tests.rules.games import full_turn, game, names, scenario, seeds


def shuffled(turn: Turn, luck: random.Random) -> Turn:
    """The same turn, everything in it listed in another order; arguments keep theirs."""
    seats = list(turn.orders)
    luck.shuffle(seats)
    orders: dict[str, tuple[Order, ...]] = {}
    for seat in seats:
        listed = [order for order in turn.orders[seat] if not isinstance(order, Argue)]
        argued = [order for order in turn.orders[seat] if isinstance(order, Argue)]
        luck.shuffle(listed)
        orders[seat] = (*argued, *listed) if luck.random() < 0.5 else (*listed, *argued)
    signed, injects = list(turn.signed), list(turn.injects)
    answers = list(turn.answers.items())
    for things in (signed, injects, answers):
        luck.shuffle(things)
    return replace(
        turn, orders=orders, signed=tuple(signed), injects=tuple(injects), answers=dict(answers)
    )


@given(names, seeds, st.randoms(use_true_random=False))
def test_the_order_in_which_orders_are_listed_never_matters(
    name: str, seed: int, luck: random.Random
) -> None:
    it = scenario(name)
    for world, turn, after in game(it, seed):
        again = advance(it, world, shuffled(turn, luck))
        assert again.facts == after.facts
        assert again.world == after.world


@given(names, seeds, st.randoms(use_true_random=False))
def test_the_order_in_which_agreements_stand_never_matters(
    name: str, seed: int, luck: random.Random
) -> None:
    it = scenario(name)
    for world, turn, after in game(it, seed):
        standing = list(world.agreements)
        luck.shuffle(standing)
        again = advance(it, replace(world, agreements=tuple(standing)), turn)
        assert again.world.row == after.world.row
        assert {a.id: a for a in again.world.agreements} == {
            a.id: a for a in after.world.agreements
        }


@given(names, seeds)
def test_a_world_is_what_its_facts_made_it(name: str, seed: int) -> None:
    it = scenario(name)
    for world, _turn, after in game(it, seed):
        assert evolve(it, world, after.facts) == after.world


@given(names, seeds)
def test_earlier_worlds_never_change(name: str, seed: int) -> None:
    it = scenario(name)
    kept = []
    for world, turn, _after in game(it, seed):
        kept.append((world, world.row.tobytes(), repr(world), turn, repr(turn)))
    for world, row, told, turn, brought in kept:
        assert world.row.tobytes() == row
        assert repr(world) == told
        assert repr(turn) == brought


@given(names, seeds)
def test_values_stay_in_range_and_in_pace(name: str, seed: int) -> None:
    it = scenario(name)
    for world, _turn, after in game(it, seed):
        for cell, began, value in zip(it.header.cells, world.row, after.world.row, strict=True):
            assert cell.low <= value <= cell.high, cell.name
            if cell.pace:
                assert abs(value - began) <= cell.pace, cell.name
            if cell.issue and it.issues[cell.issue].ladder:
                assert abs(value - began) <= 1, cell.name


@given(names, seeds)
def test_every_game_ends_by_its_last_turn(name: str, seed: int) -> None:
    it = scenario(name)
    worlds = [after.world for _world, _turn, after in game(it, seed)]
    assert worlds[-1].end
    assert len(worlds) <= it.turns[1]
    assert [world.turn for world in worlds] == list(range(2, len(worlds) + 2))


@given(names, seeds)
def test_facts_tell_every_change_of_the_row_and_why(name: str, seed: int) -> None:
    it = scenario(name)
    index = it.header.index
    for world, _turn, after in game(it, seed):
        row = list(world.row)
        for fact in after.facts:
            if isinstance(fact, Changed):
                assert row[index[fact.cell]] == fact.old != fact.new
                assert fact.why, fact
                assert list(fact.why) == sorted(fact.why)
                row[index[fact.cell]] = fact.new
        assert isinstance(after.facts[-1], TurnEnded)
        for cell in it.header.cells:
            if not cell.issue:
                assert row[cell.index] == after.world.row[cell.index], cell.name


@given(names, seeds)
def test_deciding_again_gives_the_same(name: str, seed: int) -> None:
    it = scenario(name)
    for world, turn, after in game(it, seed):
        assert advance(it, world, turn) == after


# ---------------------------------------------------------------------- orders


@given(names, seeds)
def test_every_offered_order_is_accepted(name: str, seed: int) -> None:
    it = scenario(name)
    for world, _turn, _after in game(it, seed):
        for seat in it.players:
            for offer in offers(it, world, seat):
                accepted, refused = vet(it, world, seat, [offer.order])
                if offer.refusal is None:
                    assert accepted == (offer.order,), offer
                else:
                    assert [why for _, why in refused] == [offer.refusal]


@given(names, seeds)
def test_what_random_players_bring_would_be_accepted_at_a_table(name: str, seed: int) -> None:
    it = scenario(name)
    for world, turn, after in game(it, seed):
        resolved = resolve(it, world, turn)
        assert resolved.refused == ()
        assert resolved.facts == after.facts


def mangled(it: Scenario, world: World, order: Order, how: int) -> Order:
    """An order that nobody may give."""
    if isinstance(order, Act):
        return Act(order.instrument, "nobody") if how % 2 else Act("nothing", order.target)
    if isinstance(order, Step):
        present = it.issues[order.issue].options[world.row[it.issues[order.issue].cell]]
        return Step(order.issue, present) if how % 2 else Step(order.issue, "nowhere")
    return Act("nothing")


@given(names, seeds, st.integers(0, 9))
def test_mangled_orders_are_refused_with_a_reason_and_change_nothing(
    name: str, seed: int, how: int
) -> None:
    it = scenario(name)
    world = opening(it, seed)
    turn = full_turn(it, world)
    wrong = {
        seat: tuple(mangled(it, world, order, how) for order in given)
        for seat, given in turn.orders.items()
    }
    after = resolve(it, world, replace(turn, orders=wrong))
    told = [(seat, order) for seat, order, _ in after.refused]
    assert sorted(told, key=repr) == sorted(
        ((seat, order) for seat, given in wrong.items() for order in given), key=repr
    )
    assert all(why.code and why.says for _, _, why in after.refused)
    assert after.facts == advance(it, world, replace(turn, orders={})).facts


@given(names, seeds)
def test_nobody_orders_more_than_its_purse_pays_for(name: str, seed: int) -> None:
    it = scenario(name)
    world = opening(it, seed)
    for seat in it.players:
        listed = [offer.order for offer in offers(it, world, seat)]
        accepted, refused = vet(it, world, seat, listed)
        assert len(accepted) <= it.orders
        costs = {repr(offer.order): offer.cost for offer in offers(it, world, seat)}
        spent = sum(costs[repr(order)] for order in accepted)
        if "capital" in it.tracks:
            assert spent <= world.row[it.header.index[f"capital.{seat}"]]
        assert all(why.code for _, why in refused)


@given(names, seeds)
def test_orders_keep_their_sense_in_writing(name: str, seed: int) -> None:
    it = scenario(name)
    for _world, turn, _after in game(it, seed):
        for told in turn.orders.values():
            for order in told:
                assert parse_order(format_order(order)) == order

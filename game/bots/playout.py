"""Random games straight from the rules, without sights: for studies and for timing the core."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots.dice import Dice
from game.rules.compiled import ActForm, Compiled, StepForm, compiled
from game.rules.moment import Moment
from game.rules.offers import amount, text_forum
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.turn import Resolution, Turn
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Denounce, Order, Vote
from game.scenario.terms import Terms
from game.world.world import World

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")
TRIES = 4  # draws of an order for each that a seat may give; a miss is a pass


def playout(scenario: Scenario, seed: int) -> World:
    """Play a whole game with random legal orders, drafts, votes and answers; the last world."""
    world = opening(scenario, seed)
    for after in turns(scenario, world):
        world = after.world
    return world


def turns(scenario: Scenario, world: World) -> Iterator[Resolution]:
    """The turns of a random game from a position, to its end."""
    grounded = compiled(scenario)
    while not world.end:
        after = advance(scenario, world, random_turn(grounded, world))
        yield after
        world = after.world


def random_turn(grounded: Compiled, world: World) -> Turn:
    """What a table of random players brings to a turn; every order is legal."""
    scenario = grounded.scenario
    moment = Moment(scenario, world)
    proposed: dict[str, Order] = {}
    orders: dict[str, tuple[Order, ...]] = {}
    dice = Dice(world.seed, world.turn, "random")
    answers = {event: dice.pick(tuple(scenario.events[event].choices)) for event in world.pending}
    for seat in scenario.players:
        free = world.row[grounded.capital[seat]] if grounded.capital else 0
        for event, option in answers.items():
            if scenario.events[event].asks == seat:
                free -= amount(grounded.answer_cost(event, option), world.row, moment)
        orders[seat] = tuple(_orders(grounded, world, moment, seat, free, dice, proposed))
    if proposed:
        _vote(scenario, orders, proposed, dice)
    for agreement in world.agreements:
        if not dice.below(16):
            seat = dice.pick(agreement.terms.parties)
            orders[seat] = (*orders[seat], Denounce(agreement.id))
    return Turn(orders, tuple(_signed(scenario, world, dice)), answers)


def _orders(
    grounded: Compiled,
    world: World,
    moment: Moment,
    seat: str,
    free: int,
    dice: Dice,
    proposed: dict[str, Order],
) -> Iterator[Order]:
    row = world.row
    acts = grounded.acts[seat]
    choices: list[ActForm | StepForm] = [
        form
        for issue, rows in grounded.steps[seat].items()
        for form in rows[row[grounded.scenario.issues[issue].cell]]
    ]
    steps = len(choices)
    given: list[Order] = []
    issues: set[str] = set()
    for _try in range(grounded.scenario.orders * TRIES):
        if len(given) == grounded.scenario.orders:
            return
        # As often a step as an act, however many targets there are.
        if steps and dice.below(2):
            form = choices[dice.below(steps)]
        elif acts:
            form = acts[dice.below(len(acts))]
        else:
            continue
        order = form.order
        if order in given:
            continue
        if isinstance(form, ActForm):
            if form.allowed is not None and not form.allowed(row, moment):
                continue
            text = form.instrument.id if form.forum else ""
        else:
            if form.issue in issues:
                continue
            text = form.issue if form.consent.forum else ""
        if text and (
            proposed.get(text, order) != order
            or any(getattr(o, "instrument", "") == text for o in given)
        ):
            continue
        cost = 0 if text in proposed else amount(form.cost, row, moment)
        if cost > free:
            continue
        free -= cost
        given.append(order)
        if isinstance(form, StepForm):
            issues.add(form.issue)
        if text:
            proposed.setdefault(text, order)
        yield order


def _vote(
    scenario: Scenario,
    orders: dict[str, tuple[Order, ...]],
    proposed: dict[str, Order],
    dice: Dice,
) -> None:
    for text, order in proposed.items():
        for member in scenario.forums[text_forum(scenario, text) or ""].members:
            if member in scenario.players and order not in orders[member]:
                orders[member] = (*orders[member], Vote(text, dice.pick(BALLOTS)))


def _signed(scenario: Scenario, world: World, dice: Dice) -> Iterator[tuple[str, Terms]]:
    standing = {agreement.id for agreement in world.agreements}
    for name, terms in scenario.agreements.items():
        if name not in standing and not dice.below(1 << len(terms.parties)):
            yield name, terms

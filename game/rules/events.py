"""Stage 7: answers take effect, conditions are tested, chances drawn, events happen."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.chance import happens
from game.rules.moves import follow_moves, steps_now
from game.rules.offers import amount
from game.rules.work import Work
from game.scenario.grounding import Change, Out, change
from game.scenario.model import Event
from game.world.facts import Answered, Happened


def chosen(work: Work) -> dict[str, tuple[str, bool]]:
    """The answer to every event that waits for one: (option, whether it is the default)."""
    found = {}
    for event in work.world.pending:
        option = work.turn.answers.get(event)
        if option in work.scenario.events[event].choices:
            found[event] = (option, False)
        else:
            found[event] = (work.scenario.events[event].default, True)
    return found


def answer_costs(work: Work, answers: Mapping[str, tuple[str, bool]]) -> list[Change]:
    """What the answers cost those who give them, by the row of the negotiation."""
    return [
        change for event, (option, _) in answers.items() for change in _price(work, event, option)
    ]


def _price(work: Work, event: str, option: str) -> list[Change]:
    cost = amount(work.compiled.answer_cost(event, option), work.world.row, work.moment)
    asks = work.scenario.events[event].asks
    cell = work.compiled.capital.get(asks)
    if not cost or cell is None:
        return []
    return [change(cell, -cost, f"answer:{event}.{option}|{asks}")]


def take_events(work: Work, answers: Mapping[str, tuple[str, bool]]) -> tuple[str, ...]:
    """Everything of the stage; returns the new events that wait for an answer."""
    out = Out()
    for asked, (option, default) in answers.items():
        work.facts.append(Answered(asked, option, default))
        work.compiled.answer(asked, option).run(work.row, work.moment, out)
    new = _due(work)
    asking = []
    late: list[Change] = []
    for event in new:
        work.compiled.event(event.id).run(work.row, work.moment, out)
        if not event.choices:
            work.facts.append(Happened(event.id))
        elif work.world.turn < work.world.last:
            asking.append(event.id)
            work.facts.append(Happened(event.id, event.asks))
        else:
            work.facts.append(Happened(event.id))
            work.facts.append(Answered(event.id, event.default, default=True))
            late.extend(_price(work, event.id, event.default))
            work.compiled.answer(event.id, event.default).run(work.row, work.moment, out)
    happened = work.moment.happened
    for event in new:
        if event.id not in happened:
            happened[event.id] = work.world.turn
            work.fresh.append(event.id)
    work.absorb(out, "events", extra=late)
    if work.waiting:
        follow_moves(work, steps_now(work), "events")
    return tuple(asking)


def _due(work: Work) -> list[Event]:
    """The events of this turn, in the order of the file."""
    world, row, moment = work.world, work.row, work.moment
    luck, whens, happened = work.turn.luck, work.compiled.whens, work.moment.happened
    queue = frozenset(work.queue)
    possible = work.compiled.possible(world.turn)
    found = []
    for event in work.scenario.events.values() if queue else possible:
        if event.id in happened and not event.repeat:
            continue
        if event.id not in queue:
            if queue and event not in possible:
                continue
            when = whens[event.id]
            if when is not None and not when(row, moment):
                continue
            if event.chance is not None and not (
                happens(world.seed, world.turn, event.id, event.chance)
                if luck is None
                else luck.get(event.id, False)
            ):
                continue
        found.append(event)
    return found

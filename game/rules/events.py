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
    if work.queue:
        queue = set(work.queue)
        return [e for e in work.scenario.events.values() if _occurs(work, e, e.id in queue)]
    happened = work.moment.happened
    return [
        event
        for event in work.compiled.possible(work.world.turn)
        if (event.repeat or event.id not in happened) and _occurs(work, event, False)
    ]


def _occurs(work: Work, event: Event, due: bool) -> bool:
    if not event.repeat and event.id in work.moment.happened:
        return False
    if due:
        return True
    if not work.compiled.may_happen(event, work.world.turn):
        return False
    when = work.compiled.whens[event.id]
    if when is not None and not when(work.row, work.moment):
        return False
    if event.chance is None:
        return True
    if work.turn.luck is not None:
        return work.turn.luck.get(event.id, False)
    return happens(work.world.seed, work.world.turn, event.id, event.chance)

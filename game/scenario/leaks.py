"""What tells a secret: changes that more eyes can read than may know what caused them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from game.scenario.binding import Binder, BindError, Ref, Scale
from game.scenario.drafting import secrets
from game.scenario.grounding import Block, Flow, ground
from game.scenario.model import Cell, Event, Rule, Scenario
from game.scenario.terms import Terms, Transfer


def outside(scenario: Scenario, cells: Iterable[int], eyes: Collection[str]) -> set[int]:
    """Those of the cells that somebody else than `eyes` can read."""
    header = scenario.header.cells
    return {i for i in cells if _beyond(header[i], {*eyes})}


def _beyond(cell: Cell, eyes: set[str]) -> bool:
    if cell.seen_by in ("owner", "pair"):
        return not set(cell.owners) <= eyes
    return cell.seen_by == "everyone"


def betrayed(scenario: Scenario, flows: Iterable[Flow]) -> set[int]:
    """The hidden cells that can be guessed at from what depends on them, by who cannot see them."""
    cells = scenario.header.cells
    guessed: set[int] = set()
    for reads, write in flows:
        hidden = {i for i in reads if cells[i].seen_by != "everyone"}
        owners = [{*cells[i].owners} if cells[i].seen_by != "control" else set() for i in hidden]
        if hidden and outside(scenario, [write], set.intersection(*owners)):
            guessed |= hidden
    return guessed


def told_by(scenario: Scenario, event: Event) -> str:
    """Something hidden that an event gives away to somebody who is told of it; "" for nothing.

    What chance decides may come out as by `leaks:`, and tells nobody that it is so or not so.
    """
    if event.when is None or event.chance is not None:
        return ""
    binder = Binder(scenario, {}, dynamic=False)
    try:
        binder.number(event.when)
    except BindError:
        return ""  # told where it stands
    for reader in event.to or ("",):
        hidden = sorted(binder.reads - scenario.header.visible(reader))
        names = [scenario.header.names[i] for i in hidden]
        names += secrets(scenario, event.when, reader)
        if names:
            return names[0]
    return ""


def shown_by(scenario: Scenario, terms: Terms, follows: Iterable[int]) -> set[int]:
    """Cells in which others see that a secret agreement was made: paid, or changed by a rule.

    `follows` are the cells that rules change when an agreement begins or ends.
    """
    parties = set(terms.parties)
    cells = scenario.header.cells
    mine = (i for i in follows if set(cells[i].owners) <= parties)
    return outside(scenario, {*mine, *_paid(scenario, terms)}, parties)


def following(scenario: Scenario, rule: Rule, name: str) -> Iterator[Block]:
    """What a rule on agreements does about a ready one, but for what it excepts it from."""
    for party in scenario.agreements[name].parties:
        env: dict[str, Ref | Scale] = {"agreement": Ref("agreement", name)}
        if rule.on in ("breach", "denounce"):
            env["actor"] = Ref("actor", party)
        try:
            yield ground(scenario, (rule.body,), env, "")
        except BindError:
            return  # told where the rule stands


def heard_of(
    scenario: Scenario, terms: Terms, events: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The events (with the rules that set them off) by which others learn of a secret agreement."""
    for event, rule in sorted(events.items()):
        to = scenario.events[event].to if event in scenario.events else terms.parties
        if not to or not set(to) <= set(terms.parties):
            yield event, rule


def _paid(scenario: Scenario, terms: Terms) -> Iterator[int]:
    for clause in terms.clauses:
        if isinstance(clause, Transfer):
            for who in (clause.giver, clause.receiver):
                index = scenario.header.index.get(f"{clause.track}.{who}")
                if index is not None:
                    yield index

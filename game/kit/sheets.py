"""What goes on paper for a team, as values: role sheets, order slips, forms, ballots.

A seat's pages hold what everybody may know and what that seat alone may; a test compares them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.i18n import _
from game.rules.compiled import ActForm, StepForm, compiled
from game.rules.moment import Moment
from game.rules.offers import amount
from game.rules.opening import opening
from game.rules.profiles import constituency_profiles, profile_of
from game.scenario.model import Expression, Scenario, Wants
from game.table.sheets import public_wants
from game.table.words import Words


class Want(Struct, frozen=True):
    """Something that is wanted, and for how many points ("" where the words say so)."""

    says: str
    points: str = ""


class Home(Struct, frozen=True):
    """A constituency: what it is called, what it weighs, what it wants."""

    name: str
    id: str
    weight: int
    wants: tuple[Want, ...]


class Instruction(Struct, frozen=True):
    """What a government privately tells its seat; one is drawn of several."""

    says: str
    wants: tuple[Want, ...]


class OrderRow(Struct, frozen=True):
    """An order on a slip: its notation without a target, the targets to tick, what it costs."""

    notation: str
    name: str
    targets: tuple[tuple[str, str], ...]
    cost: str
    note: str = ""


class Text(Struct, frozen=True):
    """A ready text that a seat may sign: how it is signed, and what stands in it."""

    id: str
    name: str
    kind: str
    parties: str
    clauses: tuple[str, ...]


class SeatKit(Struct, frozen=True):
    """All that one team gets."""

    id: str
    name: str
    colour: str
    brief: str
    public: tuple[Want, ...]
    instructions: tuple[Instruction, ...]
    homes: tuple[Home, ...]
    ratify: int | None
    roles: tuple[tuple[str, str], ...]
    orders: tuple[OrderRow, ...]
    texts: tuple[Text, ...]
    votes: tuple[str, ...]
    capital: str


def wants_of(words: Words, wants: Wants) -> tuple[Want, ...]:
    """Wants in words; an issue's words list the points by option."""
    return tuple(Want(says, f"{n:+d}" if n else "") for says, n in words.wants(wants))


def seat_kit(scenario: Scenario, words: Words, seat: str, seed: int | None) -> SeatKit:
    """A team's pages; with a seed, only the instructions that it draws."""
    actor = scenario.actors[seat]
    homes = constituency_profiles(scenario)
    cell = scenario.header.index.get(f"capital.{seat}")
    return SeatKit(
        id=seat,
        name=words.actor(seat),
        colour=words.colour(seat),
        brief=words.brief(seat),
        public=tuple(
            Want(want.says, f"{want.points:+d}" if want.points else "")
            for want in public_wants(scenario, words, seat, ())
        ),
        instructions=_instructions(scenario, words, seat, seed),
        homes=tuple(
            Home(
                words.constituency(f"{seat}.{c.id}"), c.id, c.weight,
                wants_of(words, homes[f"{seat}.{c.id}"].public),
            )
            for c in actor.constituencies
        ),
        ratify=profile_of(scenario, seat, (), -1).ratify,
        roles=tuple(
            (words.role(seat, role), ", ".join(_POWERS[power]() for power in powers))
            for role, powers in scenario.document.actors[seat].roles.items()
        ),
        orders=(*_acts(scenario, words, seat), *_steps(scenario, words, seat)),
        texts=tuple(
            Text(id, words.agreement(id), words.kind(terms), words.actors(terms.parties),
                 words.terms(terms))
            for id, terms in scenario.agreements.items()
            if seat in terms.parties
        ),
        votes=tuple(
            words.forum(forum.id) for forum in scenario.forums.values() if seat in forum.members
        ),
        capital="" if cell is None else str(scenario.start[cell]),
    )  # fmt: skip


_POWERS = {"speak": lambda: _("speaks"), "sign": lambda: _("signs"), "order": lambda: _("orders")}


def _instructions(
    scenario: Scenario, words: Words, seat: str, seed: int | None
) -> tuple[Instruction, ...]:
    sheets = scenario.actors[seat].base.private or ()
    draws: Iterable[int] = range(len(sheets))
    if seed is not None and sheets:
        draws = (opening(scenario, seed).draws[list(scenario.actors).index(seat)],)
    found = []
    for draw in draws:
        says, goals = words.sheet(seat, (), draw)
        mine = profile_of(scenario, seat, (), draw)
        wants = [Want(t, f"{g.worth:+d}")
                 for t, g in zip(goals, mine.private_goals, strict=True)]  # fmt: skip
        more = (*wants_of(words, mine.private), *wants_of(words, mine.private_accrues))
        found.append(Instruction(says, (*wants, *more)))
    return tuple(found)


def _cost(cost: object, text: str = "") -> str:
    if isinstance(cost, int):
        return str(cost)
    return _("depends on: {cost}").format(cost=text)


def _acts(scenario: Scenario, words: Words, seat: str) -> Iterable[OrderRow]:
    """A row for each instrument in a seat's hand, with every target that it could have."""
    forms: dict[str, list[ActForm]] = {}
    for form in compiled(scenario).acts[seat]:
        forms.setdefault(form.order.instrument, []).append(form)
    for id, of in forms.items():
        it = scenario.instruments[id]
        targets = tuple(
            (form.order.target, words.target(seat, id, form.order.target))
            for form in of
            if form.order.target
        )
        cost = it.cost if isinstance(it.cost, int) else words.condition(it.cost.text)
        note = [words.instrument_brief(id)]
        if it.forum:
            note.append(_("{forum} must adopt it").format(forum=words.forum(it.forum)))
        if it.if_ is not None:
            note.append(_condition(words, seat, it.if_))
        yield OrderRow(
            id, words.instrument(id), targets, _cost(it.cost, str(cost)),
            "; ".join(part.rstrip(".") for part in note if part),
        )  # fmt: skip


def _condition(words: Words, seat: str, condition: Expression) -> str:
    names = {node.id for node in ast.walk(condition.tree) if isinstance(node, ast.Name)}
    if "target" in names or "trust" in names:
        return _("not toward every target at every time")
    says = words.condition(condition.text, {"actor": seat})
    return _("if {condition}").format(condition=says)


def _steps(scenario: Scenario, words: Words, seat: str) -> Iterable[OrderRow]:
    """A row for each issue that a seat has a say in: every option that it might step to."""
    for id, rows in compiled(scenario).steps[seat].items():
        forms = [form for row in rows for form in row if _has_a_say(scenario, seat, form)]
        if forms:
            options = dict.fromkeys(form.order.option for form in forms)
            targets = tuple((option, words.option(id, option)) for option in options)
            cost = _step_cost(scenario, words, forms)
            note = words.forum(forms[0].forum) if forms[0].forum else ""
            if note:
                note = _("{forum} must adopt it").format(forum=note)
            yield OrderRow(f"step {id}", words.issue(id), targets, cost, note)


def _has_a_say(scenario: Scenario, seat: str, form: StepForm) -> bool:
    members = scenario.forums[form.forum].members if form.forum else form.consent.of
    return seat in members


def _step_cost(scenario: Scenario, words: Words, forms: list[StepForm]) -> str:
    """What the steps of an issue cost, by option where they differ."""
    found: dict[str, list[str]] = {}
    for form in forms:
        option = words.option(form.issue, form.order.option)
        costs = found.setdefault(option, [])
        cost = _cost_of(scenario, words, form)
        if cost not in costs:
            costs.append(cost)
    if len({cost for costs in found.values() for cost in costs}) == 1:
        return next(iter(found.values()))[0]
    return ", ".join(f"{option} {_on_and_back(costs)}" for option, costs in found.items())


def _on_and_back(costs: list[str]) -> str:
    """The cost of the step on to an option, and of the one back to it where it is another."""
    return (
        costs[0]
        if len(costs) == 1
        else _("{on} (back: {back})").format(on=costs[0], back=costs[-1])
    )


def _cost_of(scenario: Scenario, words: Words, form: StepForm) -> str:
    """What one step costs; where more than its own issue decides that, on what it depends."""
    cost = form.consent.cost
    if isinstance(cost, int):
        return str(cost)
    names = {node.id for node in ast.walk(cost.tree) if isinstance(node, ast.Name)}
    issue = scenario.issues[form.issue]
    if not names <= {issue.id, *issue.options} or isinstance(form.cost, int):
        return _cost(form.cost, words.condition(cost.text))
    world = opening(scenario, 0)
    row = world.row[:]
    row[issue.cell] = form.old
    at = replace(world, row=row)
    return str(amount(form.cost, row, Moment(scenario, at)))

"""Levers: the ways of a scenario to make somebody else worse off, and what lets go of them.

Found by what they do, never by name. An instrument aimed at another player is a lever if its
effects, and what rules make of them, mostly take from what the target publicly wants more of, from
what accrues to it, its purse, its trust with whoever does it or its constituencies' support. A step
of an issue is a lever if one seat may order it alone, and back again, and the other players lose
by it together: what one imposes and can lift; to leave what needs all to rebuild is none.
"Mostly" is tried on rows drawn by name from all that there could be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from game.bots.dice import Dice
from game.rules.compiled import ActForm, Compiled, StepForm, compiled
from game.rules.moment import Moment
from game.rules.opening import opening
from game.rules.profiles import Profile
from game.scenario.grounding import Out
from game.scenario.model import Issue, Scenario
from game.scenario.terms import Clause, Hold, Move, Refrain

ROWS = 24
"""Rows on which effects are tried, beside the first one."""


class Lever(Struct, frozen=True):
    """A way to coerce: an instrument, or a step of an issue (`way` ``up`` or ``down``)."""

    id: str
    holders: tuple[str, ...]
    way: str = ""

    @property
    def key(self) -> str:
        """How it is counted: the instrument's id, or the issue and the way."""
        return f"{self.id} {self.way}" if self.way else self.id

    @property
    def back(self) -> str:
        """The step that takes it back, as it is counted; "" for an instrument."""
        return f"{self.id} {'down' if self.way == 'up' else 'up'}" if self.way else ""

    def relieved(self, clause: Clause, issue: Issue | None, present: int) -> tuple[str, ...]:
        """The holders that let go by a clause, its issue standing where it does."""
        if not self.way:
            if isinstance(clause, Refrain) and self.id in clause.instruments:
                return tuple(who for who in self.holders if who == clause.actor)
        elif isinstance(clause, Move | Hold) and clause.issue == self.id and issue is not None:
            up = self.way == "up"
            if isinstance(clause, Hold):
                return self.holders if clause.bound != ("at_least" if up else "at_most") else ()
            goal = issue.options.index(clause.to)
            return self.holders if (goal < present if up else goal > present) else ()
        return ()


def levers(scenario: Scenario) -> tuple[Lever, ...]:
    """The levers of a scenario, instruments first, in the order of the file."""
    found: tuple[Lever, ...] | None = scenario.cache.get("levers")
    if found is None:
        found = scenario.cache["levers"] = (*_acts(scenario), *_steps(scenario))
    return found


def _acts(scenario: Scenario) -> Iterator[Lever]:
    grounded, moment = compiled(scenario), Moment(scenario, opening(scenario, 0))
    rows = list(_rows(scenario))
    holders: dict[str, list[str]] = {}
    for seat, forms in grounded.acts.items():
        for form in forms:
            name, target = form.instrument.id, form.order.target
            if form.instrument.target != "actor" or target == seat:
                continue
            if seat in holders.get(name, ()) or not _harms(grounded, form, rows, moment):
                continue
            holders.setdefault(name, []).append(seat)
    for name in scenario.instruments:
        if name in holders:
            yield Lever(name, tuple(holders[name]))


def _rows(scenario: Scenario) -> Iterator[list[int]]:
    yield scenario.start.tolist()
    for number in range(ROWS):
        dice = Dice("levers", number)
        yield [cell.low + dice.below(cell.high - cell.low + 1) for cell in scenario.header.cells]


def _harms(grounded: Compiled, form: ActForm, rows: Sequence[list[int]], moment: Moment) -> bool:
    """Whether an act makes its target worse off on most rows on which it may be ordered."""
    target = moment.profiles[form.order.target]
    open_to = [row for row in rows if form.allowed is None or form.allowed(row, moment)]
    worse = [row for row in open_to if _worth(grounded, form, row, moment, target) < 0]
    return 2 * len(worse) > len(open_to)


def _worth(
    grounded: Compiled, form: ActForm, row: list[int], moment: Moment, target: Profile
) -> int:
    """What an act brings its target: what it publicly wants, and the goods of all actors."""
    out = Out()
    form.block.run(row, moment, out)
    if not form.forum:
        moment.did.update(form.deeds)
        for rule in grounded.act_rules(form):
            rule.block.run(row, moment, out)
        moment.did.difference_update(form.deeds)
    goods = _goods(grounded.scenario, form.seat, target.actor)
    total = 0
    for cell, asked, _why in out.changes:
        wants = target.public.units.get(cell, 0) + target.accrues.units.get(cell, 0)
        total += asked * (wants or (cell in goods))
    for name, way, _cause in out.steps:
        cell = grounded.scenario.issues[name].cell
        new = row[cell] + (1 if way == "up" else -1)
        if 0 <= new < len(grounded.scenario.issues[name].options):
            total += _table(target, cell, row[cell], new)
    return total


def _goods(scenario: Scenario, actor: str, target: str) -> frozenset[int]:
    """What anybody wants more of, though no `wants` say so: money, trust, friends at home."""
    index, homes = scenario.header.index, scenario.actors[target].constituencies
    names = [f"capital.{target}", f"trust.{actor}.{target}", f"trust.{target}.{actor}"]
    names += [f"support.{target}.{home.id}" for home in homes]
    return frozenset(index[name] for name in names if name in index)


def _table(profile: Profile, cell: int, old: int, new: int) -> int:
    """What a step of an issue is publicly worth, and what it makes accrue."""
    total = 0
    for wants in (profile.public, profile.accrues):
        if cell in wants.tables:
            total += wants.tables[cell][new] - wants.tables[cell][old]
    return total


def _steps(scenario: Scenario) -> Iterator[Lever]:
    moment = Moment(scenario, opening(scenario, 0))
    for issue in scenario.issues.values():
        alone = {way: _alone(scenario, issue, way) for way in ("up", "down")}
        for way, forms in alone.items():
            back = {form.seat for form in alone["down" if way == "up" else "up"]}
            held = [form for form in forms if form.seat in back]
            loss = sum(
                _table(moment.profiles[other], issue.cell, form.old, form.new)
                for form in held
                for other in scenario.players
                if other != form.seat
            )
            if loss < 0:
                holders = dict.fromkeys(form.seat for form in held)
                yield Lever(issue.id, tuple(holders), way)


def _alone(scenario: Scenario, issue: Issue, way: str) -> list[StepForm]:
    """The steps of an issue that a seat may order alone."""
    return [
        form
        for seat in scenario.players
        for forms in compiled(scenario).steps[seat][issue.id]
        for form in forms
        if not form.forum and form.consent.need <= 1 and (form.new > form.old) == (way == "up")
    ]

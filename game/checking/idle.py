"""Deeds that come to nothing, and ids that are a slip away from a library's."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from game.checking.places import Path, Places
from game.i18n import _
from game.scenario.expressions import ExpressionError, parse
from game.scenario.gate import read
from game.scenario.grounding import ground
from game.scenario.including import SHARED
from game.scenario.model import Effect, Expression, Instrument, Scenario
from game.scenario.problems import Problem
from game.scenario.scope import BindError, Ref
from game.scenario.terms import Perform, Refrain


def warnings(scenario: Scenario, places: Places) -> Iterator[Problem]:
    """Instruments that change nothing or only hurt who orders them, and ids near a library's."""
    near = dict(_near(scenario, places))
    for place, says in near.items():
        yield places.warn("name/near", says, place, key=True)
    noticed = _noticed(scenario)
    for instrument in scenario.instruments.values():
        path: Path = ("instruments", instrument.id)
        if path in near or not _own(places, path) or instrument.id in noticed:
            continue
        if not _does(instrument.effects):
            says = _("This changes nothing, no rule follows from it, and no agreement names it.")
            yield places.warn("instrument/idle", says, path, key=True)
        elif _only_hurts(scenario, instrument):
            says = _("All that this does is to take from whoever orders it.")
            yield places.warn("instrument/self-harm", says, path, key=True)


def _own(places: Places, path: Path) -> bool:
    return places.whole.home(path, key=True) == places.source


# ------------------------------------------------------------------ ids


def _near(scenario: Scenario, places: Places) -> Iterator[tuple[Path, str]]:
    """Ids of the file that were, it seems, meant to be those of a library that it includes."""
    document = scenario.document
    for library, text in scenario.included.items():
        brought = read(text, library).data
        for section in SHARED:
            theirs = brought.get(section) if isinstance(brought, dict) else None
            mine = getattr(document, section)
            for id in mine:
                path = (section, id)
                if not isinstance(theirs, dict) or id in theirs or not _own(places, path):
                    continue
                meant = next((one for one in theirs if slip(id, str(one))), None)
                if meant is not None:
                    says = _(
                        "The library {library} has '{meant}', and this is '{id}', which overrides "
                        "nothing: correct it, or choose an id that nobody takes for a slip."
                    )
                    yield path, says.format(library=library, meant=meant, id=id)


def slip(one: str, other: str) -> bool:
    """Whether two words differ as a slip of the pen does: letters in another order, or one letter.

    >>> slip("persaude", "persuade"), slip("visits", "visit"), slip("reassure", "pressure")
    (True, True, False)
    """
    if one == other or min(len(one), len(other)) < 4:
        return False
    if len(one) == len(other):
        wrong = [n for n in range(len(one)) if one[n] != other[n]]
        return len(wrong) == 1 or (
            len(wrong) <= 3 and wrong[-1] - wrong[0] < 3 and sorted(one) == sorted(other)
        )
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )


# ------------------------------------------------------------------ what follows


def _does(effects: Iterable[Effect]) -> bool:
    return any(
        e.changes or e.step or e.news or e.inject or e.mandate or _does(e.effects) for e in effects
    )


def _noticed(scenario: Scenario) -> set[str]:
    """The instruments that a rule, a condition or a clause looks at."""
    found: set[str] = set()
    for rule in scenario.rules.values():
        if rule.on in ("act", "adopt", "reject"):
            found |= {rule.do} if rule.do else {*scenario.instruments}
    for terms in scenario.agreements.values():
        for clause in terms.clauses:
            if isinstance(clause, Refrain):
                found |= {*clause.instruments}
            elif isinstance(clause, Perform):
                found.add(clause.do)
    for expression in _expressions(scenario):
        names = {node.id for node in ast.walk(expression.tree) if isinstance(node, ast.Name)}
        found |= names & scenario.instruments.keys()
    return found


def _expressions(scenario: Scenario) -> Iterator[Expression]:
    for actor in scenario.actors.values():
        for aims in (actor.base, *actor.mandates.values()):
            yield from (one.when for one in aims.objectives or ())
            yield from (one.when for sheet in aims.private or () for one in sheet.objectives)
    for instrument in scenario.instruments.values():
        yield from _within(instrument.effects)
        if instrument.if_ is not None:
            yield instrument.if_
        if isinstance(instrument.cost, Expression):
            yield instrument.cost
    for rule in scenario.rules.values():
        yield from _within((rule.body,))
    for event in scenario.events.values():
        yield from _within(event.effects)
        yield from (one for c in event.choices.values() for one in _within(c.effects))
        if event.when is not None:
            yield event.when
    yield from (end.when for end in scenario.ends.values())
    for terms in scenario.agreements.values():
        for clause in terms.clauses:
            try:
                if clause.if_:
                    yield parse(clause.if_)
            except ExpressionError:  # told by who loads it
                continue


def _within(effects: Iterable[Effect]) -> Iterator[Expression]:
    for effect in effects:
        yield from effect.for_
        if effect.if_ is not None:
            yield effect.if_
        for _cell, amount in effect.changes:
            if isinstance(amount, Expression):
                yield amount
        yield from _within(effect.effects)


def _only_hurts(scenario: Scenario, instrument: Instrument) -> bool:
    """Whether it is against nobody, takes from whoever orders it, and gives nobody anything.

    As all sheets value it; objectives and rules may turn a loss into a gain, so a cell that an
    objective names, and what only a turn knows, are given the benefit of the doubt.
    """
    if instrument.forum or instrument.target or not instrument.who:
        return False
    index = scenario.header.index
    named = {
        index.get(ast.unparse(node), -1)
        for actor in scenario.actors.values()
        for aims in (actor.base, *actor.mandates.values())
        for objective in (*(aims.objectives or ()),
                          *(o for sheet in aims.private or () for o in sheet.objectives))
        for node in ast.walk(objective.when.tree)
        if isinstance(node, ast.Attribute | ast.Name)
    }  # fmt: skip
    for seat in instrument.who:
        try:
            block = ground(scenario, instrument.effects, {"actor": Ref("actor", seat)}, "")
        except BindError:
            return False
        cells = [scenario.header.cells[cell] for cell, _amount, _why in block.static]
        if block.ops or not cells or any(c.index in named for c in cells):
            return False
        purse = sum(n for (_i, n, _w), c in zip(block.static, cells, strict=True)
                    if c.track == "capital" and c.owners == (seat,))  # fmt: skip
        public = scenario.actors[seat].base.wants
        loses = sum(amount * (public.units.get(i, 0) if public else 0)
                    for i, amount, _why in block.static)  # fmt: skip
        if min(purse, loses) >= 0 or any(
            amount * units > 0 or (scenario.header.cells[i].track == "capital" and amount > 0)
            for i, amount, _why in block.static
            for units in (0, *_units(scenario, i))
        ):
            return False
    return True


def _units(scenario: Scenario, cell: int) -> Iterator[int]:
    """What a unit of a cell is worth: on any sheet of anybody."""
    for actor in scenario.actors.values():
        for aims in (actor.base, *actor.mandates.values()):
            for wants in (
                aims.wants,
                aims.accrues,
                *(w for s in aims.private or () for w in (s.wants, s.accrues)),
            ):
                if wants is not None:
                    yield wants.units.get(cell, 0)
        for home in actor.constituencies:
            yield home.wants.units.get(cell, 0)

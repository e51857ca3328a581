"""What the parts of a scenario read and change: the marks that a map sets on its lanes.

A lane is a track or an issue. Cells are named as the file names them, so that a change of
`trust.actor.target` is told as one change of trust, and not once for every pair.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.i18n import _
from game.scenario.model import Effect, Expression, Scenario
from game.table.words import Words

_NAMED = re.compile(r"\b(happened|in_force)\(\s*(\w+)\s*\)|\b([a-z]\w*\.[\w.]+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a lane: by how much, as it is written on it, and whose quantity it is."""

    lane: str
    amount: str
    whose: str = ""
    rises: bool | None = None
    """None where only the turn knows."""


@dataclass(slots=True)
class Touch:
    """What a part of the scenario reads, what it changes, and what else comes of it."""

    reads: set[str] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


class Touches:
    """Tells what effects and conditions touch, in one scenario's words."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words
        self.lanes = (*scenario.tracks, *scenario.issues)

    def of(
        self, effects: Iterable[Effect], conditions: Iterable[Expression | int | None] = ()
    ) -> Touch:
        """What a list of effects changes, and what they and some conditions read."""
        touch = Touch()
        for condition in conditions:
            touch.reads |= self._read(condition)
        for effect in effects:
            self._add(touch, effect, frozenset())
        touch.changes = list(dict.fromkeys(touch.changes))
        touch.also = list(dict.fromkeys(touch.also))
        return touch

    def condition(self, condition: Expression) -> str:
        """A condition with names for people in the place of ids and cells."""
        said, at = [], 0
        for found in _NAMED.finditer(condition.text):
            said += [self.words.condition(condition.text[at : found.start()]), self._named(found)]
            at = found.end()
        whole = "".join([*said, self.words.condition(condition.text[at:])])
        return re.sub(r"-(?=\d)", "−", whole.replace("==", "="))

    def _named(self, found: re.Match[str]) -> str:
        kind, id, cell = found.groups()
        if kind == "happened":
            return _("“{event}” has happened").format(event=self.words.event(id))
        if kind == "in_force":
            return _("“{name}” is in force").format(name=self.words.agreement(id))
        track, *whose = cell.split(".")
        if cell in self.scenario.header.index or track not in self.scenario.tracks:
            return self.words.condition(cell)
        says = _("{track} ({whose})")
        whose_said = self._whose(track, whose, frozenset())
        return says.format(track=self.words.track(track), whose=whose_said)

    def _add(self, touch: Touch, effect: Effect, bound: frozenset[str]) -> None:
        bound |= {name for loop in effect.for_ for name in _bound(loop)}
        touch.reads |= self._read(effect.if_)
        for cell, amount in effect.changes:
            touch.reads |= self._read(amount)
            touch.changes.append(self._change(cell.text, amount, bound))
        for issue, way in effect.step:
            rises = way == "up"
            amount_said = _("one up") if rises else _("one down")
            touch.changes.append(Change(issue, amount_said, "", rises))
        for actor, mandate in effect.mandate:
            says = self.words.government(actor, (mandate,)) and _("a new mandate for {actor}")
            if says:
                touch.also.append(says.format(actor=self.words.actor(actor)))
        if effect.inject:
            says = _("brings about “{event}”")
            touch.also.append(says.format(event=self.words.event(effect.inject)))
        for inner in effect.effects:
            self._add(touch, inner, bound)

    def _change(self, cell: str, amount: Expression | int, bound: frozenset[str]) -> Change:
        lane, *whose = cell.split(".")
        said, rises = _amount(amount)
        return Change(lane, said, self._whose(lane, whose, bound), rises)

    def _whose(self, lane: str, whose: list[str], bound: frozenset[str]) -> str:
        """Whose quantity a cell is, in a word or two."""
        track = self.scenario.tracks.get(lane)
        if track is None or not whose:
            return ""
        name = ".".join(whose)
        if track.scope == "constituency":
            if len(whose) == 2 and not bound & set(whose):
                return self.words.constituency(name)
            return _("their own public") if whose[0] == "target" else _("each constituency")
        if bound & set(whose):
            return _("each pair") if len(whose) == 2 else _("each of them")
        return " – ".join(self._who(word) for word in whose)

    def _who(self, word: str) -> str:
        if word in self.scenario.actors:
            return self.words.actor(word)
        return {"actor": _("who acts"), "target": _("the target")}.get(word, word)

    def _read(self, expression: Expression | int | str | None) -> set[str]:
        """The lanes that an expression reads."""
        if not isinstance(expression, Expression):
            return set()
        names = {node.id for node in ast.walk(expression.tree) if isinstance(node, ast.Name)}
        if "approval" in names:
            names.add("support")
        return names & set(self.lanes)


def _bound(loop: Expression) -> Iterator[str]:
    """The names that `for: name in set` binds."""
    tree = loop.tree
    names = tree.left if isinstance(tree, ast.Compare) else tree
    yield from (node.id for node in ast.walk(names) if isinstance(node, ast.Name))


def _amount(amount: Expression | int) -> tuple[str, bool | None]:
    """A change as it is written on a lane, and whether it rises."""
    if isinstance(amount, int):
        return f"{amount:+d}".replace("-", "−"), amount > 0
    return "±", None


def sentence(words: Words, touch: Touch) -> str:
    """What a touch changes, as one sentence for those who hear the map."""
    said = []
    for change in touch.changes:
        lane = words.issue(change.lane) if change.lane in words.scenario.issues else ""
        lane = lane or words.track(change.lane)
        whose = f" ({change.whose})" if change.whose else ""
        said.append(f"{lane} {change.amount}{whose}")
    return "; ".join([*said, *touch.also])

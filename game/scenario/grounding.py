"""Grounding: effects under a binding of names become sparse changes of cells.

What is constant is a tuple that a turn adds as it stands; what is not is a list of small
operations. Loops are unrolled; a loop over ``parties`` or ``movers``, which only a turn knows,
becomes a guard.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

from game.scenario.binding import (
    DYNAMIC_SETS,
    Binder,
    BindError,
    Bound,
    Env,
    Fn,
    Ref,
    Scale,
    Test,
)
from game.scenario.model import Effect, Expression, Scenario

Change = tuple[int, int, tuple[tuple[str, int], ...]]
"""A cell's index, the amount asked for, and why: the causes, each with what it asked for."""


def change(cell: int, amount: int, cause: str) -> Change:
    """A change that something asks for.

    >>> change(3, -1, "pay:visit|rok")
    (3, -1, (('pay:visit|rok', -1),))
    """
    return cell, amount, ((cause, amount),)


class Out:
    """Where running effects put what they ask for."""

    __slots__ = ("changes", "injects", "mandates", "news", "steps")

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.steps: list[tuple[str, str, str]] = []  # issue, up or down, cause
        self.news: list[tuple[str, str]] = []  # headline, cause
        self.injects: list[str] = []
        self.mandates: list[tuple[str, str]] = []

    def add(self, other: Out) -> None:
        """Ask for everything that ``other`` asks for."""
        self.changes += other.changes
        if other.steps or other.news or other.injects or other.mandates:
            self.steps += other.steps
            self.news += other.news
            self.injects += other.injects
            self.mandates += other.mandates


MOST_TURNS = 2_000
"""How often the loops of one list of effects may run in all: an honest one runs a few hundred."""

Op = Callable[[Any, Any, Out], None]
Flow = tuple[frozenset[int], int]
"""Cells that are read, and the cell that is written because of them."""


@dataclass(slots=True)
class Block:
    """Grounded effects: constant changes, operations; the cells and else that they read, and write.

    ``asks`` and ``tests`` are what they read of the moment, as :class:`Binder` names it. ``flows``
    says of each write on which cells it depends; ``injects`` are the events that may be set off.
    """

    static: tuple[Change, ...] = ()
    ops: tuple[Op, ...] = ()
    reads: frozenset[int] = frozenset()
    writes: frozenset[int] = frozenset()
    asks: frozenset[str] = frozenset()
    tests: frozenset[Test] = frozenset()
    flows: frozenset[Flow] = frozenset()
    injects: frozenset[str] = frozenset()

    def run(self, row: Any, moment: Any, out: Out) -> None:
        """Add to ``out`` what these effects ask for, read from ``row`` at ``moment``."""
        if self.static:
            out.changes.extend(self.static)
        for op in self.ops:
            op(row, moment, out)

    def __bool__(self) -> bool:
        return bool(self.static or self.ops)


@dataclass(slots=True)
class Faults:
    """Collects what could not be bound, each with its expression, so that all are told at once."""

    found: list[tuple[Expression | None, BindError]] = field(default_factory=list)

    def add(self, where: Expression | None, error: BindError) -> None:
        """Note a fault once."""
        if not any(w is where and e.says == error.says for w, e in self.found):
            self.found.append((where, error))


def ground(
    scenario: Scenario,
    effects: Iterable[Effect],
    env: Env,
    cause: str,
    faults: Faults | None = None,
    *,
    dynamic: bool = True,
) -> Block:
    """Ground effects under ``env``; ``dynamic`` says whether a change and its actors are at hand.

    :raises BindError: for the first name that means nothing here, unless ``faults`` collects them.
    """
    worker = _Grounding(scenario, cause, faults, dynamic)
    static: list[Change] = []
    ops: list[Op] = []
    for effect in effects:
        worker.under = frozenset()
        try:
            worker.effect(effect, dict(env), static, ops)
        except BindError as error:
            worker.fault(effect.for_[0] if effect.for_ else None, error)
    return Block(
        tuple(static), tuple(ops), frozenset(worker.reads), frozenset(worker.writes),
        frozenset(worker.asks),
        frozenset(worker.tests), frozenset(worker.flows), frozenset(worker.injects),
    )  # fmt: skip


class _Grounding:
    def __init__(
        self, scenario: Scenario, cause: str, faults: Faults | None, dynamic: bool
    ) -> None:
        self.scenario = scenario
        self.cause = cause
        self.faults = faults
        self.dynamic = dynamic
        self.turns = 0  # of loops, so far
        self.reads: set[int] = set()
        self.asks: set[str] = set()
        self.tests: set[Test] = set()
        self.writes: set[int] = set()
        self.under: frozenset[int] = frozenset()  # what the conditions around here read
        self.latest: frozenset[int] = frozenset()  # what was read just now
        self.flows: set[Flow] = set()
        self.injects: set[str] = set()

    def fault(self, where: Expression | None, error: BindError) -> None:
        if self.faults is None:
            raise error
        self.faults.add(where, error)

    def _bind(self, expression: Expression | int, env: Env) -> Bound:
        if isinstance(expression, int):
            self.latest = frozenset()
            return Bound(int(expression), None)
        binder = Binder(self.scenario, env, dynamic=self.dynamic)
        try:
            bound = binder.number(expression)
        except BindError as error:
            self.fault(expression, error)
            return Bound(0, None)
        self.latest = frozenset(binder.reads)
        self.reads |= binder.reads
        self.asks |= binder.asks
        self.tests |= binder.tests
        return bound

    def effect(
        self, effect: Effect, env: dict[str, Ref | Scale], static: list[Change], ops: list[Op]
    ) -> None:
        around = self.under
        for inner, guards in self._loop(effect.for_, env):
            conditions: list[Fn] = list(guards)
            self.under = around
            if effect.if_ is not None:
                bound = self._bind(effect.if_, inner)
                self.under = around | self.latest
                if bound.const is not None:
                    if not bound.const and self.faults is None:
                        continue
                else:
                    conditions.append(bound.function())
            if not conditions:
                self._body(effect, inner, static, ops)
                continue
            own: list[Change] = []
            own_ops: list[Op] = []
            self._body(effect, inner, own, own_ops)
            if own or own_ops:
                ops.append(_guarded(conditions, tuple(own), tuple(own_ops)))
        self.under = around

    def _body(
        self, effect: Effect, env: dict[str, Ref | Scale], static: list[Change], ops: list[Op]
    ) -> None:
        cause = self.cause
        for where, amount in effect.changes:
            index = self._target(where, env)
            bound = self._bind(amount, env)
            if index is None:
                continue
            self._writes(index, self.latest)
            if bound.const is not None:
                if bound.const:
                    static.append(change(index, bound.const, cause))
            else:
                ops.append(_amount(index, bound.function(), cause))
        for issue, way in effect.step:
            self._step(issue, way, env, ops)
        if effect.news:
            ops.append(_news(effect.news, self._names(env), cause))
        if effect.inject:
            self.injects.add(effect.inject)
            ops.append(_inject(effect.inject))
        for actor, mandate in effect.mandate:
            ops.append(_mandate(actor, mandate))
        for nested in effect.effects:
            self.effect(nested, env, static, ops)

    def _writes(self, index: int, reads: frozenset[int]) -> None:
        self.writes.add(index)
        if self.faults is not None:  # only who checks a scenario asks what depends on what
            self.flows.add((self.under | reads, index))

    def _names(self, env: Env) -> dict[str, str]:
        return {
            name: ref.id.rpartition(".")[2] for name, ref in env.items() if isinstance(ref, Ref)
        }

    def _target(self, where: Expression, env: Env) -> int | None:
        binder = Binder(self.scenario, env, dynamic=self.dynamic)
        try:
            index, scale = binder.cell(where.tree)
        except BindError as error:
            self.fault(where, error)
            return None
        if scale is not None and scale.kind == "issue":
            self.fault(
                where,
                BindError(
                    "effect/issue-is-stepped",
                    f"an issue moves by steps: write 'step: {{{where.text}: up}}', not a change",
                ),
            )
            return None
        return index

    def _step(self, issue: str, way: str, env: Env, ops: list[Op]) -> None:
        bound = env.get(issue)
        name = bound.id if isinstance(bound, Ref) and bound.kind == "issue" else issue
        if name not in self.scenario.issues:
            return  # the compiler has told it, or the target is of another kind
        self._writes(self.scenario.issues[name].cell, frozenset())
        ops.append(_step_op(name, way, self.cause))

    # ------------------------------------------------------------------ loops

    def _loop(
        self, loops: tuple[Expression, ...], env: dict[str, Ref | Scale]
    ) -> Iterator[tuple[dict[str, Ref | Scale], tuple[Fn, ...]]]:
        if not loops:
            self.turns += 1
            if self.turns > MOST_TURNS:
                says = f"these loops would run more than {MOST_TURNS} times; loop over fewer"
                raise BindError("loop/too-many", says)
            yield env, ()
            return
        for bindings, guards in self._one(loops[0], env):
            for inner, more in self._loop(loops[1:], {**env, **bindings}):
                yield inner, guards + more

    def _one(
        self, loop: Expression, env: Env
    ) -> Iterator[tuple[dict[str, Ref | Scale], tuple[Fn, ...]]]:
        binder = Binder(self.scenario, env, dynamic=self.dynamic)
        try:
            names, source, pairs = loop_parts(loop)
            members = binder.members(source)
        except BindError as error:
            self.fault(loop, error)
            return
        dynamic = source.id if isinstance(source, ast.Name) and source.id in DYNAMIC_SETS else ""
        if dynamic:
            self.asks.add(dynamic)
        groups = combinations(members, 2) if pairs else product(members)
        for group in groups:
            guards = tuple(_present(dynamic, ref.id) for ref in group) if dynamic else ()
            yield dict(zip(names, group, strict=True)), guards


def loop_parts(loop: Expression) -> tuple[tuple[str, ...], ast.expr, bool]:
    """The names of a loop, the set it runs over, and whether over pairs of it.

    :raises BindError: where it is not ``name in set`` or ``[p, q] in pairs(set)``.
    """
    tree = loop.tree
    if isinstance(tree, ast.Compare) and len(tree.ops) == 1 and isinstance(tree.ops[0], ast.In):
        left, source = tree.left, tree.comparators[0]
        if isinstance(left, ast.Name):
            return (left.id,), source, False
        is_pairs = (
            isinstance(source, ast.Call)
            and isinstance(source.func, ast.Name)
            and source.func.id == "pairs"
            and len(source.args) == 1
        )
        if isinstance(left, ast.List) and len(left.elts) == 2 and is_pairs:
            names = tuple(e.id for e in left.elts if isinstance(e, ast.Name))
            if len(names) == 2:
                assert isinstance(source, ast.Call)
                return names, source.args[0], True
    raise BindError(
        "loop/form", f"expected 'name in set' or '[p, q] in pairs(set)', found '{loop.text}'"
    )


def _present(dynamic: str, who: str) -> Fn:
    if dynamic == "parties":
        return lambda r, c: who in c.parties
    return lambda r, c: who in c.movers


def _guarded(conditions: list[Fn], static: tuple[Change, ...], ops: tuple[Op, ...]) -> Op:
    if len(conditions) == 1 and not ops:
        only = conditions[0]

        def simple(r: Any, c: Any, out: Out) -> None:
            if only(r, c):
                out.changes.extend(static)

        return simple
    tests = tuple(conditions)

    def guarded(r: Any, c: Any, out: Out) -> None:
        for test in tests:
            if not test(r, c):
                return
        out.changes.extend(static)
        for op in ops:
            op(r, c, out)

    return guarded


def _amount(index: int, fn: Fn, cause: str) -> Op:
    def amount(r: Any, c: Any, out: Out) -> None:
        value = fn(r, c)
        if value:
            out.changes.append((index, value, ((cause, value),)))

    return amount


def _step_op(issue: str, way: str, cause: str) -> Op:
    return lambda r, c, out: out.steps.append((issue, way, cause))


def _news(text: str, names: dict[str, str], cause: str) -> Op:
    # A headline names things by {braces}; ids stay ids here, a view puts them into words.
    for name, what in names.items():
        text = text.replace("{" + name + "}", "{" + what + "}")
    return lambda r, c, out: out.news.append((text, cause))


def _inject(event: str) -> Op:
    return lambda r, c, out: out.injects.append(event)


def _mandate(actor: str, mandate: str) -> Op:
    return lambda r, c, out: out.mandates.append((actor, mandate))

"""The calls of the expression language: did, ever, in_force, gain and the others (section 9)."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable

from game.scenario.model import Issue, Scenario
from game.scenario.scope import BindError, Bound, Env, Scale, Scope, Test, hint


class Calls(Scope, ABC):
    """Binds calls. ``reads``, ``asks`` and ``tests`` collect what an expression depends on."""

    def __init__(self, scenario: Scenario, env: Env, *, dynamic: bool = True) -> None:
        super().__init__(scenario, env, dynamic=dynamic)
        self.reads: set[int] = set()
        self.asks: set[str] = set()
        self.tests: set[Test] = set()

    @abstractmethod
    def bound(self, node: ast.expr) -> Bound:
        """Bind a number or condition; what binds expressions says how."""

    # ------------------------------------------------------------------ calls

    def _call(self, node: ast.Call) -> Bound:
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        work = getattr(self, f"_call_{name}", None)
        if work is None:
            known = [m.removeprefix("_call_") for m in dir(self) if m.startswith("_call_")]
            raise BindError(
                "call/unknown",
                f"there is no {name}(); the language has {', '.join(known)}{hint(name, known)}",
                node.col_offset,
            )
        return work(node, node.args)  # type: ignore[no-any-return]

    def _arity(self, node: ast.Call, *allowed: int) -> None:
        if len(node.args) not in allowed:
            raise BindError(
                "call/arguments",
                f"{ast.unparse(node.func)}() takes {' or '.join(map(str, allowed))} arguments, "
                f"found {len(node.args)}",
                node.col_offset,
            )

    def _extremum(self, node: ast.Call, args: list[ast.expr], work: Callable[..., int]) -> Bound:
        if len(args) < 2:
            raise BindError("call/arguments", "min() and max() take two or more", node.col_offset)
        bounds = [self.bound(a) for a in args]
        scale = next((b.scale for b in bounds if b.scale), None)
        if all(b.const is not None for b in bounds):
            return Bound(work(b.const for b in bounds), None, scale)
        functions = tuple(b.function() for b in bounds)
        return Bound(None, lambda r, c: work([f(r, c) for f in functions]), scale)

    def _call_min(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        return self._extremum(node, args, min)

    def _call_max(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        return self._extremum(node, args, max)

    def _call_abs(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1)
        f = self.bound(args[0]).function()
        return Bound(None, lambda r, c: abs(f(r, c)))

    def _deed(self, node: ast.Call, args: list[ast.expr]) -> tuple[str, ...]:
        self._arity(node, 2, 3)
        actor, instrument = self.thing(args[0], "actor"), self.thing(args[1], "instrument")
        if len(args) == 2:
            return actor.id, instrument.id
        target = self.thing(args[2], "actor", "issue", "constituency")
        return actor.id, instrument.id, target.id.rpartition(".")[2]

    def _test(self, where: str, thing: object) -> None:
        self.asks.add(where)
        self.tests.add((where, thing))

    def _call_did(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        deed = self._deed(node, args)
        self._test("did", deed)
        return Bound(None, lambda r, c: 1 if deed in c.did else 0)

    def _call_ever(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        deed = self._deed(node, args)
        self._test("past", deed)
        return Bound(None, lambda r, c: 1 if deed in c.past else 0)

    def _call_in_force(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1)
        which = self.thing(args[0], "agreement").id
        if which:
            self._test("in_force", which)
        else:
            self.asks.update(("in_force", "agreement"))
        if which:
            return Bound(None, lambda r, c: 1 if which in c.in_force else 0)
        return Bound(None, lambda r, c: 1 if c.agreement in c.in_force else 0)

    def _call_party(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 2)
        who = self.thing(args[0], "actor").id
        which = self.thing(args[1], "agreement").id
        self.asks.update(("in_force", "parties"))
        if which:
            return Bound(None, lambda r, c: 1 if who in c.in_force.get(which, ()) else 0)
        return Bound(None, lambda r, c: 1 if who in c.parties else 0)

    def _call_happened(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1)
        event = self.thing(args[0], "event").id
        self._test("happened", event)
        return Bound(None, lambda r, c: 1 if event in c.happened else 0)

    def _call_worth(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1)
        actor = self.thing(args[0], "actor").id
        them = self.scenario.actors[actor]
        for mandate in (them.base, *them.mandates.values()):
            if mandate.wants is not None:
                self.reads.update(mandate.wants.tables, mandate.wants.units)
        self.asks.add("profiles")
        return Bound(None, lambda r, c: c.worth(actor, r))

    def _call_approval(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1)
        actor = self.thing(args[0], "actor").id
        parts = []
        for c in self.scenario.actors[actor].constituencies:
            index = self.scenario.header.index.get(f"support.{actor}.{c.id}")
            if index is not None:
                self.reads.add(index)
                parts.append((index, c.weight))
        total = sum(weight for _, weight in parts)
        if not total:
            return Bound(0, None)
        cells = tuple(parts)
        return Bound(None, lambda r, c: sum(r[i] * w for i, w in cells) // total)

    def _call_gain(self, node: ast.Call, args: list[ast.expr]) -> Bound:
        self._arity(node, 1, 3)
        who = self.thing(args[0], "actor", "constituency").id
        if len(args) == 1:
            if not self.dynamic:
                raise BindError(
                    "call/no-change",
                    "gain(x) needs a change at hand (a move, an agreement, a forum's text); "
                    "gain(x, issue, option) asks about another",
                    node.col_offset,
                )
            self.asks.add("change")
            return Bound(None, lambda r, c: c.gain(who, r))
        self.asks.add("profiles")
        issue = self.scenario.issues[self.thing(args[1], "issue").id]
        option = args[2]
        value = None
        if isinstance(option, ast.Name):
            value = self.on_scale(Scale("issue", issue.id), option.id)
        if value is None:
            if isinstance(option, ast.Name) and option.id not in self.env:
                raise self.no_such_value(Scale("issue", issue.id), option, BindError("", ""))
            f = self.bound(option).function()
            top = len(issue.options) - 1
            return Bound(
                None, lambda r, c: c.gain_at(who, issue.cell, min(max(f(r, c), 0), top), r)
            )
        fixed = value
        self.reads.add(issue.cell)
        if "." in who:
            return self._gain_at_home(who, issue, fixed)
        return Bound(None, lambda r, c: c.gain_at(who, issue.cell, fixed, r))

    def _gain_at_home(self, who: str, issue: Issue, option: int) -> Bound:
        """What an option gains a constituency: its wants never change, so a table knows it."""
        owner, _, name = who.partition(".")
        home = next(c for c in self.scenario.actors[owner].constituencies if c.id == name)
        points = home.wants.tables.get(issue.cell)
        if points is None:
            return Bound(0, None)
        table = tuple(points[option] - point for point in points)
        cell = issue.cell
        return Bound(None, lambda r, c: table[r[cell]])

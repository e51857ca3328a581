"""Binding: an expression's names to what they mean, as a function of (row, moment).

Every quantity an expression can read has a cell, and every actor, issue and instrument is known
when the scenario is loaded. So a loop over a set is unrolled, a self-pair disappears, a comparison
with an option becomes one with a number, and what is left is a small closure over indexes.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from game.scenario.calls import Calls
from game.scenario.model import Expression
from game.scenario.scope import (
    DYNAMIC_SETS,
    BindError,
    Bound,
    Env,
    Fn,
    Ref,
    Scale,
    Test,
)

__all__ = [
    "DYNAMIC_SETS", "BindError", "Binder", "Bound", "Env", "Fn", "Ref", "Scale", "Test",
]  # fmt: skip

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


# The commonest condition of all, a cell beside a number, without a call more than it needs.
_CELL_TO_NUMBER: dict[type[ast.cmpop], Callable[[int, int], Fn]] = {
    ast.Eq: lambda i, k: lambda r, c: r[i] == k,
    ast.NotEq: lambda i, k: lambda r, c: r[i] != k,
    ast.Lt: lambda i, k: lambda r, c: r[i] < k,
    ast.LtE: lambda i, k: lambda r, c: r[i] <= k,
    ast.Gt: lambda i, k: lambda r, c: r[i] > k,
    ast.GtE: lambda i, k: lambda r, c: r[i] >= k,
}


class Binder(Calls):
    """Binds expressions of one scenario in one scope.

    ``reads`` collects the cells they read, ``asks`` what they read of the moment (``turn``,
    ``did``, ``movers`` ...), ``tests`` the deeds, agreements and events that they look for there.
    """

    def number(self, expression: Expression | int) -> Bound:
        """Bind a number or condition.

        :raises BindError: for a name that means nothing here.
        """
        if isinstance(expression, int):
            return Bound(int(expression), None)
        return self.bound(expression.tree)

    # ------------------------------------------------------------------ numbers

    def bound(self, node: ast.expr) -> Bound:
        if isinstance(node, ast.Constant):
            return Bound(int(node.value), None)  # type: ignore[arg-type]  # parse() let only int in
        if isinstance(node, ast.BoolOp):
            return self._logic(node)
        if isinstance(node, ast.UnaryOp):
            return self._unary(node)
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        if isinstance(node, ast.Compare):
            return self._comparison(node)
        if isinstance(node, ast.Call):
            return self._call(node)
        return self._read(node)

    def _read(self, node: ast.expr) -> Bound:
        if isinstance(node, ast.Name):
            name = node.id
            if name in ("true", "false"):
                return Bound(int(name == "true"), None)
            if name == "turn":
                self.asks.add("turn")
                return Bound(None, lambda r, c: c.turn)
            agreement = self.env.get("agreement")
            if name == "secret" and isinstance(agreement, Ref):
                return self._secret(agreement)
            bound = self.env.get(name)
            if isinstance(bound, Scale):
                self.asks.add(name)
                if name == "old":
                    return Bound(None, lambda r, c: c.old, bound)
                return Bound(None, lambda r, c: c.new, bound)
        index, scale = self.cell(node)
        if index is None:
            return Bound(0, None, scale)
        self.reads.add(index)
        return Bound(None, lambda r, c: r[index], scale, index)

    def _secret(self, agreement: Ref) -> Bound:
        """Whether the agreement at hand is secret: of a ready one, as the file says."""
        if agreement.id:
            return Bound(int(self.scenario.agreements[agreement.id].secret), None)
        self.asks.add("secret")
        return Bound(None, lambda r, c: c.secret)

    def _logic(self, node: ast.BoolOp) -> Bound:
        conjunction = isinstance(node.op, ast.And)
        functions: list[Fn] = []
        for part in node.values:
            bound = self.bound(part)
            if bound.const is not None:
                if bool(bound.const) != conjunction:
                    return Bound(int(not conjunction), None)
                continue
            functions.append(bound.function())
        if not functions:
            return Bound(int(conjunction), None)
        if len(functions) == 1:
            only = functions[0]
            return Bound(None, lambda r, c: 1 if only(r, c) else 0)
        if len(functions) == 2:
            f, g = functions
            if conjunction:
                return Bound(None, lambda r, c: 1 if f(r, c) and g(r, c) else 0)
            return Bound(None, lambda r, c: 1 if f(r, c) or g(r, c) else 0)
        parts = tuple(functions)
        if conjunction:
            return Bound(None, lambda r, c: 1 if all(f(r, c) for f in parts) else 0)
        return Bound(None, lambda r, c: 1 if any(f(r, c) for f in parts) else 0)

    def _unary(self, node: ast.UnaryOp) -> Bound:
        inner = self.bound(node.operand)
        if isinstance(node.op, ast.UAdd):
            return inner
        if isinstance(node.op, ast.Not):
            if inner.const is not None:
                return Bound(int(not inner.const), None)
            f = inner.function()
            return Bound(None, lambda r, c: 0 if f(r, c) else 1)
        if inner.const is not None:
            return Bound(-inner.const, None)
        g = inner.function()
        return Bound(None, lambda r, c: -g(r, c))

    def _arithmetic(self, node: ast.BinOp) -> Bound:
        left, right = self.bound(node.left), self.bound(node.right)
        work = {
            ast.Add: operator.add,
            ast.Sub: operator.sub,
            ast.Mult: operator.mul,
            ast.FloorDiv: operator.floordiv,
        }[type(node.op)]  # parse() let only these in
        scale = left.scale or right.scale
        if left.const is not None and right.const is not None:
            return Bound(work(left.const, right.const), None, scale)
        f, g = left.function(), right.function()
        return Bound(None, lambda r, c: work(f(r, c), g(r, c)), scale)

    # ------------------------------------------------------------------ comparison

    def _comparison(self, node: ast.Compare) -> Bound:
        parts: list[Fn] = []
        left = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            bound = self._compare(left, op, right)
            if bound.const is not None:
                if not bound.const:
                    return Bound(0, None)
            else:
                parts.append(bound.function())
            left = right
        if not parts:
            return Bound(1, None)
        if len(parts) == 1:
            return Bound(None, parts[0])
        chain = tuple(parts)
        return Bound(None, lambda r, c: 1 if all(f(r, c) for f in chain) else 0)

    def _compare(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Bound:
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, right, isinstance(op, ast.NotIn))
        if isinstance(op, ast.Eq | ast.NotEq):
            same = self._identity(left, right)
            if same is not None:
                return same if isinstance(op, ast.Eq) else _negated(same)
        a, b = self.sides(left, right)
        work = _COMPARE[type(op)]
        if a.const is not None and b.const is not None:
            return Bound(int(work(a.const, b.const)), None)
        f, g = a.function(), b.function()
        if b.const is not None:
            if a.cell is not None:
                return Bound(None, _CELL_TO_NUMBER[type(op)](a.cell, b.const))
            k = b.const
            return Bound(None, lambda r, c: work(f(r, c), k))
        return Bound(None, lambda r, c: work(f(r, c), g(r, c)))

    def sides(self, left: ast.expr, right: ast.expr) -> tuple[Bound, Bound]:
        """Both sides of a comparison; a bare name may be an option or band of the other side."""
        # A name on the other side's scale is asked for there first: most are options, and nothing
        # else has to be looked for that could be meant.
        a = self._try(left)
        option = self._on_scale_of(a, right)
        if option is not None and isinstance(a, Bound):
            return a, option
        b = self._try(right)
        option = self._on_scale_of(b, left)
        if option is not None and isinstance(b, Bound):
            return option, b
        for mine, other, node in ((a, b, right), (b, a, left)):
            if isinstance(mine, Bound) and mine.scale and isinstance(other, BindError):
                raise self.no_such_value(mine.scale, node, other)
        for side in (a, b):
            if isinstance(side, BindError):
                raise side
        assert isinstance(a, Bound) and isinstance(b, Bound)
        return a, b

    def _on_scale_of(self, side: Bound | BindError, node: ast.expr) -> Bound | None:
        """The option or band that a bare name means beside a cell; None where it means none."""
        if not (isinstance(side, Bound) and side.scale and isinstance(node, ast.Name)):
            return None
        value = self.on_scale(side.scale, node.id)
        return None if value is None else Bound(value, None)

    def _try(self, node: ast.expr) -> Bound | BindError:
        try:
            return self.bound(node)
        except BindError as error:
            return error

    def _identity(self, left: ast.expr, right: ast.expr) -> Bound | None:
        a, b = self.maybe(left), self.maybe(right)
        if a is None or b is None:
            return None
        if a.kind == "issue" and not (
            self._is_bound(left, "issue") or self._is_bound(right, "issue")
        ):
            return None  # two issues by name: their options are compared
        if a.kind != b.kind:
            return Bound(0, None)
        if a.kind == "agreement" and not (a.id and b.id):
            wanted = a.id or b.id
            self.asks.add("agreement")
            return Bound(None, lambda r, c: c.agreement == wanted)
        return Bound(int(a == b), None)

    def _is_bound(self, node: ast.expr, kind: str) -> bool:
        bound = self.env.get(node.id) if isinstance(node, ast.Name) else None
        return isinstance(bound, Ref) and bound.kind == kind

    def _membership(self, left: ast.expr, right: ast.expr, negated: bool) -> Bound:
        item = self.maybe(left)
        if item is None:
            raise BindError(
                "name/unknown",
                f"expected something that can be in a set, found '{ast.unparse(left)}'",
                left.col_offset,
            )
        if isinstance(right, ast.Name) and right.id in DYNAMIC_SETS:
            who = item.id
            self.at_hand(right.id, right)
            self.asks.add(right.id)
            if right.id == "parties":
                bound = Bound(None, lambda r, c: who in c.parties)
            else:
                bound = Bound(None, lambda r, c: who in c.movers)
        elif item.kind == "agreement" and not item.id:
            ids = frozenset(thing.id for thing in self._literals(right))
            self.asks.add("agreement")
            bound = Bound(None, lambda r, c: c.agreement in ids)
        else:
            bound = Bound(int(item in self.members(right)), None)
        return _negated(bound) if negated else bound


def _negated(bound: Bound) -> Bound:
    if bound.const is not None:
        return Bound(int(not bound.const), None)
    f = bound.function()
    return Bound(None, lambda r, c: 0 if f(r, c) else 1)

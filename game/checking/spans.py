"""Between which values an expression lies, whatever happens: intervals instead of numbers.

Each cell counts as anything in its range, apart from all others; so what is said to hold never, or
always, really does, and much that does too is not found. Calls that ask about deeds and events are
true or false; what a change is worth may be anything.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from game.scenario.binding import Binder, BindError, Bound, Env
from game.scenario.model import Scenario

Span = tuple[int, int]
"""The lowest and the highest value."""

_ANY: Span = (-(10**9), 10**9)
_TRUTH: Span = (0, 1)
_TRUE: Span = (1, 1)
_FALSE: Span = (0, 0)
_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE,
    ast.Eq: ast.Eq, ast.NotEq: ast.NotEq,
}  # fmt: skip


class Spans:
    """Reckons with intervals in one scope; ``reads`` are the cells that mattered."""

    def __init__(self, scenario: Scenario, env: Env) -> None:
        self.scenario = scenario
        self.binder = Binder(scenario, env)
        self._narrow: dict[int, Span] = {}

    @property
    def reads(self) -> set[int]:
        """The cells that were asked about."""
        return self.binder.reads

    def of(self, node: ast.expr) -> Span:
        """The span of an expression.

        :raises BindError: for a name that means nothing in this scope.
        """
        bound = self.binder.bound(node)
        if bound.const is not None:
            return bound.const, bound.const
        if bound.cell is not None:
            return self._cell(bound.cell)
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
        if isinstance(node, ast.Name) and node.id == "turn":
            return 1, self.scenario.turns[1]
        return _ANY

    def _cell(self, index: int) -> Span:
        cell = self.scenario.header.cells[index]
        return self._narrow.get(index, (cell.low, cell.high))

    # ------------------------------------------------------------------ truth

    def _logic(self, node: ast.BoolOp) -> Span:
        conjunction = isinstance(node.op, ast.And)
        before = dict(self._narrow)
        truths = []
        for part in node.values:
            truths.append(_truth(self.of(part)))
            if conjunction:  # what comes behind "and" is asked only where this holds
                self._hold(part)
        self._narrow = before
        lows, highs = zip(*truths, strict=True)
        return (min(lows), min(highs)) if conjunction else (max(lows), max(highs))

    def _hold(self, node: ast.expr) -> None:
        """From here on a comparison of a cell with a number counts as holding."""
        if not isinstance(node, ast.Compare) or len(node.ops) != 1:
            return
        way = type(node.ops[0])
        if way not in _SWAPPED:
            return
        a, b = self.binder.sides(node.left, node.comparators[0])
        if a.cell is None:
            a, b, way = b, a, _SWAPPED[way]
        if a.cell is None or b.const is None:
            return
        low, high = self._cell(a.cell)
        k = b.const
        self._narrow[a.cell] = {
            ast.Lt: (low, min(high, k - 1)), ast.LtE: (low, min(high, k)),
            ast.Gt: (max(low, k + 1), high), ast.GtE: (max(low, k), high),
            ast.Eq: (max(low, k), min(high, k)), ast.NotEq: (low, high),
        }[way]  # fmt: skip

    def _unary(self, node: ast.UnaryOp) -> Span:
        low, high = self.of(node.operand)
        if isinstance(node.op, ast.Not):
            low, high = _truth((low, high))
            return 1 - high, 1 - low
        return (low, high) if isinstance(node.op, ast.UAdd) else (-high, -low)

    def _comparison(self, node: ast.Compare) -> Span:
        left, truths = node.left, [_TRUE]
        for op, right in zip(node.ops, node.comparators, strict=True):
            truths.append(self._compared(left, type(op), right))
            left = right
        lows, highs = zip(*truths, strict=True)
        return min(lows), min(highs)

    def _compared(self, left: ast.expr, way: type[ast.cmpop], right: ast.expr) -> Span:
        if way not in _SWAPPED or self._things(left, right):
            return _TRUTH
        a, b = self.binder.sides(left, right)
        (a_low, a_high), (b_low, b_high) = self._side(a, left), self._side(b, right)
        if a_low > a_high or b_low > b_high:
            return _FALSE  # an earlier part of the condition left nothing over
        if way in (ast.Eq, ast.NotEq):
            same = _FALSE if a_high < b_low or b_high < a_low else _TRUTH
            if a_low == a_high == b_low == b_high:
                same = _TRUE
            return same if way is ast.Eq else (1 - same[1], 1 - same[0])
        if way in (ast.Gt, ast.GtE):
            a_low, a_high, b_low, b_high = b_low, b_high, a_low, a_high
        strict = way in (ast.Lt, ast.Gt)
        if a_high < b_low or (a_high == b_low and not strict):
            return _TRUE
        if a_low > b_high or (a_low == b_high and strict):
            return _FALSE
        return _TRUTH

    def _things(self, left: ast.expr, right: ast.expr) -> bool:
        """Whether two things are compared, such as an agreement with whichever is at hand."""
        things = (self.binder.maybe(side) for side in (left, right))
        return any(thing is not None and thing.kind != "issue" for thing in things)

    def _side(self, bound: Bound, node: ast.expr) -> Span:
        return (bound.const, bound.const) if bound.const is not None else self.of(node)

    # ------------------------------------------------------------------ numbers

    def _arithmetic(self, node: ast.BinOp) -> Span:
        (a, b), (c, d) = self.of(node.left), self.of(node.right)
        if isinstance(node.op, ast.Add):
            return a + c, b + d
        if isinstance(node.op, ast.Sub):
            return a - d, b - c
        work: Callable[[int, int], int] = (
            int.__mul__ if isinstance(node.op, ast.Mult) else int.__floordiv__
        )
        ends = [work(x, y) for x in (a, b) for y in (c, d)]
        return min(ends), max(ends)

    def _call(self, node: ast.Call) -> Span:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("did", "ever", "in_force", "party", "happened"):
            return _TRUTH
        if name in ("min", "max"):
            work = min if name == "min" else max
            lows, highs = zip(*(self.of(a) for a in node.args), strict=True)
            return work(lows), work(highs)
        if name == "abs":
            low, high = self.of(node.args[0])
            return (0 if low <= 0 <= high else min(abs(low), abs(high))), max(abs(low), abs(high))
        support = self.scenario.tracks.get("support")
        if name == "approval" and support is not None:
            return support.low, support.high
        return _ANY


def _truth(span: Span) -> Span:
    """A number as a condition: 0 is false."""
    low, high = span
    if low > high or (low, high) == (0, 0):
        return _FALSE
    return _TRUTH if low <= 0 <= high else _TRUE


def span(scenario: Scenario, node: ast.expr, env: Env | None = None) -> tuple[Span, set[int]]:
    """The span of an expression and the cells it reads; anything where it asks for what is not
    in scope.
    """
    spans = Spans(scenario, env or {})
    try:
        return spans.of(node), spans.reads
    except BindError:
        return _ANY, set()

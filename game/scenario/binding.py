"""Binding: an expression's names to the cells and things they mean, as a function of (row, moment).

Every quantity an expression can read has a cell, and every actor, issue and instrument is known
when the scenario is loaded. So a loop over a set is unrolled, a self-pair disappears, a comparison
with an option becomes one with a number, and what is left is a small closure over indexes.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.scenario.model import Expression, Issue, Scenario
from game.scenario.problems import nearest

Fn = Callable[[Any, Any], int]
"""A bound expression: of the row (indexable integers) and the moment (``game.rules.moment``)."""


class BindError(ValueError):
    """A name or call that means nothing here; ``column`` counts from 0 in the expression's text."""

    def __init__(self, code: str, says: str, column: int = 0) -> None:
        super().__init__(says)
        self.code = code
        self.says = says
        self.column = column


class Ref(NamedTuple):
    """A thing by its kind: actor, constituency (``owner.id``), issue, instrument, event, forum.

    Kind ``agreement`` with an empty id is whichever agreement the moment is about.
    """

    kind: str
    id: str


class Scale(NamedTuple):
    """What names a number may be compared with: an issue's options or a track's bands."""

    kind: str
    id: str


@dataclass(slots=True)
class Bound:
    """A bound expression: a constant, or a function; its scale, and the cells it reads."""

    const: int | None
    fn: Fn | None
    scale: Scale | None = None
    cell: int | None = None  # where it only reads one cell

    def function(self) -> Fn:
        """The expression as a function, whether constant or not."""
        if self.fn is not None:
            return self.fn
        value = self.const or 0
        return lambda r, c: value


Env = Mapping[str, Ref | Scale]
"""Names in scope: things, and ``old`` / ``new`` with the scale of the issue that moved."""

Test = tuple[str, Any]
"""Where in the moment something is looked for (``did``, ``past``, ``in_force``, ``happened``)."""

DYNAMIC_SETS = {"parties", "movers"}

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


class Binder:
    """Binds expressions of one scenario in one scope.

    ``reads`` collects the cells they read, ``asks`` what they read of the moment (``turn``,
    ``did``, ``movers`` ...), ``tests`` the deeds, agreements and events that they look for there.
    """

    def __init__(self, scenario: Scenario, env: Env, *, dynamic: bool = True) -> None:
        self.scenario = scenario
        self.env = env
        self.reads: set[int] = set()
        self.asks: set[str] = set()
        self.tests: set[Test] = set()
        self.dynamic = dynamic

    def number(self, expression: Expression | int) -> Bound:
        """Bind a number or condition.

        :raises BindError: for a name that means nothing here.
        """
        if isinstance(expression, int):
            return Bound(int(expression), None)
        return self._number(expression.tree)

    # ------------------------------------------------------------------ numbers

    def _number(self, node: ast.expr) -> Bound:
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

    def _logic(self, node: ast.BoolOp) -> Bound:
        conjunction = isinstance(node.op, ast.And)
        functions: list[Fn] = []
        for part in node.values:
            bound = self._number(part)
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
        inner = self._number(node.operand)
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
        left, right = self._number(node.left), self._number(node.right)
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
        a, b = self._two(left, right)
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

    def _two(self, left: ast.expr, right: ast.expr) -> tuple[Bound, Bound]:
        """Both sides of a comparison; a bare name may be an option or band of the other side."""
        a, b = self._try(left), self._try(right)
        for mine, other, node in ((a, b, right), (b, a, left)):
            if isinstance(mine, Bound) and mine.scale and isinstance(node, ast.Name):
                value = self.on_scale(mine.scale, node.id)
                if value is not None:
                    named = Bound(value, None)
                    return (mine, named) if node is right else (named, mine)
            if isinstance(mine, Bound) and mine.scale and isinstance(other, BindError):
                raise self._no_such_value(mine.scale, node, other)
        for side in (a, b):
            if isinstance(side, BindError):
                raise side
        assert isinstance(a, Bound) and isinstance(b, Bound)
        return a, b

    def _try(self, node: ast.expr) -> Bound | BindError:
        try:
            return self._number(node)
        except BindError as error:
            return error

    def on_scale(self, scale: Scale, name: str) -> int | None:
        """The number of an option or band by its name; None where the scale has no such name."""
        if scale.kind == "issue":
            options = self.scenario.issues[scale.id].options
            return options.index(name) if name in options else None
        return self.scenario.tracks[scale.id].bands.get(name)

    def _no_such_value(self, scale: Scale, node: ast.expr, other: BindError) -> BindError:
        if not isinstance(node, ast.Name):
            return other
        known = (
            self.scenario.issues[scale.id].options
            if scale.kind == "issue"
            else tuple(self.scenario.tracks[scale.id].bands)
        )
        what = "an option" if scale.kind == "issue" else "a band"
        return BindError(
            "name/unknown",
            f"expected a number or {what} of {scale.id} ({', '.join(known)}), found "
            f"'{node.id}'{_hint(node.id, known)}",
            node.col_offset,
        )

    def _identity(self, left: ast.expr, right: ast.expr) -> Bound | None:
        a, b = self._thing(left), self._thing(right)
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
        item = self._thing(left)
        if item is None:
            raise BindError(
                "name/unknown",
                f"expected something that can be in a set, found '{ast.unparse(left)}'",
                left.col_offset,
            )
        if isinstance(right, ast.Name) and right.id in DYNAMIC_SETS:
            who = item.id
            self._dynamic(right.id, right)
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

    def _dynamic(self, name: str, node: ast.expr) -> None:
        if name not in self.env and not self.dynamic:
            raise BindError("name/not-here", f"'{name}' means nothing here", node.col_offset)

    # ------------------------------------------------------------------ sets and things

    def members(self, node: ast.expr) -> tuple[Ref, ...]:
        """The things in a set; for ``parties`` and ``movers``, those who may be.

        :raises BindError: for what is no set.
        """
        scenario = self.scenario
        if isinstance(node, ast.List):
            return self._literals(node)
        if isinstance(node, ast.Name):
            if node.id in DYNAMIC_SETS:
                self._dynamic(node.id, node)
            who: tuple[str, ...] | None = {
                "actors": tuple(scenario.actors),
                "players": scenario.players,
                "chorus": scenario.chorus,
                "parties": scenario.players,
                "movers": tuple(scenario.actors),
            }.get(node.id)
            if who is not None:
                return tuple(Ref("actor", a) for a in who)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1:
            argument = node.args[0]
            if node.func.id == "members":
                forum = self.thing(argument, "forum")
                return tuple(Ref("actor", a) for a in scenario.forums[forum.id].members)
            if node.func.id == "others":
                out = self.thing(argument, "actor")
                return tuple(Ref("actor", a) for a in scenario.players if a != out.id)
            if node.func.id == "constituencies":
                owner = self._thing(argument)
                if owner is None or owner.kind != "actor":
                    owner = self.thing(argument, "actor")
                home = scenario.actors[owner.id].constituencies
                return tuple(Ref("constituency", f"{owner.id}.{c.id}") for c in home)
        raise BindError(
            "set/unknown",
            "expected a set (actors, players, chorus, members(forum), parties, movers, "
            f"others(x), constituencies(x) or [a, b]), found '{ast.unparse(node)}'",
            node.col_offset,
        )

    def _literals(self, node: ast.expr) -> tuple[Ref, ...]:
        if not isinstance(node, ast.List):
            return self.members(node)
        things = []
        for item in node.elts:
            thing = self._thing(item)
            if thing is None:
                raise self._unknown(item, "an actor, issue, instrument or agreement")
            things.append(thing)
        return tuple(things)

    def _thing(self, node: ast.expr) -> Ref | None:
        """The thing a bare name means, or None (a constituency may be written owner.id)."""
        scenario = self.scenario
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            owner = scenario.actors.get(node.value.id)
            if owner and any(c.id == node.attr for c in owner.constituencies):
                return Ref("constituency", name)
            return None
        if not isinstance(node, ast.Name):
            return None
        bound = self.env.get(node.id)
        if bound is not None:
            return bound if isinstance(bound, Ref) else None
        for kind, known in (
            ("actor", scenario.actors),
            ("issue", scenario.issues),
            ("instrument", scenario.instruments),
            ("agreement", scenario.agreements),
            ("forum", scenario.forums),
            ("event", scenario.events),
        ):
            if node.id in known:
                return Ref(kind, node.id)
        return None

    def thing(self, node: ast.expr, *kinds: str) -> Ref:
        """The thing of one of these kinds that ``node`` names.

        :raises BindError: where it names something else.
        """
        scenario = self.scenario
        if isinstance(node, ast.Name) and node.id not in self.env:
            tables: dict[str, Mapping[str, object]] = {
                "actor": scenario.actors,
                "issue": scenario.issues,
                "instrument": scenario.instruments,
                "agreement": scenario.agreements,
                "forum": scenario.forums,
                "event": scenario.events,
            }
            for kind in kinds:
                if node.id in tables.get(kind, {}):
                    return Ref(kind, node.id)
        found = self._thing(node)
        if found is not None and found.kind in kinds:
            return found
        raise self._unknown(
            node, " or ".join(f"an {k}" if k[0] in "aei" else f"a {k}" for k in kinds)
        )

    def _unknown(self, node: ast.expr, expected: str) -> BindError:
        text = ast.unparse(node)
        scenario = self.scenario
        known = [
            *self.env, *scenario.actors, *scenario.issues, *scenario.instruments,
            *scenario.agreements, *scenario.forums, *scenario.events, *scenario.tracks,
        ]  # fmt: skip
        return BindError(
            "name/unknown",
            f"expected {expected}, found '{text}'{_hint(text, known)}",
            node.col_offset,
        )

    # ------------------------------------------------------------------ cells

    def cell(self, node: ast.expr) -> tuple[int | None, Scale | None]:
        """The cell a name means, and its scale; None for a pair of an actor with itself.

        :raises BindError: for a name that is no cell.
        """
        scenario = self.scenario
        names = _chain(node)
        if not names:
            raise self._unknown(node, "a number or a cell")
        first, rest = names[0], names[1:]
        bound = self.env.get(first)
        if not rest:
            issue = bound.id if isinstance(bound, Ref) and bound.kind == "issue" else first
            if issue in scenario.issues and (bound is None or bound.kind == "issue"):
                return scenario.issues[issue].cell, Scale("issue", issue)
        track = scenario.tracks.get(first) if bound is None else None
        if track is None:
            raise self._unknown(node, "a number or a cell")
        scale = Scale("track", first)
        parts, loose = self._owners(node, rest)
        name = ".".join((first, *parts))
        index = scenario.header.index.get(name)
        if index is None:
            pair = track.scope == "pair" and len(parts) == 2
            # A pair with oneself, or one that the ledger does not keep, under a name in scope.
            if (pair and (loose or parts[0] == parts[1])) or (loose and track.scope != "world"):
                return None, scale
            shape = {"world": first, "actor": f"{first}.actor", "pair": f"{first}.actor.other",
                     "constituency": f"{first}.actor.constituency"}[track.scope]  # fmt: skip
            raise BindError(
                "cell/unknown",
                f"'{name}' is no cell; {first} is a track of scope {track.scope}, written "
                f"{shape}{_hint(name, scenario.header.index)}",
                node.col_offset,
            )
        return index, scale

    def _owners(self, node: ast.expr, names: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        parts: list[str] = []
        loose = False
        for name in names:
            bound = self.env.get(name)
            if isinstance(bound, Ref):
                loose = True
                parts.extend(bound.id.split("."))
            elif bound is None and (name in self.scenario.actors or parts):
                parts.append(name)
            else:
                raise self._unknown(ast.Name(name, col_offset=node.col_offset), "an actor")
        return tuple(parts), loose

    # ------------------------------------------------------------------ calls

    def _call(self, node: ast.Call) -> Bound:
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        work = getattr(self, f"_call_{name}", None)
        if work is None:
            known = [m.removeprefix("_call_") for m in dir(self) if m.startswith("_call_")]
            raise BindError(
                "call/unknown",
                f"there is no {name}(); the language has {', '.join(known)}{_hint(name, known)}",
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
        bounds = [self._number(a) for a in args]
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
        f = self._number(args[0]).function()
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
                raise self._no_such_value(Scale("issue", issue.id), option, BindError("", ""))
            f = self._number(option).function()
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


def _negated(bound: Bound) -> Bound:
    if bound.const is not None:
        return Bound(int(not bound.const), None)
    f = bound.function()
    return Bound(None, lambda r, c: 0 if f(r, c) else 1)


def _chain(node: ast.expr) -> tuple[str, ...]:
    """The names of ``a.b.c``; empty for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ()
    return (node.id, *reversed(names))


def _hint(name: str, known: Any) -> str:
    close = nearest(name, known)
    return f"; did you mean '{close}'?" if close else ""

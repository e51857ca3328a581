"""Scope: what the names of an expression mean, as things, sets and cells."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.scenario.model import Scenario
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


class Scope:
    """The names in scope of one expression of a scenario."""

    def __init__(self, scenario: Scenario, env: Env, *, dynamic: bool = True) -> None:
        self.scenario = scenario
        self.env = env
        self.dynamic = dynamic

    def on_scale(self, scale: Scale, name: str) -> int | None:
        """The number of an option or band by its name; None where the scale has no such name."""
        if scale.kind == "issue":
            options = self.scenario.issues[scale.id].options
            return options.index(name) if name in options else None
        return self.scenario.tracks[scale.id].bands.get(name)

    def no_such_value(self, scale: Scale, node: ast.expr, other: BindError) -> BindError:
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
            f"'{node.id}'{hint(node.id, known)}",
            node.col_offset,
        )

    def at_hand(self, name: str, node: ast.expr) -> None:
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
                self.at_hand(node.id, node)
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
                if forum.id not in scenario.forums:  # an instrument's, with something missing
                    says = f"expected a forum, found '{forum.id}'"
                    raise BindError("name/unknown", says, argument.col_offset)
                return tuple(Ref("actor", a) for a in scenario.forums[forum.id].members)
            if node.func.id == "others":
                out = self.thing(argument, "actor")
                return tuple(Ref("actor", a) for a in scenario.players if a != out.id)
            if node.func.id == "constituencies":
                owner = self.maybe(argument)
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
            thing = self.maybe(item)
            if thing is None:
                raise self.unknown(item, "an actor, issue, instrument or agreement")
            things.append(thing)
        return tuple(things)

    def maybe(self, node: ast.expr) -> Ref | None:
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
        found = self.maybe(node)
        if found is not None and found.kind in kinds:
            return found
        raise self.unknown(
            node, " or ".join(f"an {k}" if k[0] in "aei" else f"a {k}" for k in kinds)
        )

    def unknown(self, node: ast.expr, expected: str) -> BindError:
        text = ast.unparse(node)
        scenario = self.scenario
        known = [
            *self.env, *scenario.actors, *scenario.issues, *scenario.instruments,
            *scenario.agreements, *scenario.forums, *scenario.events, *scenario.tracks,
        ]  # fmt: skip
        return BindError(
            "name/unknown",
            f"expected {expected}, found '{text}'{hint(text, known)}",
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
            raise self.unknown(node, "a number or a cell")
        first, rest = names[0], names[1:]
        bound = self.env.get(first)
        if not rest:
            issue = bound.id if isinstance(bound, Ref) and bound.kind == "issue" else first
            if issue in scenario.issues and (bound is None or bound.kind == "issue"):
                return scenario.issues[issue].cell, Scale("issue", issue)
        track = scenario.tracks.get(first) if bound is None else None
        if track is None:
            raise self.unknown(node, "a number or a cell")
        scale = Scale("track", first)
        parts, loose = self._owners(node, rest)
        name = ".".join((first, *parts))
        index = scenario.header.index.get(name)
        if index is None:
            same = track.scope == "pair" and len(parts) == 2 and parts[0] == parts[1]
            # A pair with oneself, or one that the ledger does not keep, under a name in scope.
            if same or (loose and track.scope != "world" and self._somebodys(rest)):
                return None, scale
            shape = {"world": first, "actor": f"{first}.actor", "pair": f"{first}.actor.other",
                     "constituency": f"{first}.actor.constituency"}[track.scope]  # fmt: skip
            raise BindError(
                "cell/unknown",
                f"'{name}' is no cell; {first} is a track of scope {track.scope}, written "
                f"{shape}{hint(name, scenario.header.index)}",
                node.col_offset,
            )
        return index, scale

    def _somebodys(self, names: tuple[str, ...]) -> bool:
        """Whether each name means an actor, or a constituency of one, if not of the one at hand."""
        actors = self.scenario.actors
        homes = {c.id for actor in actors.values() for c in actor.constituencies}
        return all(name in self.env or name in actors or name in homes for name in names)

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
                raise self.unknown(ast.Name(name, col_offset=node.col_offset), "an actor")
        return tuple(parts), loose


def _chain(node: ast.expr) -> tuple[str, ...]:
    """The names of ``a.b.c``; empty for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ()
    return (node.id, *reversed(names))


def hint(name: str, known: Any) -> str:
    close = nearest(name, known)
    return f"; did you mean '{close}'?" if close else ""

"""What a seat has reckoned before, and what each figure depends on.

A worth depends on few cells of the row and, now and then, on what has happened. Under the same
government the same cells give the same worth; so it is written down. A book changes nothing but the
time that a bot takes: without it a bot would do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from game.rules.compiled import ActForm, RuleForm, compiled
from game.rules.moment import profiles
from game.rules.profiles import Goal, Profile
from game.scenario.binding import Binder, Fn, Ref
from game.scenario.grounding import Block
from game.scenario.model import Effect, Scenario
from game.world.world import World

if TYPE_CHECKING:
    from game.bots.outlook import Outlook

T = TypeVar("T")
KEPT = 8192
"""Entries of a page, or books of a scenario, before they are thrown away."""

Ask = tuple[str, Any]
"""What a figure depends on beside cells: where it looks, and for what (None: for all there is).

The places are ``turn``, ``past``, ``in_force`` and ``happened``, and some of a bot's own: ``left``,
the turns that likely remain; ``reach``, the same up to a number; ``late``, whether this is the
last; and ``threat``, what a unit of a rival's capital costs.
"""

LEFT: Ask = ("left", None)
LATE: Ask = ("late", None)


class Page(Generic[T]):
    """One figure, by the cells and the circumstances that it depends on."""

    __slots__ = ("_asks", "_cells", "_group", "_known", "_work", "cells")

    def __init__(self, needs: Needs, work: Callable[[Outlook], T]) -> None:
        cells = tuple(sorted(needs.cells | needs.began()))
        self.cells = frozenset(cells)
        if any(where == "threat" for where, _rival in needs.asks):
            self.cells |= needs.book.contested
        self._cells: Callable[[Any], Any] = itemgetter(*cells) if cells else _nothing
        self._asks = tuple(sorted(needs.asks, key=repr))
        self._group = needs.book.group(self._asks)
        self._known: dict[Any, T] = {}
        self._work = work

    def read(self, look: Outlook) -> T:
        """The figure as things stand."""
        key = self._cells(look.row)
        if self._asks:
            number = look.numbers.get(self._group)
            if number is None:
                number = look.circumstances(self._group)
            key = (key, number)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > KEPT:
                self._known.clear()
            found = self._known[key] = self._work(look)
        return found


def _nothing(_row: Any) -> None:
    return None


class Taste:
    """What an actor cares for: the cells of its wants, and its objectives."""

    __slots__ = ("accrues", "cells", "goals", "goals_of", "named", "profile")

    def __init__(self, profile: Profile, *, private: bool) -> None:
        wants = [profile.public, profile.private] if private else [profile.public]
        self.profile = profile
        self.cells = frozenset(cell for w in wants for cell in (*w.tables, *w.units))
        accrues = (profile.accrues, profile.private_accrues) if private else ()
        self.accrues = frozenset(cell for w in accrues for cell in (*w.tables, *w.units))
        self.goals = profile.goals + profile.private_goals if private else profile.goals
        self.goals_of: dict[int, list[Goal]] = {}  # by the cells they read
        self.named: dict[str, list[Goal]] = {}  # by the instruments and agreements they name
        for goal in self.goals:
            for cell in goal.reads:
                self.goals_of.setdefault(cell, []).append(goal)
            for where, thing in sorted(goal.tests, key=repr):
                if where in ("past", "in_force"):
                    name = thing[1] if where == "past" else thing
                    self.named.setdefault(name, []).append(goal)


class Danger:
    """An end of the game, and the cells that decide whether it comes."""

    __slots__ = ("asks", "holds", "reads", "worth")

    def __init__(self, scenario: Scenario, end: str) -> None:
        binder = Binder(scenario, {}, dynamic=False)
        self.holds: Fn = binder.number(scenario.ends[end].when).function()
        self.worth = scenario.ends[end].worth
        self.reads = tuple(sorted(binder.reads))
        self.asks = asked(binder)


def asked(source: Binder | Block | Goal) -> frozenset[Ask]:
    """What an expression or effects look for beside the row (their own occasion is given)."""
    found: set[Ask] = {test for test in source.tests if test[0] != "did"}
    if "turn" in source.asks:
        found.add(("turn", None))
    if "in_force" in source.asks and not source.asks.isdisjoint(("parties", "agreement")):
        found.add(("in_force", None))
    return frozenset(found)


class Needs:
    """Collects what a figure depends on."""

    __slots__ = ("asks", "book", "cells")

    def __init__(self, book: Book, cells: Iterable[int] = (), asks: Iterable[Ask] = ()) -> None:
        self.book = book
        self.cells = set(cells)
        self.asks = set(asks)

    def began(self) -> set[int]:
        """Where a row keeps how the paced cells among these began."""
        return {self.book.began[cell] for cell in self.cells if cell in self.book.began}

    def block(self, block: Block) -> None:
        """What effects read."""
        self.cells |= block.reads
        self.asks |= asked(block)
        if "profiles" in block.asks or "change" in block.asks:
            for taste in self.book.public.values():
                self.goals(taste.goals)

    def goals(self, goals: Iterable[Goal]) -> None:
        """What objectives read."""
        for goal in goals:
            self.cells |= goal.reads
            self.asks |= asked(goal)

    def wants(self, taste: Taste, writes: Iterable[int], names: Iterable[str] = ()) -> bool:
        """What an actor's worth of changing these cells depends on; whether it is any worth."""
        book, written = self.book, frozenset(writes)
        touched = written & taste.cells
        self.cells |= touched
        cares = bool(touched)
        goals = [goal for goal in taste.goals if goal.reads & written]
        goals += [goal for name in names for goal in taste.named.get(name, ())]
        self.goals(goals)
        if written & taste.accrues:
            self.cells |= written & taste.accrues
            self.asks.add(LEFT)
            cares = True
        if taste is book.own:
            for danger in book.dangers:
                if written.intersection(danger.reads):
                    self.cells.update(danger.reads)
                    self.asks |= danger.asks
                    cares = True
            for cell in written & book.purses:
                self.cells.add(cell)
                self.asks.add(LATE)
                if book.purse_of[cell] != book.seat:
                    self.asks.add(("threat", book.purse_of[cell]))
                cares = True
        return cares or bool(goals)


class Book:
    """The pages of one seat under one set of governments."""

    def __init__(self, scenario: Scenario, world: World, seat: str) -> None:
        self.scenario = scenario
        self.seat = seat
        self.grounded = compiled(scenario)
        self.pages: dict[Any, Any] = {}
        self.alive: tuple[Any, ...] | None = None
        limits = self.grounded.limits
        self.paced = tuple(n for n, (_low, _high, pace, _purse) in enumerate(limits) if pace)
        self.began = {cell: len(limits) + k for k, cell in enumerate(self.paced)}
        self.dangers = [Danger(scenario, end) for end in scenario.ends]
        self.dangers = [danger for danger in self.dangers if danger.worth]
        self.dangerous = frozenset(cell for danger in self.dangers for cell in danger.reads)
        self.purse_of = {cell: who for who, cell in self.grounded.capital.items()}
        known = profiles(scenario, world)
        self.public = {who: Taste(known[who], private=False) for who in scenario.actors}
        self.own = Taste(known[seat], private=True)
        self.purses = frozenset(self.purse_of)
        # What a rival could do to us with its capital depends on issues and public aims alone.
        contested = Needs(self, (issue.cell for issue in scenario.issues.values()))
        for taste in self.public.values():
            contested.goals(g for g in taste.goals if g.reads & contested.cells)
        contested.goals(g for g in self.own.goals if g.reads & contested.cells)
        for danger in self.dangers:
            if contested.cells.intersection(danger.reads):
                contested.cells.update(danger.reads)
                contested.asks |= danger.asks
        self.contested, self.contested_asks = contested.cells, contested.asks
        self.numbers: dict[Any, int] = {}  # long keys, by a short one
        self._groups: dict[tuple[Ask, ...], int] = {}  # what pages ask together, by a short one
        self.threatened: set[int] = set()  # those of them that ask for threats
        self.asked: dict[Ask, int] = {}  # each thing asked for, by its place among the answers
        self.threats: list[tuple[int, str]] = []  # the rivals among them, by their places
        self._picks: list[Callable[[Any], Any]] = []  # the answers that a group wants
        self.costs = Needs(self)
        for issue in scenario.issues.values():
            for consent in (issue.up, issue.down):
                binder = Binder(scenario, {"actor": Ref("actor", seat)}, dynamic=False)
                binder.number(consent.cost)
                self.costs.cells |= binder.reads
                self.costs.asks |= asked(binder)

    def number(self, thing: Any) -> int:
        """A short key for a long one."""
        return self.numbers.setdefault(thing, len(self.numbers))

    def group(self, asks: tuple[Ask, ...]) -> int:
        """A short key for what a page asks beside cells; it stands for as long as the book does."""
        number = self._groups.get(asks)
        if number is None:
            number = self._groups[asks] = len(self._groups)
            places = [self.asked.setdefault(ask, len(self.asked)) for ask in asks]
            self._picks.append(itemgetter(*places) if places else _nothing)
            if any(where == "threat" for where, _rival in asks):
                self.threatened.add(number)
                found = [
                    (place, thing)
                    for (where, thing), place in self.asked.items()
                    if where == "threat"
                ]
                self.threats = found
        return number

    def circumstances(self, group: int, answers: Sequence[Any]) -> int:
        """A short key for the answers that a group asks for."""
        return self.number((group, self._picks[group](answers)))

    def forget(self) -> None:
        """Begin anew when there is too much to keep."""
        self.pages.clear()
        self.numbers.clear()
        self.alive = None

    def needs(self, cells: Iterable[int] = (), asks: Iterable[Ask] = ()) -> Needs:
        """Nothing yet, but these."""
        return Needs(self, cells, asks)

    def step_needs(self) -> Needs:
        """What the worth and the price of any steps of issues depend on."""
        needs = Needs(
            self, self.contested | self.costs.cells, self.contested_asks | self.costs.asks
        )
        needs.asks.add(self.reach(self.scenario.issues))
        if self.own.accrues.intersection(self.grounded.issue_cells):
            needs.asks.add(LEFT)
        return needs

    def reach(self, issues: Iterable[str]) -> Ask:
        """How far these issues could still go, in time."""
        sizes = [len(self.scenario.issues[name].options) - 1 for name in issues]
        return ("reach", max(sizes, default=0))

    def act_needs(self, form: ActForm) -> tuple[Needs, frozenset[int]]:
        """What an act's changes depend on, and which cells they are."""
        needs, writes = self.needs(), set(form.block.writes)
        blocks = [form.block]
        if not form.forum:
            blocks += [rule.block for rule in self.grounded.act_rules(form)]
        blocks += [self.grounded.event(event) for event in injected(form.instrument.effects)]
        for block in blocks:
            needs.block(block)
            writes |= block.writes
        needs.cells |= {cell for cell in writes if cell in self.grounded.issue_cells}
        return needs, frozenset(writes)

    def rule_needs(self, needs: Needs, forms: Iterable[RuleForm]) -> frozenset[int]:
        """Add what rules read; the cells that they write."""
        writes: set[int] = set()
        for form in forms:
            needs.block(form.block)
            writes |= form.block.writes
        return frozenset(writes)


def injected(effects: Iterable[Effect]) -> Iterator[str]:
    """The events that effects may bring about."""
    for effect in effects:
        if effect.inject:
            yield effect.inject
        yield from injected(effect.effects)


def book_of(scenario: Scenario, world: World, seat: str) -> Book:
    """A seat's book under the governments of a world that it imagines."""
    draw = world.draws[scenario.players.index(seat)]
    books: dict[Any, Book] = scenario.cache.setdefault("books", {})
    key: Mapping[str, object] | tuple[object, ...] = (seat, draw, world.mandates)
    found = books.get(key)
    if found is None:
        if len(books) > KEPT:
            books.clear()
        found = books[key] = Book(scenario, world, seat)
    elif len(found.pages) > KEPT or len(found.numbers) > 8 * KEPT:
        found.forget()
    return found

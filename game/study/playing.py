"""One game between bots, listened to and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.analysis.pareto import Range, attainable, left_over, share
from game.bots.bot import Bot, Choice, Deed
from game.bots.outlook import POINT
from game.bots.play import Bots, bots_for, close_turn, open_turn
from game.rules.opening import opening
from game.rules.resolve import advance
from game.rules.scores import scores
from game.rules.turn import Turn
from game.scenario.model import Scenario
from game.scenario.orders import Act, Denounce, Order, Step, Vote
from game.scenario.terms import Terms
from game.study.counting import Counter
from game.study.levers import levers
from game.study.tally import Tally
from game.table.commands import Draft, Give, Plan, Sign
from game.table.sight import Sight
from game.table.table import Table
from game.world.world import World


class Apart:
    """A bot that does what another would, but puts no text on the table and signs none."""

    def __init__(self, bot: Bot) -> None:
        self.name = bot.name
        self.bot = bot

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """What the other opens with, without its drafts."""
        return [d for d in self.bot.opens(scenario, sight) if not isinstance(d.do, Draft)]

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """What the other says of packages."""
        return [d for d in self.bot.signs(scenario, sight) if not isinstance(d.do, Sign)]

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """What the other orders."""
        return self.bot.closes(scenario, sight)


def one_game(scenario: Scenario, seed: int, bots: str, *, paired: bool = True) -> Tally:
    """Play one game and count it; with `paired`, play it twice more for what texts are worth.

    Raises ValueError for bots that there are not.
    """
    counter = Counter(scenario, bots)
    listener = _Listener(counter)
    players = bots_for(scenario, bots, seed)
    table = _table(scenario, seed, players)
    middle: dict[str, int] | None = None
    world = table.state.world
    for _turn in _turns(table, players, listener):
        world = table.state.world
        if len(table.state.log) == world.last // 2 and not world.end:
            middle = _shares(scenario, world)
    _fare(counter, world, middle)
    if paired and scenario.settle is None:
        apart: Bots = {seat: Apart(bot) for seat, bot in bots_for(scenario, bots, seed).items()}
        other = _table(scenario, seed, apart)
        for _turn in _turns(other, apart, None):
            pass
        counter.add("pairs")
        counter.add("joint", _joint(scenario, world))
        counter.add("joint_apart", _joint(scenario, other.state.world))
        counter.add("joint_idle", _joint(scenario, _idle(scenario, seed)))
    return counter.tally()


def _table(scenario: Scenario, seed: int, bots: Bots) -> Table:
    return Table.open(scenario, seed, {seat: f"bot:{bot.name}" for seat, bot in bots.items()})


def _turns(table: Table, bots: Bots, listener: _Listener | None) -> Iterator[int]:
    """The turns of a game, each counted where somebody listens."""
    heard = None if listener is None else listener.hears(table)
    while table.state.phase == "negotiation":
        turn = table.state.world.turn
        open_turn(table, bots, heard)
        if listener is not None:
            listener.texts(table)
        close_turn(table, bots, heard)
        if listener is not None:
            listener.closed(table)
        yield turn


class _Listener:
    """Counts what bots do, and what each turn makes of it."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.scenario = counter.scenario
        self.meant: dict[str, set[str]] = {}  # who signed a draft on purpose, by its id
        self.minding: set[str] = set()  # who weighed its orders this turn

    def hears(self, table: Table) -> Callable[[str, Deed], None]:
        """What listens to the deeds at a table."""

        def hear(seat: str, deed: Deed) -> None:
            if isinstance(deed.do, Plan):
                self._ordered(seat, deed.do.orders)
                if deed.choices is not None:
                    self.minding.add(seat)
                    self.counter.add_to("minded", seat)
                    self._chose(seat, deed.choices)
            elif isinstance(deed.do, Give):
                self._ordered(seat, (deed.do.order,))
                self._chose(seat, deed.choices or ())
            elif isinstance(deed.do, Draft):
                id = self._draft_id(table, deed.do.terms)
                self.counter.once("drafted", self._ready(id))
                self.meant[id] = set()
                self._signs(table, seat, id, deed)
            elif isinstance(deed.do, Sign):
                self._signs(table, seat, deed.do.draft, deed)

        return hear

    def _ordered(self, seat: str, orders: Sequence[Order]) -> None:
        for order in orders:
            if isinstance(order, Vote | Denounce):
                continue
            self.counter.add_to("orders", seat)
            if isinstance(order, Act):
                self.counter.once("ordered", order.instrument)

    def _chose(self, seat: str, choices: Sequence[Choice]) -> None:
        for what, worth in choices:
            if worth < POINT or not isinstance(what, Act | Step):
                continue
            self.counter.add_to("worthwhile", seat)
            key = what.instrument if isinstance(what, Act) else self._way(what)
            self.counter.once("chosen", key)
            self.counter.once_in("chosen_by", seat, key)
            for lever in levers(self.scenario):
                if lever.back == key:
                    self.counter.once("relieved", lever.key)

    def _way(self, step: Step) -> str:
        issue = self.scenario.issues[step.issue]
        up = issue.options.index(step.option) > self.counter.row[issue.cell]
        return f"{step.issue} {'up' if up else 'down'}"

    def _draft_id(self, table: Table, terms: Terms) -> str:
        """The id under which a text that was just drafted lies on the table."""
        drafts = table.state.drafts
        return next(
            (id for id in reversed(drafts) if drafts[id].terms == terms), next(reversed(drafts))
        )

    def _ready(self, id: str) -> str:
        return id if id in self.scenario.agreements else ""

    def _signs(self, table: Table, seat: str, id: str, deed: Deed) -> None:
        """A signature: what it was worth to whoever gave it, and what levers it lets go."""
        for choice in deed.choices or ():
            self.meant.setdefault(id, set()).add(seat)
            self.counter.once_in("signers", self._ready(id), seat)
            if choice.worth >= POINT:
                self.counter.once_in("valued", self._ready(id), seat)
            for clause in table.state.drafts[id].terms.clauses:
                for lever in levers(self.scenario):
                    issue = self.scenario.issues.get(lever.id)
                    present = self.counter.row[issue.cell] if issue is not None else 0
                    if seat in lever.relieved(clause, issue, present):
                        self.counter.once("relieved", lever.key)

    def texts(self, table: Table) -> None:
        """What everybody has signed when the negotiation closes."""
        for id, draft in table.state.drafts.items():
            if draft.complete:
                self.counter.once("signed", self._ready(id))
                if self.meant.get(id, set()) >= set(draft.terms.parties):
                    self.counter.once("agreed", self._ready(id))

    def closed(self, table: Table) -> None:
        """What the turn brought."""
        self.counter.turn(table.state.log[-1].facts, table.state.world, self.minding)
        self.minding.clear()


def _fare(counter: Counter, world: World, middle: Mapping[str, int] | None) -> None:
    """How the seats fared at the end."""
    scenario = counter.scenario
    counter.final(world)
    final = _shares(scenario, world)
    for seat, score in scores(scenario, world).items():
        counter.add_to("scores", seat, score.total)
        counter.add_to("shares", seat, final[seat])
        if world.end == "settled" and scenario.settle is not None:
            counter.add_to("above", seat, score.total - scenario.settle.walk_away.get(seat, 0))
    if world.end == "settled":
        counter.add("settled")
        counter.add("efficient", int(left_over(scenario, world).total == 0))
    if middle is not None:
        counter.add("leads")
        counter.add("led", int(not _first(middle).isdisjoint(_first(final))))


def _first(shares: Mapping[str, int]) -> set[str]:
    best = max(shares.values())
    return {seat for seat, share in shares.items() if share == best}


def _shares(scenario: Scenario, world: World) -> dict[str, int]:
    """As :func:`game.analysis.pareto.shares`, its ranges kept for every set of role sheets."""
    kept: dict[object, dict[str, Range]] = scenario.cache.setdefault("study_ranges", {})
    key = (world.mandates, world.draws)
    ranges = kept.get(key)
    if ranges is None:
        ranges = kept[key] = attainable(scenario, world)
    return {seat: share(ranges[seat], s.total) for seat, s in scores(scenario, world).items()}


def _joint(scenario: Scenario, world: World) -> int:
    return sum(score.total for score in scores(scenario, world).values())


def _idle(scenario: Scenario, seed: int) -> World:
    """The end of a game in which nobody does anything."""
    world = opening(scenario, seed)
    while not world.end:
        world = advance(scenario, world, Turn()).world
    return world

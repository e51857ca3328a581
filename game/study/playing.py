"""One game between bots, listened to and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from game.analysis.packages import packages
from game.analysis.pareto import Frontier, Range, TooManyPackages, share
from game.bots.bot import Bot, Choice, Deed
from game.bots.outlook import POINT
from game.bots.play import Bots, bots_for, close_turn, open_turn
from game.rules.moment import profiles
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
from game.world.facts import Breached, Concluded
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


def one_game(scenario: Scenario, seed: int, bots: str, *, appraised: bool = True) -> Tally:
    """Play one game and count it.

    With `appraised` it is also looked at closely: what share of the attainable each seat got, and
    what texts are worth. That takes longer than the game.

    Raises ValueError for bots that there are not.
    """
    counter = Counter(scenario, bots)
    listener = _Listener(counter)
    players = bots_for(scenario, bots, seed)
    table = _table(scenario, seed, players)
    middle: World | None = None
    world = table.state.world
    for _turn in _turns(table, players, listener):
        world = table.state.world
        if len(table.state.log) == world.last // 2 and not world.end:
            middle = world
    counter.final(world)
    if appraised:
        _fare(counter, world, middle)
        if scenario.settle is None:
            _pair(counter, seed)
    return counter.tally()


def _pair(counter: Counter, seed: int) -> None:
    """What texts are worth: the game with them, without any, and without anybody's doing.

    Greedy bots alone play it: dice sign what helps nobody.
    """
    scenario = counter.scenario
    greedy = bots_for(scenario, "greedy", seed)
    apart: Bots = {seat: Apart(bot) for seat, bot in greedy.items()}
    counter.add("pairs")
    for how, bots in (("joint", greedy), ("joint_apart", apart)):
        table = _table(scenario, seed, bots)
        for _turn in _turns(table, bots, None):
            pass
        _joint(counter, how, table.state.world)
    _joint(counter, "joint_idle", _idle(scenario, seed))


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
        self.minding: dict[str, set[object]] = {}  # who weighed its orders, and what it chose
        self.bound: dict[str, set[str]] = {}  # who meant an agreement in force when it signed

    def hears(self, table: Table) -> Callable[[str, Deed], None]:
        """What listens to the deeds at a table."""

        def hear(seat: str, deed: Deed) -> None:
            if isinstance(deed.do, Plan):
                self._ordered(seat, deed.do.orders)
                if deed.choices is not None:
                    self.minding[seat] = {choice.what for choice in deed.choices}
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
        facts = table.state.log[-1].facts
        self.counter.turn(facts, table.state.world)
        for fact in facts:
            if isinstance(fact, Breached) and fact.seat in self.minding:
                self._broke(fact, last=bool(table.state.world.end))
            elif isinstance(fact, Concluded):
                self.bound[fact.agreement] = self.meant.pop(fact.agreement, set())
        self.minding.clear()

    def _broke(self, fact: Breached, *, last: bool) -> None:
        """A breach by a seat that weighed what it did: on purpose, if it meant its word before."""
        if fact.agreement not in self.minding[fact.seat]:
            self.counter.mark("defaulted")
            self.counter.mark("unkept")
        elif fact.seat in self.bound.get(fact.agreement, ()):
            self.counter.mark("breached")
            self.counter.mark("unkept")
            self.counter.add("breaches_last" if last else "breaches_before")
            self.counter.once_in("breakers", self._ready(fact.agreement), fact.seat)


def _fare(counter: Counter, world: World, middle: World | None) -> None:
    """What share of the attainable each seat got, and whether who led in the middle won.

    Who led is told by the aims that counted in the end: one frontier a game is enough.
    """
    scenario = counter.scenario
    final = _shares(scenario, world)
    if not final:
        return
    counter.add("appraised")
    for seat, part in final.items():
        counter.add_to("shares", seat, part)
    if middle is not None:
        then = _shares(scenario, replace(middle, mandates=world.mandates, draws=world.draws))
        counter.add("leads")
        counter.add("led", int(not _first(then).isdisjoint(_first(final))))


def _first(shares: Mapping[str, int]) -> set[str]:
    best = max(shares.values())
    return {seat for seat, share in shares.items() if share == best}


def _shares(scenario: Scenario, world: World) -> dict[str, int]:
    """As :func:`game.analysis.pareto.shares`, with nothing but the ranges kept.

    Nothing at all where there are too many packages to compare.
    """
    kept: dict[object, dict[str, Range]] = scenario.cache.setdefault("study_ranges", {})
    key = (world.mandates, world.draws)
    ranges = kept.get(key)
    if ranges is None:
        try:
            ranges = Frontier(packages(scenario, profiles(scenario, world))).ranges()
        except TooManyPackages:
            ranges = {}
        kept[key] = ranges
    if not ranges:
        return {}
    return {seat: share(ranges[seat], s.total) for seat, s in scores(scenario, world).items()}


def _joint(counter: Counter, how: str, world: World) -> None:
    """The points of all seats, by what they are for."""
    kept = {"objective": "objectives", "accrued": "accrued"}
    for score in scores(counter.scenario, world).values():
        for part in score.parts:
            source = kept.get(part.kind, part.about.partition(".")[0])
            counter.add_to(how, source, part.points)


def _idle(scenario: Scenario, seed: int) -> World:
    """The end of a game in which nobody does anything."""
    world = opening(scenario, seed)
    while not world.end:
        world = advance(scenario, world, Turn()).world
    return world

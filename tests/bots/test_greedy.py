"""What a greedy bot is for: it takes what gains it more, keeps what pays, and gives way in time."""

from __future__ import annotations

import pytest

from game.bots.book import Page
from game.bots.bot import Deed
from game.bots.figures import terms_worth
from game.bots.greedy import Greedy
from game.bots.outlook import POINT, Outlook
from game.bots.play import bots_for, game, play_table
from game.loading import load
from game.rules.scores import scores
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.orders import Act, Denounce, Order, Step, Vote
from game.scenario.terms import Hold, Move, Refrain, Terms
from game.table.commands import Answer, Correct, Draft, Give, Lock, Perceive, Plan, Sign
from game.table.facts import Drafted
from game.table.table import Table
from game.world.facts import Breached, Concluded

TWO_BANKS = """
modus: 1
id: two-banks
title: Two banks
turns: 5
orders: 2
tracks:
  tension: {scope: world, start: 2, range: [0, 6]}
  capital: {scope: actor, start: 3, range: [0, 9], income: 1, seen_by: owner}
  trust: {scope: pair, symmetric: true, range: [-5, 5]}
actors:
  east: {name: East, wants: {bridge: {agreed: 2, open: 5}, toll: {high: 4}, trust.east.west: 1}}
  west: {name: West, wants: {bridge: {agreed: 1, open: 2}, toll: {high: -2}, ferry: {more: 3}}}
issues:
  bridge:
    {name: The bridge, options: [none, agreed, open], ladder: true,
     up: {all: [east, west], cost: 2}, down: {any: [east, west], cost: 1}}
  toll:
    {name: The toll, options: [low, high], ladder: true,
     up: {all: [east, west]}, down: {all: [west]}}
  ferry:
    {name: The ferry, options: [few, more], ladder: true, up: {all: [east]}, down: {all: [east]}}
instruments:
  visit: {name: Visit, target: actor, cost: 1, effects: [{trust.actor.target: +1}]}
  insult: {who: [west], target: actor, effects: [{trust.actor.target: -1, tension: +1}]}
  stage: {name: Stage a parade, who: [east], cost: 1, effects: [{tension: +3, trust.east.west: +2}]}
  praise: {name: Praise, forum: council, target: actor, effects: [{trust.east.west: +1}]}
  blame: {name: Blame, forum: council, target: actor, effects: [{trust.east.west: -1}]}
forums:
  council: {name: The council, members: [east, west], adopt: majority}
rules:
  audience: {on: breach, effects: [{trust.east.west: -1}]}
events:
  flood:
    title: A flood
    turn: 1
    choice:
      actor: east
      options:
        help: {says: Help, cost: 1, effects: [{trust.east.west: +3}]}
        wait: {says: Wait, default: true, effects: [{trust.east.west: -1}]}
agreements:
  works:
    name: The works
    parties: [east, west]
    clauses: [{move: {issue: bridge, to: open, by: 5}}]
end:
  war: {when: tension >= 5, says: War., worth: -10}
perceptions: true
"""

HARBOUR = """
modus: 1
id: small-harbour
title: A small harbour
turns: 4
actors:
  port:
    wants: {size: {middle: 10, large: 30}, jobs: {mixed: 15, open: 25}, fund: {none: 20, half: 10}}
  town:
    wants: {size: {small: 25, middle: 15}, jobs: {local: 30, mixed: 20}, fund: {half: 15, full: 20}}
  union:
    wants: {size: {middle: 5, large: 10}, jobs: {local: 45, mixed: 25}, fund: {half: 10, full: 15}}
issues:
  size: {options: [small, middle, large], ladder: false, change: {all: [port, town]}}
  jobs: {options: [local, mixed, open], ladder: false, change: {all: [port, town]}}
  fund: {options: [none, half, full], ladder: false, change: {all: [port, town]}}
settle: {accept: {all_of: [port, town], at_least: 3}, walk_away: {port: 30, town: 35, union: 25}}
"""


def banks(**cells: int) -> Table:
    """Two banks, with cells that differ from the start."""
    table = Table.open(load_text(TWO_BANKS, "two-banks"), 1)
    for name, value in cells.items():
        cell = name.replace("_", ".")
        if table.state.world.row[table.scenario.header.index[cell]] != value:
            assert table.submit("control", Correct(cell, value)).refused is None
    return table


def orders(table: Table, seat: str) -> tuple[Order, ...]:
    """What a greedy bot orders now."""
    (deed,) = Greedy().closes(table.scenario, table.sight(seat))
    assert isinstance(deed.do, Plan)
    return deed.do.orders


def opening(table: Table, seat: str) -> dict[type, Deed]:
    """What a greedy bot begins a turn with, by kind."""
    return {type(d.do): d for d in Greedy().opens(table.scenario, table.sight(seat))}


def sign_together(table: Table, terms: Terms) -> None:
    """A text is put on the table by its first party, and all sign it."""
    reply = table.submit(terms.parties[0], Draft(terms))
    (drafted,) = reply.facts
    assert isinstance(drafted, Drafted)
    for seat in terms.parties:
        assert table.submit(seat, Sign(drafted.draft, drafted.revision)).refused is None


def pass_turn(table: Table) -> None:
    """Everybody locks."""
    for seat in table.scenario.players:
        table.submit(seat, Lock())


# ---------------------------------------------------------------------- orders


def test_it_orders_what_gains_it_most() -> None:
    assert orders(banks(), "east") == (Step("bridge", "agreed"), Act("visit", "west"))


def test_it_orders_no_step_that_others_would_not_consent_to() -> None:
    assert Step("toll", "high") not in orders(banks(), "east")


def test_it_leaves_alone_what_brings_the_end_near() -> None:
    """A parade gains trust, and is done while there is peace."""
    calm = orders(banks(tension=0, bridge=2), "east")
    tense = orders(banks(tension=2, bridge=2), "east")
    assert Act("stage") in calm and Act("stage") not in tense


def test_it_does_not_try_again_at_once_what_another_let_fail() -> None:
    table = banks()
    table.submit("east", Plan((Step("bridge", "agreed"),)))
    pass_turn(table)
    assert Step("bridge", "agreed") not in orders(table, "east")


def test_it_answers_events_by_what_they_gain_it() -> None:
    table = banks()
    pass_turn(table)
    deed = opening(table, "east")[Answer]
    assert deed.do == Answer("flood", "help")
    assert "Help" in deed.because


def test_it_rates_who_wants_the_opposite_as_more_threatening() -> None:
    deed = opening(banks(), "east")[Perceive].do
    friendly = opening(banks(trust_east_west=5), "east")[Perceive].do
    assert isinstance(deed, Perceive) and isinstance(friendly, Perceive)
    assert dict(deed.of)["west"] > dict(friendly.of)["west"]


# ---------------------------------------------------------------------- forums


def test_it_proposes_what_it_gains_by_and_should_pass() -> None:
    table = banks()
    assert opening(table, "east")[Give].do == Give(Act("praise", "west"))
    assert Give not in opening(table, "west")


def test_it_votes_by_what_a_text_is_worth() -> None:
    for text, ballot in (("praise", "yes"), ("blame", "no")):
        table = banks(bridge=2)
        table.submit("west", Give(Act(text, "east")))
        assert Vote(text, ballot) in orders(table, "east")  # type: ignore[arg-type]


# ---------------------------------------------------------------------- agreements


def test_it_drafts_what_gains_it_and_harms_nobody() -> None:
    deed = opening(banks(), "west")[Draft].do
    assert isinstance(deed, Draft) and deed.terms.name == "The works"


def test_it_offers_an_exchange_of_its_own() -> None:
    """East wants the toll, which costs West; it can give the ferry, which costs it nothing."""
    deed = opening(banks(bridge=2), "east")[Draft]
    assert isinstance(deed.do, Draft)
    assert [(c.issue, c.to) for c in deed.do.terms.clauses if isinstance(c, Move)] == [
        ("toll", "high"), ("ferry", "more"),
    ]  # fmt: skip
    assert "The toll" in deed.because and "The ferry" in deed.because


def test_it_signs_what_gains_it_and_nothing_else() -> None:
    table = banks(bridge=2)
    good = Terms("Good", ("east", "west"), (Move("ferry", "more", 5), Move("toll", "high", 5)))
    bad = Terms("Bad", ("east", "west"), (Move("bridge", "none", 5),))
    for terms in (good, bad):
        table.submit("west", Draft(terms))
    signed = [d.do for d in Greedy().signs(table.scenario, table.sight("east"))]
    assert [do.draft for do in signed if isinstance(do, Sign)] == ["draft1"]


def test_it_signs_nothing_that_it_could_not_pay_for() -> None:
    works = load_text(TWO_BANKS, "two-banks").agreements["works"]
    for capital, signs in ((3, True), (0, False)):
        table = banks(capital_east=capital)
        table.submit("west", Draft(works))
        assert bool(Greedy().signs(table.scenario, table.sight("east"))) is signs


def test_it_keeps_what_pays_and_saves_for_it() -> None:
    """The second step costs as much as two turns bring, so that nothing is left for visits."""
    table = banks()
    sign_together(table, table.scenario.agreements["works"])
    pass_turn(table)
    for _turn in range(3):
        for seat in table.scenario.players:
            table.submit(seat, Plan(orders(table, seat), lock=True))
    facts = [fact for turn in table.state.log for fact in turn.facts]
    assert not any(isinstance(fact, Breached) for fact in facts)
    bridge = table.scenario.issues["bridge"]
    assert bridge.options[table.state.world.row[bridge.cell]] == "open"


def test_it_does_nothing_that_a_promise_it_keeps_forbids() -> None:
    table = banks(bridge=2)
    promise = Terms(
        "Calm", ("east", "west"),
        (Refrain("east", ("visit",)), Hold("bridge", "at_least", "open"), Move("ferry", "more", 5),
         Move("toll", "high", 5)),
    )  # fmt: skip
    sign_together(table, promise)
    pass_turn(table)
    given = orders(table, "east")
    assert Act("visit", "west") not in given
    assert Step("ferry", "more") in given and Step("toll", "high") in given


def test_it_leaves_what_has_stopped_paying() -> None:
    table = banks(bridge=2, trust_east_west=-5)
    restraint = Terms("Silence", ("east", "west"), (Refrain("east", ("visit", "stage")),))
    sign_together(table, restraint)
    pass_turn(table)
    (deed,) = Greedy().closes(table.scenario, table.sight("east"))
    assert isinstance(deed.do, Plan)
    assert Denounce("draft1") in deed.do.orders
    assert "Visit" in deed.because and "draft1" not in deed.because


def test_a_text_is_worth_what_its_steps_bring_in_time() -> None:
    """On the last turn but one a ladder can only be climbed by one step more."""
    table = banks()
    works = table.scenario.agreements["works"]
    early = terms_worth(Outlook(table.scenario, table.sight("east")), works)
    for _turn in range(3):
        pass_turn(table)
    late = terms_worth(Outlook(table.scenario, table.sight("east")), works)
    assert early == 5 * POINT - 4 and late == 2 * POINT - 2


# ---------------------------------------------------------------------- exercises


def test_greedy_seats_settle_and_nobody_falls_short() -> None:
    it = load_text(HARBOUR, "small-harbour")
    table = game(it, 1, bots_for(it, "greedy", 1))
    assert table.state.world.end == "settled"
    assert it.settle is not None
    for seat, score in scores(it, table.state.world).items():
        assert score.total >= it.settle.walk_away[seat]


def test_random_seats_play_an_exercise_too() -> None:
    it = load_text(HARBOUR, "small-harbour")
    ends = {game(it, seed, bots_for(it, "random", seed)).state.world.end for seed in range(12)}
    assert ends == {"settled", "turns"}


# ---------------------------------------------------------------------- whole games


def test_greedy_seats_reach_agreements_and_mostly_keep_them() -> None:
    it: Scenario = load_text(TWO_BANKS, "two-banks")
    table = Table.open(it, 3, dict.fromkeys(it.players, "bot:greedy"))
    for _turn in play_table(table, bots_for(it, "greedy", 3)):
        pass
    facts = [fact for turn in table.state.log for fact in turn.facts]
    assert any(isinstance(fact, Concluded) for fact in facts)
    assert not any(isinstance(fact, Breached) for fact in facts)


def test_a_figure_that_is_kept_is_what_it_would_be_reckoned_anew() -> None:
    """So that a bot's memory shows in nothing but the time it takes."""
    compared = 0
    inside = False
    read = Page.read

    def check(self: Page[object], look: Outlook) -> object:
        nonlocal compared, inside
        kept = read(self, look)
        if not inside:
            inside, known, self._known = True, self._known, {}
            anew = self._work(look)
            inside, self._known = False, known
            assert anew == kept, (look.seat, sorted(self.cells), self._asks)
            compared += 1
        return kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "read", check)
        for id, seeds in (("first-talks", 6), ("thaad-2016", 8)):
            it = load(id)
            for seed in range(seeds):
                game(it, seed, bots_for(it, "mixed:0.3", seed))
    assert compared > 10_000

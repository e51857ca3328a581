"""The laws of decide and evolve, on tables of three scenarios played at random."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.rules.scores import scores
from game.rules.turn import Refusal
from game.scenario.notation import format_order, parse_order
from game.scenario.orders import Act, Argue, Denounce, Step, Vote
from game.table import commands as c
from game.table import facts as f
from game.table.decide import decide
from game.table.evolve import evolve, evolve_all
from game.table.sight import sight
from game.table.state import Setup, State, begin, remember
from game.world.world import STOPPED
from tests.properties.playing import choices, last_state, names, play, scenario

brisk = st.sampled_from([Setup(), Setup(brisk=True), Setup(brisk=True, facilitator=True)])
few = settings(max_examples=25)


def as_bytes(thing: object) -> bytes:
    """A value as bytes, so that what is equal only by chance of identity is told apart."""
    return msgspec.json.encode(thing, enc_hook=_encode, order="sorted")


def _encode(thing: object) -> object:
    return sorted(thing) if isinstance(thing, frozenset) else list(thing)  # type: ignore[call-overload]


@few
@given(names, choices, brisk)
def test_loading_only_evolves_facts(name: str, numbers: list[int], setup: Setup) -> None:
    it = scenario(name)
    played = list(play(it, numbers, setup))
    live, seed = played[-1][3], played[0][0].world.seed
    facts = [f for _b, _c, answer, _a in played if not isinstance(answer, Refusal) for f in answer]
    loaded = evolve_all(it, remember(begin(it, seed, setup), live.texts), facts)
    assert as_bytes(loaded) == as_bytes(live)


@few
@given(names, choices, brisk)
def test_deciding_again_gives_the_same_facts(name: str, numbers: list[int], setup: Setup) -> None:
    it = scenario(name)
    for before, command, answer, _after in play(it, numbers, setup):
        assert decide(it, before, command) == answer


@few
@given(names, choices)
def test_a_recorded_fact_reads_back_as_itself(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    for _before, command, answer, _after in play(it, numbers):
        read = msgspec.json.decode(msgspec.json.encode(command), type=c.Command)
        assert read == command
        if not isinstance(answer, Refusal):
            again = msgspec.json.decode(msgspec.json.encode(answer), type=tuple[f.Fact, ...])
            assert again == answer


@few
@given(names, choices)
def test_earlier_states_never_change(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    seen: list[tuple[State, bytes]] = []
    for before, _command, _answer, _after in play(it, numbers):
        seen.append((before, as_bytes(before)))
    assert all(as_bytes(state) == was for state, was in seen)


@few
@given(names, choices)
def test_a_refusal_says_why_and_changes_nothing(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    for before, _command, answer, after in play(it, numbers):
        if isinstance(answer, Refusal):
            assert "/" in answer.code and answer.says
            assert after is before


@few
@given(names, choices)
def test_the_menu_tells_the_truth(name: str, numbers: list[int]) -> None:
    """Every offered order is accepted, and every other on the menu refused for the reason given."""
    it = scenario(name)
    state = last_state(it, numbers)
    for seat in it.players:
        for offer in sight(it, state, seat).offers:
            answer = decide(it, state, c.Command(seat, c.Give(offer.order)))
            if offer.refusal is None:
                assert not isinstance(answer, Refusal), (seat, offer, answer)
            else:
                assert isinstance(answer, Refusal), (seat, offer)
                assert answer.code == offer.refusal.code


@few
@given(names, choices)
def test_what_is_not_on_the_menu_is_refused(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    state = last_state(it, numbers)
    for seat in it.players:
        known = {offer.order for offer in sight(it, state, seat).offers}
        known |= set(state.orders.get(seat, ()))
        for order in mangled(it, seat):
            if order in known:
                continue
            answer = decide(it, state, c.Command(seat, c.Give(order)))
            assert isinstance(answer, Refusal) and answer.says, (seat, order)


def mangled(it: object, seat: str) -> list[object]:
    """Orders that are almost orders."""
    scenario_ = it
    assert hasattr(scenario_, "instruments") and hasattr(scenario_, "issues")
    issues, instruments = list(scenario_.issues), list(scenario_.instruments)
    return [
        Act("no_such_thing"),
        Act(issues[0]),
        *(Act(i) for i in instruments if scenario_.instruments[i].target),
        *(Act(i, "nowhere") for i in instruments),
        *(Act(i, seat) for i in instruments if scenario_.instruments[i].target == "actor"),
        Step("no_such_thing", "none"),
        *(Step(i, "no_such_option") for i in issues),
        *(Step(i, scenario_.issues[i].options[-1]) for i in issues),
        *(Vote(i, "yes") for i in (*issues, *instruments, "no_such_thing")),
        Denounce("no_such_thing"),
        Argue("It happens."),
        Argue("It happens.", (), (("no_such_cell", 1),)),
        Argue("It happens.", (), (("tension", 30_000),)),
    ]


@few
@given(names, choices, brisk)
def test_a_session_ends_wherever_the_table_stands_and_nothing_is_lost(
    name: str, numbers: list[int], setup: Setup
) -> None:
    it = scenario(name)
    state = last_state(it, numbers, setup)
    facts = decide(it, state, c.Command(c.CONTROL, c.Finish()))
    if state.world.end:
        assert isinstance(facts, Refusal)
        return
    assert not isinstance(facts, Refusal)
    over = evolve_all(it, state, facts)
    assert over.phase == "over" and over.world.end == STOPPED and not over.orders
    assert scores(it, over.world) == scores(it, state.world)
    assert over.log == state.log and over.world.row == state.world.row
    undo = decide(it, over, c.Command(c.CONTROL, c.Undo()))
    assert not isinstance(undo, Refusal)
    again = replace(evolve_all(it, over, undo), powers=state.powers)
    assert as_bytes(again) == as_bytes(state)


@few
@given(names, choices)
def test_a_seat_orders_only_for_itself(name: str, numbers: list[int]) -> None:
    """What control alone may do, no seat may; and control orders for nobody."""
    it = scenario(name)
    state = last_state(it, numbers)
    for do in (c.Open(), c.Close(), c.Undo(), c.Next(), c.Finish(), c.Pause()):
        answer = decide(it, state, c.Command(it.players[0], do))
        assert isinstance(answer, Refusal) and answer.code == "seat/not-yours"
    for do in (c.Lock(), c.Give(Act(next(iter(it.instruments)))), c.Sign("draft1", 1)):
        answer = decide(it, state, c.Command(c.CONTROL, do))
        assert isinstance(answer, Refusal) and answer.code == "seat/not-yours"


@few
@given(names, choices)
def test_an_edit_clears_every_signature(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    for before, _command, answer, after in play(it, numbers):
        for fact in () if isinstance(answer, Refusal) else answer:
            if isinstance(fact, f.Drafted):
                draft = after.drafts[fact.draft]
                assert draft.signatures == () and draft.revision == fact.revision
                if fact.draft in before.drafts:
                    old = before.drafts[fact.draft].revision
                    assert fact.revision == old + 1
                    stale = c.Command(draft.terms.parties[0], c.Sign(draft.id, old))
                    refused = decide(it, after, stale)
                    assert isinstance(refused, Refusal)
                    assert refused.code in ("draft/stale", "phase/closed")


@few
@given(names, choices, brisk)
def test_every_turn_ends(name: str, numbers: list[int], setup: Setup) -> None:
    """Wherever a table stands, locking (or closing) ends the turn, and so the game."""
    it = scenario(name)
    state = last_state(it, numbers, setup)
    for _ in range(4 * it.turns[1] + 4):
        if state.phase == "over":
            return
        do = {"briefing": c.Open(), "reveal": c.Next()}.get(state.phase, c.Close())
        facts = decide(it, state, c.Command(c.CONTROL, do))
        assert not isinstance(facts, Refusal), facts
        state = evolve_all(it, state, facts)
    raise AssertionError(f"still at {state.phase} of turn {state.world.turn}")


@few
@given(names, choices)
def test_values_stay_in_range_and_orders_are_paid_for(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    for _before, _command, _answer, after in play(it, numbers):
        for cell in it.header.cells:
            assert cell.low <= after.world.row[cell.index] <= cell.high
        for seat in it.players:
            seen = sight(it, after, seat)
            assert 0 <= seen.reserved <= max(seen.purse, 0), (seat, seen.orders)


@few
@given(names, choices)
def test_what_a_table_orders_can_be_written_down(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    state = last_state(it, numbers)
    for orders in state.orders.values():
        for order in orders:
            assert parse_order(format_order(order)) == order


@few
@given(names, choices)
def test_undoing_a_turn_brings_back_its_start(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    state = last_state(it, numbers, Setup(brisk=True))
    if not state.past:
        return
    start = state.past[-1]
    facts = decide(it, state, c.Command(c.CONTROL, c.Undo()))
    assert not isinstance(facts, Refusal)
    undone = state
    for fact in facts:
        undone = evolve(it, undone, fact)
    assert as_bytes(undone.world) == as_bytes(start.world)
    assert undone.orders == {} and undone.phase == "negotiation"

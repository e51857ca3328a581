"""Phases, locks, roles, and what the facilitator may do."""

from __future__ import annotations

import pytest

from game.scenario.orders import Act, Step, Vote
from game.table import commands as c
from game.table.commands import CONTROL
from tests.table.at_play import close, code, does, lock_all, table

VISIT = Act("visit", "south")


def test_a_turn_goes_from_briefing_to_reveal_and_on() -> None:
    at = table(brisk=False)
    assert at.state.phase == "briefing"
    assert code(at, "north", c.Give(VISIT)) == "phase/closed"
    does(at, CONTROL, c.Open())
    lock_all(at)
    assert at.state.phase == "reveal"
    assert code(at, "north", c.Give(VISIT)) == "phase/closed"
    does(at, CONTROL, c.Next())
    assert (at.state.phase, at.state.world.turn) == ("briefing", 2)


def test_a_brisk_table_waits_for_nothing_and_ends() -> None:
    at = table()
    for turn in (1, 2, 3):
        assert (at.state.phase, at.state.world.turn) == ("negotiation", turn)
        lock_all(at)
    assert at.state.phase == "over" and at.view("north").ended
    assert code(at, "north", c.Lock()) == "phase/closed"


def test_the_turn_ends_early_when_every_player_has_locked_and_not_before() -> None:
    at = table(west="empty")
    does(at, "north", c.Give(VISIT), c.Lock())
    assert at.state.world.turn == 1
    assert at.view("south").locked is False
    assert {a.id: a.locked for a in at.view("south").actors}["north"] is True
    does(at, "south", c.Lock())
    assert at.state.world.turn == 2


def test_a_locked_seat_unlocks_to_change_its_mind() -> None:
    at = table()
    does(at, "north", c.Lock())
    assert code(at, "north", c.Give(VISIT)) == "seat/locked"
    assert code(at, "south", c.Unlock()) == "seat/not-locked"
    does(at, "north", c.Unlock(), c.Give(VISIT))
    does(at, "north", c.TakeBack(VISIT))
    assert code(at, "north", c.TakeBack(VISIT)) == "order/not-given"


def test_a_plan_replaces_what_was_ordered_or_nothing_at_all() -> None:
    at = table()
    does(at, "north", c.Give(VISIT))
    assert code(at, "north", c.Plan((Act("bribe", "west"), Act("visit", "nobody")))) == (
        "order/wrong-target"
    )
    assert at.state.orders["north"] == (VISIT,)
    does(at, "north", c.Plan((Act("bribe", "west"),), lock=True))
    assert at.state.orders["north"] == (Act("bribe", "west"),)
    assert at.state.chairs["north"].locked


def test_a_proposal_is_open_and_final_and_fixes_the_text() -> None:
    at = table()
    does(at, "north", Step("flag", "both"))
    assert [p.text for p in at.view("west").proposals] == ["flag"]
    assert code(at, "north", c.TakeBack(Step("flag", "both"))) == "order/final"
    assert code(at, "north", Vote("flag", "no")) == "order/twice"
    does(at, "south", Vote("flag", "no"), Vote("flag", "yes"))
    assert at.view("south").proposals[0].vote == "yes"
    assert at.view("west").proposals[0].vote == ""
    does(at, "south", Step("flag", "both"))  # joining stands in for the vote, and costs nothing
    assert at.state.proposals["flag"].proposers == ("north", "south")
    assert at.view("south").reserved == 0 and at.view("north").reserved == 1


def test_answers_and_orders_share_one_purse() -> None:
    at = table()
    lock_all(at)  # the rumour comes
    (question,) = at.view("north").questions
    assert [(a.id, a.cost, bool(a.refusal)) for a in question.answers] == [
        ("deny", 0, False), ("pay", 2, False), ("buy", 9, True),
    ]  # fmt: skip
    assert code(at, "south", c.Answer("rumour", "pay")) == "answer/not-asked"
    assert code(at, "north", c.Answer("rumour", "shout")) == "answer/unknown"
    assert code(at, "north", c.Answer("rumour", "buy")) == "order/too-costly"
    does(at, CONTROL, c.Correct("capital.north", 3))
    does(at, "north", c.Answer("rumour", "pay"), VISIT)
    assert code(at, "north", Act("visit", "west")) == "order/too-costly"
    does(at, "north", c.Answer("rumour", "deny"), Act("visit", "west"))


def test_a_correction_takes_back_what_can_no_longer_be_paid() -> None:
    at = table()
    does(at, "north", VISIT, Act("visit", "west"))
    does(at, CONTROL, c.Correct("capital.north", 1))
    assert at.state.orders["north"] == (VISIT,)
    assert code(at, CONTROL, c.Correct("capital.north", 99)) == "cell/range"
    assert code(at, CONTROL, c.Correct("capital.nobody", 1)) == "cell/unknown"


def test_an_injected_event_happens_in_this_turn() -> None:
    at = table()
    does(at, CONTROL, c.Inject("strike"))
    assert code(at, CONTROL, c.Inject("strike")) == "event/twice"
    assert code(at, CONTROL, c.Inject("flood")) == "event/unknown"
    lock_all(at)
    assert any("The dockers stop work." in told.says for told in at.view("west").told)


def test_undo_goes_back_to_the_start_of_the_turn_that_was_resolved() -> None:
    at = table(brisk=False)
    assert code(at, CONTROL, c.Undo()) == "undo/nothing"
    does(at, CONTROL, c.Open())
    does(at, "north", VISIT)
    lock_all(at)
    assert at.state.world.row[at.scenario.header.index["trust.north.south"]] == 1
    does(at, CONTROL, c.Undo())
    assert (at.state.phase, at.state.world.turn, at.state.orders) == ("briefing", 1, {})
    assert at.state.world.row[at.scenario.header.index["trust.north.south"]] == 0


def test_the_clock_and_who_sits_where() -> None:
    at = table()
    does(at, CONTROL, c.Pause(), c.Extend(60))
    assert code(at, CONTROL, c.Pause()) == "clock/paused"
    assert (at.view("north").paused, at.view("north").extra) == (True, 60)
    does(at, CONTROL, c.Resume())
    assert code(at, CONTROL, c.Extend(0)) == "clock/range"
    does(at, CONTROL, c.Seat("north", "Ada"), c.Replace("south", "bot:greedy"))
    actors = {a.id: a for a in at.view("west").actors}
    assert (actors["north"].player, actors["south"].by) == ("Ada", "bot")
    assert code(at, CONTROL, c.Replace("south", "a ghost")) == "replace/unknown"
    assert code(at, CONTROL, c.Replace("east", "person")) == "seat/unknown"


def test_replacing_the_last_player_awaited_by_nobody_ends_the_turn() -> None:
    at = table()
    does(at, "north", c.Lock())
    does(at, "south", c.Lock())
    does(at, CONTROL, c.Replace("west", "empty"))
    assert at.state.world.turn == 2


def test_powers_are_told_in_the_debrief_and_not_before() -> None:
    at = table()
    does(at, CONTROL, c.Correct("tension", 5))
    lock_all(at)
    assert at.view("north").powers == ()
    lock_all(at)
    lock_all(at)
    (power,) = at.view("north").powers
    assert "Tension" in power and "5" in power


@pytest.mark.parametrize(
    ("role", "do", "refused"),
    [
        ("Envoy", c.Say("Hello"), ""),
        ("Envoy", c.Give(VISIT), "seat/not-yours"),
        ("Envoy", c.Sign("draft1", 1), "seat/not-yours"),
        ("President", c.Give(VISIT), ""),
        ("Cook", c.Say("Soup"), "seat/not-yours"),
    ],
)
def test_a_role_does_what_its_seat_lets_it(role: str, do: c.Do, refused: str) -> None:
    at = table()
    reply = at.submit("north", c.Command("north", do, role))
    assert (reply.refused.code if reply.refused else "") == refused


def test_strangers_and_mistaken_addresses_are_refused() -> None:
    at = table()
    assert code(at, "east", c.Lock()) == "seat/unknown"
    assert code(at, "north", c.Say("Psst", ("east",))) == "seat/unknown"
    assert code(at, "north", c.Say("  ")) == "text/empty"
    assert code(at, "north", c.Say("x" * 5000)) == "text/too-long"
    assert code(at, "north", c.Perceive((("north", 3),))) == "perceive/unknown"
    assert code(at, "north", c.Perceive((("west", 11),))) == "perceive/range"


def test_closing_ends_the_turn_for_those_who_have_not_locked() -> None:
    at = table()
    does(at, "north", VISIT)
    close(at)
    assert at.state.world.turn == 2
    assert at.state.world.row[at.scenario.header.index["trust.north.south"]] == 1

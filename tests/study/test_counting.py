"""What a study counts in small games whose course is known."""

from __future__ import annotations

from functools import cache

from game.study import Tally, study
from tests.study.tiny import DEBTOR, EXERCISE, MARKET, PROMISE, scenario

GAMES = 4


@cache
def market() -> Tally:
    return study(scenario(MARKET), GAMES, "greedy")


@cache
def promise() -> Tally:
    return study(scenario(PROMISE), GAMES, "greedy")


def test_what_is_chosen_is_what_is_worth_a_point() -> None:
    tally = market()
    assert tally.chosen == {"sing": GAMES, "squeeze": GAMES, "bridge up": GAMES}
    assert tally.chosen_by["cas"] == {"sing": GAMES, "squeeze": GAMES}


def test_orders_are_counted_by_seat_and_turn() -> None:
    # Cas sings every turn, squeezes twice in the first and once in each that follows.
    tally = market()
    assert tally.minded == {"ann": 4 * GAMES, "bob": 4 * GAMES, "cas": 4 * GAMES}
    assert tally.worthwhile["cas"] == tally.orders["cas"] == 9 * GAMES


def test_rules_that_fired_and_events_that_happened_are_known() -> None:
    assert market().rules == {"echo": GAMES}
    assert market().events == {"fair": GAMES}


def test_an_agreement_is_followed_from_draft_to_end() -> None:
    tally = market()
    for count in (tally.drafted, tally.signed, tally.agreed, tally.concluded, tally.expired):
        assert count == {"build": GAMES}
    assert tally.signers == {"build": {"ann": GAMES, "bob": GAMES}}


def test_turns_high_on_a_banded_track_are_counted() -> None:
    assert market().high == {"hope": market().turns}


def test_what_all_gain_is_told_by_what_it_is_for() -> None:
    tally = market()
    assert tally.joint["joy"] > 0 == tally.joint_idle.get("joy", 0)
    assert tally.joint["heat"] == tally.joint_idle["heat"]


def test_a_promise_broken_by_who_meant_it_is_a_breach_on_purpose() -> None:
    tally = promise()
    assert tally.breached == GAMES
    assert tally.breakers == {"keep_shut": {"ann": GAMES}}
    assert (tally.breaches_before, tally.breaches_last) == (GAMES, 0)
    assert tally.broken == {"keep_shut": GAMES}


def test_who_signs_to_hold_an_issue_lets_go_of_its_lever() -> None:
    assert promise().relieved == {"gate up": GAMES}


def test_dice_break_no_promise_on_purpose() -> None:
    tally = study(scenario(PROMISE), 20, "random")
    assert tally.broken and not tally.unkept


def test_a_deal_is_counted_with_what_it_is_worth() -> None:
    tally = study(scenario(EXERCISE), 4, "greedy")
    assert tally.settled == 4 and tally.efficient <= 4
    assert all(points >= 0 for points in tally.above.values())
    assert tally.pairs == 0


def test_who_would_keep_its_word_and_cannot_defaults() -> None:
    # Both purses are empty when the presents are due: somebody robs them every turn.
    tally = study(scenario(DEBTOR), GAMES, "greedy")
    assert (tally.unkept, tally.breached, tally.defaulted) == (GAMES, 0, GAMES)

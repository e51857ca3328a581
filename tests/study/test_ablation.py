"""Taking a mechanic away changes what happens, and nothing else."""

from __future__ import annotations

import pytest

from game.study import compare, study, without
from tests.study.tiny import MARKET, PROMISE, scenario

GAMES = 4


def test_without_a_rule_what_it_brought_is_missing() -> None:
    whole = scenario(MARKET)
    before, after = study(whole, GAMES, "greedy"), study(without(whole, "echo"), GAMES, "greedy")
    assert before.rules == {"echo": GAMES} and after.rules == {}
    change = compare(before, after)
    # One point for each song, and cas sings on each of four turns.
    assert change.scores["cas"] == -4 and change.greatest == 0


def test_without_what_changed_its_mind_nobody_breaks_a_promise() -> None:
    whole = scenario(PROMISE)
    left = without(whole, "change")
    before, after = study(whole, GAMES, "greedy"), study(left, GAMES, "greedy")
    assert (before.breached, after.breached) == (GAMES, 0)
    assert compare(before, after).finals == {"gate": 1.0}
    assert compare(before, after).greatest == 1


@pytest.mark.parametrize("id", ["squeeze", "build", "fair", "fire", "rebuke"])
def test_what_is_taken_away_never_comes_up(id: str) -> None:
    left = without(scenario(MARKET), id)
    tally = study(left, 20, "random")
    for counts in (tally.ordered, tally.drafted, tally.events, tally.ends, tally.rules):
        assert id not in counts
    assert left.digest != scenario(MARKET).digest


def test_what_others_say_of_a_missing_thing_still_stands() -> None:
    text = MARKET.replace("    turn: 2\n", "    when: in_force(build) or ever(ann, squeeze)\n")
    for id in ("build", "squeeze"):
        assert study(without(scenario(text), id), 3, "greedy").games == 3


def test_only_what_there_is_can_be_taken_away() -> None:
    with pytest.raises(ValueError, match="'bridge'"):
        without(scenario(MARKET), "bridge")

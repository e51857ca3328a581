"""Each target of a good scenario: met, missed, or none of its business; and who misses it."""

from __future__ import annotations

from typing import Any

import pytest

from game.analysis.vectors import Sums
from game.study import Measure, Tally, measured, structure, study
from game.study.levers import levers
from tests.study.tiny import EXERCISE, HEAD, MARKET, PROMISE, scenario

EVERYONE = {"ann", "bob", "cas"}
PLAYED: dict[str, Any] = {"games": 100, "turns": 400, "appraised": 50}


def measure(id: str, text: str = MARKET, **counts: Any) -> Measure:
    """A measure of a tally with these counts."""
    tally = Tally("tiny", "greedy", **{**PLAYED, **counts})
    return next(m for m in measured(scenario(text), tally) if m.id == id)


def test_nothing_is_measured_where_nothing_was_played() -> None:
    assert measured(scenario(MARKET), Tally("tiny", "greedy")) == ()


# ---------------------------------------------------------------------- the file alone


def test_packages_count_that_are_better_for_every_single_player() -> None:
    # The bridge is good for two, and does nothing for the third.
    assert structure.better_for_all(scenario(MARKET)) == (0, 8)
    shared = MARKET.replace("fence: {high: -1}, park: {open: -1}}", "bridge: {built: 1}}")
    # With or without the fence (which bob minds more) and the park (which he minds less).
    assert structure.better_for_all(scenario(shared)) == (2, 8)


def test_packages_are_counted_but_not_judged_where_there_are_few() -> None:
    row = measure("packages")
    assert row.met is None and row.values == {"better": 0, "packages": 8}
    assert "below 1,000 packages" in row.worst
    many = MARKET.replace("issues:\n", "issues:\n" + "".join(
        f"  spare_{n}: {{options: [{', '.join(f'o{k}' for k in range(8))}]}}\n" for n in range(3)
    ))  # fmt: skip
    row = measure("packages", many)
    assert row.met is False and row.values["packages"] == 8 * 8**3 and not row.worst


def crowded() -> str:
    """Twenty issues of which each package is worth something else, and none is the best."""
    issues = "".join(f"  i{n}: {{options: [no, yes], ladder: false}}\n" for n in range(20))
    wants = {
        seat: ", ".join(f"i{n}: {{yes: {sign * 2**n}}}" for n in range(20))
        for seat, sign in (("ann", 1), ("bob", -1))
    }
    actors = "".join(f"  {seat}: {{wants: {{{them}}}}}\n" for seat, them in wants.items())
    settle = "settle: {accept: {all_of: [ann, bob]}, walk_away: {ann: 333333, bob: -666666}}\n"
    return f"{HEAD}turns: 2\nactors:\n{actors}issues:\n{issues}{settle}"


@pytest.mark.parametrize(
    ("id", "counts"),
    [("deals", {}), ("efficient", {"settled": 9}), ("attained", {"appraised": 0})],
)
def test_packages_that_are_too_many_to_compare_are_not_judged(
    id: str, counts: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sums.__init__, "__defaults__", (10_000,))
    row = measure(id, crowded(), **counts)
    assert row.met is None and row.figure == "too many packages to compare"


def test_a_game_of_too_many_packages_is_played_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sums.__init__, "__defaults__", (10_000,))
    tally = study(scenario(crowded()), 2)
    assert (tally.games, tally.appraised, tally.efficient) == (2, 0, 0)


def test_a_favourite_hurts_whoever_is_worse_off_than_at_the_start() -> None:
    found = structure.favourites(scenario(MARKET))
    assert (found["ann"].issue, found["ann"].option) == ("park", "open")
    assert found["ann"].hurts == ("bob", "cas")
    assert found["bob"].start and not found["bob"].hurts
    row = measure("favourites")
    assert row.met is False and "bob: fence low" in row.worst and "ann" not in row.worst


def test_who_must_consent_or_may_veto_is_pivotal() -> None:
    assert structure.pivots(scenario(MARKET)) == {
        "ann": ("bridge", "fence"),
        "bob": ("bridge",),
        "cas": ("park",),
    }
    assert "bob 1" in measure("pivots").worst


@pytest.mark.parametrize(
    ("adopt", "pivotal"),
    [("consensus", EVERYONE), ("majority", set()), ("{at_least: 3}", EVERYONE)],
)
def test_a_forum_makes_pivotal_whom_it_cannot_do_without(adopt: str, pivotal: set[str]) -> None:
    text = MARKET.replace("{at_least: 2, veto: [cas]}", adopt)
    found = structure.pivots(scenario(text))
    assert {seat for seat, issues in found.items() if "park" in issues} == pivotal


def test_only_a_track_whose_top_is_bad_strains() -> None:
    assert structure.strains(scenario(MARKET)) == ("heat",)


# ---------------------------------------------------------------------- levers


def test_a_lever_takes_what_its_target_wants() -> None:
    found = {lever.key: lever.holders for lever in levers(scenario(MARKET))}
    assert {key: set(who) for key, who in found.items()} == {
        "squeeze": EVERYONE,
        "snub": EVERYONE,
        "fence up": {"ann"},
    }


def test_to_leave_what_only_all_can_rebuild_is_no_lever() -> None:
    assert "bridge down" not in {lever.key for lever in levers(scenario(MARKET))}


def test_a_lever_may_be_what_a_rule_makes_of_an_act() -> None:
    text = MARKET.replace("    do: praise\n    effects: [{heat: +1}]",
                          "    do: praise\n    effects: [{capital.target: -3}]")  # fmt: skip
    assert "praise" in {lever.key for lever in levers(scenario(text))}


def test_an_act_that_harms_under_its_own_condition_is_a_lever() -> None:
    text = MARKET.replace("    effects: [{heat: 0}]",
                          "    target: actor\n    if: heat >= 5\n"
                          "    effects: [{joy.target: -heat}]")  # fmt: skip
    assert "hum" in {lever.key for lever in levers(scenario(text))}


# ---------------------------------------------------------------------- choices


def test_orders_are_a_mean_over_the_turns_that_a_seat_weighed() -> None:
    worthwhile, minded = {"ann": 30, "bob": 24, "cas": 25}, {"ann": 10, "bob": 10, "cas": 10}
    row = measure("orders", worthwhile=worthwhile, minded=minded)
    assert row.met is False and row.worst == "bob 2.40" and row.figure == "2.40 - 3.00"


def test_signatures_ask_for_two_agreements_a_seat() -> None:
    signers = {"build": {"ann": 5, "bob": 90}, "truce": {"ann": 5, "cas": 4}, "lonely": {"bob": 7}}
    row = measure("signatures", signers=signers)
    assert row.met is False and row.worst == "cas 0"


def test_every_lever_and_its_relief_come_up_in_five_games_in_a_hundred() -> None:
    used = {"squeeze": 5, "snub": 5, "fence up": 4, "fence down": 50}
    row = measure("coercion", chosen=used)
    assert row.met is False and row.worst == "fence up 4.0 %" and row.figure == "2 of 3"
    assert measure("relief", relieved={"squeeze": 5, "snub": 6, "fence up": 7}).met


def test_a_dead_instrument_is_named_and_the_deadest_first() -> None:
    row = measure("instruments", chosen={"sing": 99, "squeeze": 5, "hum": 1, "snub": 9})
    assert row.worst == "praise 0.0 %, hum 1.0 %"


def test_an_agreement_that_not_all_mean_is_a_dead_letter() -> None:
    row = measure("agreements", agreed={"build": 50, "truce": 5, "lonely": 4})
    assert row.met is False and row.worst == "lonely 4.0 %"


def test_an_agreement_needs_a_point_for_each_of_its_parties_at_times() -> None:
    valued = {"build": {"ann": 1, "bob": 1}, "truce": {"ann": 3, "cas": 1}, "lonely": {"cas": 2}}
    row = measure("interests", valued=valued)
    assert row.met is False and row.worst == "lonely: bob"


def test_a_file_without_agreements_is_not_asked_for_them() -> None:
    text = MARKET[: MARKET.index("agreements:")]
    assert [measure(id, text).met for id in ("agreements", "interests", "breaches")] == [None] * 3


# ---------------------------------------------------------------------- courses


def test_capital_is_a_mean_a_turn() -> None:
    row = measure("unspent", unspent={"ann": 600, "bob": 601, "cas": 0})
    assert row.met is False and row.worst == "bob 1.50"
    assert measure("unspent", unspent={"ann": 600}).met


def test_the_crisis_is_an_end_that_nobody_wants() -> None:
    assert measure("crisis", ends={"fire": 9, "turns": 91}).met
    row = measure("crisis", ends={"fire": 10, "turns": 90})
    assert row.met is False and row.worst == "fire 10.0 %"
    assert measure("crisis", PROMISE).met is None


def test_turns_on_the_brink_are_a_share_of_turns() -> None:
    assert measure("tension", high={"heat": 59, "hope": 400}).met
    assert measure("tension", high={"heat": 60}).worst == "heat 15.0 %"


def test_every_option_of_the_first_issue_is_an_end() -> None:
    row = measure("finals", finals={"bridge": {"none": 4, "built": 96}})
    assert row.met is False and row.worst == "none 4.0 %"
    assert row.values["finals"]["fence"] == {"low": 0.0, "high": 0.0}


@pytest.mark.parametrize(("games", "met"), [(14, False), (15, True), (40, True), (41, False)])
def test_promises_are_broken_at_times(games: int, met: bool) -> None:
    assert measure("breaches", unkept=games).met is met


def test_the_last_turn_may_see_twice_the_breaches_of_others() -> None:
    # 300 turns before the last, 100 last ones.
    assert measure("last-turn", breaches_before=30, breaches_last=20).met
    assert not measure("last-turn", breaches_before=30, breaches_last=21).met
    assert not measure("last-turn", breaches_last=1).met
    assert measure("last-turn").met


def test_texts_are_worth_a_quarter_of_what_all_gain() -> None:
    pair = {"pairs": 10, "joint": {"joy": 140}, "joint_idle": {"joy": 40}}
    assert measure("joint", **pair, joint_apart={"joy": 115}).met
    row = measure("joint", **pair, joint_apart={"joy": 116})
    assert row.met is False and row.figure == "24.0 % lower" and "joy +2.4" in row.worst
    assert "20.0 % higher" in measure("joint", **pair, joint_apart={"joy": 160}).figure
    lost = {**pair, "joint": {"joy": 40}}
    assert measure("joint", **lost, joint_apart={"joy": 0}).met is False
    assert measure("joint").met is None


def test_every_seat_gets_a_fair_part_of_what_it_could_get() -> None:
    row = measure("attained", shares={"ann": 50 * 35, "bob": 50 * 66, "cas": 50 * 20})
    assert row.met is False and row.worst == "cas 20, bob 66" and row.figure == "20 - 66"


def test_who_leads_in_the_middle_may_be_overtaken() -> None:
    assert measure("leader", leads=50, led=49).met
    assert measure("leader", leads=50, led=50).met is False


# ---------------------------------------------------------------------- exercises


def test_an_exercise_is_measured_by_its_deals() -> None:
    tally = Tally("tiny", "greedy", games=10, turns=20, settled=8, efficient=2, appraised=5,
                  above={"ann": 8, "bob": 0}, shares={"ann": 250, "bob": 250})  # fmt: skip
    rows = {m.id: m for m in measured(scenario(EXERCISE), tally)}
    assert list(rows) == ["deals", "settled", "efficient", "above", "attained"]
    assert rows["deals"].values == {"better": 2, "packages": 6}
    assert (rows["settled"].figure, rows["efficient"].figure) == ("80.0 %", "25.0 %")
    assert rows["above"].met is None and rows["above"].worst == "bob 0.0"


def test_where_no_issue_is_no_end_of_one_is_measured() -> None:
    text = HEAD + "turns: 2\nactors: {ann: {}, bob: {}}\n"
    row = measure("finals", text)
    assert row.met is None and row.figure == "does not apply"

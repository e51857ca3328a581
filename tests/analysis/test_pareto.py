"""Packages of a scenario: what they are worth, the frontier, shares, and what was left."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.pareto import (
    Range,
    attainable,
    frontier,
    improvements,
    left_over,
    settled,
    share,
    shares,
    values_table,
)
from game.loading import load
from game.rules.moment import profiles
from game.rules.opening import opening
from game.rules.scores import scores
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.world.world import World

TEXT = """
modus: 1
id: two-hills
title: Two hills
turns: 4
tracks:
  tension: {scope: world, start: 3, range: [0, 8]}
  capital: {scope: actor, start: 3, range: [0, 9], income: 2, seen_by: owner}
  trust:   {scope: pair, symmetric: true, range: [-5, 5]}
actors:
  north:
    wants: {hill: {some: 1, all: 3}, tension: -1}
    accrues: {hill: {all: -2}}
    objectives:
      - {says: Quiet, when: hill == none and trade >= open, worth: 4}
      - {says: Friends, when: trust.north.south >= 2, worth: 9}
      - {says: What the other has to gain, when: "gain(south, visits, many) > 0", worth: 2}
    private:
      - wants: {trade: {open: 2}}
        objectives: [{says: An open gate to calm, when: trade >= open and tension <= 3, worth: 1}]
      - wants: {trade: {open: -2}}
    mandates:
      hard: {says: A harder line, wants: {hill: {all: 8}}}
  south:
    wants: {hill: {some: -1, all: -4}, trade: {open: 2}, visits: {few: 1, many: 1}}
    objectives: [{says: It pays to be here, when: worth(south) >= 2, worth: 1}]
  isles:
    wants: {visits: {few: 1, many: 3}, tension: -2}
issues:
  hill: {options: [none, some, all], start: some, ladder: true,
         up: {all: [north]}, down: {all: [north]}}
  trade: {options: [shut, open], change: {all: [north, south]}}
  visits: {options: [zero, few, many], change: {all: [isles]}}
"""


def game(text: str = TEXT) -> Scenario:
    return load_text(text, "two-hills.yaml")


def at(scenario: Scenario, world: World, package: tuple[int, ...]) -> World:
    row = world.row[:]
    for issue, option in zip(scenario.issues.values(), package, strict=True):
        row[issue.cell] = option
    return msgspec.structs.replace(world, row=row)


@pytest.mark.parametrize("seed", range(6))
def test_a_package_is_worth_what_the_opening_would_score_with_it(seed: int) -> None:
    scenario = game()
    world = opening(scenario, seed)
    table = dict(values_table(scenario, profiles(scenario, world)))
    assert list(table) and set(table) == set(product(range(3), range(2), range(3)))
    for package, value in table.items():
        score = scores(scenario, at(scenario, world, package))
        assert value == tuple(score[seat].total for seat in scenario.players)


@pytest.mark.parametrize("seed", range(3))
def test_the_flagships_packages_are_worth_what_they_score(seed: int) -> None:
    scenario = load("thaad-2016")
    world = opening(scenario, seed)
    front = frontier(scenario, profiles(scenario, world))
    for value in front.values[::40]:
        for package in front.of(value):
            score = scores(scenario, at(scenario, world, package))
            assert value == tuple(score[seat].total for seat in scenario.players)


def dominates(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return a != b and all(x >= y for x, y in zip(a, b, strict=True))


wants = st.lists(st.integers(-3, 3), min_size=18, max_size=18)


@given(wants, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1)), max_size=3))
def test_the_frontier_is_what_exhaustive_search_finds(
    points: list[int], goals: list[tuple[int, int]]
) -> None:
    objectives = ", ".join(
        f"{{says: Goal, when: a >= o{low} and {other} == o1, worth: {3 - low}}}"
        for low, number in goals
        for other in ("bc"[number],)
    )
    numbers = iter(points)
    seats = "\n".join(
        f"  {seat}:\n    wants: {{"
        + ", ".join(
            f"{issue}: {{o1: {next(numbers)}, o2: {next(numbers)}}}" for issue in ("a", "b", "c")
        )
        + "}"
        + (f"\n    objectives: [{objectives}]" if seat == "north" and goals else "")
        for seat in ("north", "south", "isles")
    )
    issues = "\n".join(
        f"  {issue}: {{options: [o0, o1, o2], change: {{all: [north]}}}}"
        for issue in ("a", "b", "c")
    )
    scenario = game(
        "modus: 1\nid: two-hills\ntitle: Any\nturns: 2\n"
        "tracks: {capital: {scope: actor, range: [0, 9]}}\n"
        f"actors:\n{seats}\nissues:\n{issues}\n"
    )
    every = dict(values_table(scenario))
    expected = {p: v for p, v in every.items() if not any(dominates(w, v) for w in every.values())}
    front = frontier(scenario)
    found = dict(zip(front.values, front.packages, strict=True))
    assert {p: v for v, packages in found.items() for p in packages} == expected
    for number, (seat, range_) in enumerate(attainable(scenario).items()):
        assert seat == scenario.players[number]
        assert range_.worst == min(value[number] for value in expected.values())
        assert range_.best == max(value[number] for value in expected.values())


def test_ranges_follow_the_role_sheet_and_the_government() -> None:
    scenario = game()
    world = opening(scenario, 1)
    by_sheet = {
        draw: attainable(scenario, msgspec.structs.replace(world, draws=(draw, -1, -1)))["north"]
        for draw in (0, 1)
    }
    assert by_sheet[0].best > by_sheet[1].best
    hard = msgspec.structs.replace(world, mandates=(("hard",), (), ()))
    assert attainable(scenario, hard)["north"].best > attainable(scenario, world)["north"].best
    assert attainable(scenario, world) == attainable(game(), world)


def test_a_share_is_clamped_between_the_worst_and_the_best() -> None:
    range_ = Range(-4, 8)
    assert [share(range_, n) for n in (-20, -4, 2, 8, 30)] == [0, 0, 50, 100, 100]
    assert share(Range(0, 200), 1) == 1  # a half is rounded up
    assert [share(Range(3, 3), n) for n in (2, 3, 4)] == [0, 100, 100]


def test_shares_of_a_world_are_of_its_scores() -> None:
    scenario = game()
    world = opening(scenario, 3)
    ranges, points = attainable(scenario, world), scores(scenario, world)
    assert shares(scenario, world) == {s: share(ranges[s], points[s].total) for s in ranges}


def test_improvements_and_what_was_left_on_the_table() -> None:
    scenario = game()
    world = opening(scenario, 3)
    whose = profiles(scenario, world)
    here = settled(scenario, world)
    assert here == (1, 0, 0)
    every = dict(values_table(scenario, whose))
    better = {p for p, v in every.items() if dominates(v, every[here])}
    assert better and {p for p, _ in improvements(scenario, here, whose)} == better

    left = left_over(scenario, world)
    most = max(sum(every[p]) for p in better) - sum(every[here])
    assert left.total == sum(left.gains.values()) == most
    assert min(left.gains.values()) >= 0
    options = [list(issue.options) for issue in scenario.issues.values()]
    best = tuple(o.index(left.package[i]) for i, o in zip(scenario.issues, options, strict=True))
    assert best in better

    nothing = left_over(scenario, at(scenario, world, best))
    assert nothing.total == 0 and nothing.package == left.package

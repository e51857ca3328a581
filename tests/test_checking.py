"""`modus check`: problems and failed cases, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.checking import check, table_of_scenarios
from game.errors import UserError

SOUND = """\
modus: 1
id: mine
title: Mine
turns: 2
tracks:
  capital: {scope: actor, start: 3, range: [0, 9]}
  tension: {scope: world, start: 3, range: [0, 9]}
actors:
  left: {name: Left, private: [{instructions: Stay calm.}]}
  right: {name: Right, private: [{instructions: Be firm.}]}
instruments:
  calm: {says: "{actor} calms.", cost: 1, effects: [{tension: -1}]}
cases:
  - name: Calming costs one
    orders: {left: [calm]}
    expect: {tension: 2, capital.left: 2}
"""


def said(path: Path, *, json: bool = False) -> tuple[str, int]:
    """What a check prints until it ends, and its exit code."""
    lines: list[str] = []
    try:
        for line in check([str(path)], cases=True, json=json):
            lines.append(line)
    except UserError as error:
        return "\n".join(lines), error.exit_code
    return "\n".join(lines), 0


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The file of an author."""
    return tmp_path / "mine.yaml"


def test_a_sound_scenario_passes(mine: Path) -> None:
    mine.write_text(SOUND)
    assert said(mine) == (f"{mine}: 1 case, 0 failed.", 0)


def test_a_failed_case_says_which_expectation_and_where(mine: Path) -> None:
    mine.write_text(SOUND.replace("tension: 2", "tension: 1"))
    found, code = said(mine)
    assert code == 1
    first, last = found.splitlines()
    assert first.startswith(f"{mine}:14:")
    for word in ("Calming costs one", "tension", "expected 1", "found 2"):
        assert word in first
    assert last == f"{mine}: 1 case, 1 failed."


def test_all_problems_are_told_at_once_with_their_places(mine: Path) -> None:
    mine.write_text(SOUND.replace("tension: -1", "tensoin: -1").replace("cost: 1", "cost: capitol"))
    found, code = said(mine)
    assert code == 1
    assert "tension" in found
    assert found.count(f"{mine}:12:") == 2
    problems = json.loads(said(mine, json=True)[0])
    assert [(problem["line"], problem["severity"]) for problem in problems] == [(12, "error")] * 2
    assert all(problem["code"] and problem["message"] for problem in problems)


def test_a_sound_scenario_is_an_empty_list_in_json(mine: Path) -> None:
    mine.write_text(SOUND)
    found, code = said(mine, json=True)
    assert (json.loads(found), code) == ([], 0)


def test_the_bundled_scenarios_are_listed_with_their_seats() -> None:
    header, *rows = [line.split() for line in table_of_scenarios()]
    assert header == ["id", "title", "seats", "minutes"]
    assert ["first-talks", "3"] in [[row[0], row[-2]] for row in rows]

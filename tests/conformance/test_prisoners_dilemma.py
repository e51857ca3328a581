"""Match scores of five well-known strategies, from a scenario in the language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.rules.opening import opening
from game.rules.resolve import resolve
from game.rules.scores import scores
from game.scenario.load import load_text
from game.scenario.orders import Act
from tests.conformance.places import SHARED, missing

HERE = Path(__file__).with_name("prisoners_dilemma.yaml")
TABLE = SHARED / "repeated" / "prisoners-dilemma.json"

Strategy = Callable[[str, str], str]
"""The next move, C or D, from one's own moves so far and the other's."""

STRATEGIES: dict[str, Strategy] = {
    "Cooperator": lambda mine, theirs: "C",
    "Defector": lambda mine, theirs: "D",
    "TitForTat": lambda mine, theirs: theirs[-1:] or "C",
    "Alternator": lambda mine, theirs: "CD"[len(mine) % 2],
    "Grudger": lambda mine, theirs: "D" if "D" in theirs else "C",
}
ACTS = {"C": Act("cooperate"), "D": Act("defect")}

matches: list[dict[str, Any]] = []
if TABLE.exists():
    matches = json.loads(TABLE.read_text(encoding="utf-8"))["matches"]


def test_the_table_is_there() -> None:
    if not matches:
        missing()
    assert {m["a"] for m in matches} | {m["b"] for m in matches} <= set(STRATEGIES)


@pytest.mark.parametrize("match", matches, ids=lambda m: f"{m['a']}-{m['b']}-{m['turns']}")
def test_every_match_has_its_score(match: dict[str, Any]) -> None:
    text = HERE.read_text(encoding="utf-8").replace("turns: 200", f"turns: {match['turns']}")
    scenario = load_text(text, str(HERE))
    first, second = STRATEGIES[match["a"]], STRATEGIES[match["b"]]
    world, a, b = opening(scenario, 0), "", ""
    while not world.end:
        a, b = a + first(a, b), b + second(b, a)
        after = resolve(scenario, world, {"a": [ACTS[a[-1]]], "b": [ACTS[b[-1]]]})
        assert after.refused == ()
        world = after.world
    assert world.end == "turns"
    found = scores(scenario, world)
    assert (found["a"].total, found["b"].total) == (match["score_a"], match["score_b"])

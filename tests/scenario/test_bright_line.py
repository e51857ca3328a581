"""No technical modelling of weapons: the language has no word for it, and prose is warned about."""

from __future__ import annotations

import json
import re

import pytest

from game.data import Library, scenario_ids, scenario_text
from game.scenario.jsonschema import schema
from game.scenario.load import check_text

PERFORMANCE = {
    "speed", "yield", "accuracy", "coverage", "interception", "probability", "warhead", "warheads",
    "payload", "velocity", "altitude", "lethality", "penetration", "salvo", "kill",
}  # fmt: skip

GAME = """
modus: 1
id: small
title: Small
turns: 2
actors:
  host: {{brief: "{brief}"}}
issues:
  radar: {{options: [none, agreed], ladder: true, up: {{all: [host]}}, down: {{all: [host]}}{key}}}
"""


def keys(node: object) -> set[str]:
    """Every property name of a JSON Schema."""
    found: set[str] = set()
    if isinstance(node, dict):
        found |= set(node.get("properties", {}))
        for value in node.values():
            found |= keys(value)
    elif isinstance(node, list):
        for value in node:
            found |= keys(value)
    return found


def test_the_language_has_no_key_for_performance() -> None:
    words = {word for key in keys(schema()) for word in re.split(r"[_\W]+", key.lower())}
    assert "options" in words
    assert not words & PERFORMANCE


@pytest.mark.parametrize("key", ["speed", "yield", "coverage", "reach_km"])
def test_a_key_for_performance_is_an_error(key: str) -> None:
    scenario, problems = check_text(GAME.format(brief="A state.", key=f", {key}: 3"), "small.yaml")
    assert scenario is None
    assert any(p.code == "schema/unknown-key" and key in p.message for p in problems)


@pytest.mark.parametrize(
    "prose",
    [
        "The missile range is 300 km.",
        "Its interception probability is high.",
        "A payload of two tons.",
        "It flies at Mach 5.",
        "The coverage of the radar matters.",
        "It is accurate to ten metres.",
        "It flies at five times the speed of sound.",
        "It destroys nine of ten incoming rockets.",
        "They stop three out of four missiles.",
    ],
)
def test_technical_prose_is_warned_about_where_it_stands(prose: str) -> None:
    scenario, problems = check_text(GAME.format(brief=prose, key=""), "small.yaml")
    assert scenario is not None
    [problem] = [p for p in problems if p.code == "prose/technical"]
    assert (problem.line, problem.severity) == (7, "warning")


@pytest.mark.parametrize(
    "prose",
    [
        "A range of views; nobody yields to pressure.",
        "The press coverage was hostile, and talks gathered speed.",
        "Its probability is disputed.",
        "It is accurate to say that the incoming government stops two of three projects.",
    ],
)
def test_the_words_of_politics_are_left_alone(prose: str) -> None:
    _scenario, problems = check_text(GAME.format(brief=prose, key=""), "small.yaml")
    assert problems == []


def test_no_bundled_scenario_crosses_the_line() -> None:
    for name in scenario_ids():
        text, source = scenario_text(name)
        _scenario, problems = check_text(text, source, Library(source))
        assert [p for p in problems if p.code == "prose/technical"] == []
        assert not re.search(r"\b\d+ ?km\b", json.dumps(text))

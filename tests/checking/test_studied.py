"""What a study of some games says of a scenario: nothing of what comes alive."""

from __future__ import annotations

import pytest

from game.checking.places import Places
from game.checking.studied import GAMES, judged
from game.scenario.gate import read
from game.scenario.load import load_text, survey
from game.study import Tally
from tests.checking.examples import SOUND
from tests.checking.looking import line_of, problems

TEXT = (
    SOUND
    + """\
rules:
  dilemma: {on: move, effects: [{tension: +1}]}
  herald: {on: turn, effects: [{news: A quiet month.}]}
events:
  storm: {chance: 0.5, says: Rain.}
  flood: {says: Only from the facilitator's hand.}
agreements:
  pact:
    parties: [host, sponsor]
    treaty: true
    clauses: [{move: {issue: radar, to: agreed, by: 3}}]
"""
)
ALIVE = Tally(
    "example", "greedy", 10,
    rules={"dilemma": 1}, events={"storm": 3}, ordered={"reassure": 2}, signed={"pact": 2},
    concluded={"pact": 1}, reached={"radar": {"none": 10, "agreed": 4, "working": 1}},
)  # fmt: skip


def told(tally: Tally) -> list[tuple[str, int]]:
    """Code and line of what these counts give."""
    found = judged(load_text(TEXT, "mine.yaml"), tally, Places(TEXT, read(TEXT, "mine.yaml"), {}))
    return [(problem.code, problem.line) for problem in found]


def without(**changes: object) -> Tally:
    """The counts in which something did not come about."""
    fields = {name: getattr(ALIVE, name) for name in ALIVE.__struct_fields__}
    return Tally(**{**fields, **changes})


def test_what_came_about_is_no_warning() -> None:
    assert told(ALIVE) == []


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"rules": {}}, "study/rule", "  dilemma:"),
        ({"events": {}}, "study/event", "  storm:"),
        ({"ordered": {}}, "study/instrument", "  reassure:"),
        ({"signed": {}}, "study/agreement", "  pact:"),
        ({"concluded": {}}, "study/treaty", "  pact:"),
        ({"reached": {"radar": {"none": 1, "agreed": 1}}}, "study/option", "options: [none"),
    ],
)
def test_what_did_not_is_told_where_it_stands(
    changes: dict[str, object], code: str, place: str
) -> None:
    assert told(without(**changes)) == [(code, line_of(TEXT, place))]


DEAD = SOUND.replace("target: actor", "target: actor\n    if: happened(flood)") + (
    "events:\n  flood: {says: Only from the facilitator's hand.}\n"
)


def test_an_option_of_an_exercise_need_not_be_settled_on() -> None:
    settle = "settle: {accept: {all_of: [host, sponsor]}, walk_away: {host: 0, sponsor: 0}}\n"
    scenario = load_text(TEXT + settle, "mine.yaml")
    places = Places(TEXT + settle, read(TEXT + settle, "mine.yaml"), {})
    assert list(judged(scenario, without(reached={}), places)) == []


def test_what_a_library_brings_is_told_where_it_is_included() -> None:
    text = TEXT + "include: [shared]\n"
    library = {"shared": "rules:\n  calm: {on: turn, effects: [{tension: -1}]}\n"}
    scenario, _problems, reading = survey(text, "mine.yaml", library)
    assert scenario is not None
    [problem] = judged(scenario, ALIVE, Places(text, reading, library))
    assert (problem.source, problem.line) == ("mine.yaml", line_of(text, "include:"))
    assert "calm" in problem.message


def test_games_are_played_only_where_a_study_is_asked_for() -> None:
    assert problems(DEAD) == []
    [problem] = [p for p in problems(DEAD, study=True) if p.code == "study/instrument"]
    assert (problem.line, problem.severity) == (line_of(DEAD, "  reassure:"), "warning")
    assert str(GAMES) in problem.message


def test_a_warning_of_the_study_can_be_accepted() -> None:
    accepted = DEAD.replace("  reassure:", "  # check: allow study/instrument\n  reassure:")
    assert "study/instrument" not in {p.code for p in problems(accepted, study=True)}
    alive = SOUND.replace("  reassure:", "  # check: allow study/rule\n  reassure:")
    assert "allow/idle" in {p.code for p in problems(alive, study=True)}

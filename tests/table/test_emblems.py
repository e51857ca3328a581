"""The sign that an actor carries on the board: the file's, and under a skin only the skin's."""

from __future__ import annotations

from game.scenario.emblems import EMBLEMS
from game.scenario.load import load_text
from game.table.state import Setup, begin
from game.table.table import Table
from game.table.words import Words
from tests.scenario.test_document import problems
from tests.table.at_play import HARBOUR

SIGNED = (
    HARBOUR.read_text(encoding="utf-8")
    .replace("    name: Northland\n", "    name: Northland\n    emblem: pagoda\n")
    .replace("name: Southland,", "name: Southland, emblem: wave,")
    .replace("north: {name: Vega}", "north: {name: Vega, emblem: lantern}")
)


def test_actors_show_their_emblems_and_a_skin_only_its_own() -> None:
    scenario = load_text(SIGNED, "harbour.yaml")
    at = Table(scenario, begin(scenario, 7, Setup()))
    shown = [actor.emblem for actor in at.view("south", Words(scenario)).actors]
    assert shown == ["pagoda", "wave", ""]
    skinned = [actor.emblem for actor in at.view("south", Words(scenario, "stars")).actors]
    assert skinned == ["lantern", "", ""]


def test_an_emblem_that_does_not_exist_is_a_problem_that_names_those_that_do() -> None:
    (problem,) = problems(SIGNED.replace("emblem: pagoda", "emblem: flag"))
    assert problem.line == 15 and "pagoda" in problem.message


def test_there_are_enough_emblems_and_no_flag() -> None:
    assert len(set(EMBLEMS)) == len(EMBLEMS) >= 24
    assert not any("flag" in name for name in EMBLEMS)

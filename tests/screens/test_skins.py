"""A skin shows nothing real: not at the end, and not in what its facts rest on."""

from __future__ import annotations

from game.bots.play import bots_for, game
from game.data import scenario_ids
from game.loading import load
from game.screens.build import build
from game.screens.editor import edit_place
from game.screens.ending import game_at
from game.screens.eyes import look
from game.screens.model import Place, Submit
from game.table.commands import Draft
from game.table.table import Table
from game.table.words import words_of

PAGES = ("end.story", "end.scores", "end.history", "end.timeline", "end.questions", "sheet", "desk")

REAL = ("Seoul", "Beijing", "Tokyo", "Moscow", "Washington", "Pyongyang", "China", "Korea", "Japan")


def test_history_and_sources_are_for_the_real_names_alone() -> None:
    for name in scenario_ids():
        scenario = load(name)
        table = game(scenario, 1, bots_for(scenario, "random", 1))
        told_to, seat = game_at(scenario, table.state), scenario.players[0]
        for skin in ("", *scenario.document.skins):
            eyes = look(table, seat, words_of(scenario, skin))
            pages = [build(eyes, Place(page), told_to) for page in PAGES]
            told = str(pages)
            real = [entry.says for entry in scenario.document.history]
            assert all((says.strip() in told) == (not skin) for says in real), (name, skin)
            ways = {control.id for page in pages for control in page.controls}
            assert ("sources" in ways) == (bool(scenario.document.sources) and not skin)
            assert ("in reality" in told) == (bool(real) and not skin)


def test_an_objective_is_said_in_the_skins_words_where_points_are_told() -> None:
    scenario, told = load("thaad-2016"), set[str]()
    for seed in range(1, 5):
        table = Table.open(scenario, seed, {})
        for seat in scenario.players:
            points = str(build(look(table, seat, words_of(scenario, "lantern")), Place("points")))
            plain = str(build(look(table, seat, words_of(scenario)), Place("points")))
            assert not any(name in points for name in REAL)
            told |= {name for name in REAL if name in plain}
    assert told  # without the skin they stand there


def test_scores_at_the_end_say_objectives_in_the_skins_words() -> None:
    scenario = load("thaad-2016")
    reached = []
    for seed in range(1, 4):
        table = game(scenario, seed, bots_for(scenario, "greedy", seed))
        told_to = game_at(scenario, table.state)
        for seat in scenario.players:
            eyes = look(table, seat, words_of(scenario, "lantern"))
            scores = str(build(eyes, Place("end.scores"), told_to))
            assert not any(name in scores for name in REAL)
            eyes = look(table, seat, words_of(scenario))
            scores = str(build(eyes, Place("end.scores"), told_to))
            reached += [name for name in REAL if name in scores]
    assert reached


def test_a_ready_text_keeps_the_skins_name_while_it_is_edited() -> None:
    scenario = load("thaad-2016")
    words = words_of(scenario, "lantern")
    table = Table.open(scenario, 1, {})
    for id, terms in scenario.agreements.items():
        seat = next(party for party in terms.parties if party in scenario.players)
        shown = build(look(table, seat, words), edit_place(terms, ""))
        assert words.agreement(id) in shown.title
        controls = {control.id: control for control in shown.controls}
        assert controls["name"].value == words.agreement(id)
        put = controls["put"].action
        assert isinstance(put, Submit) and isinstance(put.do, Draft)
        assert put.do.terms.name == terms.name  # on the table it is the ready text, for all

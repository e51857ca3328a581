"""A skin shows nothing real: not at the end, and not in what its facts rest on."""

from __future__ import annotations

from game.bots.play import bots_for, game
from game.data import scenario_ids
from game.loading import load
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import look
from game.screens.model import Place
from game.table.words import words_of

PAGES = ("end.story", "end.scores", "end.history", "end.timeline", "end.questions", "sheet", "desk")


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

"""Whole games by posted keys alone, as scripts, from the start screen to the end of the debrief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desktop.app import App
from game.desktop.options import Options
from game.record.table import Table
from game.session.beginning import Wanted, source_of
from game.table.state import State
from game.world.facts import Answered, Argued, Concluded, Voted
from tests.desktop.keyboard import Keyboard

FEW = 15
"""Inputs that lead from the start to a locked first turn of the primer, at most."""


@pytest.fixture
def keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    """A keyboard before the start screen, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(App, "draw", lambda _app: None)
    app = App(source_of(Wanted(seed=1)), Options(size=(1280, 720), still=True))
    app.grace = 0
    app.step(())
    yield Keyboard(app)
    app.source.close()


def kept(folder: Path) -> State:
    """The game that was kept there."""
    (path,) = folder.glob("modus-games/*.modus")
    with Table.look(path) as table:
        return table.state


def test_a_new_player_ends_the_first_turn_with_few_inputs(keyboard: Keyboard) -> None:
    while keyboard.app.frame.scene is None or keyboard.app.frame.layout != "reveal":
        keyboard.press("enter")
        assert keyboard.inputs <= FEW


def test_the_primer_is_played_by_keyboard_alone(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.play("first-talks")
    assert not keyboard.app.running
    state = kept(tmp_path)
    assert state.phase == "over"
    assert [message.text for message in state.messages if message.seat == "host"]


def test_the_large_game_is_played_by_keyboard_alone(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.play("thaad-2016")
    assert not keyboard.app.running
    state = kept(tmp_path)
    assert state.phase == "over"
    facts = [fact for turn in state.log for fact in turn.facts]
    agreed = [fact.terms for fact in facts if isinstance(fact, Concluded)]
    (own,) = [terms for terms in agreed if state.texts.get(terms.name) == "Early warning"]
    assert own.parties == ("usa", "japan") and len(own.clauses) == 2
    assert any(isinstance(fact, Voted) and fact.seat == "japan" for fact in facts)
    assert any(isinstance(fact, Argued) and fact.seat == "usa" for fact in facts)
    assert any(isinstance(fact, Answered) and fact.event == "signs" for fact in facts)
    assert dict(state.log[0].perceptions["usa"])["dprk"] == 8
    said = [(m.to, m.seat) for m in state.messages]
    assert (("japan",), "usa") in said and (("press",), "usa") in said
    assert keyboard.app.options.scale == 1.0

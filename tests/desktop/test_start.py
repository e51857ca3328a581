"""Where the board opens, and what is said where it cannot."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.desktop import start
from game.desktop.start import can, fed, shows, wished
from game.errors import UserError


def test_there_is_no_board_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in can({})
    assert can({"DISPLAY": ":0"}) == ""
    assert can({"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert "no display" in can({"DISPLAY": ":0", "SDL_VIDEODRIVER": "dummy"})


def test_what_stands_in_the_place_of_pygame_ce_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    assert "pip uninstall pygame" in can({"DISPLAY": ":0"})
    monkeypatch.setitem(sys.modules, "pygame", None)
    assert "modus-vivendi[desktop]" in can({"DISPLAY": ":0"})


def test_lines_that_are_fed_are_read_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "can", lambda: "")
    monkeypatch.setattr(sys, "stdin", io.StringIO("1"))
    assert fed()
    assert not shows(None)
    assert shows(True)
    assert not shows(False)
    monkeypatch.setattr(sys, "stdin", None)
    assert shows(None)


def test_why_there_is_no_board_is_said_where_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "can", lambda: "There is no display.")
    monkeypatch.setattr(start, "fed", lambda: False)
    assert not shows(None)
    assert capsys.readouterr().err == ""
    assert not shows(True)
    assert capsys.readouterr().err == "There is no display.\n"


@pytest.mark.parametrize(
    "words", [{"size": "big"}, {"size": "10x10"}, {"scale": 110}, {"theme": "pink"}]
)
def test_a_wish_that_cannot_be_is_explained(words: dict[str, object]) -> None:
    with pytest.raises(UserError):
        wished(**words)  # type: ignore[arg-type]


def test_wishes_are_taken_up() -> None:
    options = wished(theme="dark", scale=150, size="1280x720", still=True, language="ko")
    assert (options.theme, options.scale, options.size) == ("dark", 1.5, (1280, 720))
    assert options.still and options.language == "ko"


def test_the_primer_plays_by_itself_for_pictures(
    tmp_path: Path,
) -> None:
    shots = tmp_path / "shots"
    words = ["play", "first-talks", "--autoplay", "--size", "960x540", "--theme", "dark"]
    with pytest.raises(SystemExit) as left:
        main([*words, "--shots", str(shots), "--out", str(tmp_path / "game.modus")])
    assert left.value.code == 0
    names = sorted(path.name for path in shots.iterdir())
    assert len(names) >= 30
    kinds = {name[3:-4] for name in names}
    wanted = "lobby curtain sheet desk board orders order messages agreements edit questions lock"
    wanted += " projector end-story end-scores settings keys reveal-what-was-done"
    assert {*wanted.split()} <= kinds
    assert len({path.read_bytes() for path in shots.iterdir()}) == len(names)
    assert pygame.image.load(shots / names[0]).get_size() == (960, 540)

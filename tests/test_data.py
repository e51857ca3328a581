"""Scenarios are found by id or path, and an error says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import data
from game.errors import UserError
from game.loading import load
from game.scenario.problems import ScenarioErrors

CALM = """\
instruments:
  reassure: {says: "{actor} opens its plans to {target}.", target: actor}
"""
MINE = """\
modus: 1
id: mine
title: Mine
turns: 2
tracks: {capital: {scope: actor, start: 3, range: [0, 9]}}
actors: {left: {name: Left}, right: {name: Right}}
include: [calm]
"""


def test_a_bundled_scenario_is_found_by_id_and_by_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text, source = data.scenario_text("first-talks")
    assert "id: first-talks" in text
    assert data.scenario_text(source) == (text, source)
    assert data.scenario_text(Path(source)) == (text, source)
    assert "first-talks" in data.scenario_ids()


def test_a_bundled_scenario_is_called_as_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.folder("scenarios").parent)
    assert [load(name).id for name in data.scenario_ids()] == data.scenario_ids()
    assert data.scenario_text("first-talks")[1] == str(Path("scenarios", "first-talks.yaml"))


def test_an_own_file_is_found_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("modus: 1\n")
    assert data.scenario_text("mine.yaml") == ("modus: 1\n", "mine.yaml")


def test_a_folder_stands_for_the_scenario_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.yaml").write_text("modus: 1\n")
    assert data.scenario_text(tmp_path / "mine")[0] == "modus: 1\n"


def test_an_unknown_id_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UserError, match=r"Did you mean first-talks\?") as caught:
        data.scenario_text("frist-talks")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "There is no scenario file"),
        (lambda path: path.write_bytes(b"modus: \xff"), "byte 7 is not"),
        (lambda path: path.mkdir(), "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path, make, says: str) -> None:
    path = tmp_path / "mine.yaml"
    make(path)
    with pytest.raises(UserError, match=says):
        data.scenario_text(path)


def test_a_library_is_found_beside_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "shared.yaml").write_text("rules: {}\n")
    (tmp_path / "library" / "ours.yaml").write_text("forums: {}\n")
    (tmp_path / "ours.yaml").write_text("instruments: {}\n")
    library = data.Library(str(tmp_path / "mine.yaml"))
    assert library["shared"] == "rules: {}\n"
    assert library["ours"] == "instruments: {}\n"
    assert "mine" not in library


def test_a_scenario_includes_a_library_that_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "calm.yaml").write_text(CALM)
    (tmp_path / "mine.yaml").write_text(MINE)
    assert "reassure" in load(tmp_path / "mine.yaml").instruments
    (tmp_path / "calm.yaml").rename(tmp_path / "clam.yaml")
    with pytest.raises(ScenarioErrors, match="calm"):
        load(tmp_path / "mine.yaml")

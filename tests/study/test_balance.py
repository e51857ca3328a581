"""The verb `modus balance`: tables for people, JSON for programs, a page for the docs."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.errors import UserError
from game.study import Tally, games
from game.study.balance import balance
from tests.study.tiny import EXERCISE, MARKET

COMMON: dict[str, Any] = {"games": 4, "bots": "greedy", "jobs": 1, "seed": 1}


@pytest.fixture
def market(tmp_path: Path) -> str:
    """A scenario's file."""
    path = tmp_path / "tiny.yaml"
    path.write_text(MARKET, encoding="utf-8")
    return str(path)


def test_a_table_names_targets_figures_and_offenders(
    market: str, capsys: pytest.CaptureFixture[str]
) -> None:
    balance([market], **COMMON)
    told = capsys.readouterr().out
    assert "Tiny (tiny): 4 games of greedy, seeds from 1" in told
    assert "MISSED" in told and "hum 0.0 %" in told and "bridge: none 0, built 100" in told
    assert max(map(len, told.splitlines())) <= 100


def test_the_words_of_the_tables_are_told_once_below_them(
    market: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    balance([market, market], **COMMON, page=page)
    told = capsys.readouterr().out
    for word in ("Worthwhile", "Main issue", "Pivotal", "unable", "Attainable"):
        assert told.count(f"{word}:" if word[0].isupper() else word) == 1
    assert "of the first 800 games" in " ".join(told.split())
    assert "Made by `modus balance --markdown page.md`" in page.read_text(encoding="utf-8")


def test_an_exercise_says_what_does_not_apply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(EXERCISE, encoding="utf-8")
    balance([str(path)], **COMMON)
    told = capsys.readouterr().out
    assert "do not apply" in told and "Games that are settled" in told


def test_json_holds_every_figure_and_the_counts(
    market: str, capsys: pytest.CaptureFixture[str]
) -> None:
    balance([market], **COMMON, json=True)
    (found,) = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("scenario", "bots", "seed", "asked", "games")} == {
        "scenario": "tiny", "bots": "greedy", "seed": 1, "asked": 4, "games": 4,
    }  # fmt: skip
    rows = {row["id"]: row for row in found["measures"]}
    assert rows["packages"]["values"] == {"better": 0, "packages": 8}
    assert set(rows["joint"]) == {"id", "what", "target", "figure", "met", "worst", "values"}
    assert set(found["tally"]) == set(Tally.__struct_fields__)
    assert found["tally"]["chosen"]["sing"] == 4


def test_several_scenarios_are_told_in_the_order_in_which_they_are_named(
    market: str, capsys: pytest.CaptureFixture[str]
) -> None:
    balance([market, "first-talks", market], **COMMON, json=True)
    told = json.loads(capsys.readouterr().out)
    assert [one["scenario"] for one in told] == ["tiny", "first-talks", "tiny"]
    assert told[0] == told[2]


def test_a_page_keeps_what_people_wrote_about_a_miss(
    market: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, notes = tmp_path / "page.md", tmp_path / "page-notes.yaml"
    balance([market], **COMMON, page=page)
    assert "(`pivots`): not explained yet." in page.read_text(encoding="utf-8")
    text = "tiny:\n  pivots: >\n    Three seats and one bridge:\n    there is nothing for all.\n"
    notes.write_text(text, encoding="utf-8")
    for _again in range(2):
        balance([market], **COMMON, page=page)
        told = page.read_text(encoding="utf-8")
        assert "(`pivots`): Three seats and one bridge: there is nothing for all." in told
        assert "(`coercion`): not explained yet." in told
    assert notes.read_text(encoding="utf-8") == text


def test_the_same_page_is_made_from_the_same_seed(market: str, tmp_path: Path) -> None:
    page, told = tmp_path / "page.md", []
    for jobs in (1, 2):
        balance([market], **{**COMMON, "jobs": jobs}, page=page)
        told.append(page.read_text(encoding="utf-8"))
    assert told[0] == told[1]


def test_the_page_names_everything_that_is_counted(market: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    balance([market], **COMMON, page=page)
    told = page.read_text(encoding="utf-8")
    assert [name for name in Tally.__struct_fields__ if f"`{name}`" not in told] == []


def test_a_page_counts_what_is_not_explained(market: str, tmp_path: Path) -> None:
    page, notes = tmp_path / "page.md", tmp_path / "page-notes.yaml"
    balance([market], **COMMON, page=page)
    bare = page.read_text(encoding="utf-8").count("not explained yet.")
    assert bare and page.read_text(encoding="utf-8").count(f"| {bare} | {bare} |\n") == 1
    notes.write_text("tiny: {all: It is a toy., crisis: Nothing burns.}\n", encoding="utf-8")
    balance([market], **COMMON, page=page)
    told = page.read_text(encoding="utf-8")
    assert "- It is a toy." in told and "(`crisis`): Nothing burns." in told
    assert "not explained yet." not in told and f"| {bare} | 0 |" in told


@pytest.mark.parametrize(
    "text",
    ["tiny: [packages]", "tiny: {packages: 3}", "- tiny", "a: b: c", "tiny: {package: Few}"],
)
def test_notes_of_another_form_are_refused(market: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "page-notes.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="page-notes.yaml"):
        balance([market], **COMMON, page=tmp_path / "page.md")


def test_an_interruption_reports_what_was_played_and_writes_no_page(
    market: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    played = games.one_game

    def interrupted(*given: Any, **how: Any) -> Tally:
        os.kill(os.getpid(), signal.SIGINT)
        return played(*given, **how)

    monkeypatch.setattr(games, "one_game", interrupted)
    page = tmp_path / "page.md"
    with pytest.raises(KeyboardInterrupt):
        balance([market, "first-talks"], **COMMON, page=page)
    told = capsys.readouterr().out
    assert "Tiny (tiny): 1 game of greedy" in told and "(of 4 asked for)" in told
    assert "First talks" not in told and not page.exists()


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_a_miss_fails_only_who_is_strict(market: str, strict: tuple[str, ...], code: int) -> None:
    with pytest.raises(SystemExit) as left:
        main(["balance", market, "--games", "2", "--jobs", "1", *strict])
    assert left.value.code == code


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("--bots", "gredy"), "did you mean 'greedy'"), (("nowhere",), "nowhere")],
)
def test_what_cannot_be_played_is_said(
    market: str, arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["balance", market, *arguments])
    assert left.value.code == 2 and says in capsys.readouterr().err

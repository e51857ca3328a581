"""`modus new`: a file to begin from that already plays, refuses bad ids and overwrites nothing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from game import cli, data
from game.bots.play import bots_for, game
from game.loading import load
from game.rules.cases import run_cases
from game.scenario.load import check_text
from game.world.facts import Acted, Answered, Breached, Concluded


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to write in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code of the command, what it said, and what it said on standard error."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out, err


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--seats", "upland,lowland,midland", "--title", 'A "quoted" title: with a colon'),
        ("--seats", "a,b,c,d,e,f,g"),
    ],
)
def test_a_new_scenario_loads_without_a_warning_and_its_cases_pass(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = said(capsys, "new", "my-strait", *options)
    assert (code, err) == (0, "")
    scenario, problems = check_text(*data.scenario_text("my-strait.yaml"), data.Library("."))
    assert problems == [] and scenario is not None
    assert len(scenario.document.cases) > 8 and run_cases(scenario) == []
    code, out, err = said(capsys, "check", "--cases", "--strict", "my-strait.yaml")
    assert code == 0 and "0 failed" in out, out + err


def test_it_has_what_an_author_will_want_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "new", "my-strait", "--title", "Our strait", "--seats", "up,down,across,far")
    scenario = load("my-strait.yaml")
    document = scenario.document
    assert (document.id, document.title) == ("my-strait", "Our strait")
    assert scenario.players == ("up", "down", "across", "far")
    assert all(actor.private and actor.brief for actor in document.actors.values())
    assert any(issue.ladder and issue.up and issue.down for issue in document.issues.values())
    assert all(rule.teaches and rule.teaches.cite for rule in document.rules.values())
    assert all(event.choice for event in document.events.values())
    assert {agreement.treaty for agreement in document.agreements.values()} == {True, False}
    assert document.timings and document.debrief and document.sources
    for minutes, plan in document.timings.items():
        turn = plan.briefing + plan.negotiation + plan.reveal
        assert plan.turns * turn + plan.debrief <= minutes


def test_bots_play_it_in_more_than_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "new", "my-strait")
    scenario = load("my-strait.yaml")
    seen: set[str] = set()
    final: dict[str, Counter[int]] = {name: Counter() for name in scenario.issues}
    for seed in range(40):
        table = game(scenario, seed, bots_for(scenario, "mixed:0.3", seed))
        for issue in scenario.issues.values():
            final[issue.id][table.state.world.row[issue.cell]] += 1
        for turn in table.state.log:
            for fact in turn.facts:
                if isinstance(fact, Acted):
                    seen.add(fact.instrument)
                elif isinstance(fact, Concluded):
                    seen.add(fact.agreement)
                elif isinstance(fact, Answered):
                    seen.add(fact.event)
                elif isinstance(fact, Breached):
                    seen.add("breach")
    assert seen >= {*scenario.instruments, *scenario.agreements, *scenario.events, "breach"}
    for name, issue in scenario.issues.items():
        assert len(final[name]) == len(issue.options), name


def test_the_schema_lies_beside_it_where_its_first_line_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "new", "my-strait")
    first = (folder / "my-strait.yaml").read_text(encoding="utf-8").splitlines()[0]
    comment, _equals, name = first.partition("=")
    assert comment == "# yaml-language-server: $schema"
    assert "instruments" in json.loads((folder / name).read_text(encoding="utf-8"))["properties"]

    (folder / name).write_text("{}", encoding="utf-8")
    _code, out, _err = said(capsys, "new", "my-other-strait")
    assert f"modus schema --out {name} renews it" in out
    assert (folder / name).read_text(encoding="utf-8") == "{}"


def test_its_comments_explain_each_section(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "new", "my-strait")
    lines = Path("my-strait.yaml").read_text(encoding="utf-8").splitlines()
    for section in ("tracks", "actors", "issues", "instruments", "rules", "events", "agreements"):
        at = lines.index(f"{section}:")
        assert lines[at - 1].startswith("# "), section
    assert max(len(line) for line in lines) <= 160
    assert yaml.safe_load("\n".join(lines))["id"] == "my-strait"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("My strait",), "'My strait' is no scenario id: lower-case words joined by '-'"),
        (("../elsewhere",), "is no scenario id"),
        (("first-talks",), "first-talks is a scenario that comes with the game"),
        (("mine", "--seats", "a,b"), "3 to 7 seats, and 2 are named"),
        (("mine", "--seats", "a,b,c,d,e,f,g,h"), "3 to 7 seats, and 8 are named"),
        (("mine", "--seats", "a,b,b"), "'b' is named twice"),
        (("mine", "--seats", "a,b,New Land"), "'New Land' is no id"),
        (("mine", "--seats", "a,b,press"), "'press' means something"),
        (("mine", "--seats", "a,b,if"), "'if' means something"),
        (("mine", "--title", "x" * 300), "200 characters"),
        (("mine", "--title", "a\x07b"), "--title: The character U+0007 is invisible"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    arguments: tuple[str, ...], says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "new", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert list(folder.iterdir()) == []


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine.yaml").write_text("My whole summer's work", encoding="utf-8")
    code, out, err = said(capsys, "new", "mine")
    assert (code, out) == (2, "")
    assert "mine.yaml exists already" in err
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == "My whole summer's work"


def test_it_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = said(capsys, "new", "my-strait")
    for command in ("check --watch", "check --cases", "play", "map"):
        assert f"modus {command} my-strait.yaml" in out

"""`modus import genius`: the figures, the names, and what is written."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from game import cli
from game.analysis.pareto import frontier
from game.analysis.vectors import combine
from game.bots.play import bots_for, game
from game.importing.genius import Domain, read
from game.importing.run import SCALE, import_genius
from game.importing.written import scenario_text
from game.loading import load
from game.rules.scores import scores
from tests.importing.xml import CASES, case, written

MILLION = 1_000_000
ISSUES = [
    {"name": "Pier & quay", "values": ["60 Gb", "turn", 'Say "no"']},
    {"name": "價格", "values": ["低", "高"]},
]


def party(profile: str, reserved: float = 0.25, discount: float | None = None) -> dict[str, Any]:
    return {
        "profile": profile,
        "weights": {"Pier & quay": 0.75, "價格": 0.25},
        "evaluations": {
            "Pier & quay": {"60 Gb": 1.0, "turn": 2.0, 'Say "no"': 3.0},
            "價格": {"低": 0.0, "高": 5.0},
        },
        "reserved_value": reserved,
        "discount_factor_in_file": discount,
    }


def files(folder: Path, **says: Any) -> tuple[Path, list[Path]]:
    parties = [party("one.xml", **says), party("2nd party.xml")]
    return written({"issues": ISSUES, "parties": parties}, folder)


def blocks(domain: Domain, scale: int) -> list[list[tuple[int, ...]]]:
    """What the text says of each option of each issue, one number a party."""
    said = yaml.safe_load(scenario_text(domain, "it", scale))
    wants = [actor["wants"] for actor in said["actors"].values()]
    return [
        [tuple(mine[issue][option] for mine in wants) for option in about["options"]]
        for issue, about in said["issues"].items()
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_figures_in_millionths_give_the_published_answers(name: str, tmp_path: Path) -> None:
    found = case(name)
    expected = found["expected_peer_negmas"]
    domain, profiles = written(found, tmp_path)
    points = blocks(read(domain, profiles), MILLION)
    best = combine(points)
    assert sum(len(choices) for _value, choices in best) == expected["pareto_outcomes_count"]
    assert len(best) == expected["pareto_distinct_utility_points"]
    totals = [
        tuple(map(sum, zip(*choice, strict=True))) for choice in product(*points)
    ]  # fmt: skip
    assert len(totals) == expected["n_outcomes"]
    error = len(points) / MILLION  # half a millionth for each issue at most
    for known in ("max_welfare", "kalai", "nash"):
        utilities = expected[known][0]["utilities"]
        assert any(
            all(abs(a / MILLION - b) <= error for a, b in zip(total, utilities, strict=True))
            for total in totals
        )


@pytest.mark.parametrize("name", CASES)
def test_a_negotiation_is_imported_loaded_and_settled_by_bots(name: str, tmp_path: Path) -> None:
    found = case(name)
    domain, profiles = written(found, tmp_path)
    out = tmp_path / "imported.yaml"
    import_genius(domain, profiles, out, force=False)
    scenario = load(out)
    assert len(scenario.players) == found["n_parties"]
    table = frontier(scenario).table
    peer = found["expected_peer_negmas"]
    assert len(table) == peer["n_outcomes"]
    assert len(frontier(scenario).values) == peer["pareto_distinct_utility_points"]
    most = max(sum(value) for _package, value in table)
    welfare = sum(peer["max_welfare"][0]["utilities"])
    assert abs(most / SCALE - welfare) <= len(scenario.issues) * len(scenario.players) / SCALE
    world = game(scenario, 1, bots_for(scenario, "greedy", 1)).state.world
    assert world.end == "settled"
    package = tuple(world.row[issue.cell] for issue in scenario.issues.values())
    assert tuple(score.total for score in scores(scenario, world).values()) == table.value(package)


@pytest.mark.parametrize("scale", [SCALE, 100])
def test_ids_are_safe_and_names_are_kept(scale: int, tmp_path: Path) -> None:
    text = scenario_text(read(*files(tmp_path)), "it", scale)
    said = yaml.safe_load(text)
    assert list(said["actors"]) == ["one", "p_2nd_party"]
    assert said["actors"]["p_2nd_party"]["name"] == "2nd party"
    assert {key: issue["name"] for key, issue in said["issues"].items()} == {
        "pier_quay": "Pier & quay",
        "i": "價格",
    }
    assert said["texts"]["en"]["issues"]["pier_quay"]["options"] == {
        "o_60_gb": "60 Gb",
        "o_turn": "turn",
        "say_no": 'Say "no"',
    }
    assert said["actors"]["one"]["wants"]["pier_quay"] == {
        "o_60_gb": scale // 4,
        "o_turn": scale // 2,
        "say_no": scale * 3 // 4,
    }
    assert said["settle"] == {
        "accept": {"all_of": ["one", "p_2nd_party"]},
        "walk_away": {"one": scale // 4, "p_2nd_party": scale // 4},
    }


def test_the_rule_and_what_was_left_out_stand_in_the_file(tmp_path: Path) -> None:
    out = tmp_path / "it.yaml"
    told = import_genius(*files(tmp_path, discount=0.5), out, force=False)
    assert any("one" in line and "discount" in line for line in told)
    text = out.read_text("utf-8")
    comments = " ".join(line[2:] for line in text.splitlines() if line.startswith("# "))
    for said in (comments, yaml.safe_load(text)["summary"]):
        assert "largest evaluation of that issue" in said
        assert "Discounts over time are left out" in said


def test_an_issue_that_nobody_values_is_worth_nothing(tmp_path: Path) -> None:
    mine = party("one.xml")
    mine["evaluations"]["價格"] = {"低": 0.0, "高": 0.0}
    paths = written({"issues": ISSUES, "parties": [mine, party("two.xml")]}, tmp_path)
    assert all(points[0] == 0 for points in blocks(read(*paths), MILLION)[1])


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    return ended.value.code, out + err


def test_nothing_is_written_over_unless_it_is_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    domain, profiles = files(tmp_path)
    out = tmp_path / "it.yaml"
    call = ["import", "genius", str(domain), *map(str, profiles), "--out", str(out)]
    code, told = said(call, capsys)
    assert code == 0 and "2 parties, 2 issues, 6 packages" in told
    out.write_text("mine", encoding="utf-8")
    code, told = said(call, capsys)
    assert code == 2 and "--force" in told
    assert out.read_text("utf-8") == "mine"
    assert said([*call, "--force"], capsys)[0] == 0
    assert load(out).id == "it"


def test_an_imported_file_passes_the_check_without_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "it.yaml"
    import_genius(*files(tmp_path, discount=0.5), out, force=False)
    assert said(["check", str(out), "--cases", "--strict"], capsys)[0] == 0


@pytest.mark.parametrize("name", ["it.txt", "Its Name.yaml"])
def test_the_file_must_be_one_that_can_be_a_scenario(name: str, tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"\.yaml|scenario id"):
        import_genius(*files(tmp_path), tmp_path / name, force=False)
    assert not (tmp_path / name).exists()


def test_one_party_alone_negotiates_with_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    domain, profiles = files(tmp_path)
    call = ["import", "genius", str(domain), str(profiles[0]), "--out", str(tmp_path / "it.yaml")]
    code, told = said(call, capsys)
    assert code == 2 and "two profiles" in told

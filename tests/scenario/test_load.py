"""Loading: every problem of a file at once, each with its place and the nearest known name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data import scenario_ids, scenario_text
from game.scenario.load import check_text, load_text
from game.scenario.problems import ScenarioErrors

GAME = (Path(__file__).parent / "one-radar.yaml").read_text(encoding="utf-8")
REJECTED = sorted((Path(__file__).parents[1] / "formats" / "rejected").glob("*.yaml"))


def broken(*changes: tuple[str, str]) -> str:
    """The small game with some of its words exchanged."""
    text = GAME
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def codes(text: str) -> list[tuple[str, int]]:
    """What is wrong with a text, by code and line."""
    scenario, problems = check_text(text, "one-radar.yaml")
    assert (scenario is None) is any(p.severity == "error" for p in problems)
    return [(p.code, p.line) for p in problems]


def line_of(words: str, text: str = GAME) -> int:
    """The line of the file on which some words stand first."""
    return text[: text.index(words)].count("\n") + 1


def test_the_small_game_of_the_manual_loads_as_it_says() -> None:
    scenario = load_text(GAME, "one-radar.yaml")
    assert scenario.players == ("host", "sponsor", "neighbour")
    names = scenario.header.names
    assert names[0] == "radar"
    assert {"tension", "capital.host", "support.host.village", "debt.host"} <= set(names)
    index = scenario.header.index
    assert index["trust.host.sponsor"] == index["trust.sponsor.host"]
    assert scenario.issues["radar"].up.need == 2
    assert scenario.issues["radar"].down.need == 1
    assert scenario.date(2) == "2031-05"


def test_every_problem_is_told_at_once_with_its_line_and_the_nearest_name() -> None:
    text = broken(
        ("all: [host, sponsor]", "all: [host, sponser]"),
        ("trust.neighbour.host: 1", "trust.neighbor.host: 1"),
        ("gain(a) <= -2", "gian(a) <= -2"),
        ("tension >= crisis", "tension >= criss"),
    )
    scenario, problems = check_text(text, "one-radar.yaml")
    assert scenario is None
    told = {(p.line, p.message) for p in problems}
    for words, near in (
        ("sponser", "sponsor"),
        ("trust.neighbor.host", "trust.neighbour.host"),
        ("gian(a)", "gain"),
        ("criss", "crisis"),
    ):
        line = line_of(words, text)
        assert any(at == line and f"'{near}'" in says for at, says in told), (words, told)


def test_a_fault_in_an_expression_points_at_its_column() -> None:
    text = broken(("tension >= crisis", "tenson >= crisis"))
    scenario, problems = check_text(text, "one-radar.yaml")
    [problem] = [p for p in problems if p.severity == "error"]
    line = text.splitlines()[problem.line - 1]
    assert scenario is None
    assert line[problem.column - 1 :].startswith("tenson")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("trust.actor.target: +1, tension: -1", "radar: +1", "effect/issue-is-stepped"),
        ("trust.actor.target: +1, tension: -1", "trust.actor.targett: +1", "cell/unknown"),
        ("trust.actor.target: +1, tension: -1", "support.target.vilage: +1", "cell/unknown"),
        ("wants: {radar: {agreed: 2, working: 5}", "wants: {radar: 5", "wants/issue"),
        ("on: move", "on: turn", "name/not-here"),
        ("for: a in players", "for: a of players", "expression/syntax"),
        ("for: a in players", "for: a in playrs", "set/unknown"),
        ("worth: -10", "worth: -10, note: x", "schema/unknown-key"),
        ("bands: {calm: 0, strained: 4, crisis: 7}", "bands: {calm: 0, crisis: 70}", "track/band"),
        ("cost: 1\n    effects", "cost: tension // 0\n    effects", "expression/division"),
        ("cost: 1\n    effects", "cost: 2 ** tension\n    effects", "expression/not-in-language"),
        ("cost: 1\n    effects", "cost: capital.target\n    effects", "order/reads-hidden"),
    ],
)
def test_what_means_nothing_is_refused_with_its_code(old: str, new: str, code: str) -> None:
    assert code in {found for found, _line in codes(broken((old, new)))}


@pytest.mark.parametrize(
    ("sign", "hint"),
    [
        ("tension = 7", "write '=='"),
        ("tension >= 7 && true", "write 'and'"),
        ("not !(tension > 3)", "'not'"),
    ],
)
def test_signs_from_other_languages_are_translated(sign: str, hint: str) -> None:
    _scenario, problems = check_text(broken(("tension >= crisis", sign)), "one-radar.yaml")
    assert any(p.code == "expression/syntax" and hint in p.message for p in problems)


def test_a_word_of_the_language_in_the_wrong_place_hides_no_other_problem() -> None:
    text = broken(
        ("target: actor", "target: actors"), ("trust.neighbour.host", "trust.nobody.host")
    )
    assert {code for code, _line in codes(text)} >= {"schema/value", "name/unknown"}


def test_an_option_called_none_disturbs_nobody() -> None:
    text = broken(("tension >= crisis", "radar == none and tension >= crisis"))
    assert codes(text) == []


@pytest.mark.parametrize("path", REJECTED, ids=lambda path: path.stem)
def test_files_that_must_not_load_say_why_and_where(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = re.match(r"# expect: (\S+) (\d+)", text)
    assert expected is not None
    found = [(p.code, p.line) for p in check_text(text, path.name)[1] if p.severity == "error"]
    assert (expected[1], int(expected[2])) in found


def test_errors_come_as_one_exception_that_lists_them_all() -> None:
    text = broken(("all: [host, sponsor]", "all: [hst]"), ("tension >= crisis", "tenson >= 1"))
    with pytest.raises(ScenarioErrors) as raised:
        load_text(text, "one-radar.yaml")
    assert len(raised.value.problems) == 2
    assert str(raised.value).count("one-radar.yaml:") == 2


def test_a_hidden_act_that_writes_what_others_read_is_warned_about() -> None:
    text = broken(
        ('says: "{actor} protests to {target}."', "says: A protest.\n    seen_by: parties")
    )
    assert ("leak/act", line_of("protest:", text)) in codes(text)


LINES = [
    line
    for name in scenario_ids()
    for line in scenario_text(name)[0].splitlines()
    if line.strip() and not line.strip().startswith("#")
]


@given(
    st.lists(
        st.tuples(
            st.integers(0, GAME.count("\n")),
            st.one_of(st.sampled_from(LINES), st.text(max_size=60)),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_mangled_file_gives_problems_and_never_a_traceback(
    changes: list[tuple[int, str, bool]],
) -> None:
    lines = GAME.splitlines()
    for at, line, instead in changes:
        at = min(at, len(lines))
        lines[at : at + instead] = [line]
    scenario, problems = check_text("\n".join(lines), "mangled.yaml")
    assert (scenario is None) is any(p.severity == "error" for p in problems)
    assert all(p.message and p.line >= 1 and p.column >= 1 for p in problems)


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("all: [host, sponsor], cost: 1", "all: [host, Highland], cost: 1", "sponsor"),
        (
            "debrief:",
            "agreements: {pact: {parties: [host, highland], clauses: [{declare: A.}]}}\ndebrief:",
            "sponsor",
        ),
        ("for: a in players", "issue: A radar on the border hill\n    for: a in players", "radar"),
    ],
)
def test_who_writes_a_name_is_told_the_id(old: str, new: str, near: str) -> None:
    _scenario, problems = check_text(broken((old, new)), "one-radar.yaml")
    [said] = [p.message for p in problems if p.code == "name/unknown"]
    assert f"Did you mean '{near}'?" in said

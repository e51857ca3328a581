"""Cases say which expectation failed, what was expected and what was found."""

from __future__ import annotations

import pytest

from game.rules.cases import run_cases
from game.scenario.load import check_text, load_text
from tests.scenario.test_load import GAME


def misses(case: str) -> list[str]:
    text = GAME + "\ncases:\n  - {name: one, " + case + "}\n"
    return [str(miss) for miss in run_cases(load_text(text, "one-radar.yaml"))]


def test_a_case_that_holds_says_nothing() -> None:
    assert misses("orders: {host: [reassure neighbour]}, expect: {tension: 2}") == []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("expect: {tension: 4}", ("tension", "expected 4", "found 3")),
        ("orders: {host: [reasure neighbour]}, expect: {}", ("reasure", "did you mean 'reassure'")),
        ("orders: {host: [reassure nobody]}, expect: {}", ("reassure nobody", "wrong-target")),
        ("given: {tenson: 4}, expect: {}", ("tenson", "tension")),
        ("in_force: [peace], expect: {}", ("peace",)),
        ("orders: {host: [step radar]}, expect: {}", ("step ISSUE OPTION",)),
        ("orders: {hots: [reassure host]}, expect: {}", ("hots", "host")),
        ("expect: {refused: {host: order/not-now}}", ("refused.host", "order/not-now")),
    ],
)
def test_a_case_that_fails_says_why(case: str, told: tuple[str, ...]) -> None:
    found = misses(case)
    assert found
    assert all(any(word in miss for miss in found) for word in told), found


def test_a_refusal_that_is_expected_is_no_slip_of_the_pen() -> None:
    case = "orders: {host: [reasure neighbour]}, expect: {refused: {host: order/unknown}}"
    assert misses(case) == []


PACTS = """
leaks: 0.1
agreements:
  annex: {parties: [host, sponsor], secret: true, clauses: [{declare: Nobody shall know.}]}
  peace: {parties: [host, neighbour], clauses: [{declare: We shall talk.}]}
events:
  storm: {says: A storm., chance: 0.5}
  calm: {says: It is calm., turn: 3}
"""


@pytest.mark.parametrize(
    ("case", "wrong", "near"),
    [
        ("expect: {sees: {host: {suport.host.village: 5}}}", "suport.host.village", "support"),
        ("expect: {sees: {host: {anex: hidden}}}", "anex", "annex"),
        ("expect: {sees: {hots: {tension: 3}}}", "hots", "host"),
        ("expect: {sees: {neighbour: {annex: hiden}}}", "hiden", "hidden"),
        ("expect: {sees: {neighbour: {radar: agred}}}", "agred", "agreed"),
        ("expect: {radar: agred}", "agred", "agreed"),
        ("expect: {tenson: 3}", "tenson", "tension"),
        ("expect: {happened: [strom]}", "strom", "storm"),
        ("expect: {concluded: [peas]}", "peas", "peace"),
        ("expect: {breach: {peace: [neigbour]}}", "neigbour", "neighbour"),
        ("expect: {moved: {rader: [host]}}", "rader", "radar"),
        ("expect: {ends: war_scar}", "war_scar", "war_scare"),
        ("expect: {denounced: {anex: [host]}}", "anex", "annex"),
        ("chance: {strom: true}, expect: {}", "strom", "storm"),
        ("chance: {calm: true}, expect: {}", "calm", "storm"),
        ("done: [host reasure sponsor], expect: {}", "reasure", "reassure"),
        ("done: [host reassure sponser], expect: {}", "sponser", "sponsor"),
        ("expect: {}, then: [{expect: {happened: [strom]}}]", "strom", "storm"),
    ],
)
def test_a_name_that_the_scenario_has_not_is_refused_when_the_file_is_loaded(
    case: str, wrong: str, near: str
) -> None:
    text = GAME + PACTS + "\ncases:\n  - {name: one, " + case + "}\n"
    _scenario, problems = check_text(text, "one-radar.yaml")
    [problem] = [p for p in problems if p.severity == "error"]
    assert problem.code == "name/unknown"
    assert f"'{wrong}'" in problem.message and near in problem.message
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith((wrong, "host re"))


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("in_force: [annex], expect: {sees: {neighbour: {annex: hidden}}}", ""),
        ("in_force: [annex], expect: {sees: {host: {annex: visible}}}", ""),
        ("signed: [annex], expect: {sees: {neighbour: {annex: hidden, tension: visible}}}", ""),
        ("in_force: [peace], expect: {sees: {sponsor: {peace: visible}}}", ""),
        ("in_force: [annex], leaks: [annex], expect: {sees: {neighbour: {annex: visible}}}", ""),
        ("in_force: [annex], leaks: [annex], expect: {sees: {neighbour: {annex: hidden}}}",
         "sees.neighbour.annex: expected hidden, found visible"),
        ("in_force: [annex], expect: {sees: {neighbour: {annex: visible}}}",
         "sees.neighbour.annex: expected visible, found hidden"),
        ("expect: {sees: {neighbour: {annex: hidden}}}",
         "sees.neighbour.annex: expected hidden, found not in force"),
        ("expect: {sees: {neighbour: {capital.host: visible}}}",
         "sees.neighbour.capital.host: expected visible, found hidden"),
    ],
)  # fmt: skip
def test_a_case_says_who_knows_of_an_agreement(case: str, told: str) -> None:
    text = GAME + PACTS + "\ncases:\n  - {name: one, " + case + "}\n"
    found = [str(miss) for miss in run_cases(load_text(text, "one-radar.yaml"))]
    assert [one.partition("turn 1: ")[2] for one in found] == ([told] if told else [])


def test_what_is_no_order_is_told_with_the_seat_and_what_an_order_looks_like() -> None:
    game = GAME.replace("  protest:", "  stop_barges: {target: actor}\n  protest:")
    case = "\ncases: [{name: one, orders: {host: [stop barges neighbour]}}]\n"
    [miss] = run_cases(load_text(game + case, "one-radar.yaml"))
    assert str(miss) == (
        "case 'one', turn 1: orders.host: expected 'INSTRUMENT' or 'INSTRUMENT TARGET', found "
        "'stop barges neighbour'; did you mean 'stop_barges neighbour'?"
    )


SECRET = """
leaks: 0.1
agreements:
  annex:
    parties: [host, sponsor]
    secret: true
    clauses: [{refrain: {actor: host, from: [protest], target: neighbour}, until: 3}]
"""


@pytest.mark.parametrize(
    ("case", "why"),
    [
        ("in_force: [annex]", "only what stands in the 'leaks:'"),
        ("leaks: [annex]", "it is not in force"),
        ("signed: [annex], leaks: [annex]", "it is concluded in this turn"),
        ("in_force: [annex], leaks: [annex], orders: {host: [protest neighbour]}", "by host"),
        ("in_force: [annex], leaks: [annex], turn: 3", "it expired"),
        ("in_force: [annex], leaks: [annex], turn: 2", ""),
    ],
)
def test_a_secret_that_does_not_come_out_says_why(case: str, why: str) -> None:
    case = f"\ncases: [{{name: one, {case}, expect: {{leaked: [annex]}}}}]\n"
    found = [str(m) for m in run_cases(load_text(GAME + SECRET + case, "one-radar.yaml"))]
    assert len(found) == (1 if why else 0) and all(why in miss for miss in found)


def test_without_a_chance_of_leaks_nothing_comes_out() -> None:
    case = "\ncases: [{in_force: [annex], leaks: [annex], expect: {leaked: [annex]}}]\n"
    text = GAME + SECRET.replace("leaks: 0.1\n", "") + case
    [miss] = run_cases(load_text(text, "one-radar.yaml"))
    assert "this scenario has no 'leaks:'" in str(miss)

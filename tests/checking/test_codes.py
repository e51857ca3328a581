"""Every code is explained, every explanation has its code, and each example gives what it shows."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import game
from game.checking.bench import Asked, examine
from game.checking.codes import CODES
from game.scenario.drafting import faults
from game.scenario.expressions import ExpressionError, parse
from game.scenario.gate import read
from game.scenario.load import load_text
from game.scenario.terms import Clause, Declare, Move, Terms, Transfer
from tests.checking.examples import SOUND, with_sections

ROOT = Path(game.__file__).parent
GIVEN = [*(ROOT / "scenario").glob("*.py"), *(ROOT / "checking").glob("*.py")]
CODE = re.compile(r"[a-z]+/[a-z-]+").fullmatch


def in_the_source() -> set[str]:
    """The codes that stand in the modules that give problems."""
    return {
        node.value
        for path in GIVEN
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE(node.value)
    }


def test_every_code_is_explained_and_nothing_else() -> None:
    assert in_the_source() == set(CODES)


def found(text: str) -> list[tuple[str, str]]:
    """Code and severity of everything that a check without a study finds in a text."""
    problems, _summary = examine(text, "example.yaml", Asked(cases=True))
    return [(problem.code, problem.severity) for problem in problems]


def test_the_scenario_that_examples_change_is_sound() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize("id", [id for id, code in CODES.items() if code.example])
def test_an_example_gives_its_code_and_no_other(id: str) -> None:
    code = CODES[id]
    assert {*found(with_sections(code.example))} == {(id, code.severity)}


def draft(*clauses: Clause, parties: tuple[str, ...] = ("host", "sponsor"), secret: bool = False
          ) -> list[str]:  # fmt: skip
    """What is wrong with a draft at the table of the sound scenario."""
    scenario = load_text(SOUND, "example.yaml")
    return [
        fault.code for fault in faults(scenario, Terms("Pact", parties, clauses, secret=secret))
    ]


def written(text: str) -> list[str]:
    """What is wrong with an expression."""
    try:
        parse(text)
    except ExpressionError as error:
        return [error.code]
    return []


SHOWN_ELSEWHERE: dict[str, Callable[[], list[str]]] = {
    "yaml/control": lambda: [code for code, _ in found(SOUND + "summary: a\u0007b\n")],
    "yaml/encoding": lambda: [p.code for p in read(b"title: \xff\n", "x").problems],
    "yaml/empty": lambda: [code for code, _ in found("# nothing\n")],
    "yaml/not-a-mapping": lambda: [code for code, _ in found("- one\n")],
    "yaml/too-big": lambda: [code for code, _ in found(SOUND + "#" * 2_000_000)],
    "yaml/too-deep": lambda: [code for code, _ in found("debrief: " + "[" * 60 + "]" * 60)],
    "yaml/aliases": lambda: [
        code for code, _ in found("debrief: &a [one]\nsummary: [" + "*a, " * 600 + "]\n")
    ],
    "schema/too-long": lambda: [code for code, _ in found(SOUND.replace("An ex", "x" * 300))],
    "expression/too-long": lambda: written("tension + " * 200 + "1"),
    "expression/too-deep": lambda: written("-" * 60 + "1"),
    "prose/technical": lambda: [
        code for code, _ in found(SOUND + "summary: The radar range matters.\n")
    ],
    "draft/parties": lambda: draft(Declare("Peace."), parties=("host", "host")),
    "draft/pledge": lambda: draft(Declare("Peace."), parties=("host",), secret=True),
    "draft/term": lambda: draft(Move("radar", "agreed", 0)),
    "draft/amount": lambda: draft(Transfer("host", "sponsor", 0)),
}
"""Codes that no few lines of a file show: what gives them."""


@pytest.mark.parametrize("id", SHOWN_ELSEWHERE)
def test_what_no_example_shows_is_given_all_the_same(id: str) -> None:
    assert {*SHOWN_ELSEWHERE[id]()} == {id}


def test_only_a_study_gives_the_rest() -> None:
    rest = {id for id, code in CODES.items() if not code.example} - {*SHOWN_ELSEWHERE}
    assert rest == {id for id in CODES if id.startswith("study/")}

"""docs/authors/guide.md is done step by step, as a reader would: docs that rot fail here."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game import cli
from game.bots.play import bots_for, game
from game.data import Library, scenario_text
from game.rules.cases import run_cases
from game.scenario.load import check_text
from tests.authoring.guide import GUIDE, Block, blocks, put, said_in_order

TEXT = GUIDE.read_text(encoding="utf-8")
BLOCKS = list(blocks(TEXT))
FILE = Path("valley-depot.yaml")


def ask(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    """Type the commands of a block, and compare what they say with what stands there."""
    for asked in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _end, expected = asked.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "modus", command
        with pytest.raises(SystemExit):
            cli.main(arguments)
        out, err = capsys.readouterr()
        missing = said_in_order(expected, out + err)
        assert missing == [], f"{block.step}: {command} said\n{out}{err}"


def sound(step: str) -> None:
    """The file loads without a warning, its cases pass, and bots play it to an end."""
    text, source = scenario_text(FILE)
    scenario, problems = check_text(text, source, Library(source))
    assert scenario is not None and problems == [], (step, problems)
    assert run_cases(scenario) == [], step
    for seed in range(3):
        table = game(scenario, seed, bots_for(scenario, "mixed:0.3", seed))
        assert table.state.world.end, step


def test_the_guide_is_done_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = ""
    for block in BLOCKS:
        if block.kind == "yaml":
            before = FILE.read_text(encoding="utf-8")
            FILE.write_text(put(block.text, before), encoding="utf-8")
            if not block.mark:
                sound(block.step)
                before = ""
        elif block.kind == "console":
            ask(block, capsys)
            if before:  # the slip is taken back
                FILE.write_text(before, encoding="utf-8")
                before = ""
    sound("the end")
    assert FILE.read_text(encoding="utf-8").count("  - name: ") > 20


def test_its_steps_are_numbered_and_each_does_something() -> None:
    steps = re.findall(r"^## (\d+)\. ", TEXT, re.M)
    assert [int(number) for number in steps] == list(range(1, len(steps) + 1))
    assert len(steps) == 14 and "in fourteen steps" in TEXT
    done = {block.step for block in BLOCKS}
    assert done == set(re.findall(r"^## (\d+\. .+)$", TEXT, re.M))
    assert {block.kind for block in BLOCKS} == {"console", "yaml"}


def test_a_block_is_put_where_it_belongs() -> None:
    file = (
        "orders: 2  # a turn\n\n# who\nactors:\n  host:\n    name: Host\n    wants: {a: 1}\n"
        "  guest:\n    name: Guest\n\n# tests\ncases:\n  - name: One\n    turn: 1\n  - name: Two\n"
    )
    block = (
        "orders: 3\nactors:\n  host:\n    wants: {a: 2}\n    ratify: 60\n  third: {name: C}\n"
        "cases:\n  - name: One\n    turn: 2\n  - name: Three\nminutes: 50\n"
    )
    assert put(block, file) == (
        "orders: 3\n\n# who\nactors:\n  host:\n    name: Host\n    wants: {a: 2}\n    ratify: 60\n"
        "  guest:\n    name: Guest\n  third: {name: C}\n\n# tests\ncases:\n  - name: One\n"
        "    turn: 2\n  - name: Two\n  - name: Three\nminutes: 50\n"
    )


@pytest.mark.parametrize("name", ["guide.md", "reference.md", "libraries.md", "README.md"])
def test_links_between_the_pages_lead_somewhere(name: str) -> None:
    page = GUIDE.parent / name
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target

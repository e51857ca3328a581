"""docs/authors/reference.md: what every key means, made from the schema, and current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import cli
from game.authoring.expressions import CALLS, SETS
from game.authoring.reference import COMMAND, reference
from game.authoring.scaffold import scaffold
from game.data import Library
from game.scenario.calls import Calls
from game.scenario.gate import read
from game.scenario.jsonschema import schema
from game.scenario.load import check_text

FILE = Path(__file__).parents[2] / "docs" / "authors" / "reference.md"
RULE = """
rules:
  {name}:
    on: {on}
    for: {set}
    effects: [{{tension: +1}}]
"""


def test_the_committed_reference_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == reference(), f"make it again: {COMMAND}"


def test_it_has_every_part_and_every_key() -> None:
    text, made = reference(), schema()
    for definition in made["$defs"].values():
        assert f"\n## {definition['title']}\n" in text
    for key in made["properties"]:
        assert f"\n| `{key}` |" in text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert rows and all(len(re.findall(r"(?<!\\)\|", row)) in (3, 5) for row in rows)


def test_its_links_lead_somewhere() -> None:
    text = reference()
    heads = {head.lower().replace(" ", "-") for head in re.findall(r"^## (.+)$", text, re.M)}
    assert set(re.findall(r"\(#([\w-]+)\)", text)) <= heads


def test_it_tells_every_call_of_the_language() -> None:
    known = {name.removeprefix("_call_") for name in dir(Calls) if name.startswith("_call_")}
    assert set(CALLS) == known
    for name, (written, says) in CALLS.items():
        assert written.startswith(f"{name}(") and says.endswith((".", "?"))


@pytest.mark.parametrize("written", SETS)
def test_a_set_that_it_tells_is_understood(written: str) -> None:
    on = {"parties": "conclude", "movers": "move"}.get(written, "turn")
    of = written.replace("(x)", "(host)").replace("(set)", "(players)")
    of = of.replace("sponsor", "partner").replace("(forum)", "(council)")
    loop = f'"[p, q] in {of}"' if "pairs" in of else f'"n in {of}"'
    rule = RULE.format(name="tried", on=on, set=loop).split("rules:\n")[1]
    text = scaffold("mine").replace("\nrules:\n", f"\nrules:\n{rule}")
    text += "\nforums: {council: {members: [host], adopt: majority}}\n"
    _scenario, problems = check_text(text, "mine", Library("mine.yaml"))
    assert [one for one in problems if one.severity == "error"] == []


def test_one_part_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for said in ("issue", "Issue", "choice option"):
        with pytest.raises(SystemExit) as ended:
            cli.main(["reference", said])
        assert ended.value.code == 0
        out = capsys.readouterr().out
        assert f"## {said.capitalize()}\n" in out and "`rules`" not in out
    with pytest.raises(SystemExit) as ended:
        cli.main(["reference", "isue"])
    assert ended.value.code == 2
    assert "Did you mean issue?" in capsys.readouterr().err


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["reference", "--out", str(tmp_path / "reference.md")])
    assert ended.value.code == 0
    assert (tmp_path / "reference.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("when: did(host, visit, sponsor)", "did(host, visit, sponsor)"),
        ("x: {when: did(host, visit, sponsor)}", "did(host, visit, sponsor)"),
        ("for: [p, q] in pairs(parties)", "[p, q] in pairs(parties)"),
        ("says: >\n  Two things: # [this], and that", "Two things: # [this], and that"),
        ("x: {says: a plain text}", "a plain text"),
    ],
)
def test_what_it_says_needs_no_quotes_is_read_as_it_stands(written: str, read_as: str) -> None:
    data = read(written + "\n", "x").data
    [value] = data.get("x", data).values()
    assert value.strip() == read_as


@pytest.mark.parametrize(
    "written",
    ["says: Two things: this", "says: [This] and that", "says: '' and so on", "says: *all of it",
     "x: {says: this, and that}", "x: [a (b, c]"],
)  # fmt: skip
def test_what_it_says_needs_quotes_is_refused_without(written: str) -> None:
    assert read(written + "\n", "x").problems

"""Files of the language as documents, and what is said about those that are wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data import Library
from game.scenario.document import (
    Document,
    Turns,
    examine,
    examine_library,
    parse,
)
from game.scenario.gate import read
from game.scenario.including import include
from game.scenario.jsonschema import schema
from game.scenario.problems import Problem, ScenarioErrors, nearest

ROOT = Path(__file__).parents[2]
REJECTED = sorted((ROOT / "tests/formats/rejected").glob("*.yaml"))
SMALL = """\
modus: 1
id: small-one
title: Small
turns: 4
actors:
  host:
    wants: {base: {agreed: 2}, tension: -1, trust.host.guest: 1}
  guest:
  watcher: {kind: chorus}
"""


def document(text: str, source: str = "s.yaml") -> Document:
    made, problems = parse(read(text, source))
    assert made is not None, "\n".join(map(str, problems))
    return made


def problems(text: str) -> list[Problem]:
    made, found = parse(read(text, "s.yaml"))
    assert made is None
    return found


def test_what_is_not_said_has_its_default() -> None:
    made = document(SMALL)
    assert made.orders == 3
    assert made.actors["guest"].name == "guest"
    assert made.actors["guest"].kind == "player"
    assert made.actors["watcher"].kind == "chorus"
    assert made.actors["host"].wants == {
        "base": {"agreed": 2}, "tension": -1, "trust.host.guest": 1,
    }  # fmt: skip


def test_an_issue_starts_at_its_first_option_and_is_a_ladder_if_it_has_steps() -> None:
    made = document(
        SMALL
        + "issues:\n"
        + "  base: {options: [none, agreed], up: {all: [host, guest], cost: 2}}\n"
        + "  name: {options: [old, new], start: new, change: {at_least: 1, of: [host]}}\n"
    )
    base, name = made.issues["base"], made.issues["name"]
    assert (base.start, base.ladder, name.start, name.ladder) == ("none", True, "new", False)
    assert base.up is not None and base.up.all == ["host", "guest"] and base.up.cost == 2
    assert name.change is not None and name.change.of == ["host"]


def test_effects_tell_cells_from_reserved_keys() -> None:
    made = document(
        SMALL
        + "instruments:\n"
        + "  pressure:\n"
        + "    if: leverage.actor.target >= 1\n"
        + "    effects:\n"
        + "      - trust.actor.target: -2\n"
        + "        capital.target: -leverage.actor.target\n"
        + "        step: {base: up}\n"
        + "      - for: [p, q] in pairs(players)\n"
        + "        if: gain(p, base, agreed) > 0\n"
        + "        effects: [{trust.p.q: +1, news: A headline.}]\n"
    )
    pressure = made.instruments["pressure"]
    first, second = pressure.effects
    assert pressure.if_ == "leverage.actor.target >= 1"
    assert first.changes == {"trust.actor.target": -2, "capital.target": "-leverage.actor.target"}
    assert first.step == {"base": "up"}
    assert second.for_ == "[p, q] in pairs(players)"
    assert second.if_ == "gain(p, base, agreed) > 0"
    assert second.effects[0].changes == {"trust.p.q": 1}
    assert second.effects[0].news == "A headline."


def test_clauses_and_turns_with_python_words() -> None:
    made = document(
        SMALL.replace("turns: 4", "turns: {from: 7, to: 9}")
        + "agreements:\n"
        + "  pact:\n"
        + "    parties: [host, guest]\n"
        + "    clauses:\n"
        + "      - refrain: {actor: host, from: [protest], target: guest}\n"
        + "        until: 8\n"
        + "      - transfer: {from: host, to: guest, track: capital, amount: 2, every: turn}\n"
        + "        if: base == none\n"
        + "      - hold: {issue: base, at_most: agreed}\n"
    )
    assert isinstance(made.turns, Turns) and (made.turns.from_, made.turns.to) == (7, 9)
    one, two, three = made.agreements["pact"].clauses
    assert one.refrain is not None and one.refrain.from_ == ["protest"] and one.until == 8
    assert two.transfer is not None and two.transfer.every == "turn" and two.if_ == "base == none"
    assert three.hold is not None
    assert (three.kind, three.hold.bound, three.hold.option) == ("hold", "at_most", "agreed")


def test_a_case_keeps_its_expectations_as_written() -> None:
    made = document(
        SMALL
        + "cases:\n"
        + "  - name: One\n"
        + '    orders: {host: [step base agreed, argue "a, b" because "c" asking tension -1]}\n'
        + "    in_force: {pact: 2}\n"
        + "    expect: {base: agreed, capital.host: 2, ends: false, votes: {x: {host: yes}}}\n"
        + "    then: [{signed: [pact], expect: {breach: {}}}]\n"
    )
    (case,) = made.cases
    assert case.orders["host"][1] == 'argue "a, b" because "c" asking tension -1'
    assert case.in_force == {"pact": 2}
    assert case.expect == {
        "base": "agreed", "capital.host": 2, "ends": False, "votes": {"x": {"host": "yes"}},
    }  # fmt: skip
    assert case.then[0].expect == {"breach": {}}


def test_skins_and_texts_mirror_the_file() -> None:
    made = document(
        SMALL
        + "skins:\n"
        + "  fable:\n"
        + "    title: Another\n"
        + "    actors: {host: {name: Lowland, at: [10, -20.5]}}\n"
        + "    issues: {base: {name: A radar, options: {agreed: on paper}}}\n"
        + "texts:\n"
        + '  no: {actors: {host: {brief: Hei}}, debrief: ["Hvem, og når?"]}\n'
    )
    skin = made.skins["fable"]
    assert skin.actors["host"].at == [10, -20.5]
    assert skin.issues["base"].options == {"agreed": "on paper"}
    assert made.texts["no"].debrief == ["Hvem, og når?"]


def test_a_library_needs_no_actors() -> None:
    assert examine_library(read("instruments: {visit: {target: actor}}", "l.yaml")) == []
    (problem,) = examine_library(read("title: Ours\nactors: {host: {}}", "l.yaml"))
    assert (problem.source, problem.line) == ("l.yaml", 2)


def test_a_document_does_not_change() -> None:
    made = document(SMALL)
    with pytest.raises(ValueError):
        made.title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize("path", REJECTED, ids=lambda path: path.stem)
def test_files_that_must_not_load(path: Path) -> None:
    text = path.read_text("utf-8")
    code, line = text.splitlines()[0].removeprefix("# expect: ").split()
    if not re.match("yaml/|schema/", code):
        pytest.skip("told when names are resolved")
    made, found = parse(read(text, path.name))
    assert made is None
    assert (code, int(line)) in [(problem.code, problem.line) for problem in found]


def test_everything_wrong_is_told_at_once_and_in_order() -> None:
    found = problems(
        "modus: 1\n"
        "id: Wrong Id\n"
        "turns: 4\n"
        "titel: x\n"
        "tracks:\n"
        "  tension: {scope: wrld, range: [0, 8]}\n"
        "actors:\n"
        "  host: {ratify: 150, colr: red}\n"
        "issues:\n"
        "  base:\n"
        "    options: [none, agreed]\n"
        "    start: agred\n"
        "    up: {all: [host], any: [host]}\n"
        "summary: says: twice\n"
        "minutes: 30\n"
        "minutes: 40\n"
    )
    assert [(problem.line, problem.code) for problem in found] == [
        (1, "schema/missing"),
        (2, "schema/id"),
        (4, "schema/unknown-key"),
        (6, "schema/value"),
        (8, "schema/range"),
        (8, "schema/unknown-key"),
        (12, "schema/option"),
        (13, "schema/consent"),
        (14, "yaml/colon"),
        (16, "yaml/duplicate-key"),
    ]
    assert "'title'" in found[2].message and "'world'" in found[3].message
    assert "'colour'" in found[5].message and "'agreed'" in found[6].message


def test_a_broken_part_is_not_blamed_on_others_and_the_rest_remains() -> None:
    examined = examine(
        read(
            SMALL
            + "agreements:\n"
            + "  pact: {parties: [Host Country, 5], clauses: [{hold: {issue: 5, at: none}}]}\n"
            + "rules:\n"
            + "  quiet: {on: turn, effects: [{tension: [1]}, {tension: -1, if: turn > 2}]}\n",
            "s.yaml",
        )
    )
    assert examined.document is None
    assert [problem.code for problem in examined.problems] == [
        "schema/type", "schema/type", "schema/expression",
    ]  # fmt: skip
    assert examined.rest is not None
    assert examined.rest.rules["quiet"].effects[-1].if_ == "turn > 2"
    assert {"quiet", "host"}.isdisjoint(examined.lost)


def test_errors_list_every_problem() -> None:
    error = ScenarioErrors(problems("modus: 1\nactors: 5\n"))
    assert len(str(error).splitlines()) == len(error.problems) == 4
    assert str(error).splitlines()[-1].startswith("s.yaml:2:9: schema/type: ")


def test_the_nearest_name_is_near() -> None:
    assert nearest("tenson", ["trust", "tension"]) == "tension"
    assert nearest("zzz", ["trust", "tension"]) is None


def test_the_schema_describes_every_key() -> None:
    made = schema()
    json.dumps(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "changes" not in made["$defs"]["Effect"]["properties"]
    assert {"if", "for", "step", "news"} <= set(made["$defs"]["Effect"]["properties"])
    for definition in (made, *made["$defs"].values()):
        for name, entry in definition["properties"].items():
            assert entry.get("description"), name


def test_files_of_this_repository_and_of_third_parties_load() -> None:
    paths = [*ROOT.glob("scenarios/*.yaml"), *ROOT.parent.glob("shared/cases/**/*.yaml")]
    assert paths
    for path in paths:
        source = include(read(path.read_bytes(), path.name), Library(str(path)))
        made, found = parse(source)
        assert made is not None and found == [], "\n".join(map(str, found))


@settings(max_examples=60)
@given(st.data())
def test_no_mutation_of_a_scenario_raises(data: st.DataObject) -> None:
    text = (ROOT / "scenarios/first-talks.yaml").read_text("utf-8")
    for _mutation in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        end = at + data.draw(st.integers(0, 12))
        put = data.draw(
            st.sampled_from(["", " ", "\n", "  ", "{", "}", "[", "]", ":", ": ", ",", '"', "'", "-",
                             "- ", "#", "&a ", "*a", "!", "|", ">", "5", "true", "\t", "\x00", "("])
            | st.text(max_size=3)
        )  # fmt: skip
        text = text[:at] + put + text[end:]
    made, found = parse(read(text, "s.yaml"))
    assert (made is None) == any(problem.severity == "error" for problem in found)
    json.dumps([str(problem) for problem in found])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.floats(0, 2) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=100)
@given(
    st.dictionaries(
        st.sampled_from([*Document.model_fields, "other"]),
        VALUES | st.dictionaries(st.sampled_from(["a", "B", "is"]), VALUES, max_size=2),
        max_size=5,
    )
)
def test_no_values_raise(values: dict[str, object]) -> None:
    made, found = parse(read(json.dumps(values), "s.yaml"))
    assert made is not None or found

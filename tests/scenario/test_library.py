"""What a scenario includes: laid under its words key by key, its faults told in its own file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.bots.play import bots_for
from game.bots.play import game as game_of_bots
from game.data import Library, scenario_text
from game.rules.cases import run_cases
from game.scenario.gate import read
from game.scenario.load import check_text, load_text
from game.scenario.problems import Problem

GAME = (Path(__file__).parent / "one-radar.yaml").read_text(encoding="utf-8")
CALM = """\
title: Calm words
forums:
  quay: {name: The quay, adopt: consensus}
instruments:
  visit:
    name: Visit
    says: "{actor} calls on {target}."
    target: actor
    cost: 1
    effects: [{trust.actor.target: +1}]
  dine: {says: "{actor} dines.", cost: 1}
rules:
  weary: {says: Time wears., "on": turn, effects: [{tension: +1}]}
"""
WARM = "instruments: {visit: {cost: 3, name: State visit}}"


def game(include: str, *more: tuple[str, str]) -> str:
    """The small game with an `include:` and with more at the head of its sections."""
    text = GAME.replace("turns: 4\n", f"turns: 4\ninclude: {include}\n", 1)
    for section, words in more:
        assert f"\n{section}:\n" in text
        text = text.replace(f"\n{section}:\n", f"\n{section}:\n  {words}\n", 1)
    return text


def told(text: str, **library: str) -> list[tuple[str, str, int]]:
    """What is wrong: the file, the code and the line."""
    return [(p.source, p.code, p.line) for p in found(text, **library)]


def found(text: str, **library: str) -> list[Problem]:
    return check_text(text, "one-radar.yaml", library)[1]


def test_a_library_brings_its_entries_before_the_scenarios_own() -> None:
    scenario = load_text(game("[calm]"), "one-radar.yaml", {"calm": "rules: {}\n" + WARM})
    assert list(scenario.instruments) == ["visit", "reassure", "protest"]
    assert scenario.included == {"calm": "rules: {}\n" + WARM}


def test_an_entry_overrides_a_librarys_key_by_key() -> None:
    text = game("{calm: [visit]}", ("instruments", "visit: {who: [host], cost: 2}"))
    visit = load_text(text, "one-radar.yaml", {"calm": CALM}).instruments["visit"]
    assert (visit.who, visit.cost) == (("host",), 2)
    assert (visit.name, visit.says) == ("Visit", "{actor} calls on {target}.")
    assert visit.target == "actor" and visit.effects


def test_an_entry_that_says_nothing_is_the_librarys() -> None:
    text = game("{calm: [visit]}", ("instruments", "visit:"))
    assert load_text(text, "one-radar.yaml", {"calm": CALM}).instruments["visit"].cost == 1


def test_a_later_library_overrides_an_earlier_and_the_scenario_both() -> None:
    text = game("{calm: [visit], warm: all}", ("instruments", "visit: {cost: 2}"))
    visit = load_text(text, "one-radar.yaml", {"calm": CALM, "warm": WARM}).instruments["visit"]
    assert (visit.name, visit.cost, visit.target) == ("State visit", 2, "actor")


def test_a_scenario_takes_only_what_it_names() -> None:
    scenario = load_text(game("{calm: [weary]}"), "one-radar.yaml", {"calm": CALM})
    assert "weary" in scenario.rules and "visit" not in scenario.instruments


def test_what_a_library_leaves_open_the_scenario_says() -> None:
    text = game("{calm: [quay]}") + "forums: {quay: {members: [host, neighbour]}}\n"
    forum = load_text(text, "one-radar.yaml", {"calm": CALM}).forums["quay"]
    assert (forum.name, forum.members) == ("The quay", ("host", "neighbour"))
    assert told(game("{calm: [quay]}"), calm=CALM) == [("calm.yaml", "schema/missing", 3)]


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("trust.actor.target: +1", "trusty.actor.target: +1", "name/unknown", 10),
        ("cost: 1\n", "cost: -1\n", "cost/negative", 9),
        ("cost: 1\n", "cost: turn +\n", "expression/syntax", 9),
        ("cost: 1\n", "price: 1\n", "schema/unknown-key", 9),
        ("Time wears.", "The yield of a warhead.", "prose/technical", 13),
        ("rules:\n", "actors:\n", "schema/unknown-key", 12),
        ("    target: actor\n", "    target: actor\n    target: actor\n", "yaml/duplicate-key", 9),
        ("title: Calm words", "title: Calm: words", "yaml/", 1),
    ],
)
def test_a_fault_in_a_library_is_told_in_the_librarys_file(
    before: str, after: str, code: str, line: int
) -> None:
    calm = CALM.replace(before, after, 1)
    problems = found(game("{calm: [visit, dine, weary]}"), calm=calm)
    where = [(p.source, p.line) for p in problems if p.code.startswith(code)]
    assert where == [("calm.yaml", line)]
    assert len({(p.source, p.line, p.column, p.code) for p in problems}) == len(problems)


def test_a_fault_in_an_overriding_key_is_told_in_the_scenario() -> None:
    text = game("{calm: [visit]}", ("instruments", "visit: {if: trust.host.sponser > 1}"))
    line = 1 + text[: text.index("visit: {if")].count("\n")
    assert {(source, at) for source, _code, at in told(text, calm=CALM)} == {
        ("one-radar.yaml", line)
    }


def test_a_fault_in_a_librarys_condition_is_told_there_though_its_effects_are_the_scenarios() -> (
    None
):
    calm = CALM.replace("says: Time wears.", "if: tenson > 1")
    text = game("{calm: [weary]}", ("rules", "weary: {effects: [{tension: -1}]}"))
    assert told(text, calm=calm) == [("calm.yaml", "name/unknown", 13)]


def test_a_library_that_is_not_there_is_told_and_nothing_that_follows_from_it() -> None:
    text = game("[clam]", ("instruments", "dine: {who: [host]}"))
    (problem,) = found(text, calm=CALM)
    assert (problem.code, problem.source) == ("name/unknown", "one-radar.yaml")
    assert "'calm'" in problem.message


def test_an_entry_that_a_library_has_not_is_told_with_the_nearest() -> None:
    (problem,) = found(game("{calm: [visits]}"), calm=CALM)
    assert (problem.code, problem.source) == ("name/unknown", "one-radar.yaml")
    assert "'visit'" in problem.message


@pytest.mark.parametrize("include", ["{calm: some}", "calm", "[[calm]]", "{calm: [[visit]]}"])
def test_an_include_of_another_form_is_told_where_it_stands(include: str) -> None:
    problems = [p for p in found(game(include), calm=CALM) if p.code.startswith("schema/")]
    assert [(p.source, p.line) for p in problems] == [
        ("one-radar.yaml", 1 + GAME[: GAME.index("turns: 4")].count("\n") + 1)
    ]


def test_a_scenario_whose_deeds_are_moved_into_a_library_is_the_same_game() -> None:
    text, source = scenario_text("first-talks")
    data = dict(read(text, source).data)
    shared = {part: data.pop(part) for part in ("instruments", "rules")}
    thin = yaml.safe_dump({**data, "include": ["deeds"]}, sort_keys=False)
    moved = load_text(thin, source, {"deeds": yaml.safe_dump(shared, sort_keys=False)})
    whole = load_text(text, source)
    assert list(moved.rules) == list(whole.rules)
    assert run_cases(moved) == run_cases(whole) == []
    rows = [
        game_of_bots(it, 5, bots_for(it, "mixed:0.3", 5)).state.world.row for it in (moved, whole)
    ]
    assert rows[0] == rows[1]


DEEDS = "instruments: {nod: {says: Nods.}, wave: {says: Waves.}}"
FOLLOWS = """\
rules:
  answered: {"on": act, do: nod, effects: [{if: "not did(actor, wave)", ties.actor.target: +1}]}
  heard: {"on": turn, for: c in constituencies(host), effects: [{mood.c: +1}]}
"""


def test_what_a_librarys_entry_needs_is_told_where_it_is_taken_and_who_has_it() -> None:
    text = game("{follows: [heard, answered]}")
    problems = found(text, follows=FOLLOWS, deeds=DEEDS)
    line = text.splitlines().index("include: {follows: [heard, answered]}") + 1
    column = len("include: {follows: [heard, ") + 1
    told = [p for p in problems if "is needed by" in p.message]
    assert {(p.code, p.source, p.line, p.column) for p in told} == {
        ("name/unknown", "one-radar.yaml", line, column)
    }
    says = {p.message.partition(" is needed by ")[0]: p.message for p in told}
    assert {*says} == {"'nod'", "'wave'", "'ties'"}
    for name in ("nod", "wave"):
        assert "answered (follows)" in says[f"'{name}'"] and f"deeds: [{name}]" in says[f"'{name}'"]
    assert "'tracks'" in says["'ties'"]
    # What is at home is passed over where nobody has a home: it is told, if at all, in its file.
    assert [p.source for p in problems if p not in told] in ([], ["follows.yaml"])


def test_what_is_needed_may_be_the_scenarios_own_or_be_said_anew() -> None:
    own = game("{follows: [answered]}", ("instruments", "nod: {says: N.}\n  wave: {says: W.}"))
    assert not any("'nod'" in p.message for p in found(own, follows=FOLLOWS))
    anew = game("{follows: [answered]}", ("rules", "answered: {do: protest, effects: []}"))
    assert told(anew, follows=FOLLOWS) == []


# ---------------------------------------------------------------------- translations

SPOKEN = (
    CALM
    + """\
texts:
  ko: {instruments: {visit: {name: 방문, says: 찾아간다.}, dine: {name: 식사}}}
  ja: {instruments: {visit: {name: 訪問}}}
"""
)
KOREAN = "texts: {ko: {title: 레이더, instruments: {visit: {name: 순방}}}}\n"


def test_a_library_brings_its_words_in_the_languages_that_the_scenario_speaks() -> None:
    text = game("{calm: [visit]}") + "texts: {ko: {title: 레이더}}\n"
    texts = load_text(text, "one-radar.yaml", {"calm": SPOKEN}).document.texts
    assert set(texts) == {"ko"} and texts["ko"].title == "레이더"
    assert set(texts["ko"].instruments) == {"visit"}
    assert texts["ko"].instruments["visit"].says == "찾아간다."


def test_the_scenarios_own_words_win_and_what_it_says_anew_is_not_translated_by_the_library() -> (
    None
):
    text = game("{calm: [visit]}", ("instruments", "visit: {says: Off we go.}")) + KOREAN
    visit = load_text(text, "one-radar.yaml", {"calm": SPOKEN}).document.texts["ko"]
    assert visit.instruments["visit"].name == "순방"
    assert visit.instruments["visit"].says is None


def test_a_fault_in_a_librarys_translation_is_told_there() -> None:
    wrong = SPOKEN.replace("{name: 식사}", "{nome: 식사}")
    line = 1 + wrong[: wrong.index("nome")].count("\n")
    assert ("calm.yaml", "schema/unknown-key", line) in told(game("[calm]") + KOREAN, calm=wrong)


# ---------------------------------------------------------------------- the bundled libraries

BARE = """\
modus: 1
id: bare
title: Bare
turns: 3
include: [diplomacy, politics, council]
tracks:
  tension: {scope: world, range: [0, 10]}
  capital: {scope: actor, range: [0, 9], start: 3}
  trust: {scope: pair, range: [-5, 5]}
  leverage: {scope: pair, range: [0, 3]}
actors: {usa: {}, uk: {}, france: {}, russia: {kind: chorus}, china: {kind: chorus}}
issues: {road: {options: [none, built], ladder: true, up: {all: [usa]}, down: {all: [usa]}}}
forums: {unsc: {members: [usa, uk, france, russia, china]}}
"""


def test_the_bundled_libraries_need_neither_constituencies_nor_their_support() -> None:
    scenario, problems = check_text(BARE, "bare.yaml", Library("bare.yaml"))
    assert scenario is not None, problems
    assert [p for p in problems if p.code != "leak/act"] == []
    assert {"visit", "condemn"} <= set(scenario.instruments)


def test_everything_in_the_bundled_libraries_is_translated_into_korean() -> None:
    text = BARE + "texts: {ko: {title: 맨몸}}\n"
    document = load_text(text, "bare.yaml", Library("bare.yaml")).document
    words = document.texts["ko"]
    for part in ("forums", "instruments", "rules"):
        there = getattr(words, part)
        for id, entry in getattr(document, part).items():
            assert there[id].name, id
            assert bool(there[id].says) is bool(getattr(entry, "says", "")), id


def test_every_rule_of_the_bundled_libraries_says_what_it_teaches_and_who_showed_it() -> None:
    rules = load_text(BARE, "bare.yaml", Library("bare.yaml")).rules.values()
    assert rules and [r.id for r in rules if not (r.concept and r.cite and r.says)] == []


def test_a_forum_that_nobody_sits_in_is_told_at_its_place() -> None:
    library = (
        "forums: {quay: {adopt: consensus}}\n"
        "instruments: {blame: {says: Blame., forum: quay, target: actor, cost: 1}}\n"
        "rules: {talk: {says: Talk., 'on': adopt, for: m in members(forum), "
        "effects: [{tension: +1}]}}\n"
    )
    assert told(game("[calm]"), calm=library) == [("calm.yaml", "schema/missing", 1)]


def test_a_list_where_a_librarys_translation_has_keys_is_told() -> None:
    calm = CALM + "texts: {ko: {instruments: {dine: [1]}}}\n"
    text = game("[calm]") + "texts: {ko: {}}\n"
    assert ("calm.yaml", 14) in {(source, line) for source, _code, line in told(text, calm=calm)}

"""What a scenario may not say, though every word of it is known."""

from __future__ import annotations

import pytest

from tests.scenario.test_load import broken, codes

SECRETS = """
agreements:
  annex: {parties: [host, sponsor], secret: true, clauses: [{declare: Nobody shall know.}]}
forums:
  here: {members: [host, sponsor], adopt: majority}
  there: {members: [host, neighbour], adopt: majority}
events:
  whisper: {says: A whisper., chance: 0.5, to: [host]}
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("all: [host, sponsor], cost: 1", "all: [host, host], cost: 1", "consent/twice"),
        ("all: [host, sponsor], cost: 1", "all: [host, sponsor], cost: -1", "cost/negative"),
        ("all: [host, sponsor], cost: 1", "forum: here, cost: 1", ""),
        ("cost: 1\n    effects", "cost: -1\n    effects", "cost/negative"),
        ("cost: 1\n    effects", "if: did(actor, protest)\n    effects", "order/did"),
        ("cost: 1\n    effects", "if: in_force(annex)\n    effects", "order/reads-hidden"),
        ("cost: 1\n    effects", "if: happened(whisper)\n    effects", "order/reads-hidden"),
        ("war_scare:", "turns:", "name/reserved"),
        ("for: a in players", "for: [a in players, b in actors, c in actors, d in actors, "
         "e in actors, f in actors, g in actors, h in actors]", "loop/too-many"),
    ],
)  # fmt: skip
def test_it_is_refused_with_its_code(old: str, new: str, code: str) -> None:
    found = {found for found, _line in codes(broken((old, new)) + SECRETS)}
    assert found == ({code} if code else set())


def test_up_and_down_are_voted_on_in_one_forum() -> None:
    text = broken(
        ("{all: [host, sponsor], cost: 1}", "{forum: here, cost: 1}"),
        ("{any: [host, sponsor], cost: 1}", "{forum: there, cost: 1}"),
    )
    assert {code for code, _line in codes(text + SECRETS)} == {"issue/two-forums"}


@pytest.mark.parametrize("name", ["control", "press"])
def test_no_actor_takes_the_facilitators_name(name: str) -> None:
    text = broken(("actors:\n", f"actors:\n  {name}: {{kind: chorus}}\n"))
    assert "name/reserved" in {code for code, _line in codes(text)}


def test_who_must_answer_an_event_is_told_of_it() -> None:
    choice = "choice: {actor: sponsor, options: {go: {default: true}}}"
    text = broken() + SECRETS.replace("to: [host]}", f"to: [host], {choice}}}")
    assert {code for code, _line in codes(text)} == {"event/unseen-choice"}


def test_a_word_of_the_language_is_no_cell_to_change() -> None:
    text = broken(("effects: [{tension: +1}]", "effects: [{not: +1}]"))
    assert [code for code, _line in codes(text)] == ["expression/syntax"]


def test_nobody_adopts_in_a_forum_of_strangers() -> None:
    text = broken(
        ("all: [host, sponsor], cost: 1", "forum: here, cost: 1"),
        ("    on: move\n", "    on: adopt\n"),
    )
    secrets = SECRETS.replace("[host, sponsor], adopt", "[nobody], adopt")
    assert "name/unknown" in {code for code, _line in codes(text + secrets)}

"""What is wrong with a drafted text is told clause by clause; its conditions tell no secrets."""

from __future__ import annotations

import pytest

from game.scenario.drafting import faults
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.terms import Declare, Hold, Move, Perform, Refrain, Terms, Transfer
from tests.scenario.test_load import GAME, broken

SECRETS = """
agreements:
  annex: {parties: [host, sponsor], secret: true, clauses: [{declare: Nobody shall know.}]}
events:
  whisper: {says: A whisper., chance: 0.5, to: [host]}
"""


@pytest.fixture(scope="module")
def small() -> Scenario:
    text = broken(('says: "{actor} protests to {target}."', "says: A.\n    seen_by: parties"))
    return load_text(text + SECRETS, "one-radar.yaml")


def codes(scenario: Scenario, *clauses: object, parties: tuple[str, ...] = ("host", "sponsor"),
          secret: bool = False) -> list[tuple[str, int]]:  # fmt: skip
    terms = Terms("A text", parties, clauses, secret=secret)  # type: ignore[arg-type]
    return [(fault.code, fault.clause) for fault in faults(scenario, terms)]


def test_every_clause_is_judged(small: Scenario) -> None:
    found = codes(
        small,
        Move("radar", "agreed", 3),
        Move("rader", "agreed", 3),
        Hold("radar", "at_most", "gone"),
        Refrain("neighbour", ("protest",)),
        Perform("host", "reassure", 3),
        Transfer("host", "sponsor", 0),
        Declare(" "),
    )
    assert found == [
        ("name/unknown", 1),
        ("name/unknown", 2),
        ("name/unknown", 3),
        ("draft/target", 4),
        ("draft/amount", 5),
        ("draft/empty", 6),
    ]


def test_a_pledge_is_public_and_a_move_needs_somebody_who_is_asked(small: Scenario) -> None:
    assert codes(small, Declare("We will."), parties=("host",)) == []
    assert codes(small, Declare("We will."), parties=("host",), secret=True) == [
        ("draft/pledge", -1)
    ]
    assert codes(small, Move("radar", "agreed", 2), parties=("neighbour",)) == [
        ("draft/nobody-bound", 0)
    ]


@pytest.mark.parametrize(
    ("condition", "refused"),
    [
        ("tension >= crisis", False),
        ("capital.host >= 2", True),
        ("in_force(annex)", True),
        ("happened(whisper)", True),
        ("ever(sponsor, protest, neighbour)", True),
        ("ever(sponsor, reassure, neighbour)", False),
        ("tenson >= 2", True),
    ],
)
def test_a_condition_reads_only_what_all_who_know_of_the_text_can_see(
    small: Scenario, condition: str, refused: bool
) -> None:
    assert bool(codes(small, Declare("We will.", condition))) is refused


def test_those_who_share_a_secret_may_build_on_it(small: Scenario) -> None:
    assert codes(small, Declare("More.", "in_force(annex)"), secret=True) == []


def test_ready_agreements_are_judged_where_they_stand() -> None:
    text = GAME + SECRETS.replace("sponsor]", "sponser]")
    with pytest.raises(ValueError, match=r"name/unknown.*sponsor"):
        load_text(text, "one-radar.yaml")

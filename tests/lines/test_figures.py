"""Numbers, texts, votes and charts in plain text: nothing of them is lost, nothing too wide."""

from __future__ import annotations

import pytest

from game.lines.draw import said
from game.lines.wrapping import columns
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Deed,
    Figure,
    Figures,
    Matrix,
    Party,
    Screen,
    Series,
)

BLOCKS: dict[str, tuple[Block, tuple[str, ...]]] = {
    "figures": (Figures((Figure("Capital", "5", note="2 reserved"),)), ("Capital: 5", "reserved")),
    "change": (
        Change("Tension", "4", "3", -1, 1, ("Overriver: Reassure -1",)),
        ("+ Tension: 4 → 3", "Overriver: Reassure -1"),
    ),
    "accord": (
        Accord("The quiet hill", "treaty", (Party("a", "Lowland", "signed"), Party("b", "Upland")),
               (("a", "Lowland stops building.", "broken"),), secret=True),
        ("The quiet hill (treaty, secret)", "Lowland: signed", "Upland: has not signed",
         "Lowland stops building. [broken]"),
    ),
    "ballots": (
        Ballots("The council", "rejected", False, (("yes", (("a", "Lowland"),)), ("no", ()))),
        ("The council: rejected", "yes: Lowland", "no: -"),
    ),
    "deed": (
        Deed("a", "Lowland ordered the step", ("it promised to",), (("b", "Upland"),), "trouble"),
        ("! Lowland ordered the step", "it promised to", "Not ordered by: Upland."),
    ),
    "chart": (
        Chart("Tension", ("1", "2"), (Series("here", (4, 3)), Series("then", (4, None), "", True)),
              0, 10, (("strained", 3),), ((1, "the visit"),)),
        ("then (history)", "the visit", "strained from 3"),
    ),
    "matrix": (
        Matrix("Trust", (("a", "Lowland"), ("b", "Upland")), ((None, 2), (1, None)), -5, 5,
               ((None, 1), (1, None))),
        ("Trust", "2 (was 1)", "Upland"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_says_all_that_it_holds(kind: str) -> None:
    block, says = BLOCKS[kind]
    drawn = " ".join(" ".join(said(Screen("", (block,), ()), 80)).split())
    assert [text for text in says if text not in drawn] == []


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_is_no_wider_than_the_terminal(kind: str) -> None:
    lines = said(Screen("", (BLOCKS[kind][0],), ()), 40)
    assert max(map(columns, lines)) <= 40

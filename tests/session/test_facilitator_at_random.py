"""Whatever a facilitator chooses, the game goes on, and the class reads nothing secret."""

from __future__ import annotations

import random

import msgspec
import pytest

from game.screens.model import Control, Fill, Leave
from game.session.facilitator import Facilitator
from tests.session.facilitated import begun

LINES = (
    "reassure neighbour", "step radar agreed", "step thaad agreed", "visit china", "condemn dprk",
    "vote condemn yes", "sign 1", "say to host: psst", "nonsense", "rate china 7",
    'argue "A secret plan" because "why not" asking tension -1',
)  # fmt: skip


def typed(fill: Fill, dice: random.Random) -> str:
    if fill.kind == "number":
        return str(dice.randint(fill.low, fill.high))
    if fill.known and dice.random() < 0.7:
        return dice.choice(fill.known)
    return "\n".join(dice.sample(LINES, 2)) if fill.kind == "lines" else dice.choice(LINES)


def offered(at: Facilitator) -> list[Control]:
    found = at.frame().screen.controls
    return [one for one in found if one.enabled and not isinstance(one.action, Leave)]


def secrets_of(at: Facilitator) -> list[str]:
    """What only seats know: the instructions on their sheets."""
    names = at.table.scenario.players
    sheets = [at.table.view(seat, at.words).sheet for seat in names]
    return [sheet.instructions for sheet in sheets if sheet is not None and sheet.instructions]


@pytest.mark.parametrize(("scenario", "seed"), [("first-talks", 1), ("first-talks", 2),
                                                ("thaad-2016", 3)])  # fmt: skip
def test_the_class_reads_nothing_secret_whatever_is_chosen(scenario: str, seed: int) -> None:
    dice = random.Random(seed)
    at = begun(scenario, minutes=25 if scenario == "first-talks" else 90)
    reached = set()
    for _step in range(300):
        frame = at.frame()
        reached.add((at.table.state.phase, at.place.screen))
        if not frame.seat and at.table.state.phase != "over":
            shown = msgspec.json.encode(frame).decode()
            assert not any(secret[:40] in shown for secret in secrets_of(at))
        choices = offered(at)
        assert choices, frame.screen.title
        default = frame.screen.default
        one = default if default in choices and dice.random() < 0.35 else dice.choice(choices)
        assert one is not None
        text = typed(one.action, dice) if isinstance(one.action, Fill) else ""
        assert at.act(one, text) is at
    assert len(reached) > 8


def test_every_page_of_the_end_is_for_all() -> None:
    at = begun("first-talks")
    while at.table.state.phase != "over":
        for id in ("open", "close", "next"):
            found = [one for one in offered(at) if one.id == id]
            if found:
                at.act(found[0])
    pages = set()
    for _page in range(12):
        frame = at.frame()
        pages.add(frame.screen.title)
        assert not frame.seat and frame.layout == "page"
        onward = [one for one in offered(at) if one.id == "next"]
        if not onward:
            break
        at.act(onward[0])
    assert len(pages) >= 5

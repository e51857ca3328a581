"""A turn that is undone: its slips stay, what else goes is said, and the debrief names it."""

from __future__ import annotations

from game.screens.model import Fill
from game.session.facilitator import Facilitator
from tests.session.facilitated import begun, choose, control, hand_in

SLIP = "step radar agreed\nsay to sponsor: Now."


def undone() -> Facilitator:
    """Turn 1 with a correction, an event and a slip, about to be undone."""
    at = begun("first-talks")
    choose(at, "open", "powers", "correct", "on", "tension", "tension=5")
    choose(at, "powers", "inject", "on", "march", "yes", "back", "back")
    hand_in(at, "host", SLIP)
    choose(at, "close", "close", "powers", "undo")
    return at


def items(at: Facilitator) -> list[str]:
    return [text for block in at.frame().screen.blocks for text in getattr(block, "items", ())]


def test_what_else_is_taken_back_is_said_and_no_secret_event_is_named() -> None:
    at = undone()
    assert items(at) == [
        "The facilitator corrected: Tension from 4 to 5.", "The facilitator let 1 event happen."
    ]  # fmt: skip


def test_slips_of_an_undone_turn_can_be_taken_again() -> None:
    at = undone()
    choose(at, "yes", "open")
    assert at.room().missing == ["host", "sponsor", "neighbour"]
    choose(at, "slip host", "on")
    fill = control(at, "text").action
    assert isinstance(fill, Fill) and fill.text == SLIP
    choose(at, "take")
    assert at.room().missing == ["sponsor", "neighbour"]
    assert len(at.table.state.orders["host"]) == 1 and len(at.table.state.messages) == 1


def test_the_debrief_names_what_was_undone_and_after_which_turn_it_ended() -> None:
    at = undone()
    choose(at, "yes", "open", "close", "close", "powers", "finish", "yes")
    assert items(at)[-6:] == [
        "Turn 1: Tension was set from 4 to 5 (undone)",
        "Turn 1: an event was injected: The village marches up the hill (undone)",
        "Turn 1: the negotiation was ended (undone)",
        "Turn 1 was undone",
        "Turn 1: the negotiation was ended",
        "The session was ended after 1 turn",
    ]

"""What a facilitator typed is still there, whatever was done in between."""

from __future__ import annotations

from game.scenario.orders import Act
from game.table.commands import Give
from tests.session.facilitated import begun, choose, control


def test_a_slip_that_is_half_typed_is_there_when_its_page_is_opened_again() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip host", "on", "text=reassure spons", "back")
    assert control(at, "slip host").value == "being typed"
    choose(at, "powers", "back", "slip host", "on")
    assert at.box.text("host") == "reassure spons"


def test_sitting_at_the_desk_adds_to_a_slip_that_is_half_typed() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip host", "on", "text=step radar agreed\nreassure spons", "act")
    assert at.submit("host", Give(Act("reassure", "sponsor")))
    choose(at, "stand")
    lines = at.box.text("host").splitlines()
    assert lines == ["reassure sponsor", "step radar agreed", "reassure spons"]
    assert control(at, "slip host").value == "being typed"


def test_an_event_that_is_set_to_happen_is_said_and_listed_for_the_facilitator_alone() -> None:
    at = begun("thaad-2016")
    choose(at, "open", "powers", "inject", "on")
    event = next(one for one in at.frame().screen.controls if one.id in at.table.scenario.events)
    at.act(event)
    frame = choose(at, "yes")
    title = event.label.rstrip(".")
    assert f"“{title}” is set: it happens at the end of this turn." in str(frame.notices)
    assert "At the end of this turn happens:" in str(frame.screen.blocks)
    assert event.id not in [one.id for one in frame.screen.controls]
    public = choose(at, "back", "back")
    assert title not in str(public)


def test_who_leaves_is_told_which_slips_are_half_typed() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip host", "on", "text=reassure spons", "back")
    assert at.act(control(at, "quit")) is at
    assert "lost if you leave: Slip of" in str(at.frame().notices)
    assert at.act(control(at, "quit")) is None


def test_who_left_nothing_half_typed_leaves_at_once() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip host", "on", "text=reassure sponsor", "take")
    assert at.act(control(at, "quit")) is None

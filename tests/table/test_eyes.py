"""Who is told what, and what a seat makes of it."""

from __future__ import annotations

import pytest

from game.scenario.orders import Act, Step
from game.table import commands as c
from game.table.commands import CONTROL
from game.table.imagine import imagine
from game.table.sight import UNSEEN
from game.table.state import ResolvedTurn
from game.table.told import HIDDEN, told_of
from game.world import facts as w
from tests.table.at_play import does, harbour, lock_all, table


def says(at: object, seat: str) -> str:
    """The last turn, as a seat is told of it."""
    return " ".join(told.says for told in at.view(seat).told)  # type: ignore[attr-defined]


def test_acts_are_told_as_their_instrument_says() -> None:
    at = table()
    does(at, "north", Act("visit", "south"), Act("bribe", "west"), Act("scheme"))
    lock_all(at)
    for seat in ("north", "south", "west", ""):
        assert "Northland visits Southland." in says(at, seat)
        assert ("Northland bribes Westland." in says(at, seat)) is (seat in ("north", "west"))
        assert ("Northland schemes." in says(at, seat)) is (seat == "north")
    assert ("north", "bribe", "west") in at.sight("west").done
    assert ("north", "bribe", "west") not in at.sight("south").done
    assert ("north", "visit", "south") in at.sight("").done


def test_a_change_of_hidden_cause_says_only_that() -> None:
    at = table()
    does(at, "north", Act("scheme"))
    lock_all(at)
    (known,) = [told for told in at.view("north").told if told.cell == "tension"]
    (blurred,) = [told for told in at.view("south").told if told.cell == "tension"]
    assert known.why == ("Northland: Scheme +1",)
    assert blurred.why == ("something not publicly known +1",)
    assert blurred.says == known.says == "Tension: 3 (calm) → 4 (strained)"


def told_one(fact: w.Fact, seat: str) -> tuple[w.Fact, ...]:
    """One fact of the harbour's first turn, as a seat is told it."""
    it = harbour()
    return told_of(it, ResolvedTurn(1, it.start, (fact,), {}), {"hush": ("north", "west")}, seat)


def test_what_pace_cuts_is_not_put_down_to_hidden_hands() -> None:
    cut = w.Changed("tension", 3, 4, "act", (("act:visit|north>south", 3),))
    assert told_one(cut, "west") == (cut,)
    more = w.Changed("trust.north.south", 0, 3, "act", (("act:visit|north>south", 1),))
    (fact,) = told_one(more, "west")
    assert isinstance(fact, w.Changed) and fact.why[-1] == (HIDDEN, 2)


@pytest.mark.parametrize(
    ("fact", "sees"),
    [
        (w.Changed("capital.north", 3, 5, "turn", (("income", 2),)), {"north"}),
        (w.Accrued("north", 1, 1), {"north"}),
        (w.Breached("hush", "north", 0), {"north", "west"}),
        (w.Breached("compact", "north", 0), {"north", "south", "west", ""}),
        (w.Ended("hush", "broken", ("north",)), {"north", "west"}),
        (w.Ratified("hush", "x", "north", True, (), secret=True), {"north", "west"}),
        (w.Happened("rumour", "north"), {"north"}),
        (w.Answered("rumour", "deny"), {"north"}),
        (w.Happened("strike"), {"north", "south", "west", ""}),
        (w.News("Hear, hear", ("south",)), {"south"}),
        (w.Injected("strike"), set()),
    ],
)
def test_each_fact_is_told_to_those_it_concerns(fact: w.Fact, sees: set[str]) -> None:
    assert {s for s in ("north", "south", "west", "") if told_one(fact, s) == (fact,)} == sees
    assert told_one(fact, CONTROL) == (fact,)


def test_everyone_hears_of_a_new_government_and_only_its_seat_which_sheet_it_drew() -> None:
    fact = w.Mandated("north", "reform", 1)
    assert told_one(fact, "north") == (fact,)
    assert told_one(fact, "south") == (w.Mandated("north", "reform", -1),)


def test_everyone_knows_who_consented_but_not_under_which_secret_treaty() -> None:
    fact = w.Consented("north", "pier", "shared", "hush")
    assert told_one(fact, "south") == (w.Consented("north", "pier", "shared"),)
    assert told_one(fact, "west") == (fact,)


def test_a_step_that_failed_names_who_did_not_order_it() -> None:
    at = table()
    does(at, "north", c.Give(Step("pier", "shared")))
    lock_all(at)
    assert "Southland did not: The pier to “shared”." in says(at, "west")


def test_a_sight_hides_cells_and_imagines_them_at_their_start() -> None:
    at = table()
    does(at, CONTROL, c.Correct("capital.north", 9))
    cell = at.scenario.header.index["capital.north"]
    assert at.sight("north").row[cell] == 9
    seen = at.sight("south")
    assert seen.row[cell] == UNSEEN
    world = imagine(at.scenario, seen)
    assert world.row[cell] == 3 and world.draws[0] == -1 and world.seed == 0
    assert imagine(at.scenario, at.sight("north")).draws[0] == 0


def test_a_role_sheet_is_for_its_own_seat() -> None:
    at = table()
    sheet = at.view("north").sheet
    assert sheet is not None and sheet.instructions.startswith("Nobody may know")
    assert [want.says for want in sheet.private] == ["The pier is open"]
    assert "take less" not in repr(at.view("south")) + repr(at.view(""))
    assert at.view("").sheet is None and at.view("").menu == ()


def test_messages_reach_whom_they_are_for() -> None:
    at = table()
    does(at, "north", c.Say("To all"), c.Say("To you", ("south",)), c.Say("Print it", ("press",)))
    heard = {s: [m.text for m in at.view(s).messages] for s in ("north", "south", "west", "")}
    assert heard["south"] == ["To all", "To you", "Print it"]
    assert heard["west"] == heard[""] == ["To all", "Print it"]
    assert [m.text for m in at.view(CONTROL).messages] == heard["south"]


def test_control_sees_every_desk_and_the_public_none() -> None:
    at = table()
    does(at, "north", Act("scheme"))
    (desk,) = at.view(CONTROL).desk
    assert (desk.seat, [order.notation for order in desk.orders]) == ("north", ["scheme"])
    assert at.view("").desk == at.view("south").desk == ()
    with pytest.raises(KeyError):
        at.view("east")

"""Free-form actions: reasons, odds, and who rules."""

from __future__ import annotations

from game.scenario.orders import Argue
from game.table import commands as c
from game.table.commands import CONTROL
from game.world.facts import Argued
from tests.table.at_play import close, code, does, lock_all, table

HOTLINE = Argue("A hotline is laid.", ("It is cheap.",), (("tension", -1),))


def odds(at: object) -> list[int]:
    """What the arguments of the last turn were ruled."""
    return [fact.odds for fact in at.state.log[-1].facts if isinstance(fact, Argued)]  # type: ignore[attr-defined]


def test_an_argument_is_secret_until_it_is_heard() -> None:
    at = table(facilitator=True)
    does(at, "north", HOTLINE)
    assert at.view("north").orders[0].says == "Northland argues: A hotline is laid."
    assert at.view("south").hearings == ()
    lock_all(at)
    (heard,) = at.view("south").hearings
    assert (heard.says, heard.because, heard.asking) == (
        "A hotline is laid.", ("It is cheap.",), ("Tension -1",),
    )  # fmt: skip


def test_the_facilitator_rules_after_the_seats_have_spoken() -> None:
    at = table(facilitator=True)
    does(at, "north", HOTLINE)
    lock_all(at)
    assert at.state.phase == "ruling"
    does(at, "south", c.Reason("north", 0, "Nobody will pick up.", against=True))
    assert at.view("west").hearings[0].reasons == ("Against, Southland: Nobody will pick up.",)
    assert code(at, "north", c.Reason("north", 0, "Me too.")) == "reason/own"
    assert code(at, CONTROL, c.Rule("north", 0, 60)) == "rule/odds"
    assert code(at, CONTROL, c.Rule("west", 0, 50)) == "rule/unknown"
    does(at, "south", c.Rule("north", 0, 5))
    does(at, CONTROL, c.Rule("north", 0, 75))
    assert at.state.world.turn == 2 and odds(at) == [75]


def test_without_a_facilitator_the_median_of_the_other_seats_rules() -> None:
    at = table()
    does(at, "north", HOTLINE)
    lock_all(at)
    assert code(at, "north", c.Rule("north", 0, 95)) == "rule/own"
    does(at, "south", c.Rule("north", 0, 25))
    assert at.view("west").hearings[0].odds is None
    assert at.view("south").hearings[0].odds == 25
    does(at, "west", c.Rule("north", 0, 5))
    assert odds(at) == [5]  # of two middle words the lower


def test_bots_say_even_and_are_not_waited_for() -> None:
    at = table(south="bot:random", west="bot:random")
    does(at, "north", HOTLINE)
    lock_all(at)
    assert at.state.world.turn == 2 and odds(at) == [50]


def test_closing_the_ruling_takes_what_was_said_so_far() -> None:
    at = table(west="bot:random")
    does(at, "north", HOTLINE)
    lock_all(at)
    close(at)
    assert odds(at) == [50]

"""A secret agreement comes out by chance, is read by all then, and secret again when undone."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from game.rules.evolve import evolve
from game.rules.opening import opening
from game.rules.resolve import resolve
from game.rules.turn import Turn
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.terms import Declare, Terms
from game.table import commands as c
from game.table.commands import CONTROL
from game.table.state import Setup, begin
from game.table.table import Table
from game.world.facts import Leaked
from game.world.world import Agreement
from tests.mechanics.pages import Library, page
from tests.table.at_play import does, lock_all

GAME = page("leaks").games[0]
HUSH = Terms("Hush", ("crown", "duchy"), (Declare("We meet."),), secret=True)


@cache
def game(chance: str) -> Scenario:
    return load_text(GAME.replace("leaks: 0.15", f"leaks: {chance}"), "x.yaml", Library("x.yaml"))


def leaked(chance: str, seed: int, since: int = 1) -> list[str]:
    """What comes out in turn 2 of a secret agreement in force since a turn."""
    it = game(chance)
    hush = Agreement("hush", HUSH, since)
    world = replace(opening(it, seed), turn=2, agreements=(hush,))
    after = resolve(it, world, Turn())
    assert evolve(it, world, after.facts) == after.world
    return [fact.agreement for fact in after.facts if isinstance(fact, Leaked)]


def test_chance_brings_out_about_as_many_secrets_as_the_scenario_says() -> None:
    came = sum(bool(leaked("0.25", seed)) for seed in range(400))
    assert 70 <= came <= 130
    assert leaked("0.25", 7) == leaked("0.25", 7)
    assert not any(leaked("0", seed) for seed in range(20))


def test_what_was_signed_this_turn_is_safe_until_the_next() -> None:
    it = game("1")
    signed = Turn({}, (("side_letter", it.agreements["side_letter"]),))
    first = resolve(it, opening(it, 3), signed)
    assert not any(isinstance(fact, Leaked) for fact in first.facts)
    second = resolve(it, replace(first.world, last=9), Turn(luck={"leak:side_letter": True}))
    facts = [type(fact).__name__ for fact in second.facts]
    assert "Breached" in facts and "Leaked" not in facts  # what is over can no longer come out


def sees(at: Table, seat: str) -> tuple[list[str], bool]:
    """The agreements that a seat sees, and whether it can read anywhere of this one by its name."""
    view = at.view(seat)
    said = repr((view, at.past(seat)))
    return [accord.name for accord in view.agreements], "Hush" in said


def test_an_outsider_reads_what_has_come_out_and_no_longer_when_the_turn_is_undone() -> None:
    it = game("1")
    at = Table(it, begin(it, 5, Setup((), brisk=True, facilitator=True)))
    (drafted, *_more) = does(at, "crown", c.Draft(HUSH))
    for seat in HUSH.parties:
        does(at, seat, c.Sign(drafted.draft, drafted.revision))  # type: ignore[union-attr]
    lock_all(at)
    assert sees(at, "abbey") == ([], False)
    lock_all(at)
    assert sees(at, "abbey") == (["Hush"], True)
    assert "agreed in secret comes out: “Hush”" in repr(at.view("abbey"))
    does(at, CONTROL, c.Undo())
    assert sees(at, "abbey") == ([], False)
    assert sees(at, "duchy")[0] == ["Hush"]

"""The table's face: what is kept before it is so, and texts that stand beside the record."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from game.scenario.orders import Argue
from game.scenario.terms import Declare, Terms
from game.table import commands as c
from game.table.facts import Fact
from game.table.sealing import MARK
from game.table.state import begin, forget
from game.table.table import Table
from tests.table.at_play import code, does, harbour, lock_all

HOTLINE = Argue("A secret hotline.", ("It is cheap.",), (("tension", -1),))


class Shelf:
    """A store that keeps everything in lists, or fails."""

    def __init__(self) -> None:
        self.kept: list[tuple[c.Command, tuple[Fact, ...]]] = []
        self.texts: dict[str, str] = {}
        self.full = False
        self.salts = 0

    def salt(self) -> str:
        self.salts += 1
        return f"grain {self.salts}"

    def append(self, command: c.Command, facts: tuple[Fact, ...], texts: Mapping[str, str]) -> None:
        if self.full:
            raise OSError("the disk is full")
        self.kept.append((command, facts))
        self.texts |= texts


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def at(shelf: Shelf) -> Table:
    return Table(harbour(), begin(harbour(), 7), shelf)


def test_nothing_is_so_that_could_not_be_kept(at: Table, shelf: Shelf) -> None:
    shelf.full, before = True, at.state
    with pytest.raises(OSError):
        at.submit(c.CONTROL, c.Open())
    assert at.state is before
    shelf.full = False
    does(at, c.CONTROL, c.Open())
    assert at.state.phase == "negotiation" and len(shelf.kept) == 1


def test_a_refused_command_is_not_kept(at: Table, shelf: Shelf) -> None:
    code(at, "north", c.Lock())
    assert shelf.kept == []


def test_what_people_write_is_in_the_record_only_as_salted_digests(at: Table, shelf: Shelf) -> None:
    does(at, c.CONTROL, c.Open(), c.Seat("north", "Ada Example"))
    does(at, "north", c.Say("Meet me at the lighthouse."), HOTLINE)
    does(at, "north", c.Draft(Terms("Our pact", ("north", "south"), (Declare("For ever."),))))
    does(at, "north", c.Say("Meet me at the lighthouse."))
    record = msgspec.json.encode(shelf.kept).decode()
    for text in ("Ada", "lighthouse", "hotline", "cheap", "pact", "ever", "grain"):
        assert text not in record
    assert set(shelf.texts.values()) == {
        "Ada Example", "Meet me at the lighthouse.", "A secret hotline.", "It is cheap.",
        "Our pact", "For ever.",
    }  # fmt: skip
    said = [command.do for command, _ in shelf.kept if isinstance(command.do, c.Say)]
    assert len({do.text for do in said if do.text.startswith(MARK)}) == 2  # equal texts, two keys


def test_a_scenarios_own_texts_stand_in_the_record_as_they_are(at: Table, shelf: Shelf) -> None:
    does(at, c.CONTROL, c.Open())
    does(at, "north", c.Draft(harbour().agreements["compact"]))
    assert shelf.texts == {}
    assert at.view("south").drafts[0].id == "compact"


def test_an_erased_text_reads_as_erased_and_the_game_goes_on(at: Table) -> None:
    does(at, c.CONTROL, c.Open())
    does(at, "north", c.Say("Forget this."))
    (key,) = at.state.texts
    at.state = forget(at.state, frozenset({key}))
    assert [m.text for m in at.view("south").messages] == ["[erased]"]
    lock_all(at)
    assert at.state.phase == "reveal"


def test_an_argument_can_be_taken_back_and_an_edit_keeps_the_old_words_keys(
    at: Table, shelf: Shelf
) -> None:
    does(at, c.CONTROL, c.Open())
    does(at, "north", HOTLINE, c.TakeBack(HOTLINE))
    assert at.state.orders["north"] == ()
    terms = Terms("Our pact", ("north", "south"), (Declare("For ever."),))
    does(at, "north", c.Draft(terms))
    assert code(at, "north", c.Draft(terms, "draft1")) == "draft/same"


def test_a_refusal_quotes_a_draft_by_its_words(at: Table) -> None:
    does(at, c.CONTROL, c.Open())
    compact = harbour().agreements["compact"]
    mine = Terms("My way", compact.parties, compact.clauses)
    does(at, "north", c.Draft(mine), c.Sign("draft1", 1))
    does(at, "north", c.Draft(harbour().agreements["closed_pier"]))
    reply = at.submit("north", c.Sign("closed_pier", 1))
    assert reply.refused is not None and "'My way'" in reply.refused.says


def test_a_table_is_opened_for_the_scenarios_seats_only() -> None:
    opened = Table.open(harbour(), seed=3, seats={"west": "bot:random"})
    assert opened.state.chairs["west"].kind == "bot"
    with pytest.raises(ValueError, match="east"):
        Table.open(harbour(), seats={"east": "person"})


def test_odd_characters_do_no_harm(at: Table) -> None:
    does(at, c.CONTROL, c.Open())
    does(at, "north", c.Say("half a pair \ud800 and a \0 nul"))
    assert msgspec.json.encode(at.view("south"))

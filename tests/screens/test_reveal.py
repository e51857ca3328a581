"""A turn told to a whole class: chapter by chapter, deed by deed, and nothing that is secret."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from game.bots.play import bots_for, play_table
from game.loading import load
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import Eyes, look
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Deed,
    Go,
    Heading,
    Matrix,
    Paragraph,
    Place,
    Screen,
)
from game.screens.reveal import chapters
from game.table.commands import CONTROL, PUBLIC, Draft, Lock, Sign
from game.table.table import Table
from game.table.words import words_of
from game.world.facts import Changed, Concluded, Consented, Decided, Moved, Voted


def tables(turns: int = 99, seed: int = 7, name: str = "thaad-2016") -> Iterator[Table]:
    """A game between bots, after each of its turns."""
    it = load(name)
    bots = bots_for(it, "mixed:0.3", seed)
    table = Table.open(it, seed, {seat: f"bot:{bot.name}" for seat, bot in bots.items()})
    for number, _turn in enumerate(play_table(table, bots), 1):
        yield Table(it, table.state)
        if number == turns:
            return


@pytest.fixture(scope="module")
def played() -> list[Table]:
    return list(tables())


def eyes_of(table: Table, seat: str = PUBLIC) -> Eyes:
    return look(table, seat, words_of(table.scenario))


def told(eyes: Eyes, first: str = "0") -> list[Screen]:
    """The screens of a reveal, as Enter goes through them."""
    place, found = Place("reveal", first), []
    while place.screen == "reveal":
        screen = build(eyes, place)
        found.append(screen)
        assert screen.default is not None and isinstance(screen.default.action, Go)
        place = screen.default.action.to
        assert len(found) < 500
    assert place.screen in ("briefing", "end.story")
    return found


def blocks(screens: list[Screen]) -> list[Block]:
    return [block for screen in screens for block in screen.blocks]


def test_everybody_is_told_each_fact_in_a_block_of_its_kind(played: list[Table]) -> None:
    for table in played:
        eyes = eyes_of(table)
        facts, said = eyes.sight.told, blocks(told(eyes))
        accords = {block.id for block in said if isinstance(block, Accord)}
        assert {f.agreement for f in facts if isinstance(f, Concluded)} <= accords
        ballots = [block for block in said if isinstance(block, Ballots)]
        assert len(ballots) == sum(isinstance(f, Decided) for f in facts)
        voters = [actor for one in ballots for _side, who in one.sides for actor, _name in who]
        assert sorted(voters) == sorted(f.seat for f in facts if isinstance(f, Voted))
        deeds = [block.actor for block in said if isinstance(block, Deed)]
        assert all(f.seat in deeds for f in facts if isinstance(f, Consented))
        moved = {block.cell for block in said if isinstance(block, Change)}
        assert {f.issue for f in facts if isinstance(f, Moved)} <= moved


def test_deed_by_deed_tells_the_same_as_chapter_by_chapter(played: list[Table]) -> None:
    eyes = eyes_of(played[0])
    steps = told(eyes, "0.0")
    whole = told(eyes)
    assert len(steps) > len(whole) == len(chapters(eyes))
    for screen in whole:
        parts = [step.blocks for step in steps if step.title == screen.title]
        assert list(dict.fromkeys(b for part in parts for b in part)) == list(screen.blocks)
        for before, after in zip(parts, parts[1:], strict=False):
            assert after[-1] != before[-1]


def test_the_rest_of_a_chapter_or_of_all_can_be_skipped(played: list[Table]) -> None:
    eyes = eyes_of(played[0])
    screen = build(eyes, Place("reveal", "0.0"))
    ways = {control.id: control.action for control in screen.controls}
    assert isinstance(ways["whole"], Go) and isinstance(ways["skip"], Go)
    assert build(eyes, ways["whole"].to).blocks == build(eyes, Place("reveal", "0")).blocks
    assert ways["skip"].to == Place("briefing")
    second = build(eyes, Place("reveal", "1"))
    back = next(control for control in second.controls if control.role == "back")
    assert back.action == Go(Place("reveal", "0"))


def test_a_class_may_be_told_one_by_one(played: list[Table]) -> None:
    ways = [
        {c.id: c.action for c in build(eyes_of(played[0], seat), Place("reveal", "0")).controls}
        for seat in ("", CONTROL, "rok")
    ]
    assert ways[0]["slowly"] == ways[1]["slowly"] == Go(Place("reveal", "0.0"))
    assert "slowly" not in ways[2]


def test_who_could_have_consented_and_did_not_is_named(played: list[Table]) -> None:
    found = [
        block
        for table in played
        for block in blocks(told(eyes_of(table)))
        if isinstance(block, Deed) and block.against
    ]
    assert found
    assert all(block.actor not in dict(block.against) for block in found)


def test_a_seat_is_told_whether_it_gains(played: list[Table]) -> None:
    """A change is good or bad in its own seat's eyes only; the public's see neither."""
    seen = set()
    for table in played:
        assert not any(b.good for b in blocks(told(eyes_of(table))) if isinstance(b, Change))
        for seat in table.scenario.players:
            for block in blocks(told(eyes_of(table, seat))):
                if isinstance(block, Change) and block.cell == f"capital.{seat}":
                    assert block.good == block.rose
                    seen.add(block.good)
    assert seen >= {1, -1}


def test_breaches_are_trouble_and_come_last(played: list[Table]) -> None:
    found = 0
    for table in played:
        eyes = eyes_of(table)
        order = chapters(eyes)
        if "breaches" in order:
            assert order.index("breaches") == len([c for c in order if c != "end"]) - 1
            screen = build(eyes, Place("reveal", str(order.index("breaches"))))
            found += sum(isinstance(b, Deed) and b.tone == "trouble" for b in screen.blocks)
    assert found


def test_a_treaty_that_constituencies_refuse_is_told_with_its_parties() -> None:
    it = load("first-talks")
    table = Table.open(it, 5)
    table.submit("sponsor", Draft(it.agreements["radar_treaty"]))
    for seat in ("host", "sponsor"):
        table.submit(seat, Sign("radar_treaty", 1))
    for seat in it.players:
        table.submit(seat, Lock())
    (accord,) = (b for b in blocks(told(eyes_of(table))) if isinstance(b, Accord))
    stands = {party.actor: party.stands for party in accord.parties}
    assert stands == {"host": "unratified", "sponsor": "signed"}
    own = next(b for b in blocks(told(eyes_of(table, "host"))) if isinstance(b, Accord))
    assert own.clauses == accord.clauses


def test_a_number_is_explained_over_every_turn(played: list[Table]) -> None:
    eyes = eyes_of(played[3])
    said = build(eyes, Place("why", "tension")).blocks
    chart = next(block for block in said if isinstance(block, Chart))
    index = eyes.scenario.header.index["tension"]
    rows = [turn.row for turn in played[3].state.log] + [played[3].state.world.row]
    assert chart.series[0].values == tuple(row[index] for row in rows)
    changes = [block for block in said if isinstance(block, Change)]
    assert len(changes) == sum(
        any(isinstance(fact, Changed) and fact.cell == "tension" for fact in turn.facts)
        for turn in played[3].state.log
    )
    assert all(change.why for change in changes)
    assert any(isinstance(block, Paragraph) and block.tone == "concept" for block in said)
    assert sum(isinstance(block, Heading) for block in said) == len(changes)


def test_why_leads_from_a_reveal_to_a_number_and_back(played: list[Table]) -> None:
    eyes = next(one for one in map(eyes_of, played[1:]) if "moved" in chapters(one))
    number = chapters(eyes).index("moved")
    place = Place("reveal", f"{number}.0")
    for wanted in ({"why"}, eyes.scenario.issues, {"back"}, {"back"}):
        control = next(c for c in build(eyes, place).controls if c.id in wanted)
        assert isinstance(control.action, Go)
        place = control.action.to
    assert place == Place("reveal", f"{number}.0")


def test_relations_show_the_pairs_that_these_eyes_see(played: list[Table]) -> None:
    table = played[2]
    eyes = eyes_of(table)
    (matrix,) = (b for b in build(eyes, Place("relations")).blocks if isinstance(b, Matrix))
    header, row = table.scenario.header, table.state.world.row
    for n, (one, _name) in enumerate(matrix.actors):
        for m, (other, _other) in enumerate(matrix.actors):
            if n == m:
                assert matrix.values[n][m] is None
            else:
                assert matrix.values[n][m] == row[header.index[f"trust.{one}.{other}"]]


def test_the_timeline_shows_own_quantities_and_no_others(played: list[Table]) -> None:
    table = played[3]
    names = {seat: table.view(seat).name for seat in table.scenario.players}
    for seat in ("", "rok", "china"):
        screen = build(eyes_of(table, seat), Place("timeline"))
        charts = [block for block in screen.blocks if isinstance(block, Chart)]
        assert all(len(one.values) == 5 for chart in charts for one in chart.series)
        purse = [one.name for chart in charts for one in chart.series
                 if chart.caption == "Political capital"]  # fmt: skip
        assert purse == ([names[seat]] if seat else [])
        assert not any(one.history for chart in charts for one in chart.series)


def test_no_secret_of_another_seat_is_in_what_is_remembered(played: list[Table]) -> None:
    """Whatever row another seat's purse had, nobody else's screens of the past are changed."""
    table = played[3]
    hidden = table.scenario.header.index["capital.china"]
    log = []
    for turn in table.state.log:
        row = turn.row[:]
        row[hidden] = 9 - row[hidden]
        log.append(msgspec.structs.replace(turn, row=row))
    other = Table(table.scenario, msgspec.structs.replace(table.state, log=tuple(log)))
    for seat in ("", "rok"):
        for place in (Place("timeline"), Place("relations"), Place("whys"), Place("why", "thaad")):
            assert build(eyes_of(table, seat), place) == build(eyes_of(other, seat), place)
    assert table.past("china") != other.past("china")


def test_history_stands_beside_the_game_only_when_it_is_over(played: list[Table]) -> None:
    last = played[-1]
    eyes = eyes_of(last, "rok")
    game = game_at(last.scenario, last.state)
    screen = build(eyes, Place("end.timeline"), game)
    charts = [block for block in screen.blocks if isinstance(block, Chart)]
    real = {chart.caption: one.values for chart in charts for one in chart.series if one.history}
    words = words_of(last.scenario)
    assert words.issue("thaad") in real
    line = real[words.issue("thaad")]
    by_turn = {e.turn: e.option for e in last.scenario.document.history if e.issue == "thaad"}
    options = last.scenario.issues["thaad"].options
    assert all(line[turn] == options.index(str(o)) for turn, o in by_turn.items())
    purses = next(chart for chart in charts if chart.caption == "Political capital")
    assert len(purses.series) == len(last.scenario.players)
    back = next(control for control in screen.controls if control.role == "back")
    assert back.action == Go(Place("end.history"))


def test_control_is_told_everything(played: list[Table]) -> None:
    for table in played[:3]:
        known = {b.cell for b in blocks(told(eyes_of(table, CONTROL))) if isinstance(b, Change)}
        public = {b.cell for b in blocks(told(eyes_of(table))) if isinstance(b, Change)}
        assert public < known


def test_each_control_of_a_reveal_keeps_its_letter_on_every_page(played: list[Table]) -> None:
    for table in played:
        eyes = eyes_of(table)
        for first in ("0", "0.0"):
            for screen in told(eyes, first):
                known = {c.id: c.key for c in screen.controls if c.id != "next"}
                letters = {"whole": "a", "skip": "s", "slowly": "o", "why": "w", "back": "b"}
                assert known == {id: letters[id] for id in known}

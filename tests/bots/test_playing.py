"""Bots at a table: they play to the end, the same under the same seed, and do what is allowed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from functools import cache

import msgspec
import pytest

from game.bots.bot import Deed
from game.bots.play import bots_for, game, named, play_table
from game.loading import load
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.table.commands import Plan, Sign
from game.table.table import Reply, Table

NAMES = ("random", "greedy", "mixed:0.3")
SCENARIOS = ("first-talks", "thaad-2016")


@cache
def scenario(name: str) -> Scenario:
    return load(name)


def fingerprint(table: Table) -> str:
    """What became so in a game, shortly."""
    facts = [turn.facts for turn in table.state.log]
    return hashlib.sha256(msgspec.json.encode(facts)).hexdigest()


# ---------------------------------------------------------------------- names


@pytest.mark.parametrize("name", NAMES)
def test_a_bot_is_known_by_its_name(name: str) -> None:
    assert named(name, 3).name == name


@pytest.mark.parametrize("name", ["gredy", "mixed:2", "mixed:many", "", "person"])
def test_a_name_that_means_no_bot_says_which_there_are(name: str) -> None:
    with pytest.raises(ValueError, match="there are random, greedy, mixed:0.3"):
        named(name)


def test_a_mistyped_name_gets_a_hint() -> None:
    with pytest.raises(ValueError, match="did you mean 'greedy'"):
        named("gredy")


def test_names_are_given_by_seat_and_the_last_serves_the_rest() -> None:
    bots = bots_for(scenario("first-talks"), "random,greedy", 1)
    assert [bot.name for bot in bots.values()] == ["random", "greedy", "greedy"]


def test_more_names_than_seats_are_refused() -> None:
    with pytest.raises(ValueError, match="4 bots for 3 seats"):
        bots_for(scenario("first-talks"), "random,greedy,random,greedy", 1)


# ---------------------------------------------------------------------- games


@pytest.mark.parametrize("id", SCENARIOS)
@pytest.mark.parametrize("name", NAMES)
def test_a_game_between_bots_ends(id: str, name: str) -> None:
    it = scenario(id)
    table = Table.open(it, 5, dict.fromkeys(it.players, f"bot:{name}"))
    turns = list(play_table(table, bots_for(it, name, 5)))
    assert turns == list(range(1, len(turns) + 1)) and len(turns) <= it.turns[1]
    assert table.state.phase == "over" and table.state.world.end


@pytest.mark.parametrize("id", SCENARIOS)
@pytest.mark.parametrize("name", NAMES)
def test_what_was_played_before_makes_no_difference(id: str, name: str) -> None:
    """Bots keep figures from game to game; a game is the same without them."""
    used, fresh = scenario(id), load(id)
    for seed in range(4):
        game(used, seed, bots_for(used, name, seed))
    for seed in (2, 3):
        played = [game(it, seed, bots_for(it, name, seed)) for it in (used, fresh)]
        assert fingerprint(played[0]) == fingerprint(played[1])


def test_other_seeds_give_other_games() -> None:
    it = scenario("thaad-2016")
    games = {fingerprint(game(it, seed, bots_for(it, "mixed:0.3", seed))) for seed in range(4)}
    assert len(games) == 4


_PLAY = """
from tests.bots.test_playing import fingerprint
from game.bots.play import bots_for, game
from game.loading import load
for id in ("first-talks", "thaad-2016"):
    it = load(id)
    for name in ("greedy", "mixed:0.3"):
        print(fingerprint(game(it, 11, bots_for(it, name, 11))))
"""


def test_a_game_is_the_same_in_every_process() -> None:
    """Whatever the hash seed, so on every machine."""
    outputs = set()
    for hash_seed in ("0", "1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", _PLAY],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().split()) == 4


class Listening(Table):
    """A table that notes what was refused."""

    refused: Counter[str]

    def submit(self, author: str, do: object) -> Reply:  # type: ignore[override]
        before = self.state
        reply = super().submit(author, do)  # type: ignore[arg-type]
        if reply.refused is not None:
            assert self.state is before
            self.refused[f"{type(do).__name__} {reply.refused.code}"] += 1
        return reply


@pytest.mark.parametrize("id", SCENARIOS)
@pytest.mark.parametrize("name", NAMES)
def test_all_that_bots_order_is_accepted(id: str, name: str) -> None:
    """Only a signature may be refused: when the one before it has just bound the seat otherwise."""
    it = scenario(id)
    for seed in range(3):
        table = Listening.open(it, seed, dict.fromkeys(it.players, f"bot:{name}"))
        assert isinstance(table, Listening)
        table.refused = Counter()
        for _turn in play_table(table, bots_for(it, name, seed)):
            pass
        assert set(table.refused) <= {f"{Sign.__name__} draft/conflict"}


def test_every_deed_has_a_reason_in_words() -> None:
    it = scenario("thaad-2016")
    heard: list[tuple[str, Deed]] = []
    table = Table.open(it, 2, dict.fromkeys(it.players, "bot:greedy"))
    for _turn in play_table(table, bots_for(it, "greedy", 2), lambda s, d: heard.append((s, d))):
        pass
    ids = [*it.instruments, *it.agreements, *it.events]
    assert len(heard) > 100
    for _seat, deed in heard:
        assert deed.because[0] in "“" or deed.because[0].isupper()
        assert deed.because.endswith(".") and "{" not in deed.because
        assert not any(id in deed.because for id in ids if "_" in id)
        assert "draft" not in deed.because
    said = {deed.because for _seat, deed in heard if isinstance(deed.do, Plan)}
    assert len(said) > 20


# ---------------------------------------------------------------------- quality


@pytest.mark.parametrize(("id", "seeds"), [("first-talks", 12), ("thaad-2016", 4)])
def test_a_greedy_seat_does_better_than_a_random_one(id: str, seeds: int) -> None:
    """On average over its seats, among random others, under the same seeds."""
    it = scenario(id)
    greedy = chance = 0
    for seed in range(seeds):
        among = bots_for(it, "random", seed)
        by_chance = scores(it, game(it, seed, among).state.world)
        for seat in it.players:
            table = game(it, seed, {**among, seat: named("greedy")})
            greedy += scores(it, table.state.world)[seat].total
            chance += by_chance[seat].total
    assert greedy > chance + seeds * len(it.players)


@pytest.mark.parametrize("id", SCENARIOS)
def test_a_greedy_table_does_better_than_a_random_one(id: str) -> None:
    it = scenario(id)
    totals = {
        name: sum(
            score.total
            for seed in range(6)
            for score in scores(it, game(it, seed, bots_for(it, name, seed)).state.world).values()
        )
        for name in ("greedy", "random")
    }
    assert totals["greedy"] > totals["random"]

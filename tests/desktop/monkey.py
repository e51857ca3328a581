"""A monkey at the board: random keys, clicks, wheels and sizes, from a seed.

For a minute of it: `python -m tests.desktop.monkey 60`; a second number is the first seed.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.bots.play import bots_for, play_table
from game.desktop.app import App
from game.desktop.options import SCALES, Options
from game.desktop.walker import Walker, click, key
from game.loading import load
from game.record.table import Table
from game.session.beginning import Wanted, source_of
from game.session.feed import FileFeed
from game.session.replay import Replay
from game.session.source import Source
from game.session.watch import Watch

KEYS = (
    pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN, pygame.K_TAB, pygame.K_ESCAPE, pygame.K_UP,
    pygame.K_DOWN, pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_PAGEUP, pygame.K_HOME, pygame.K_END,
    pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_m, pygame.K_SLASH, pygame.K_BACKSPACE,
    pygame.K_DELETE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_F11,
)  # fmt: skip
WRITTEN = "0123456789abcxyz/:? 한é\u0301\u200f\U0001f600"
SIZES = ((960, 540), (1280, 720), (700, 900), (320, 200))


def worry(app: App, seed: int, events: int = 0, seconds: float = 0) -> int:
    """Do so many random things, or for so long; how many it did. A left game ends it."""
    chance = random.Random(seed)
    until = time.monotonic() + seconds
    done = 0
    while app.running and (done < events or time.monotonic() < until):
        app.step(_something(app, chance))
        if app.running and app.over.kind == "settings" and chance.random() < 0.8:
            app.step(key(pygame.K_ESCAPE))
        done += 1
    return done


def _something(app: App, chance: random.Random) -> list[pygame.Event]:
    roll = chance.random()
    wide, high = app.surface.get_size()
    at = chance.randrange(wide), chance.randrange(high)
    if roll < 0.35:
        return key(chance.choice(KEYS), mod=chance.choice((0, 0, 0, pygame.KMOD_SHIFT)))
    if roll < 0.5:
        letter = chance.choice(WRITTEN)
        return key(ord(letter), letter)
    if roll < 0.8 and app.spots:
        one = chance.choice(app.spots)
        if one.spot.id not in ("leave", "set:fullscreen"):
            return click(Walker(app).pixel(one))
    if roll < 0.9:
        return click(at)
    if roll < 0.98:
        return [pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
                pygame.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice((-3, 1)))]  # fmt: skip
    size = chance.choice(SIZES)
    return [pygame.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size)]


def same_when_loaded(app: App) -> bool:
    """Whether the record, read again, gives the game as it stands."""
    table = app.source.table  # type: ignore[attr-defined]
    state, path = table.state, app.source.path  # type: ignore[attr-defined]
    app.source.close()
    again = Table.load(path)
    try:
        return bool(again.state == state)
    finally:
        again.close()


WAYS = ("shared", "class", "start", "again", "projector")
"""Ways to be at a game: persons who share a laptop, a facilitator, the start screen, a replay."""


def source_for(way: str, scenario: str, seed: int, folder: Path) -> Source:
    """A source of a kind; what is replayed or watched was played by bots."""
    out = folder / "monkey.modus"
    if way in ("again", "projector"):
        it = load(scenario)
        bots = bots_for(it, "greedy", seed)
        seats = {seat: f"bot:{bot.name}" for seat, bot in bots.items()}
        with Table.open(it, seed, seats, out) as table:
            for turn, _played in enumerate(play_table(table, bots)):
                if turn > seed % 6:
                    break
        return Replay(out) if way == "again" else Watch(FileFeed(out))
    if way == "start":
        return source_of(Wanted(seed=seed))
    seats = tuple(load(scenario).players[: 1 + seed % 3]) if way == "shared" else ()
    facilitator = way == "class"
    return source_of(Wanted(scenario=scenario, seats=seats, seed=seed, out=out, minutes=0,
                            facilitator=facilitator))  # fmt: skip


def face(seed: int) -> Options:
    """A window of a size, theme, language and size of letters."""
    return Options(
        theme=("light", "dark")[seed % 2], scale=SCALES[seed % 4], table=seed % 3 == 0,
        still=seed % 5 > 0, size=SIZES[seed % len(SIZES)], language=("en", "ko")[seed // 2 % 2],
    )  # fmt: skip


def main() -> None:
    """Worry games of every kind until the time is over."""
    until = time.monotonic() + float(sys.argv[1] if len(sys.argv) > 1 else 60)
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    home = Path.cwd()
    games = done = 0
    for seed in count(first):
        if time.monotonic() >= until:
            break
        way = WAYS[seed % len(WAYS)]
        scenario = ("first-talks", "thaad-2016")[seed // len(WAYS) % 2]
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)  # the start screen keeps its games where one stands
            try:
                app = App(source_for(way, scenario, seed, Path(folder)), face(seed))
                done += worry(app, seed, seconds=min(until - time.monotonic(), 6))
                if hasattr(app.source, "table"):
                    assert same_when_loaded(app)
                app.source.close()
            except Exception:
                print(f"seed {seed}: {way}, {scenario}, {face(seed)}", file=sys.stderr)
                raise
            finally:
                os.chdir(home)
        games += 1
    print(f"{games} games, {done} events: nothing lost.")


if __name__ == "__main__":
    main()

"""The board: how soon it stands, how fast it moves, how little it takes while nothing happens.

Each run is a process of its own, without a monitor (SDL's dummy driver) and, where Xvfb is there,
in a window of an X server; beside every animation runs a loop that only fills and flips.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.measure import Figure
from game import loading

SIZE = "1920x1080"
IDLE = 4.0
"""Seconds of doing nothing over which the work is counted."""
FRAMES = 120

BOARD = """
import json, sys, time
import psutil
me = psutil.Process()
from pathlib import Path
from game.desktop.app import App
from game.desktop.start import wished
from game.session.beginning import Wanted, source_of
scenario, seat, folder, size, idle, count, began = sys.argv[1:]
out = Path(folder) / "bench.modus"
wanted = Wanted(scenario=scenario, seats=(seat,), bots="greedy", seed=7, out=out)
app = App(source_of(wanted), wished(size=size))
app.step(())
found = {"first": time.time() - float(began)}
import pygame
for _page in range(3):
    app.act(app.frame.screen.default)
app.step(())
while app.layers.moving(time.monotonic()):
    app.step(())

def p95(draw):
    spent = []
    for _frame in range(int(count)):
        start = time.perf_counter()
        draw()
        spent.append(time.perf_counter() - start)
    return 1000 * sorted(spent)[int(0.95 * len(spent))]

def moving():
    if not app.layers.moving(time.monotonic()):
        app.layers.fade(time.monotonic())
    app.dirty = True
    app.step(())

def blank():
    app.surface.fill("#14213d")
    pygame.display.flip()

found["frames"] = p95(moving)
found["blank"] = p95(blank)
app.layers.cut()
app.dirty = True
app.step(())
used, start = sum(me.cpu_times()[:2]), time.time()
while time.time() - start < float(idle):
    event = pygame.event.wait(app.patience())
    app.step([event, *pygame.event.get()])
found["idle"] = 100 * (sum(me.cpu_times()[:2]) - used) / (time.time() - start)
found["memory"] = me.memory_info().rss / 1e6
app.source.close()
print(json.dumps(found))
"""

PARTS = {
    "first": ("board-first", "s", 1.5, 0.75),
    "frames": ("board-frames", "ms", 16.0, 8.0),
    "blank": ("board-blank", "ms", 16.0, 8.0),
    "idle": ("board-idle", "%", 5.0, 2.0),
    "memory": ("board-memory", "MB", 250.0, 150.0),
}  # fmt: skip


def figures(scenario_id: str) -> list[Figure]:
    """The figures of the board, without a monitor and on a virtual screen."""
    ways = {"": _Run(scenario_id, _bare)}
    if shutil.which("Xvfb"):
        ways["-x"] = _Run(scenario_id, _on_screen)
    return [
        Figure(f"{name}{ending}", unit, floor, target, run.part(part, part == next(iter(PARTS))))
        for ending, run in ways.items()
        for part, (name, unit, floor, target) in PARTS.items()
    ]


class _Run:
    """One process that measures all parts; the first part that is asked for starts it."""

    def __init__(self, scenario_id: str, start: Callable[[list[str]], str]) -> None:
        self.scenario_id = scenario_id
        self.seat = loading.load(scenario_id).players[0]
        self.start = start
        self.found: dict[str, float] = {}

    def part(self, name: str, starts: bool) -> Callable[[], float]:
        def run() -> float:
            if starts or name not in self.found:
                self._measure()
            return self.found[name]

        return run

    def _measure(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", BOARD, self.scenario_id, self.seat, folder, SIZE]
            said = self.start([*command, str(IDLE), str(FRAMES)])
        self.found = json.loads(said.splitlines()[-1])


def _bare(command: list[str]) -> str:
    """Run under SDL's dummy driver."""
    return _run(command, SDL_VIDEODRIVER="dummy")


def _on_screen(command: list[str]) -> str:
    """Run in a window of an X server that nobody looks at."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "display"
        with said.open("w") as display:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(display.fileno()), "-screen", "0", f"{SIZE}x24"],
                pass_fds=[display.fileno()], stderr=subprocess.DEVNULL,
            )  # fmt: skip
            try:
                while not said.read_text().endswith("\n"):
                    if server.poll() is not None:
                        raise RuntimeError("Xvfb did not start")
                return _run(command, SDL_VIDEODRIVER="x11", DISPLAY=f":{said.read_text().strip()}")
            finally:
                server.terminate()
                server.wait()


def _run(command: list[str], **environment: str) -> str:
    done = subprocess.run(
        [*command, str(time.time())],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else "no message")
    return done.stdout

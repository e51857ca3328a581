"""The primer in a real window, with real keys and a real mouse, on a virtual screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.record.table import Table

NEEDED = ("Xvfb", "xdotool")
WAIT = 15.0

pytestmark = pytest.mark.skipif(
    not all(shutil.which(name) for name in NEEDED), reason="needs a virtual screen"
)


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """A virtual screen; the environment of programs that are to be seen on it."""
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=[writes], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writes)
    number = os.read(reads, 16).decode().strip()
    os.close(reads)
    taken = ("SDL_", "PYGAME_", "WAYLAND_")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(taken)}
    yield environment | {"DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy"}
    server.terminate()
    server.wait()


def hand(environment: dict[str, str], *words: str) -> str:
    """Real keys and the real mouse."""
    done = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True)
    return done.stdout.strip()


def test_the_primer_is_played_in_a_real_window(screen: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "game.modus"
    words = ["play", "first-talks", "--seat", "host", "--seed", "1", "--board", "--still"]
    game = subprocess.Popen(
        [sys.executable, "-m", "game", *words, "--size", "1280x720", "--out", str(path)],
        env=screen, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        until = time.monotonic() + WAIT
        while not hand(screen, "search", "--onlyvisible", "--class", "modus-vivendi"):
            assert game.poll() is None, game.communicate()
            assert time.monotonic() < until, hand(screen, "search", "--class", ".")
            time.sleep(0.1)
        hand(screen, "mousemove", "1222", "37", "click", "1")  # settings, by the mouse
        hand(screen, "key", "Escape")
        while game.poll() is None and time.monotonic() < until:
            hand(screen, "key", "Return")
            time.sleep(0.15)
        said, wrong = game.communicate(timeout=10)
    finally:
        game.kill()
    assert game.returncode == 0, wrong
    assert "modus replay" in said
    table = Table.load(path)
    assert table.state.phase == "over"
    table.close()

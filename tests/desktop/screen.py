"""A virtual screen on which the board really runs: its pixels, and keys and clicks from outside."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pygame
import pytest

PATIENCE = 30.0
"""Seconds after which something that should have come is missed."""

HEADER = struct.Struct(">25I")
COLOUR = 12


def needs_screen() -> None:
    """Skip where the tools are missing; in CI they must be there."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"{', '.join(missing)} not installed")
    assert not missing, f"CI must install {', '.join(missing)}"


class Screen:
    """An X server without a monitor, which keeps its picture in a file in `folder`."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.folder = folder
        self.size = size

    def __enter__(self) -> Self:
        read, write = os.pipe()
        wide, high = self.size
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{wide}x{high}x24",
             "-fbdir", str(self.folder), "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as said:
            self.display = f":{said.readline().strip()}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.server.terminate()
        self.server.wait(PATIENCE)

    def start(self, *words: str | Path, cwd: Path) -> subprocess.Popen[str]:
        """Start the command `modus` on this screen."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")}
        return subprocess.Popen(
            [sys.executable, "-m", "game", *map(str, words)],
            cwd=cwd, env=environment | {"DISPLAY": self.display}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def key(self, name: str) -> None:
        """Press a key, by its name in X11."""
        self._do("key", name)

    def point(self, x: int, y: int) -> None:
        """Move the pointer to a pixel."""
        self._do("mousemove", str(x), str(y))

    def click(self) -> None:
        """Press the pointer's first button."""
        self._do("click", "1")

    def wheel_down(self) -> None:
        """Turn the wheel by one notch toward oneself."""
        self._do("click", "5")

    def _do(self, *words: str) -> None:
        environment = os.environ | {"DISPLAY": self.display}
        subprocess.run(["xdotool", *words], env=environment, check=True, timeout=PATIENCE)

    def picture(self) -> pygame.Surface:
        """What is to be seen now."""
        raw = (self.folder / "Xvfb_screen0").read_bytes()
        head = HEADER.unpack_from(raw)
        start, wide, high, line, colours = head[0], head[4], head[5], head[12], head[19]
        start += colours * COLOUR
        assert line == 4 * wide
        pixels = raw[start : start + line * high]
        return pygame.image.frombuffer(pixels, (wide, high), "BGRA").copy()


def wait_for(what: Callable[[], bool], says: Callable[[], str]) -> None:
    """Wait until something is so; fail with a sentence where it does not become so."""
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until, says()
        time.sleep(0.03)


def share_of_difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of pixels in which two pictures of a size differ visibly."""
    assert one.get_size() == other.get_size()
    first, second = (pygame.surfarray.array3d(each).astype("int16") for each in (one, other))
    return float((abs(first - second).max(axis=2) > 24).mean())

"""Golden pictures of the board: how some screens look, kept small, compared with a tolerance.

`python -m tests.desktop.golden` draws them anew after a meant change (`make pictures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pygame
import pytest
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from game import i18n
from game.desktop import stage
from game.desktop.app import App
from game.desktop.ops import Op
from game.desktop.options import Options
from tests.desktop.gallery import Shown, hang, walked

FOLDER = Path(__file__).parent
SIZE = (1280, 720)

COLOURS = 96
"""So many colours keep a picture smaller than 60 kB."""
TILE = 40
"""Pixels of a side of the tiles in which pictures are compared."""
APART = 9.0
"""How far the colours of a tile may differ at most, of 255, on average: letters that are drawn a
little otherwise stay below it, a line that has moved does not."""
WHOLE = 2.5
"""How far those of a whole picture may."""

Pixels = NDArray[np.float32]


class Golden(Struct, frozen=True):
    """A picture: which kind of screen of the large scenario, and in what kind of window."""

    kind: str
    options: Options = Options()


GOLDENS = {
    "lobby": Golden("lobby"),
    "desk": Golden("desk"),
    "desk-table-dark": Golden("desk", Options(theme="dark", table=True)),
    "editor-ko": Golden("edit", Options(language="ko")),
    "reveal-dark": Golden("reveal-what-was-done", Options(theme="dark")),
    "curtain": Golden("curtain"),
    "scores-large": Golden("end-scores", Options(scale=1.5)),
    "projector": Golden("projector"),
}


def drawn(golden: Golden) -> pygame.Surface:
    """A picture as it is drawn today, with the clock at the beginning of time."""
    with _shown(golden) as app:
        app.draw()
    return app.surface


def composed(golden: Golden) -> tuple[Op, ...]:
    """What is on a picture, and where, in units."""
    with _shown(golden) as app:
        return app.layers.ops


@contextmanager
def _shown(golden: Golden) -> Iterator[App]:
    options = replace(golden.options, size=SIZE, still=True)
    shot = walked("thaad-2016", options.language)[golden.kind]
    # Where the game is kept is another place each time.
    shot = replace(shot, frame=replace(shot.frame, notices=()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "time", SimpleNamespace(time=lambda: 0.0, monotonic=lambda: 9.0))
        i18n.use(options.language)
        try:
            app = App(Shown(shot.frame), options, pygame.Surface(SIZE))
            hang(app, shot)
            yield app
        finally:
            i18n.use("")


def differences(one: pygame.Surface, other: pygame.Surface) -> Iterator[str]:
    """Where two pictures differ by more than the drawing of letters explains."""
    if one.get_size() != other.get_size():
        yield f"sizes {one.get_size()} and {other.get_size()}"
        return
    apart = np.abs(_soft(one) - _soft(other)).mean(axis=2)
    if apart.mean() > WHOLE:
        yield f"the whole picture, by {apart.mean():.2f}"
    side = TILE // 2
    wide, high = apart.shape[0] // side, apart.shape[1] // side
    tiles = apart[: wide * side, : high * side].reshape(wide, side, high, side).mean(axis=(1, 3))
    for x, y in np.argwhere(tiles > APART):
        yield f"at {x * TILE},{y * TILE}, by {tiles[x, y]:.1f}"


def _soft(surface: pygame.Surface) -> Pixels:
    """The pixels, each four made one, so that the edges of letters count less."""
    pixels = pygame.surfarray.array3d(surface).astype(np.float32)
    wide, high = pixels.shape[0] // 2, pixels.shape[1] // 2
    return pixels[: wide * 2, : high * 2].reshape(wide, 2, high, 2, 3).mean(axis=(1, 3))


def small(surface: pygame.Surface) -> pygame.Surface:
    """The picture in few colours: those of which there is most, the others by the nearest."""
    pixels = pygame.surfarray.array3d(surface).astype(np.int32)
    coarse = (pixels[..., 0] >> 3) << 10 | (pixels[..., 1] >> 3) << 5 | pixels[..., 2] >> 3
    counts = np.bincount(coarse.ravel(), minlength=1 << 15)
    kept = np.argsort(counts)[::-1][:COLOURS]
    kept = kept[counts[kept] > 0]
    colours = np.array([pixels[coarse == code].mean(axis=0) for code in kept])
    known = np.flatnonzero(counts)
    middle = np.stack([known >> 10, known >> 5 & 31, known & 31], axis=1) * 8 + 4
    nearest = np.zeros(1 << 15, dtype=np.uint8)
    nearest[known] = ((middle[:, None] - colours[None]) ** 2).sum(axis=2).argmin(axis=1)
    found = pygame.Surface(surface.get_size(), depth=8)
    found.set_palette([tuple(int(c) for c in colour) for colour in colours.round()])
    pygame.surfarray.blit_array(found, nearest[coarse])
    return found


def keep() -> Iterator[str]:
    """Draw all pictures anew, and say which were kept in how many bytes."""
    for name, golden in GOLDENS.items():
        path = FOLDER / f"{name}.png"
        pygame.image.save(small(drawn(golden)), path)
        yield f"{path.name}: {path.stat().st_size // 1024} kB"

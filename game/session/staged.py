"""The board as a session shows it: with the turns that it plays, and the turn that is told."""

from __future__ import annotations

from msgspec.structs import replace

from game.screens.eyes import Eyes, month
from game.screens.model import Place
from game.screens.scene import Scene
from game.screens.staging import scene_of


def staged(eyes: Eyes, phase: str = "", told: int = 0, place: Place | None = None) -> Scene:
    """The board for a pair of eyes; `told` is the turn that a reveal tells, 0 without one.

    `place` is what is looked at: while it is of a reveal, the news run no further than that.
    """
    scene = scene_of(eyes, phase or ("reveal" if told else ""), place)
    if not told:
        return replace(scene, of=eyes.of(scene.turn))
    return replace(scene, turn=told, date=month(eyes.scenario.date(told)), of=eyes.of(told))

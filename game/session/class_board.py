"""The board that a class looks at: whose slips are in, and in a reveal the turn that is told."""

from __future__ import annotations

from msgspec.structs import replace

from game.screens.eyes import Eyes
from game.screens.model import Place
from game.screens.scene import Scene
from game.session.slip_box import SlipBox
from game.session.staged import staged
from game.table.state import State


def class_board(eyes: Eyes, state: State, box: SlipBox, chapter: Place) -> Scene:
    """The board for a pair of eyes. A team whose slip is in stands there as one that is done.

    `chapter` is how far a reveal has been told.
    """
    reveals = state.phase == "reveal"
    told, to = (state.log[-1].turn, chapter) if reveals else (0, None)
    scene = staged(eyes, told=told, place=to)
    done = {s for s, chair in state.chairs.items() if box.handed(s, chair) == "entered"}
    plates = tuple(replace(one, locked=one.locked or one.id in done) for one in scene.plates)
    return replace(scene, plates=plates)

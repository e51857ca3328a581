"""A scenario's board before anybody has played: what the start screen shows of it."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import Scenario
from game.screens.eyes import look
from game.screens.scene import Scene
from game.screens.staging import scene_of
from game.table.commands import PUBLIC
from game.table.table import Table
from game.table.words import Words


def preview(scenario: Scenario, words: Words, playing: Mapping[str, str]) -> Scene:
    """The board of the first turn as everybody may see it, with who plays each seat."""
    return scene_of(look(Table.open(scenario, 0, playing), PUBLIC, words))

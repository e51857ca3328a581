"""The emblems that an actor may carry on the board: neutral signs, no flags, no state's arms."""

from __future__ import annotations

from typing import Final, Literal, get_args

Emblem = Literal[
    "star", "mountain", "wave", "tree", "tower", "bridge", "blossom", "fish", "house", "anchor",
    "leaf", "pagoda", "lantern", "bird", "fortress", "river", "key", "horse", "dome", "hill",
    "lighthouse", "ring", "boat", "wheel", "bell", "drop", "cloud", "shell", "grain", "gem",
]  # fmt: skip

EMBLEMS: Final[tuple[Emblem, ...]] = get_args(Emblem)
"""All of them, in the order in which actors take them where a scenario says nothing."""

"""Modus Vivendi: policy-simulation board games in which states negotiate over deployments.

The public face is `load`, `Table`, `order`, `resolve` and `ScenarioErrors`; each is imported when
it is first used, so that `import game` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.loading import load
    from game.record.table import Table
    from game.rules.resolve import resolve
    from game.scenario.notation import parse_order as order
    from game.scenario.problems import ScenarioErrors

__version__ = "0.1.0.dev0"

__all__ = ["ScenarioErrors", "Table", "__version__", "load", "order", "resolve"]

# name: the module that it lives in, and its name there. No module directly under `game` may be
# called like one of these: importing it would hide the name.
_HOMES = {
    "load": ("game.loading", "load"),
    "Table": ("game.record.table", "Table"),
    "order": ("game.scenario.notation", "parse_order"),
    "resolve": ("game.rules.resolve", "resolve"),
    "ScenarioErrors": ("game.scenario.problems", "ScenarioErrors"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    value: object = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})

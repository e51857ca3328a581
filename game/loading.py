"""From a scenario's id or path to the checked, compiled Scenario."""

from __future__ import annotations

from pathlib import Path

from game import data
from game.scenario.load import load_text
from game.scenario.model import Scenario


def load(scenario: str | Path) -> Scenario:
    """Load a scenario named by a bundled id (`first-talks`) or a path.

    Raises UserError when there is no such file, and ScenarioErrors with all its problems at once
    when the text is wrong.
    """
    text, source = data.scenario_text(scenario)
    return load_text(text, source, data.Library(source))

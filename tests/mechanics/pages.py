"""The pages of docs/mechanics: what each says it is about, and the small game that shows it."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.data import Library, scenario_ids
from game.loading import load
from game.scenario.gate import read
from game.scenario.including import include
from game.scenario.load import load_text
from game.scenario.model import Scenario

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "mechanics"
PAGES = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")

_BLOCK = re.compile(r"^```yaml\n(modus: 1\n.*?)^```$", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^- \*\*(?P<key>[A-Z][a-z ]+):\*\* (?P<said>.+(?:\n  .+)*)", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page."""

    name: str
    text: str
    games: tuple[str, ...]
    concepts: tuple[str, ...]
    taken: tuple[str, ...]
    played: tuple[str, ...]


@cache
def page(name: str) -> Page:
    """A page by its name, taken apart."""
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    lines = {found["key"]: found["said"] for found in _LINE.finditer(text)}
    return Page(
        name, text, tuple(_BLOCK.findall(text)),
        tuple(part.strip() for part in " ".join(lines.get("Concept", "").split()).split(";")),
        tuple(re.findall(r"`([a-z_.]+)`", lines.get("Taken away", ""))),
        tuple(re.findall(r"`([a-z0-9-]+)`", lines.get("Played in", ""))),
    )  # fmt: skip


@cache
def merged(text: str) -> dict[str, Any]:
    """A scenario's file with what its libraries bring, as plain data."""
    source = include(read(text, "page.yaml"), Library("page.yaml"))
    assert source.problems == (), source.problems
    data: dict[str, Any] = {key: value for key, value in source.data.items() if key != "include"}
    return data


@cache
def whole(text: str) -> Scenario:
    """A scenario from its text."""
    return load_text(text, "page.yaml", Library("page.yaml"))


@cache
def without(text: str, path: str) -> Scenario:
    """The same scenario with what stands at a path (`rules.audience_cost`) taken away."""
    data = copy.deepcopy(merged(text))
    here: Any = data
    *above, last = path.split(".")
    for part in above:
        here = here[int(part) if isinstance(here, list) else part]
    del here[int(last) if isinstance(here, list) else last]
    return load_text(json.dumps(data), f"without-{path}.yaml")


@cache
def taught() -> dict[str, set[str]]:
    """The concepts that rules of the bundled scenarios teach, and in which."""
    found: dict[str, set[str]] = {}
    for name in scenario_ids():
        for rule in load(name).rules.values():
            if rule.concept:
                found.setdefault(rule.concept, set()).add(name)
    return found


def played_in(it: Page) -> list[str]:
    """The bundled scenarios in which a page's mechanic is played."""
    return sorted({name for concept in it.concepts for name in taught().get(concept, ())})

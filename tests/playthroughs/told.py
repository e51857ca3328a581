"""A whole game between bots, told as text that a person can read and a test can compare.

`python -m tests.playthroughs.told` writes the golden file of every bundled scenario anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.bots.play import bots_for, play_table
from game.data import scenario_ids
from game.loading import load
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.scenario.notation import format_order
from game.table.facts import Gave, Proposed, Signed
from game.table.table import Table
from game.world.facts import (
    Accrued,
    Answered,
    Breached,
    Changed,
    Concluded,
    Decided,
    Ended,
    Fact,
    Happened,
    Mandated,
    Moved,
    Ratified,
)

HERE = Path(__file__).parent
BOTS = "mixed:0.3"
SEED = 7


def golden(name: str) -> Path:
    """The file that holds a scenario's playthrough."""
    return HERE / f"{name}.txt"


def told(name: str) -> str:
    """A scenario played through: what was ordered, what became of it, the ledger, the scores."""
    scenario = load(name)
    bots = bots_for(scenario, BOTS, SEED)
    table = Table.open(scenario, SEED, {seat: f"bot:{bot.name}" for seat, bot in bots.items()})
    kept: list[object] = []
    submit = table.submit

    def keeping(author: str, do: object) -> object:
        reply = submit(author, do)  # type: ignore[arg-type]
        kept.extend(reply.facts)
        return reply

    table.submit = keeping  # type: ignore[method-assign, assignment]
    lines = [f"{scenario.id}: {BOTS} bots, seed {SEED}"]
    for turn in play_table(table, bots):
        lines += ["", f"turn {turn}"]
        lines += (f"  {line}" for line in _orders(kept))
        lines += (f"  * {line}" for line in _facts(scenario, table.state.log[-1].facts))
        lines.append("  = " + _ledger(scenario, table))
        kept.clear()
    world = table.state.world
    lines += ["", f"end: {world.end}"]
    for seat, score in scores(scenario, world).items():
        lines.append(f"  {seat}: {score.total}")
    return "\n".join(lines) + "\n"


def _orders(kept: list[object]) -> Iterator[str]:
    for fact in kept:
        if isinstance(fact, Gave | Proposed):
            yield f"{fact.seat}: {format_order(fact.order)}"
        elif isinstance(fact, Signed):
            yield f"{fact.seat} signs {fact.draft}"


def _facts(scenario: Scenario, facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, Changed):
            why = ", ".join(f"{cause} {amount:+d}" for cause, amount in fact.why)
            yield f"{fact.cell} {fact.old} -> {fact.new} ({why})"
        elif isinstance(fact, Moved):
            options = scenario.issues[fact.issue].options
            by = ", ".join((*fact.movers, *fact.causes)) or "nobody"
            yield f"{fact.issue}: {options[fact.old]} -> {options[fact.new]} by {by}"
        elif isinstance(
            fact,
            Accrued | Answered | Breached | Decided | Ended | Happened | Mandated | Ratified,
        ):
            yield str(fact)
        elif isinstance(fact, Concluded):
            yield f"{fact.agreement} enters into force: {', '.join(fact.terms.parties)}"


def _ledger(scenario: Scenario, table: Table) -> str:
    row = table.state.world.row
    issues = (f"{i.id} {i.options[row[i.cell]]}" for i in scenario.issues.values())
    tracks = (
        f"{name} {row[index]}"
        for index, name in enumerate(scenario.header.names)
        if name.split(".")[0] in ("tension", "capital")
    )
    return "; ".join((*issues, *tracks))


if __name__ == "__main__":
    for scenario_id in scenario_ids():
        golden(scenario_id).write_text(told(scenario_id), encoding="utf-8")
        print(golden(scenario_id).name)

"""A study told: as a table in a terminal, and as JSON.

JSON holds everything: ``seed`` and ``asked`` say how to make it again; ``measures`` has for each
row its ``id``, the words of the table, ``met`` (true, false, or null where it does not apply) and
``values``, all figures unrounded; ``tally`` the counts themselves, under the names and with the
meanings of :class:`game.study.tally.Tally`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from game.i18n import _, ngettext
from game.scenario.model import Scenario
from game.study.measures import Measure, measured
from game.study.tally import Tally

if TYPE_CHECKING:
    from rich.table import Table

WIDTH = 100
ENOUGH = 2000
"""Games from which on a study says something about a scenario's balance."""


class Study(Struct, frozen=True):
    """What was asked for of one scenario, and what came of it."""

    scenario: Scenario
    tally: Tally
    seed: int
    asked: int

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The rows of its table."""
        return measured(self.scenario, self.tally)

    @property
    def missed(self) -> int:
        """How many targets are missed."""
        return sum(measure.met is False for measure in self.measures)


def mark(measure: Measure) -> str:
    """Whether a target is met, in a word."""
    return {True: _("met"), False: _("MISSED"), None: "-"}[measure.met]


def heading(study: Study) -> str:
    """What was played, in a line."""
    games = study.tally.games
    says = ngettext(
        "{n} game of {bots}, seed {seed}", "{n} games of {bots}, seeds from {seed}", games
    )
    told = says.format(n=f"{games:,}", bots=study.tally.bots, seed=study.seed)
    if games < study.asked:
        told += _(" (of {asked} asked for)").format(asked=f"{study.asked:,}")
    elif games < ENOUGH:
        told += _(" (judge from {enough} on)").format(enough=f"{ENOUGH:,}")
    return told


def table(study: Study) -> Table:
    """The table of one scenario, for a terminal."""
    from rich import box
    from rich.table import Table

    title = f"{study.scenario.title} ({study.scenario.id}): {heading(study)}"
    made = Table(title=title, title_justify="left", box=box.SIMPLE, pad_edge=False, width=WIDTH)
    made.add_column(_("what"), ratio=30)
    made.add_column(_("target"), ratio=15)
    made.add_column(_("found"), ratio=18)
    made.add_column("", no_wrap=True)
    made.add_column(_("farthest from it"), ratio=28)
    for measure in study.measures:
        style = {True: "", False: "bold", None: "dim"}[measure.met]
        made.add_row(
            measure.what, measure.target, measure.figure, mark(measure), measure.worst, style=style
        )
    return made


def outcomes(study: Study) -> Iterator[str]:
    """In how many games in a hundred each issue ended at each of its options, a line an issue."""
    for issue in study.scenario.issues.values():
        finals = study.tally.finals.get(issue.id, {})
        told = (
            f"{option} {100 * study.tally.rate(finals.get(option, 0)):.0f}"
            for option in issue.options
        )
        yield f"{issue.id}: {', '.join(told)}"


def as_json(studies: Iterable[Study]) -> list[dict[str, Any]]:
    """All of it, in builtin values."""
    return [
        {
            "scenario": study.scenario.id,
            "title": study.scenario.title,
            "digest": study.scenario.digest,
            "bots": study.tally.bots,
            "seed": study.seed,
            "asked": study.asked,
            "games": study.tally.games,
            "measures": [
                {
                    "id": m.id,
                    "what": m.what,
                    "target": m.target,
                    "figure": m.figure,
                    "met": m.met,
                    "worst": m.worst,
                    "values": m.values,
                }
                for m in study.measures
            ],
            "tally": study.tally.as_json(),
        }
        for study in studies
    ]

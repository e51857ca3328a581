"""The page of all studies, as Markdown, with what people wrote about its misses.

The page is made anew each time; the notes stand in a YAML file beside it, by scenario and measure
(or ``all``, for a scenario that the targets were not made for), and are only read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from game import data
from game.errors import UserError
from game.i18n import _
from game.scenario.model import Scenario
from game.scenario.problems import nearest
from game.study.meanings import meanings
from game.study.measures import Measure, measured
from game.study.report import Study, heading, mark, outcomes
from game.study.tally import Tally

Notes = Mapping[str, Mapping[str, str]]
"""What somebody wrote about a miss: by scenario and measure."""
ALL = "all"
"""Instead of a measure: what is said of a whole scenario."""

PREFACE = """\
# Balance

Made by `modus balance --markdown {page}`; change nothing here by hand. What is written about a
miss stands in `{notes}`, by scenario and measure (or `all`), and is taken in again whenever this
page is made. `modus balance SCENARIO` makes one table, and with `--json` gives every figure.

How to read it:

{words}
"""

JSON = """
## As JSON

`modus balance SCENARIO... --json` prints a list with one object a scenario: `scenario`,
`title`, `digest` (of its text), `bots`, `seed`, `asked` and `games` (fewer, where it was
interrupted), then

- `measures`: a list in the order of the table; each has `id`, `what`, `target`, `figure` and
  `worst` in words, `met` (true, false, or null where there is no target or it does not apply),
  and in `values` all its figures, unrounded: shares from 0 to 1, by seat, issue, instrument or
  agreement;
- `tally`: what was counted, as numbers of games unless said otherwise. By id: `rules` that
  changed something, `events`, `ends`, instruments `ordered` by anybody, texts that forums
  `adopted` and `rejected`, agreements (`""` for texts of the bots' own) `drafted`, `signed`,
  `concluded`, `ratified`, `failed` (at home), `broken`, `denounced`, `expired`. By two ids:
  `answers` to events, options `reached` and `finals` by issue, `moved` by issue and way. On
  purpose: `chosen` and `chosen_by` seat (instruments, and steps as `issue way`), `signers`,
  those who `valued` a text at a point or more, `agreed` (signed so by all), levers `relieved`,
  `unkept`: on purpose `breached` and `breakers`, for want `defaulted`. Counts that are no games:
  `turns`,
  `minded` (turns in which a seat weighed its orders), `orders`, `worthwhile`, `unspent`, `high`
  (turns), `breaches_last`, `breaches_before`, and the sums `scores`, `shares` (over the
  `appraised` games), `joint`, `joint_apart` and `joint_idle` (over `pairs`, by what the points
  are for) and `above` (an exercise's points above no deal, over the `settled` games, of which
  nobody could improve on `efficient`). `led` of `leads` appraised games were won by who led
  midway.
"""


def markdown(studies: Sequence[Study], notes: Notes, page: Path) -> Iterator[str]:
    """The page, line by line; `page` is the file in which it will stand."""
    words = "\n".join(f"- {one}" for one in meanings())
    told = PREFACE.format(page=page.name, notes=notes_of(page).name, words=words)
    yield from told.splitlines()
    yield ""
    yield f"| {_('scenario')} | {_('met')} | {_('missed')} | {_('of them not explained')} |"
    yield "|---|---|---|---|"
    for one in studies:
        rows, mine = one.measures, notes.get(one.scenario.id, {})
        missed = [m for m in rows if m.met is False]
        bare = [m for m in missed if m.id not in mine and ALL not in mine]
        met = sum(m.met is True for m in rows)
        yield f"| {one.scenario.title} | {met} | {len(missed)} | {len(bare)} |"
    for one in studies:
        yield from _section(one, notes.get(one.scenario.id, {}))
    yield from JSON.splitlines()


def _section(one: Study, mine: Mapping[str, str]) -> Iterator[str]:
    """One scenario's table and notes."""
    yield ""
    yield f"## {one.scenario.title} (`{one.scenario.id}`)"
    yield ""
    yield f"{heading(one)}; scenario {one.scenario.digest[:12]}."
    yield ""
    yield f"| {_('what')} | {_('target')} | {_('found')} | | {_('farthest from it')} |"
    yield "|---|---|---|---|---|"
    for m in one.measures:
        said = mark(m)
        cells = (m.what, m.target, m.figure, f"**{said}**" if m.met is False else said, m.worst)
        yield "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
    yield ""
    yield f"{_('Where the issues end, in per cent of games')}: {'; '.join(outcomes(one))}."
    told = list(_told(one.measures, mine))
    if told:
        yield ""
        yield from told


def _told(rows: Iterable[Measure], mine: Mapping[str, str]) -> Iterator[str]:
    """What people wrote, and what nobody has explained yet."""
    if ALL in mine:
        yield f"- {_flat(mine[ALL])}"
    for m in rows:
        if m.id in mine:
            yield f"- **{m.what}** (`{m.id}`): {_flat(mine[m.id])}"
        elif m.met is False and ALL not in mine:
            yield f"- **{m.what}** (`{m.id}`): {_('not explained yet.')}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def notes_of(page: Path) -> Path:
    """The file beside a page in which people explain its misses."""
    return page.with_name(f"{page.stem}-notes.yaml")


def read_notes(path: Path, scenarios: Iterable[Scenario]) -> Notes:
    """What people wrote. Raises UserError for a file of another form, or for a measure of one of
    these scenarios that there is not."""
    if not path.exists():
        return {}
    try:
        found: Any = yaml.safe_load(data.read_text(path))
    except yaml.YAMLError as error:
        raise UserError(_("{path}: {reason}").format(path=path, reason=error)) from None
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(
        isinstance(mine, dict) and all(isinstance(text, str) for text in mine.values())
        for mine in found.values()
    ):
        says = _("{path}: expected a text for each scenario and measure.")
        raise UserError(says.format(path=path))
    for scenario in scenarios:
        nothing = Tally(scenario.id, "", games=1, turns=1)
        known = [ALL, *(m.id for m in measured(scenario, nothing))]
        for name in found.get(scenario.id, {}):
            if name not in known:
                says = _("{path}: {scenario} has no measure '{name}'; did you mean '{close}'?")
                close = nearest(name, known) or ", ".join(known)
                raise UserError(
                    says.format(path=path, scenario=scenario.id, name=name, close=close)
                )
    return found

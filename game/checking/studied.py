"""What some dozen games between bots never bring about, though nothing forbids it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import add

from game.checking.places import Path, Places
from game.checking.progress import Progress
from game.i18n import _, ngettext
from game.scenario.model import Effect, Event, Scenario
from game.scenario.problems import Problem
from game.study import Tally, quick

GAMES = 60
"""As many as find what comes about in one game of twenty, in all but one study of twenty."""

BATCH = 4
"""Games between two words of progress."""


def warnings(scenario: Scenario, places: Places, games: int = GAMES) -> Iterator[Problem]:
    """Play, and name what never came about: options, instruments, agreements, rules, events.

    Raises KeyboardInterrupt when it was interrupted: a study cut short would accuse the innocent.
    """
    yield from judged(scenario, _played(scenario, places.source, games), places)


def _played(scenario: Scenario, source: str, games: int) -> Tally:
    parts: list[Tally] = []
    with Progress(source, games) as progress:
        for seed in range(0, games, BATCH):
            asked = min(BATCH, games - seed)
            parts.append(quick(scenario, asked, seed=seed))
            if parts[-1].games < asked:
                raise KeyboardInterrupt
            progress.say(seed + asked)
    return reduce(add, parts)


def judged(scenario: Scenario, tally: Tally, places: Places) -> Iterator[Problem]:
    """What the counts of a study say of its scenario."""
    yield from _options(scenario, tally, places)
    told = _Told(tally, places)
    for name in scenario.instruments:
        if not tally.ordered.get(name):
            says = _("Nobody ordered this in {games}.")
            yield told.of("study/instrument", says, ("instruments", name))
    for name, terms in scenario.agreements.items():
        if not tally.signed.get(name):
            says = _("Not all of its parties signed this in any of {games}.")
            yield told.of("study/agreement", says, ("agreements", name))
        elif terms.treaty and not tally.concluded.get(name):
            says = _("This treaty was signed, and never ratified by all, in {games}.")
            yield told.of("study/treaty", says, ("agreements", name))
    for name, rule in scenario.rules.items():
        if not tally.rules.get(name) and _changes((rule.body,)):
            yield told.of("study/rule", _("This rule changed nothing in {games}."), ("rules", name))
    for name, event in scenario.events.items():
        if not tally.events.get(name) and _by_itself(event):
            yield told.of("study/event", _("This never happened in {games}."), ("events", name))


def _options(scenario: Scenario, tally: Tally, places: Places) -> Iterator[Problem]:
    if scenario.settle is not None:
        return  # each option is a position to argue for, and few make a package that all accept
    for issue in scenario.issues.values():
        reached = tally.reached.get(issue.id, {})
        for number, option in enumerate(issue.options):
            if not reached.get(option):
                says = _("'{issue}' never came to '{option}' in {games}.")
                says = says.format(issue=issue.id, option=option, games=_games(tally.games))
                yield places.warn("study/option", says, ("issues", issue.id, "options", number))


class _Told:
    """Warnings about entries of the file."""

    def __init__(self, tally: Tally, places: Places) -> None:
        self.games = _games(tally.games)
        self.places = places

    def of(self, code: str, says: str, path: Path) -> Problem:
        says = says.format(games=self.games)
        if self.places.whole.home(path, key=True) != self.places.source:
            # What a library brings is right in the library: it is this file that includes it.
            says = f"{path[-1]}: {says}"
            path = ("include",)
        return self.places.warn(code, says, path, key=True)


def _games(n: int) -> str:
    return ngettext("{n} game between bots", "{n} games between bots", n).format(n=n)


def _changes(effects: Iterable[Effect]) -> bool:
    """Whether effects change anything that is counted: a rule may only make headlines."""
    return any(effect.changes or effect.step or _changes(effect.effects) for effect in effects)


def _by_itself(event: Event) -> bool:
    """Whether it happens without a facilitator, whom no study has, and without being injected."""
    return event.when is not None or event.chance is not None or event.turn is not None

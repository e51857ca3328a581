"""Reading a record: its facts are evolved, nothing is decided again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.i18n import _
from game.record.errors import Damaged, Tampered
from game.record.form import Entry, Whole, author_of, commitment, facts_of, genesis, link
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.problems import ScenarioErrors
from game.table.evolve import evolve_all
from game.table.facts import Fact
from game.table.sealing import key_of
from game.table.state import State, begin, remember


def scenario_of(path: Path, whole: Whole) -> Scenario:
    """The scenario that a record holds. Raises RecordError where it is not the one it names."""
    try:
        scenario = load_text(whole.text, path.name, whole.included)
    except ScenarioErrors as wrong:
        says = _("{path}: the scenario in it is not one that this program can play:\n{problems}")
        raise Damaged(says.format(path=path, problems=wrong)) from None
    if scenario.digest != whole.header.scenario:
        raise Tampered(_("{path} was changed: its scenario is another.").format(path=path))
    if commitment(whole.seed, whole.salt) != whole.header.commitment:
        raise Tampered(_("{path} was changed: its seed is another.").format(path=path))
    return scenario


def start_of(scenario: Scenario, whole: Whole) -> State:
    """The table before the first command, with every text that is not erased."""
    state = begin(scenario, whole.seed, whole.header.setup)
    return remember(state, {w.key: w.text for w in whole.words if w.text is not None})


def steps(
    path: Path, scenario: Scenario, whole: Whole
) -> Iterator[tuple[Entry, tuple[Fact, ...], State]]:
    """Each entry, its facts, and the state after it.

    Raises RecordError at the first entry at which the chain does not hold, or at the end, where
    an entry is missing.
    """
    state, chain = start_of(scenario, whole), genesis(whole.header)
    for number, entry in enumerate(whole.entries, 1):
        chain = link(chain, entry.command, entry.facts)
        if entry.seq != number or entry.hash != chain:
            raise broken(path, number, state.world.turn)
        if entry.author != author_of(entry):
            raise broken(path, number, state.world.turn)
        facts = facts_of(entry)
        try:
            state = evolve_all(scenario, state, facts)
        except (LookupError, ValueError, TypeError, AttributeError) as wrong:
            raise Damaged.entry(number, repr(wrong)) from wrong
        yield entry, facts, state
    if whole.head != len(whole.entries) or whole.chain != chain:
        raise broken(path, len(whole.entries) + 1, state.world.turn)
    for word in whole.words:
        if word.text is not None and word.key != key_of(word.text, word.salt or ""):
            raise Tampered(
                _("{path} was changed: a text of entry {n} is not what was written.").format(
                    path=path, n=word.seq
                )
            )


def broken(path: Path, number: int, turn: int) -> Tampered:
    """The chain breaks at an entry."""
    says = _("{path} was changed: its chain breaks at entry {n}, in turn {turn}.")
    return Tampered(says.format(path=path, n=number, turn=turn))


def last_state(path: Path, scenario: Scenario, whole: Whole) -> State:
    """The state that a record's facts lead to. Raises RecordError."""
    state = start_of(scenario, whole)
    for _entry, _facts, after in steps(path, scenario, whole):
        state = after
    return state

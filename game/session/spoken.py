"""What people say for the things of a scenario: ids and names, in any case, with any spaces."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.notation import format_order
from game.scenario.orders import Act, Ballot, Denounce, Order, Step, Vote
from game.screens.eyes import Eyes
from game.table.words import Words

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")


def bare(text: str) -> str:
    """A text's letters and digits, in lower case: how two ways to write a name are compared."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def notation_of(eyes: Eyes, line: str) -> str:
    """The notation of the order that a line says in names; "" where it says none, or several."""
    wanted = bare(line)
    found = {
        format_order(order)
        for order, forms in _orders(eyes)
        if wanted in (bare(form) for form in forms)
    }
    return found.pop() if len(found) == 1 else ""


def _orders(eyes: Eyes) -> Iterator[tuple[Order, list[str]]]:
    """Every order that there could be, with the ways to say it."""
    scenario, words = eyes.scenario, eyes.words
    for instrument in scenario.instruments:
        heads = (instrument, words.instrument(instrument))
        for target, names in _targets(eyes, instrument):
            forms = [f"{head} {name}" for head in heads for name in names]
            yield Act(instrument, target), forms
    for issue in scenario.issues.values():
        heads = (issue.id, words.issue(issue.id))
        for option, label in zip(issue.options, words.options(issue.id), strict=True):
            ends = (option, label, f"to {label}", f"to {option}")
            forms = [f"{head} {end}" for head in heads for end in ends]
            yield Step(issue.id, option), [*forms, *(f"step {form}" for form in forms)]
    for proposal in eyes.view.proposals:
        texts = (proposal.text, words.text(proposal.text), proposal.says.rstrip("."))
        for ballot in BALLOTS:
            forms = [f"vote {head} {ballot}" for head in texts]
            forms += [f"vote {ballot} {head}" for head in texts]
            yield Vote(proposal.text, ballot), forms
    for agreement in eyes.view.agreements:
        forms = [
            f"{verb} {name}"
            for verb in ("denounce", "leave")
            for name in (agreement.id, agreement.name)
        ]
        yield Denounce(agreement.id), forms


def _targets(eyes: Eyes, instrument: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    scenario, words = eyes.scenario, eyes.words
    kind = scenario.instruments[instrument].target
    if not kind:
        yield "", ("",)
    elif kind == "issue":
        yield from ((id, (id, words.issue(id))) for id in scenario.issues)
    elif kind == "constituency":
        own = eyes.view.sheet.constituencies if eyes.view.sheet else ()
        yield from ((c.id.rpartition(".")[2], (c.id, c.name)) for c in own)
    else:
        yield from ((id, (id, words.actor(id))) for id in scenario.actors)


def cells_named(scenario: Scenario, words: Words, seen: list[str], about: str) -> list[str]:
    """The cells and issues, of those that are seen, that somebody asks about: one, or a family."""
    wanted = bare(about)
    if not wanted:
        return []
    names = {name: (bare(name), bare(words.cell(name))) for name in (*scenario.issues, *seen)}
    exact = [name for name, forms in names.items() if wanted in forms]
    if exact:
        return exact
    starts = [n for n, forms in names.items() if any(form.startswith(wanted) for form in forms)]
    parts = [bare(word) for word in about.split()]
    within = [
        name
        for name, forms in names.items()
        if any(all(part in form for part in parts) for form in forms)
    ]
    return starts or within

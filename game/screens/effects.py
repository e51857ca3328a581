"""What an instrument does, in words: read from its effects as the author wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.scenario.model import Effect, Expression
from game.screens.eyes import Eyes


def effects_in_words(eyes: Eyes, effects: tuple[Effect, ...]) -> list[str]:
    """One line for each thing that changes, in the order of the file."""
    return list(dict.fromkeys(_lines(eyes, effects, sometimes=False)))


def _lines(eyes: Eyes, effects: tuple[Effect, ...], *, sometimes: bool) -> Iterator[str]:
    for effect in effects:
        maybe = sometimes or effect.if_ is not None
        for cell, amount in effect.changes:
            text = _change(eyes, cell.text, amount)
            yield _("{change}, in some cases").format(change=text) if maybe else text
        for issue, way in effect.step:
            name = eyes.words.issue(issue)
            up = _("{issue}: one step on") if way == "up" else _("{issue}: one step back")
            yield up.format(issue=name)
        for actor, _mandate in effect.mandate:
            yield _("{actor}: a new government").format(actor=eyes.name(actor))
        if effect.inject:
            yield _("something follows from it")
        yield from _lines(eyes, effect.effects, sometimes=maybe)


def _change(eyes: Eyes, cell: str, amount: Expression | int) -> str:
    track, *whose = cell.split(".")
    name = eyes.words.track(track) if track in eyes.scenario.tracks else track
    of = [_whose(eyes, who) for who in whose]
    scope = eyes.scenario.tracks[track].scope if track in eyes.scenario.tracks else ""
    if scope == "pair" and len(of) == 2:
        name = _("{track} between {a} and {b}").format(track=name, a=of[0], b=of[1])
    elif of:
        name = _("{track} of {who}").format(track=name, who=of[-1])
    if isinstance(amount, int):
        return f"{name} {amount:+d}"
    return _("{name} changes by {amount}").format(name=name, amount=_amount(eyes, amount.text))


def _amount(eyes: Eyes, text: str) -> str:
    sign, bare = ("-", text[1:]) if text.startswith("-") else ("", text)
    track, *whose = bare.strip().split(".")
    if track in eyes.scenario.tracks and all(part.isidentifier() for part in whose):
        return sign + _change(eyes, bare.strip(), 0).removesuffix(" +0")
    return text


def _whose(eyes: Eyes, who: str) -> str:
    if who == "actor":
        return _("you")
    if who == "target":
        return _("whom you choose")
    if who in eyes.scenario.actors:
        return eyes.name(who)
    return _("some others") if len(who) <= 2 else who

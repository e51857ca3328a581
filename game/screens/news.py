"""The news: the headlines of the last turn as far as it is told, and what the press was told."""

from __future__ import annotations

from collections.abc import Iterable

from game.i18n import _
from game.screens.eyes import Eyes
from game.screens.model import Place
from game.screens.reveal import told_by
from game.table.commands import PRESS
from game.table.telling import Chapter, Told

HEADLINES: tuple[Chapter, ...] = ("signed", "moved", "breaches", "end")
"""What is news of a turn, beside its events."""


def news(eyes: Eyes, told_to: Place | None = None, *, telling: bool = False) -> tuple[str, ...]:
    """The headlines of the last turn, and what was said to the press since.

    While a reveal is told to the place `told_to`, only what it has told so far is news, and before
    that the headlines of the turn before; `telling` says so of a place that does not tell itself.
    """
    told = _told(eyes, told_to, telling)
    found = [one.says for one in told if one.chapter in HEADLINES]
    titles = [eyes.words.event(event) for event in eyes.scenario.events]
    for one in told:
        if one.chapter == "followed" and not one.cell:
            title = next((title for title in titles if one.says.startswith(title)), "")
            found.append(title or one.says)
    since = eyes.view.turn - 1
    for message in eyes.view.messages:
        if message.to == (PRESS,) and message.turn >= since:
            found.append(_("{name}: “{text}”").format(name=message.name, text=message.text))
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found))


def _told(eyes: Eyes, told_to: Place | None, telling: bool) -> list[Told]:
    """What of the last turn may be news by now, or what was of the turn before."""
    last = [one for one in eyes.view.told if not one.steady]
    at = _reveal_of(told_to) if told_to is not None else ""
    if told_to is None or not (at or telling):
        return last
    known = told_by(eyes, Place("reveal", at)) if at else frozenset[str]()
    so_far = [one for one in last if one.chapter in known]
    return so_far or [one for past in eyes.past[-2:-1] for one in _news_of(past.told)]


def _news_of(told: Iterable[Told]) -> list[Told]:
    return [one for one in told if not one.steady]


def _reveal_of(place: Place) -> str:
    """Where in a reveal a place stands, or where in it one goes back to; "" without one."""
    if place.screen == "reveal":
        return place.of or "0"
    came = [step.partition(":") for step in place.arg("back").split()]
    return next((of or "0" for name, _colon, of in came if name == "reveal"), "")

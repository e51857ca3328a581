"""The screen at a place, for one seat."""

from __future__ import annotations

from collections.abc import Callable

from game.debrief.game import Game
from game.screens import (
    agreements,
    arguments,
    board,
    briefing,
    clauses,
    desk,
    editor,
    ending,
    history,
    locking,
    messages,
    orders,
    packages,
    perceptions,
    points,
    relations,
    reveal,
    sheet,
    votes,
    whys,
)
from game.screens.eyes import Eyes
from game.screens.model import Place, Screen

SCREENS: dict[str, Callable[[Eyes, Place], Screen]] = {
    "start": briefing.start, "briefing": briefing.briefing, "desk": desk.desk, "lock": locking.lock,
    "sheet": sheet.sheet,
    "home": sheet.home, "points": points.points, "chorus": sheet.chorus,
    "sources": sheet.sources, "wants": sheet.wants,
    "board": board.board, "whys": whys.whys, "why": whys.why,
    "relations": relations.relations, "timeline": history.timeline,
    "orders": orders.orders, "order": orders.order,
    "messages": messages.messages, "recipients": messages.recipients, "message": messages.message,
    "agreements": agreements.agreements, "draft": agreements.draft,
    "agreement": agreements.agreement, "ready": agreements.ready,
    "ready.text": agreements.ready_text,
    "edit": editor.edit, "edit.parties": editor.parties, "clause": clauses.clause,
    "votes": votes.votes, "questions": votes.questions, "question": votes.question,
    "argue": arguments.argue, "argue.cell": arguments.argue_cell,
    "hearing": arguments.hearing, "ruling": arguments.ruling,
    "perceive": perceptions.perceive,
    "packages": packages.packages, "package": packages.package,
    "reveal": reveal.reveal,
}  # fmt: skip


def build(eyes: Eyes, place: Place, game: Game | None = None) -> Screen:
    """What a place says and offers to these eyes; the end's pages read the whole game.

    Raises KeyError for a place that there is not.
    """
    if game is not None and place.screen.startswith("end."):
        return ending.ending(eyes, place, game)
    return SCREENS[place.screen](eyes, place)

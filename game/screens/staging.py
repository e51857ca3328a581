"""Builds the scene, the board as a value, from one pair of eyes and nothing else."""

from __future__ import annotations

import re

from game.i18n import N_, _
from game.screens.accords import in_force, on_the_table
from game.screens.board import gauge
from game.screens.eyes import Eyes, month
from game.screens.issue_cards import cards
from game.screens.model import Gauge, Place
from game.screens.news import news
from game.screens.scene import Bond, Plate, Relation, Scene, Step
from game.table.views import ActorView, CellView

PHASES = {
    "briefing": N_("Briefing"),
    "negotiation": N_("Negotiation"),
    "ruling": N_("Ruling"),
    "reveal": N_("Reveal"),
}
EMBLEMS = (
    "star", "pagoda", "blossom", "fortress", "dome", "mountain", "wave", "tree", "tower", "bridge",
)  # fmt: skip
"""The emblems of seats, in the order of the file: they mean nothing, and tell seats apart."""
OF_NOWHERE = (
    "grain", "hill", "river", "lantern", "wheel", "horse", "tower", "boat", "leaf", "ring",
)  # fmt: skip
"""The emblems where a scenario plays on no real map."""
WEST, EAST = 44.0, -65.0
SOUTH, NORTH = -45.0, 77.5
"""The map reaches from the first degree of longitude eastward to the second (look.md)."""


def scene_of(eyes: Eyes, phase: str = "", told_to: Place | None = None) -> Scene:
    """The board as these eyes see it; `phase` where a session is in another than the table.

    `told_to` is how far the last turn is told, where a reveal still tells it: the news run no
    further. It is a place of the reveal, or one that leads back to it.
    """
    view = eyes.view
    first, last = eyes.scenario.turns
    of = str(first) if first == last else _("{first} to {last}").format(first=first, last=last)
    return Scene(
        title=view.title,
        turn=view.turn,
        of=of,
        date=month(view.date),
        phases=_phases(eyes, phase or view.phase),
        gauges=_gauges(eyes),
        plates=_plates(eyes),
        relations=_relations(eyes),
        cards=cards(eyes),
        news=news(eyes, told_to, telling=phase == "reveal"),
        accords=in_force(eyes),
        drafts=on_the_table(eyes),
        borderless=borderless(eyes),
        over=bool(view.end),
    )


def borderless(eyes: Eyes) -> bool:
    """Whether the game stands on no real map: a skin is chosen, or most players lie off it."""
    if eyes.words.skin:
        return True
    placed = [actor for actor in eyes.players if _on_map(actor.at)]
    return 2 * len(placed) <= len(eyes.players)


def _on_map(at: tuple[float, ...]) -> bool:
    return len(at) == 2 and SOUTH <= at[0] <= NORTH and (at[1] >= WEST or at[1] <= EAST)


def _phases(eyes: Eyes, phase: str) -> tuple[Step, ...]:
    ids = [id for id in PHASES if id != "ruling" or eyes.scenario.argue_cells]
    at = ids.index(phase) if phase in ids else len(ids)
    return tuple(
        Step(id, _(PHASES[id]), "over" if n < at else "now" if n == at else "to come")
        for n, id in enumerate(ids)
    )


def _gauges(eyes: Eyes) -> tuple[Gauge, ...]:
    tracks = eyes.scenario.tracks
    return tuple(
        gauge(eyes, cell)
        for cell in eyes.view.cells
        if cell.track in tracks and tracks[cell.track].scope == "world"
    )


# ---------------------------------------------------------------------- actors


def _emblems(eyes: Eyes) -> dict[str, str]:
    """The emblem that an actor's scenario names, and for other players one that nobody has."""
    named = {actor.id: actor.emblem for actor in eyes.view.actors if actor.emblem}
    taken = {*named.values()}
    kept = [e for e in (OF_NOWHERE if borderless(eyes) else EMBLEMS) if e not in taken]
    others = [actor.id for actor in eyes.players if actor.id not in named]
    return named | {id: kept[n % len(kept)] for n, id in enumerate(others)}


def _plates(eyes: Eyes) -> tuple[Plate, ...]:
    emblems = _emblems(eyes)
    codes = _codes(eyes.view.actors)
    return tuple(
        Plate(
            id=actor.id,
            name=actor.name,
            code=codes[actor.id],
            colour=actor.colour,
            emblem=emblems.get(actor.id, ""),
            at=actor.at if _on_map(actor.at) else (),
            is_player=actor.is_player,
            own=actor.id == eyes.seat,
            by=actor.by,
            player=actor.player,
            locked=actor.locked,
            note=_("ended its turn") if actor.locked else "",
        )
        for actor in eyes.view.actors
    )


def _codes(actors: tuple[ActorView, ...]) -> dict[str, str]:
    """Short names for small places, each its own."""
    found: dict[str, str] = {}
    for actor in actors:
        words = re.findall(r"\w+", actor.name)
        short = "".join(word[0] for word in words if word[0].isupper())
        letters = "".join(words) or actor.id
        choices = [short] if 1 < len(short) < 5 else []
        choices += [letters[:n] for n in range(3, len(letters) + 1)] or [letters]
        found[actor.id] = next(
            (c.upper() for c in choices if c.upper() not in found.values()), actor.id.upper()
        )
    return found


def _relations(eyes: Eyes) -> tuple[Relation, ...]:
    players = {actor.id for actor in eyes.players}
    track = next((t for t in eyes.scenario.tracks.values() if _pairs(eyes, t.id, players)), None)
    if track is None:
        return ()
    name = eyes.words.track(track.id)
    found = []
    for cell in _pairs(eyes, track.id, players):
        bond = bond_of(cell.value, cell.low, cell.high)
        if bond is not None:
            one, other = cell.name.split(".")[1:]
            found.append(Relation(one, other, bond, cell.value, name))
    return tuple(found)


def _pairs(eyes: Eyes, track: str, players: set[str]) -> list[CellView]:
    """The cells of a symmetric track between two players, as far as these eyes see them."""
    it = eyes.scenario.tracks[track]
    if it.scope != "pair" or not it.symmetric:
        return []
    cells = (cell for cell in eyes.view.cells if cell.track == track)
    return [cell for cell in cells if players.issuperset(cell.name.split(".")[1:])]


def bond_of(value: int, low: int, high: int) -> Bond | None:
    """How a pair stands: the last two fifths of the range, on either side of 0, are the far ends.

    >>> bond_of(3, -5, 5), bond_of(1, -5, 5), bond_of(0, -5, 5), bond_of(-3, -5, 5)
    ('close', 'friendly', None, 'hostile')
    """
    if value > 0:
        return "close" if 5 * value >= 3 * high else "friendly"
    if value < 0:
        return "hostile" if 5 * value <= 3 * low else "strained"
    return None

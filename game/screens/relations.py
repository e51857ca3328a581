"""How the seats stand to each other: one table of pairs for each pair track that may be seen."""

from __future__ import annotations

from game.i18n import _
from game.scenario.model import Track
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import Block, Control, Go, Matrix, Place, Screen


def relations(eyes: Eyes, place: Place) -> Screen:
    """Every pair track as a table of the seats."""
    tracks = [track for track in eyes.scenario.tracks.values() if track.scope == "pair"]
    blocks: list[Block] = [m for m in (matrix(eyes, track) for track in tracks) if m is not None]
    if not blocks:
        blocks.append(nothing(_("Here nothing is counted between one seat and another.")))
    controls = [
        Control(
            "why",
            _("Why did a number change?"),
            Go(Place("whys", args=trail(place))),
            icon="circle-help",
        ),
        back_to(place, _("back to the board"), Place("board")),
    ]
    help = _("A row says how that seat stands toward the seat above each column.")
    return screen(eyes, _("Between the seats"), blocks, controls, help)


def matrix(eyes: Eyes, track: Track) -> Matrix | None:
    """The pairs of a track, as far as these eyes see them; None where they see none."""
    seats = [actor.id for actor in eyes.players]
    pairs = [[_pair(eyes, track.id, one, other) for other in seats] for one in seats]
    values = tuple(tuple(pair[0] for pair in row) for row in pairs)
    if all(value is None for row in values for value in row):
        return None
    was = tuple(tuple(pair[1] for pair in row) for row in pairs) if eyes.view.told else ()
    caption = _("{track}, from {low} to {high}:").format(
        track=eyes.words.track(track.id), low=track.low, high=track.high
    )
    actors = tuple((seat, eyes.name(seat)) for seat in seats)
    return Matrix(caption, actors, values, track.low, track.high, was, track.symmetric)


def _pair(eyes: Eyes, track: str, one: str, other: str) -> tuple[int | None, int | None]:
    """What stands between two seats now, and what did before the last turn."""
    header = eyes.scenario.header
    index = header.index.get(f"{track}.{one}.{other}")
    cell = eyes.cells.get(header.names[index]) if index is not None else None
    return (cell.value, cell.was) if cell is not None else (None, None)


def back_to(place: Place, label: str, usual: Place) -> Control:
    """The way back to where a place says that it was come from, else to the usual one."""
    came, _space, before = place.arg("back").partition(" ")
    name, _colon, of = came.partition(":")
    to = Place(name, of, (("back", before),) if before else ()) if came else usual
    return Control("back", _("back") if came else label, Go(to), role="back", default=True)


def trail(place: Place) -> tuple[tuple[str, str], ...]:
    """What a place is given, so that its way back leads here, and from here on back."""
    here = f"{place.screen}:{place.of}" if place.of else place.screen
    return (("back", f"{here} {place.arg('back')}".strip()),)

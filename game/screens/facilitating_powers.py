"""The facilitator's powers: inject, correct, undo, replace a player, write down who sits where."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import Eyes, nothing, turn_of
from game.screens.facilitating import HUB, POWERS, Room, back, do, page, private
from game.screens.finishing import asked, finishing
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Items,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.table.commands import Inject, Next, Replace, Undo
from game.world.world import STOPPED

BOT = "bot:greedy"


def powers(room: Room, place: Place) -> Screen:
    """Everything that only the facilitator may do; all of it is told to everyone at the end."""
    view = room.public.view
    over = _("the game is over") if view.end else _("the turn is over")
    controls = [
        Control(
            "inject", _("Let an event happen"), private(room, Place("f.injects")),
            hint=_("at the end of this turn"), why_not=over,
            enabled=view.phase in ("briefing", "negotiation", "ruling"),
        ),
        Control(
            "correct", _("Correct a number"), private(room, Place("f.tracks")), why_not=over,
            enabled=view.phase in ("briefing", "negotiation"),
        ),
        _undoing(room),
        Control("replace", _("Replace a player"), Go(Place("f.replace"))),
        Control("names", _("Write down who sits where"), Go(Place("f.names"))),
        asked(room.public, Place("f.finish", POWERS.screen)),
        back(default=True),
    ]  # fmt: skip
    says = _("What you do here is recorded, and told to everyone when the game is over.")
    return page(room, _("The facilitator's powers"), [Paragraph(says)], controls)


def _undoing(room: Room) -> Control:
    stopped = room.public.view.end == STOPPED
    label = _("Take the end of the session back") if stopped else _("Undo the last turn")
    why_not = _("no turn is over yet")
    enabled = stopped or bool(room.last)
    return Control("undo", label, Go(Place("f.undo")), enabled=enabled, why_not=why_not)


def injects(room: Room, eyes: Eyes, place: Place) -> Screen:
    """The events that could happen, and have not; first those that are about to."""
    happened = {event for event, _turn in eyes.sight.happened} | {*room.injects}
    controls = [
        Control(event.id, eyes.words.event(event.id), Go(Place("f.inject", event.id)),
                hint=eyes.words.event_says(event.id))
        for event in eyes.scenario.events.values()
        if event.id not in room.injects and (event.repeat or event.id not in happened)
    ]  # fmt: skip
    about = tuple(eyes.words.event(id) for id in room.injects)
    blocks: list[Block] = [Items(about, _("At the end of this turn happens:"))] if about else []
    if not controls:
        blocks.append(nothing(_("Every event has happened, or is about to.")))
    controls.append(back(POWERS, default=True))
    return page(room, _("Let an event happen"), blocks, controls)


def inject(room: Room, eyes: Eyes, place: Place) -> Screen:
    """One event: read it, and let it happen."""
    event = eyes.scenario.events[place.of]
    blocks: list[Block] = [Paragraph(eyes.words.event_says(event.id))]
    if event.to:
        says = _("Only these are told: {names}.").format(names=eyes.names(event.to))
        blocks.append(Paragraph(says))
    if event.asks:
        says = _("{name} must answer it.").format(name=eyes.name(event.asks))
        blocks.append(Paragraph(says))
    said = _("“{event}” is set: it happens at the end of this turn.")
    said = said.format(event=eyes.words.event(event.id).rstrip("."))
    controls = [
        Control("yes", _("Let it happen"), Submit(Inject(event.id), Place("f.injects"), said)),
        back(Place("f.injects"), default=True),
    ]
    return page(room, eyes.words.event(event.id), blocks, controls)


def tracks(room: Room, eyes: Eyes, place: Place) -> Screen:
    """Which number to correct: its track, then the cell."""
    if place.of:
        return _cells(room, eyes, place)
    found = list(dict.fromkeys(cell.track for cell in eyes.view.cells))
    controls = [Control(t, eyes.words.track(t), Go(Place("f.tracks", t))) for t in found]
    if eyes.issues:
        controls.append(Control("issues", _("Where an issue stands"), Go(Place("f.issues"))))
    controls.append(back(POWERS, default=True))
    return page(room, _("Which number?"), [], controls)


def _cells(room: Room, eyes: Eyes, place: Place) -> Screen:
    controls = [
        Control(
            cell.name, cell.label,
            Fill(do("correct", cell.name), "value",
                 _("{cell}, from {low} to {high}").format(
                     cell=cell.label, low=cell.low, high=cell.high),
                 "number", cell.low, cell.high),
            "field", value=str(cell.value),
        )
        for cell in eyes.view.cells
        if cell.track == place.of
    ]  # fmt: skip
    controls.append(back(Place("f.tracks"), default=True))
    return page(room, eyes.words.track(place.of), [], controls)


def issues(room: Room, eyes: Eyes, place: Place) -> Screen:
    """Which issue, then on which of its options it shall stand."""
    if not place.of:
        controls = [
            Control(i.id, i.name, Go(Place("f.issues", i.id)), "field", value=i.labels[i.now])
            for i in eyes.view.issues
        ]
        controls.append(back(Place("f.tracks"), default=True))
        return page(room, _("Which issue?"), [], controls)
    issue = eyes.issues[place.of]
    controls = [
        Control(option, label, Go(do("correct", issue.id, value=str(n))), "choice",
                enabled=n != issue.now, why_not=_("it stands there already"))
        for n, (option, label) in enumerate(zip(issue.options, issue.labels, strict=True))
    ]  # fmt: skip
    controls.append(back(Place("f.issues"), default=True))
    return page(room, issue.name, [], controls)


def undo(room: Room, place: Place) -> Screen:
    """Back to the start of the turn that was resolved last, if that is really meant."""
    if room.public.view.end == STOPPED:
        return _taking_back(room)
    turn = room.last
    blocks: list[Block] = [
        Paragraph(_("Turn {n} will be played again from its beginning.").format(n=turn), "trouble"),
        Paragraph(_("What was ordered since then is gone; the record keeps that it was.")),
        Paragraph(_("The slips of that turn stay half typed, so that they can be taken again.")),
    ]
    if room.lost:
        blocks.append(Items(room.lost, _("This is taken back too:")))
    controls = [
        Control("yes", _("Undo turn {n}").format(n=turn), Submit(Undo(), HUB)),
        back(POWERS, default=True),
    ]
    return page(room, _("Undo the last turn?"), blocks, controls)


def _taking_back(room: Room) -> Screen:
    """The session was ended, and goes on after all, if that is really meant."""
    text = _("The game goes on from where the session was ended, with all that was ordered.")
    controls = [
        Control("yes", _("Go on with the game"), Submit(Undo(), HUB)),
        back(POWERS, default=True),
    ]
    return page(room, _("Take the end of the session back?"), [Paragraph(text)], controls)


def finish(room: Room, place: Place) -> Screen:
    """Does the session end here? From a reveal that is told to its end one may play on."""
    view = room.public.view
    to = Place(place.of) if place.of else None
    told = view.phase == "reveal"
    on = Submit(Next(), HUB) if told and to is None else Go(HUB)
    return finishing(room.public, on, to, told=told, status=turn_of(room.public))


def replacing(room: Room, place: Place) -> Screen:
    """Whose player, and by whom."""
    eyes = room.public
    if not place.of:
        by = {"person": _("a team"), "bot": _("a bot"), "empty": _("nobody")}
        controls = [
            Control(a.id, a.name, Go(Place("f.replace", a.id)), "field", value=by.get(a.by, a.by),
                    actor=a.id)
            for a in eyes.players
        ]  # fmt: skip
        return page(room, _("Whose player?"), [], [*controls, back(POWERS, default=True)])
    now = eyes.actors[place.of].by
    controls = [
        Control(kind, label, Submit(Replace(place.of, by), HUB), "choice", enabled=now != kind,
                why_not=_("so it is already"))
        for kind, by, label in (
            ("person", "person", _("a team")), ("bot", BOT, _("a bot")),
            ("empty", "empty", _("nobody: it orders nothing")),
        )
    ]  # fmt: skip
    title = _("Who plays {name}?").format(name=eyes.name(place.of))
    return page(room, title, [], [*controls, back(Place("f.replace"), default=True)])


def names(room: Room, place: Place) -> Screen:
    """Who sits in each seat; names are kept beside the record, and can be erased."""
    controls = [
        Control(
            a.id, a.name,
            Fill(do("name", a.id), "name", _("Who plays {name}").format(name=a.name),
                 optional=True),
            "field", value=a.player, actor=a.id,
        )
        for a in room.public.players
    ]  # fmt: skip
    return page(room, _("Who sits where?"), [], [*controls, back(POWERS, default=True)])

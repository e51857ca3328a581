"""The pages of the start screen, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from game.i18n import _, ngettext
from game.scenario.model import Scenario
from game.screens.model import Control, Fill, Go, Leave, Paragraph, Place, Screen
from game.screens.scene import Scene
from game.session.beginning import Wanted
from game.session.clock import presets
from game.session.opening import languages_of
from game.session.replaying import not_over
from game.session.saved import Saved
from game.table.words import Words

HOME, SETUP, GAMES, TAKE, SET, BEGIN = (
    Place("lobby"), "lobby.setup", "lobby.games", "lobby.take", "lobby.set", "lobby.begin",
)  # fmt: skip
OPEN = "lobby.open"
WHO = ("person", "bot:greedy", "bot:random", "bot:mixed:0.3", "empty")
"""Who may play a seat, in the order in which a choice goes on."""
TONGUES = {
    "en": "English", "ko": "한국어", "de": "Deutsch", "fr": "Français", "es": "Español",
    "ja": "日本語", "zh": "中文", "ru": "Русский",
}  # fmt: skip
"""What languages call themselves."""


def home(scenarios: Sequence[tuple[Scenario, Words, Scene]], kept: int) -> Screen:
    """Scenarios as cards, kept games, and the way out."""
    controls = [_card(*one, number == 0) for number, one in enumerate(scenarios)]
    fill = Fill(Place(SETUP), "file", _("The scenario's file"))
    more = _("More")
    controls.append(
        Control("file", _("A scenario of your own"), fill, "field", heading=more,
                hint=_("a file that you wrote, by its name"))
    )  # fmt: skip
    n = ngettext("{n} game is kept here", "{n} games are kept here", kept).format(n=kept)
    for id, label in (
        ("continue", _("Go on with a game")),
        ("replay", _("See a game again")),
        ("fork", _("What if? Play on from a turn of a game")),
    ):
        controls.append(
            Control(id, label, Go(Place(GAMES, id)), hint=n if kept else "", enabled=kept > 0,
                    why_not="" if kept else _("no game is kept here"), heading=more)
        )  # fmt: skip
    controls.append(Control("quit", _("Leave"), Leave("quit"), heading=more))
    blocks = (Paragraph(_("States negotiate over deployments. Choose what you play.")),)
    help = _("Choose a scenario. Then say who plays which seat, or begin at once.")
    return Screen(_("Modus Vivendi"), blocks, tuple(controls), help)


def _card(scenario: Scenario, words: Words, scene: Scene, first: bool) -> Control:
    document = scenario.document
    seats = len(scenario.players)
    parts = [ngettext("{n} seat", "{n} seats", seats).format(n=seats)]
    if document.minutes:
        parts.append(_("{n} minutes").format(n=document.minutes))
    parts.append(level(scenario))
    return Control(
        scenario.id, words.title, Go(Place(SETUP, scenario.id)), "choice", words.summary,
        " · ".join(parts), default=first, icon="table", heading=_("Scenarios"),
        cast=tuple((plate.emblem, plate.colour) for plate in scene.plates if plate.is_player),
    )  # fmt: skip


def level(scenario: Scenario) -> str:
    """How much there is to keep in mind: by seats and issues."""
    seats, issues = len(scenario.players), len(scenario.issues)
    if seats <= 3 and issues <= 3:
        return _("for beginners")
    return _("for everybody") if seats <= 4 and issues <= 5 else _("advanced")


def setup(scenario: Scenario, words: Words, wanted: Wanted) -> Screen:
    """Who plays which seat, and how: each choice goes on to its next value."""
    playing = dict(wanted.playing)
    controls = [
        Control(
            seat, words.actor(seat), _set(f"seat {seat}", _next(WHO, playing[seat])), "field",
            value=who(playing[seat]), actor=seat, heading=_("Who plays"),
        )
        for seat in scenario.players
    ]  # fmt: skip
    controls += _how(scenario, words, wanted)
    plays = wanted.facilitator or "person" in playing.values()
    controls.append(
        Control("begin", _("Begin"), Go(Place(BEGIN)), default=True, enabled=plays,
                why_not="" if plays else _("a person must play a seat"))
    )  # fmt: skip
    controls.append(Control("back", _("Back"), Go(HOME), role="back"))
    help = _("Choose a line to change it. Enter begins.")
    return Screen(words.title, (Paragraph(words.summary),), tuple(controls), help)


def _how(scenario: Scenario, words: Words, wanted: Wanted) -> list[Control]:
    """The clock, the names, the language, chance, and the facilitator."""
    how = _("How it is played")
    lengths = ["0", *map(str, presets(scenario))]
    skins = {"": _("as written")} | {id: id for id in scenario.document.skins}
    tongues = sorted(languages_of(scenario), key=lambda one: (one != "en", one))
    seed = str(wanted.seed) if wanted.seed is not None else _("drawn")
    fill = Fill(
        Place(SET, "seed"), "to", _("What chance starts from; empty: drawn"), "number",
        0, 999_999_999, optional=True,
    )  # fmt: skip
    clock = _("{n} minutes").format(n=wanted.minutes) if wanted.minutes else _("no clock")
    found = [
        Control("minutes", _("Clock"), _set("minutes", _next(lengths, str(wanted.minutes))),
                "field", value=clock, hint=_("how long the session is"), heading=how),
        Control("skin", _("Names"), _set("skin", _next([*skins], wanted.skin)), "field",
                value=skins[wanted.skin], heading=how),
        Control("language", _("Language"),
                _set("language", _next(tongues, wanted.language or "en")), "field",
                value=TONGUES.get(wanted.language or "en", wanted.language), heading=how),
        Control("seed", _("Chance"), fill, "field", value=seed, heading=how,
                hint=_("the same number deals the same events")),
        Control("facilitator", _("A facilitator leads a class"),
                _set("facilitator", "" if wanted.facilitator else "1"), "field",
                value=_("yes") if wanted.facilitator else _("no"), heading=how,
                hint=_("teams hand in slips, one person types")),
    ]  # fmt: skip
    one_way = {"minutes": lengths, "skin": skins, "language": tongues}
    return [control for control in found if len(one_way.get(control.id, "..")) > 1]


def games(saved: Sequence[Saved], how: str) -> Screen:
    """The kept games, to go on with, to see again, or to play on from."""
    titles = {
        "continue": _("Go on with a game"), "replay": _("See a game again"),
        "fork": _("What if?"),
    }  # fmt: skip
    controls = [_kept(one, how) for one in saved]
    first = next((n for n, one in enumerate(controls) if one.enabled), None)
    if first is not None:
        controls[first] = replace(controls[first], default=True)
    controls.append(Control("back", _("Back"), Go(HOME), role="back", default=first is None))
    none = _("There is none to choose.")
    blocks = () if first is not None else (Paragraph(none, "quiet"),)
    return Screen(titles[how], blocks, tuple(controls))


def _kept(one: Saved, how: str) -> Control:
    why = one.wrong
    if not why and how == "continue" and one.over and not one.persons:
        why = _("bots played it to its end: see it again")
    if not why and how == "fork" and not one.over:
        why = not_over()
    state = _("over") if one.over else _("turn {n}").format(n=one.turn)
    to = Place(OPEN, str(one.path), (("how", how),))
    action: Go | Fill = Go(to)
    last = one.turn - 1 if one.over else one.turn
    if how == "fork":
        action = Fill(to, "turn", _("From which turn, 1 to {n}").format(n=last), "number", 1, last)
    return Control(
        str(one.path), one.title or one.path.name, action, "choice",
        _("{date}, {file}").format(file=one.path.name, date=one.date), "" if why else state,
        enabled=not why, why_not=why,
    )  # fmt: skip


def take(path: str, seats: Sequence[tuple[str, str]]) -> Screen:
    """Which seat a person takes in a game that bots have played so far."""
    controls = [
        Control(seat, name, Go(Place(OPEN, path, (("how", "continue"), ("seat", seat)))),
                "choice", default=not number, actor=seat)
        for number, (seat, name) in enumerate(seats)
    ]  # fmt: skip
    controls.append(Control("back", _("Back"), Go(HOME), role="back"))
    blocks = (Paragraph(_("Bots have played so far. Which seat do you take?"), "now"),)
    return Screen(_("Take a seat"), blocks, tuple(controls))


def who(by: str) -> str:
    """Who plays a seat, in words."""
    known: Mapping[str, str] = {
        "person": _("a person"), "bot:greedy": _("a bot that seeks its own good"),
        "bot:random": _("a bot that acts at random"),
        "bot:mixed:0.3": _("a bot that seldom errs"), "empty": _("nobody"),
    }  # fmt: skip
    return known.get(by, by.removeprefix("bot:"))


def _set(key: str, to: str) -> Go:
    return Go(Place(SET, key, (("to", to),)))


def _next(values: Sequence[str], now: str) -> str:
    """The value behind the present one, or the first again."""
    at = values.index(now) if now in values else -1
    return values[(at + 1) % len(values)]

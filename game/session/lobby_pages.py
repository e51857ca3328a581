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
from game.session.opening import is_draft, languages_of
from game.session.replaying import not_over
from game.session.saved import Saved
from game.table.words import Words

HOME, SETUP, GAMES, TAKE, SET, BEGIN, CHOOSE = (
    Place("lobby"), "lobby.setup", "lobby.games", "lobby.take", "lobby.set", "lobby.begin",
    "lobby.choose",
)  # fmt: skip
OPEN = "lobby.open"
WHO = ("person", "bot:greedy", "bot:random", "bot:mixed:0.3", "empty")
"""Who may play a seat."""
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
    """Who plays which seat, and how."""
    playing = dict(wanted.playing)
    controls = [
        Control(
            seat, words.actor(seat), Go(Place(CHOOSE, f"seat {seat}")), "field",
            value=who(playing[seat]), actor=seat, heading=_("Who plays"),
        )
        for seat in scenario.players
    ]  # fmt: skip
    controls += _how(scenario, wanted)
    # Where nobody plays, it can still be chosen: then it says why not.
    why_not = "" if played(wanted) else needed()
    begin = Control("begin", _("Begin"), Go(Place(BEGIN)), hint=why_not, default=True)
    controls += [begin, Control("back", _("Back"), Go(HOME), role="back")]
    help = _("Choose a line to change it. Enter begins.")
    return Screen(words.title, (Paragraph(words.summary),), tuple(controls), help)


def played(wanted: Wanted) -> bool:
    """Whether somebody plays, so that the game can begin."""
    return wanted.facilitator or "person" in dict(wanted.playing).values()


def needed() -> str:
    """Why a game cannot begin that nobody plays."""
    return _("a person must play a seat")


def _how(scenario: Scenario, wanted: Wanted) -> list[Control]:
    """The clock, the names, the language, chance, and the facilitator."""
    how = _("How it is played")
    seed = str(wanted.seed) if wanted.seed is not None else _("drawn")
    fill = Fill(
        Place(SET, "seed"), "to", _("What chance starts from; empty: drawn"), "number",
        0, 999_999_999, optional=True,
    )  # fmt: skip
    hints = {"minutes": _("how long the session is")}
    found = [
        Control(key, label, _changing(key, known, now), "field", value=known.get(now, now),
                hint=hints.get(key, ""), heading=how)
        for key, (label, known, now) in _choices(scenario, wanted).items()
        if len(known) > 1
    ]  # fmt: skip
    facilitated = "" if wanted.facilitator else "1"
    found += [
        Control("seed", _("Chance"), fill, "field", value=seed, heading=how,
                hint=_("the same number deals the same events")),
        Control("facilitator", _("A facilitator leads a class"), _set("facilitator", facilitated),
                "field", value=_("yes") if wanted.facilitator else _("no"), heading=how,
                hint=_("teams hand in slips, one person types")),
    ]  # fmt: skip
    return found


def _choices(scenario: Scenario, wanted: Wanted) -> dict[str, tuple[str, Mapping[str, str], str]]:
    """What can be chosen beside who plays: its label, what there is in words, what is set now."""
    lengths = {"0": _("no clock")} | {
        str(n): _("{n} minutes").format(n=n) for n in presets(scenario)
    }
    skins = {"": _("as written")} | {id: id for id in scenario.document.skins}
    tongues = sorted(languages_of(scenario), key=lambda one: (one != "en", one))
    return {
        "minutes": (_("Clock"), lengths, str(wanted.minutes)),
        "skin": (_("Names"), skins, wanted.skin),
        "language": (
            _("Language"), {id: _tongue(scenario, id) for id in tongues}, wanted.language or "en"
        ),
    }  # fmt: skip


def _tongue(scenario: Scenario, id: str) -> str:
    """What a language calls itself, and whether it is a machine draft."""
    name = TONGUES.get(id, id)
    return _("{name} (machine draft)").format(name=name) if is_draft(scenario, id) else name


def _changing(key: str, known: Mapping[str, str], now: str) -> Go:
    """To the other of two choices, or to the page of more."""
    other = next((one for one in known if one != now), now)
    return Go(Place(CHOOSE, key)) if len(known) > 2 else _set(key, other)


def choose(scenario: Scenario, words: Words, wanted: Wanted, key: str) -> Screen:
    """Every choice for one line of the page before, the present one marked."""
    kind, _space, seat = key.partition(" ")
    if kind == "seat":
        now = dict(wanted.playing)[seat]
        label = _("Who plays {name}?").format(name=words.actor(seat))
        known: Mapping[str, str] = {by: who(by) for by in dict.fromkeys((*WHO, now))}
    else:
        label, known, now = _choices(scenario, wanted)[key]
    controls = [
        Control(f"to {to}", said, _set(key, to), "choice", default=to == now, actor=seat,
                value=_("so it is now") if to == now else "")
        for to, said in known.items()
    ]  # fmt: skip
    to = Place(SETUP, wanted.scenario)
    controls.append(Control("back", _("Back"), Go(to), role="back"))
    return Screen(label, (), tuple(controls))


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


def take(place: Place, seats: Sequence[tuple[str, str]]) -> Screen:
    """Which seat a person takes in a game that bots have played so far."""
    controls = [
        Control(seat, name,
                Go(Place(OPEN, place.of, place.args).with_args(how="continue", seat=seat)),
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

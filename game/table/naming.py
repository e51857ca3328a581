"""What things are called: the file's own words, a skin's, or a translation's."""

from __future__ import annotations

import re
from typing import Any

from game.i18n import _
from game.rules.profiles import government
from game.scenario.model import Objective, Scenario, Sheet

_TOKEN = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*")


class Names:
    """Names of everything in a scenario, for people.

    A skin's words stand before the file's own; without a skin a translation's do. A translation is
    not used under a skin: it would bring the real names back.
    """

    def __init__(self, scenario: Scenario, skin: str = "", language: str = "en") -> None:
        self.scenario = scenario
        self.skin = skin
        self.language = language
        document = scenario.document
        self.layers: list[Any] = []
        if skin in document.skins:
            self.layers.append(document.skins[skin])
        elif not skin:
            for locale in (language, language.replace("-", "_"), language.split("_")[0]):
                if locale in document.texts:
                    self.layers.append(document.texts[locale])
                    break
        self._document = document
        self._actors = {id: self._named("actors", id) for id in scenario.actors}
        self._issues = {id: self._named("issues", id) for id in scenario.issues}
        self._options = {
            id: tuple(spaced(self._layer("issues", id, "options", o) or o) for o in issue.options)
            for id, issue in scenario.issues.items()
        }
        self._instruments = {id: self._named("instruments", id) for id in scenario.instruments}
        self._tracks = {id: self._named("tracks", id) for id in scenario.tracks}
        self._cells = {cell.name: self._cell(cell.name) for cell in scenario.header.cells}
        self._bands = {
            id: sorted(
                (at, spaced(self._layer("tracks", id, "bands", band) or band))
                for band, at in track.bands.items()
            )
            for id, track in scenario.tracks.items()
        }
        self._own = self._declared()
        self._values = {
            option: label
            for id, issue in scenario.issues.items()
            for option, label in zip(issue.options, self._options[id], strict=True)
        }

    # ------------------------------------------------------------------ the layers

    def _layer(self, *path: str | int) -> str:
        """What the skin or translation says at a place of the file; "" where nothing."""
        for layer in self.layers:
            at: Any = layer
            for step in path:
                if isinstance(step, int):
                    at = at[step] if isinstance(at, list) and step < len(at) else None
                elif isinstance(at, dict):
                    at = at.get(step)
                else:
                    at = getattr(at, step, None)
                if at is None:
                    break
            if at:
                return str(at)
        return ""

    def _said(self, *path: str | int) -> str:
        """What is said at a place of the file, by a layer or by the file itself; "" if nothing."""
        found = self._layer(*path)
        if found:
            return found
        at: Any = self._document
        for step in path:
            if isinstance(step, int):
                at = at[step] if isinstance(at, list) and step < len(at) else None
            elif isinstance(at, dict):
                at = at.get(step)
            else:
                at = getattr(at, step, None)
            if at is None:
                return ""
        return str(at)

    def _named(self, section: str, id: str) -> str:
        found = self._said(section, id, "name")
        return found if found and found != id else spaced(id)

    # ------------------------------------------------------------------ the scenario

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self._said("title")

    @property
    def summary(self) -> str:
        """The scenario in a few sentences."""
        return self._said("summary")

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions for the debrief."""
        count = len(self._document.debrief)
        return tuple(self._said("debrief", n) for n in range(count))

    def history(self, number: int) -> str:
        """What really happened, by its number in the file."""
        return self._said("history", number, "says")

    # ------------------------------------------------------------------ actors

    def actor(self, id: str) -> str:
        """An actor's name; `control` and the press have one too."""
        found = self._actors.get(id)
        if found is not None:
            return found
        return {"control": _("the facilitator"), "press": _("the press"), "": _("everyone")}.get(
            id, id
        )

    def actors(self, ids: Any) -> str:
        """Several actors' names, as people list them."""
        return listed([self.actor(id) for id in ids])

    def place(self, id: str) -> tuple[float, ...]:
        """Where an actor stands on the map; empty where nowhere."""
        for layer in self.layers:
            said = layer.actors.get(id)
            if said is not None and said.at:
                return tuple(said.at)
        # The places of a skin are its own: real ones would give the real names away.
        if self.skin:
            return ()
        own = self._document.actors[id].at
        return tuple(own) if own else ()

    def colour(self, id: str) -> str:
        """An actor's colour; "" where the file names none."""
        return self._said("actors", id, "colour")

    def emblem(self, id: str) -> str:
        """An actor's emblem; "" where none is named."""
        # As with places: under a skin the file's own emblem may give the real name away.
        own = "" if self.skin else self._document.actors[id].emblem or ""
        return self._layer("actors", id, "emblem") or own

    def brief(self, id: str, chain: tuple[str, ...] = ()) -> str:
        """What everyone reads about an actor under its present government."""
        for mandate in reversed(chain):
            found = self._said("actors", id, "mandates", mandate, "brief")
            if found:
                return found
        return self._said("actors", id, "brief")

    def government(self, id: str, chain: tuple[str, ...]) -> str:
        """Who governs now, where a mandate has changed it."""
        return self._said("actors", id, "mandates", chain[-1], "says") if chain else ""

    def objectives(self, id: str, chain: tuple[str, ...]) -> tuple[str, ...]:
        """The public objectives' words, in the order of the profile's goals."""
        actor = self.scenario.actors[id]
        where: tuple[str, ...] = ("actors", id)
        for name in chain:
            if actor.mandates[name].objectives is not None:
                where = ("actors", id, "mandates", name)
        goals = government(actor, chain).objectives or ()
        return tuple(
            self._layer(*where, "objectives", n, "says") or goal.says
            for n, goal in enumerate(goals)
        )

    def sheet(self, id: str, chain: tuple[str, ...], draw: int) -> tuple[str, tuple[str, ...]]:
        """A private role sheet's instructions, and the words of its objectives."""
        actor = self.scenario.actors[id]
        where: tuple[str, ...] = ("actors", id)
        for name in chain:
            if actor.mandates[name].private is not None:
                where = ("actors", id, "mandates", name)
        sheets: tuple[Sheet, ...] = government(actor, chain).private or ()
        if not 0 <= draw < len(sheets):
            return "", ()
        at: tuple[str | int, ...] = (*where, "private", draw)
        said = tuple(
            self._layer(*at, "objectives", n, "says") or goal.says
            for n, goal in enumerate(sheets[draw].objectives)
        )
        return self._layer(*at, "instructions") or sheets[draw].instructions, said

    def objective(self, id: str, says: str) -> str:
        """An objective by its own sentence, whatever government or role sheet it stands in."""
        actor = self.scenario.actors[id]
        own: tuple[str, ...] = ("actors", id)
        governments = {own: actor.base}
        governments |= {(*own, "mandates", name): one for name, one in actor.mandates.items()}
        goals: dict[tuple[str | int, ...], tuple[Objective, ...]] = {}
        for where, one in governments.items():
            goals[where] = one.objectives or ()
            for draw, sheet in enumerate(one.private or ()):
                goals[*where, "private", draw] = sheet.objectives
        for at, these in goals.items():
            for n, goal in enumerate(these):
                if goal.says == says:
                    return self._layer(*at, "objectives", n, "says") or says
        return says

    def role(self, id: str, role: str) -> str:
        """A role in the team that shares a seat."""
        return self._layer("actors", id, "roles", role) or role

    def constituency(self, name: str) -> str:
        """A constituency, by `actor.constituency`."""
        actor, _dot, id = name.partition(".")
        found = self._said("actors", actor, "constituencies", id, "name")
        return found if found and found != id else spaced(id)

    # ------------------------------------------------------------------ issues, tracks and cells

    def issue(self, id: str) -> str:
        """An issue's name."""
        return self._issues.get(id, id)

    def issue_brief(self, id: str) -> str:
        """What everyone reads about an issue."""
        return self._said("issues", id, "brief")

    def option(self, issue: str, option: str | int) -> str:
        """An option, by its id or its number."""
        if not isinstance(option, int):
            option = self.scenario.issues[issue].options.index(option)
        return self._options[issue][option]

    def options(self, issue: str) -> tuple[str, ...]:
        """All options of an issue, in order."""
        return self._options[issue]

    def track(self, id: str) -> str:
        """A track's name."""
        return self._tracks.get(id, id)

    def cell(self, name: str) -> str:
        """What a cell measures: an issue, or a track and whose it is."""
        found = self._cells.get(name)
        if found is None and name in self.scenario.header.index:
            found = self._cells[self.scenario.header.names[self.scenario.header.index[name]]]
        return found if found is not None else name

    def _cell(self, name: str) -> str:
        track, _dot, whose = name.partition(".")
        if not whose:
            return self._issues.get(name) or self._tracks.get(name) or spaced(name)
        if track == "debt":
            return _("{actor}: owed from the next income").format(actor=self._actors[whose])
        called, (first, _dot, second) = self._tracks[track], whose.partition(".")
        if not second:
            return _("{actor}: {track}").format(actor=self._actors[first], track=called)
        if self.scenario.tracks[track].scope == "constituency":
            home = self.constituency(whose)
            says = _("{actor}: {track} of {constituency}")
            return says.format(actor=self._actors[first], track=called, constituency=home)
        one, other = self._actors[first], self._actors[second]
        if self.scenario.tracks[track].symmetric:
            return _("{track}: {one} and {other}").format(track=called, one=one, other=other)
        return _("{track}: {one} toward {other}").format(track=called, one=one, other=other)

    def band(self, track: str, value: int) -> str:
        """The name of a value's band; "" where the track has none there."""
        found = ""
        for at, label in self._bands[track]:
            if value >= at:
                found = label
        return found

    def value(self, cell: str, value: int) -> str:
        """A cell's value: an option's words, or a number with its band."""
        it = self.scenario.header.cells[self.scenario.header.index[cell]]
        if it.issue:
            return self._options[it.issue][value]
        band = self.band(it.track, value) if it.track in self._bands else ""
        return f"{value} ({band})" if band else str(value)

    # ------------------------------------------------------------------ what is done and follows

    def instrument(self, id: str) -> str:
        """An instrument's name."""
        return self._instruments.get(id, id)

    def instrument_brief(self, id: str) -> str:
        """What everyone reads about an instrument."""
        return self._said("instruments", id, "brief")

    def instrument_says(self, id: str) -> str:
        """The sentence of an instrument, with {actor} and {target} in it."""
        return self._said("instruments", id, "says")

    def forum(self, id: str) -> str:
        """A forum's name."""
        return self._named("forums", id)

    def rule(self, id: str) -> str:
        """A rule's name; what it says where it has none."""
        found = self._said("rules", id, "name")
        if found and found != id:
            return found
        return self._said("rules", id, "says") or spaced(id)

    def rule_in_short(self, id: str) -> str:
        """What a rule is called as a cause: its concept, or its name."""
        return self._said("rules", id, "teaches", "concept") or self.rule(id)

    def rule_says(self, id: str) -> str:
        """A rule in a sentence."""
        return self._said("rules", id, "says")

    def teaches(self, id: str) -> tuple[str, ...]:
        """The concept behind a rule, whom to read, and the concept in a sentence, if it has any."""
        concept = self._said("rules", id, "teaches", "concept")
        if not concept:
            return ()
        said = self._said("rules", id, "teaches", "says") or self.rule_says(id) or self.rule(id)
        return (concept, self._said("rules", id, "teaches", "cite"), said)

    def event(self, id: str) -> str:
        """An event's headline."""
        found = self._said("events", id, "title")
        return found if found and found != id else spaced(id)

    def event_says(self, id: str) -> str:
        """What happened, in words."""
        return self._said("events", id, "says")

    def question(self, id: str) -> str:
        """What an event asks; its headline where the file says nothing."""
        return self._said("events", id, "choice", "says")

    def answer(self, event: str, option: str) -> str:
        """One answer to an event."""
        return self._said("events", event, "choice", "options", option, "says") or spaced(option)

    def end(self, id: str) -> str:
        """Why the game ended."""
        if id == "turns":
            return _("The last turn is over.")
        if id == "settled":
            return _("The parties have settled.")
        return self._said("end", id, "says") or spaced(id)

    # ------------------------------------------------------------------ ready agreements

    def agreement(self, id: str) -> str:
        """A ready agreement's name."""
        return self._named("agreements", id)

    def agreement_brief(self, id: str) -> str:
        """What everyone reads about a ready agreement."""
        return self._said("agreements", id, "brief")

    def own(self, text: str) -> str:
        """A text of a ready agreement (its name, a declaration) in a layer's words."""
        return self._own.get(text, text)

    def _declared(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for id, terms in self.scenario.agreements.items():
            found[terms.name] = self._named("agreements", id)
            for n, clause in enumerate(terms.clauses):
                text = getattr(clause, "text", "")
                said = self._layer("agreements", id, "clauses", n, "declare") if text else ""
                if said:
                    found[text] = said
        return found

    # ------------------------------------------------------------------ conditions

    def condition(self, text: str, env: dict[str, str] | None = None) -> str:
        """An expression with names for people in the place of cells and ids."""
        env = env or {}

        def worded(found: re.Match[str]) -> str:
            parts = [env.get(part, part) for part in found[0].split(".")]
            whole = ".".join(parts)
            if whole in self.scenario.header.index:
                return self.cell(whole)
            if len(parts) > 1:
                return whole
            for named in (self._actors, self._instruments, self._tracks):
                if whole in named:
                    return named[whole]
            return self._values.get(whole) or spaced(whole)

        return _TOKEN.sub(worded, text).replace(">=", "≥").replace("<=", "≤").replace("!=", "≠")


def spaced(id: str) -> str:
    """An id as words."""
    return id.replace("_", " ")


def listed(names: list[str]) -> str:
    """Names as people list them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(names) < 2:
        return "".join(names)
    return _("{these} and {last}").format(these=", ".join(names[:-1]), last=names[-1])

"""From the document to the model: instruments, rules, events and ends."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.scenario import document as doc
from game.scenario.desk import Desk, Path
from game.scenario.document_effects import Effect as DocEffect
from game.scenario.model import Choice, Effect, End, Event, Expression, Instrument, Rule


class Deeds:
    """Makes what is done and what follows."""

    def __init__(self, desk: Desk, document: doc.Document) -> None:
        self.desk = desk
        self.document = document
        self.players = [a for a, actor in document.actors.items() if actor.kind == "player"]

    def instrument(self, name: str) -> Instrument:
        """One instrument."""
        said = self.document.instruments[name]
        path: Path = ("instruments", name)
        who = tuple(self.players)
        if said.who is not None:
            who = self.desk.all_known(said.who, self.players, _("a player"), (*path, "who"))
        if said.forum is not None:
            self.desk.known(said.forum, self.document.forums, _("a forum"), (*path, "forum"))
            forum = self.document.forums.get(said.forum)
            if forum is not None:
                who = tuple(w for w in who if w in forum.members)
        if isinstance(said.cost, int) and said.cost < 0:
            self.desk.problem("cost/negative", _("A cost is 0 or more."), (*path, "cost"))
        return Instrument(
            name, said.name or name, said.says, who, said.target or "", said.forum or "",
            self.desk.condition(said.if_, (*path, "if")),
            self.desk.amount(said.cost, (*path, "cost")), said.seen_by,
            self.effects(said.effects, (*path, "effects"), bound=frozenset({"target"})),
        )  # fmt: skip

    def rule(self, name: str) -> Rule:
        """One rule; its own ``for:`` and ``if:`` become the outermost block of effects."""
        said = self.document.rules[name]
        path: Path = ("rules", name)
        if said.do is not None:
            self.desk.known(said.do, self.document.instruments, _("an instrument"), (*path, "do"))
        if said.issue is not None:
            self.desk.known(said.issue, self.document.issues, _("an issue"), (*path, "issue"))
        body = Effect(
            self._loops(said.for_, (*path, "for")),
            self.desk.condition(said.if_, (*path, "if")), (),
            self.effects(said.effects, (*path, "effects"), bound=frozenset({"issue", "target"})),
            (), "", "", (),
        )  # fmt: skip
        teaches = said.teaches
        return Rule(
            name, teaches.concept if teaches else "", teaches.cite if teaches else "", said.says,
            said.on, said.do or "", said.issue or "", body,
        )  # fmt: skip

    def event(self, name: str) -> Event:
        """One event with the choice it asks for."""
        said = self.document.events[name]
        path: Path = ("events", name)
        asks, choices = "", {}
        if said.choice is not None:
            here = (*path, "choice")
            asks = said.choice.actor
            self.desk.known(asks, self.players, _("a player"), (*here, "actor"))
            for key, option in said.choice.options.items():
                at = (*here, "options", key)
                choices[key] = Choice(
                    key, option.says, self.desk.amount(option.cost, (*at, "cost")), option.default,
                    self.effects(option.effects, (*at, "effects")),
                )  # fmt: skip
        to: tuple[str, ...] = ()
        if said.to != "everyone":
            to = self.desk.all_known(said.to, self.players, _("a player"), (*path, "to"))
            if asks and asks not in to:
                says = _("'{actor}' must answer an event that it is not told of: add it to 'to'.")
                self.desk.problem("event/unseen-choice", says.format(actor=asks), (*path, "to"))
        return Event(
            name, said.title or name, said.says, self.desk.condition(said.when, (*path, "when")),
            said.chance, said.turn, to, said.repeat, self.effects(said.effects, (*path, "effects")),
            asks, choices,
        )  # fmt: skip

    def end(self, name: str) -> End:
        """One end condition."""
        said = self.document.end[name]
        when = self.desk.expression(said.when, ("end", name, "when"))
        return End(name, when, said.says, said.worth)

    # ------------------------------------------------------------------ effects

    def effects(
        self, said: Sequence[DocEffect], path: Path, *, bound: frozenset[str] = frozenset()
    ) -> tuple[Effect, ...]:
        """A list of effects blocks; ``bound`` are names that may stand for an issue in ``step``."""
        return tuple(self._effect(e, (*path, n), bound) for n, e in enumerate(said))

    def _effect(self, said: DocEffect, path: Path, bound: frozenset[str]) -> Effect:
        desk, document = self.desk, self.document
        for issue in said.step:
            if issue not in bound:
                desk.known(issue, document.issues, _("an issue"), (*path, "step", issue))
        if said.inject is not None:
            desk.known(said.inject, document.events, _("an event"), (*path, "inject"))
        for actor, mandate in said.mandate.items():
            here = (*path, "mandate", actor)
            if desk.known(actor, document.actors, _("an actor"), here):
                what = _("a mandate of {actor}").format(actor=actor)
                desk.known(mandate, document.actors[actor].mandates, what, here)
        loops = self._loops(said.for_, (*path, "for"))
        names = bound | {"target"}
        return Effect(
            loops, desk.condition(said.if_, (*path, "if")),
            tuple(
                (desk.cell_name(cell, (*path, cell)), desk.amount(change, (*path, cell)))
                for cell, change in said.changes.items()
            ),
            self.effects(said.effects, (*path, "effects"), bound=names),
            tuple(said.step.items()), said.news or "", said.inject or "",
            tuple(said.mandate.items()),
        )  # fmt: skip

    def _loops(self, said: str | Sequence[str] | None, path: Path) -> tuple[Expression, ...]:
        if said is None:
            return ()
        if isinstance(said, str):
            return (self.desk.expression(said, path),)
        return tuple(self.desk.expression(one, (*path, n)) for n, one in enumerate(said))

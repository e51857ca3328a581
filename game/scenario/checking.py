"""What only the whole scenario shows: names without a meaning, hidden costs, leaks."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from game.i18n import _
from game.scenario.binding import Binder, BindError, Env, Ref, Scale
from game.scenario.desk import Desk, Path
from game.scenario.drafting import faults, secrets
from game.scenario.grounding import Block, Faults, ground
from game.scenario.leaks import betrayed, following, heard_of, outside, shown_by, told_by
from game.scenario.model import (
    Actor,
    Consent,
    Effect,
    Event,
    Expression,
    Instrument,
    Mandate,
    Rule,
    Scenario,
)
from game.scenario.terms import Terms

NOTHING = Ref("nothing", "")


class Checker:
    """Binds every name of a scenario once, in every place where it could be read."""

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        self.desk = desk
        self.scenario = scenario
        # What a rule changes (a cell) or sets off (an event) on a secret agreement, by agreement.
        self.follows: dict[str, dict[int, str]] = {}
        self.sets_off: dict[str, dict[str, str]] = {}

    def run(self) -> None:
        """Note every problem at the desk."""
        scenario = self.scenario
        for actor in scenario.actors.values():
            self._objectives(actor)
        for issue in scenario.issues.values():
            for key, consent in (("up", issue.up), ("down", issue.down)):
                self._consent(consent, ("issues", issue.id, key if issue.ladder else "change"))
        for instrument in scenario.instruments.values():
            self._instrument(instrument)
        for rule in scenario.rules.values():
            self._rule(rule)
        for event in scenario.events.values():
            self._event(event)
        for end in scenario.ends.values():
            self._number(end.when, {}, ("end", end.id, "when"))
        for name, terms in scenario.agreements.items():
            for fault in faults(scenario, terms):
                place: Path = ("agreements", name)
                if fault.clause >= 0:
                    place = (*place, "clauses", fault.clause)
                if fault.key:
                    place = (*place, fault.key)
                self.desk.problem(fault.code, fault.says, place)
            if terms.secret:
                self._agreement(name, terms)

    # ------------------------------------------------------------------ parts

    def _number(self, expression: Expression | int, env: Env, path: Path) -> frozenset[int]:
        binder = Binder(self.scenario, env, dynamic=False)
        try:
            binder.number(expression)
        except BindError as error:
            where = expression if isinstance(expression, Expression) else None
            self.desk.bind_error(where, error, path)
        return frozenset(binder.reads)

    def _ground(
        self, effects: Iterable[Effect], env: Env, path: Path, *, dynamic: bool = False
    ) -> Block:
        found = Faults()
        block = ground(self.scenario, effects, env, "", found, dynamic=dynamic)
        for where, error in found.found:
            self.desk.bind_error(where, error, path)
        return block

    def _objectives(self, actor: Actor) -> None:
        governments: list[tuple[Path, Mandate]] = [((), actor.base)]
        governments += [(("mandates", name), m) for name, m in actor.mandates.items()]
        for where, aims in governments:
            path: Path = ("actors", actor.id, *where)
            for n, objective in enumerate(aims.objectives or ()):
                self._number(objective.when, {}, (*path, "objectives", n, "when"))
            for k, sheet in enumerate(aims.private or ()):
                for n, objective in enumerate(sheet.objectives):
                    here = (*path, "private", k, "objectives", n, "when")
                    self._number(objective.when, {}, here)

    def _event(self, event: Event) -> None:
        path: Path = ("events", event.id)
        if event.when is not None:
            self._number(event.when, {}, (*path, "when"))
        writes = self._ground(event.effects, {}, (*path, "effects")).writes
        for key, choice in event.choices.items():
            here = (*path, "choice", "options", key)
            self._ground(choice.effects, {}, (*here, "effects"))
            if isinstance(choice.cost, Expression):
                reads = self._number(choice.cost, {}, (*here, "cost"))
                self._visible(reads, event.asks, (*here, "cost"))
                self._known_to(choice.cost, event.asks, (*here, "cost"))
        told = told_by(self.scenario, event)
        if told:
            says = _("This event happens because of '{what}', which is hidden from {who}, who "
                     "learn of it: leave it so only if it shall leak.")  # fmt: skip
            who = ", ".join(event.to) or _("the public")
            self.desk.warn("leak/event", says.format(what=told, who=who), path, key=True)
        shown = outside(self.scenario, writes, event.to) if event.to else set()
        if shown:
            says = _("Only {who} learn of this event, but others can see what it changes "
                     "({cells}): leave it so only if it shall leak.")  # fmt: skip
            says = says.format(who=", ".join(event.to), cells=self._named(shown))
            self.desk.warn("leak/event", says, path, key=True)

    def _agreement(self, name: str, terms: Terms) -> None:
        follows = self.follows.get(name, {})
        shown = shown_by(self.scenario, terms, follows)
        if shown:
            says = _("This agreement is secret, but others can see what it brings ({cells}): "
                     "leave it so only if it shall leak.")  # fmt: skip
            says = says.format(cells=self._named(shown))
            rules = sorted({follows[i] for i in shown if i in follows})
            if rules:
                says += " " + _("It follows from {rules}.").format(rules=", ".join(rules))
            self.desk.warn("leak/agreement", says, ("agreements", name), key=True)
        for event, rule in heard_of(self.scenario, terms, self.sets_off.get(name, {})):
            says = _("This agreement is secret, but others learn of the event '{event}', which "
                     "'{rule}' sets off: leave it so only if it shall leak.")  # fmt: skip
            says = says.format(event=event, rule=rule)
            self.desk.warn("leak/agreement", says, ("agreements", name), key=True)

    def _named(self, cells: Iterable[int]) -> str:
        return ", ".join(sorted(self.scenario.header.names[i] for i in cells)[:3])

    def _consent(self, consent: Consent, path: Path) -> None:
        if not isinstance(consent.cost, Expression):
            return
        scenario = self.scenario
        of = scenario.forums[consent.forum].members if consent.forum else consent.of
        for seat in of:
            if seat in scenario.players:
                reads = self._number(consent.cost, {"actor": Ref("actor", seat)}, (*path, "cost"))
                self._visible(reads, seat, (*path, "cost"))

    def _known_to(self, expression: Expression, seat: str, path: Path) -> None:
        """An order's own condition and cost ask nothing secret, and no deed of this turn."""
        hidden = next(secrets(self.scenario, expression, seat), "")
        if hidden:
            says = _("'{cell}' is hidden from '{seat}', who must know what it may order.")
            self.desk.problem("order/reads-hidden", says.format(cell=hidden, seat=seat), path)
        if any(
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "did"
            for node in ast.walk(expression.tree)
        ):
            says = _("did() is not yet fixed when orders are given: use ever() for earlier turns.")
            self.desk.problem("order/did", says, path)

    def _visible(self, reads: frozenset[int], seat: str, path: Path) -> None:
        hidden = reads - self.scenario.header.visible(seat)
        if hidden:
            cell = self.scenario.header.names[min(hidden)]
            says = _("'{cell}' is hidden from '{seat}', who must know what it may order.")
            self.desk.problem("order/reads-hidden", says.format(cell=cell, seat=seat), path)

    def _targets(self, instrument: Instrument, seat: str) -> Iterator[Ref]:
        scenario = self.scenario
        if instrument.target == "actor":
            yield from (Ref("actor", p) for p in scenario.players if p != seat)
        elif instrument.target == "issue":
            yield from (Ref("issue", i) for i in scenario.issues)
        elif instrument.target == "constituency":
            home = scenario.actors[seat].constituencies
            yield from (Ref("constituency", f"{seat}.{c.id}") for c in home)
        else:
            yield NOTHING

    def _instrument(self, instrument: Instrument) -> None:
        path: Path = ("instruments", instrument.id)
        leaks: set[int] = set()
        if instrument.id in ("step", "vote", "denounce", "argue"):
            says = _("'{id}' is a word of the order notation: choose another id.")
            self.desk.problem("schema/id", says.format(id=instrument.id), path, key=True)
        for seat in instrument.who:
            for target in self._targets(instrument, seat):
                env: dict[str, Ref | Scale] = {"actor": Ref("actor", seat)}
                if instrument.target:
                    env["target"] = target
                for key, expression in (("if", instrument.if_), ("cost", instrument.cost)):
                    if isinstance(expression, Expression):
                        reads = self._number(expression, env, (*path, key))
                        self._visible(reads, seat, (*path, key))
                        self._known_to(expression, seat, (*path, key))
                writes = self._ground(instrument.effects, env, (*path, "effects")).writes
                leaks |= self._beyond(instrument, env, writes)
        if leaks:
            cells = self._named(leaks)
            says = _("This act is seen by its {who} alone, but others can see what it changes "
                     "({cells}): leave it so only if it shall leak.")  # fmt: skip
            self.desk.warn(
                "leak/act", says.format(who=instrument.seen_by, cells=cells), path, key=True
            )

    def _beyond(self, instrument: Instrument, env: Env, writes: Iterable[int]) -> set[int]:
        """What an act changes before eyes that do not see the act itself."""
        if instrument.seen_by == "everyone":
            return set()
        names = ("actor", "target") if instrument.seen_by == "parties" else ("actor",)
        eyes = {env[name].id for name in names if name in env}
        return outside(self.scenario, writes, eyes)

    # ------------------------------------------------------------------ rules

    def _rule(self, rule: Rule) -> None:
        path: Path = ("rules", rule.id)
        hidden: set[int] = set()
        shown: set[int] = set()
        bindings = list(self._bindings(rule))
        own = self.desk.source.home(path, key=True) == self.desk.source.name
        if own and (not bindings or (rule.on == "leak" and not self.scenario.leaks)):
            says = _("Nothing in this scenario ever sets off this rule.")
            self.desk.warn("rule/never-fires", says, path, key=True)
        for env in bindings:
            block = self._ground(
                (rule.body,), env, (*path, "effects"), dynamic=rule.on not in ("turn", "act")
            )
            hidden |= betrayed(self.scenario, block.flows)
            if rule.on == "act" and rule.do in self.scenario.instruments:
                shown |= self._beyond(self.scenario.instruments[rule.do], env, block.writes)
        if rule.on in ("conclude", "expire", "breach", "denounce"):
            self._follow(rule)
        if hidden:
            cells = self._named(hidden)
            says = _("What this rule changes can be read by more eyes than what it depends on "
                     "({cells}): leave it so only if it shall leak.")  # fmt: skip
            self.desk.warn("leak/rule", says.format(cells=cells), path, key=True)
        elif shown:
            says = _("This rule follows from an act that not everybody sees, and others can see "
                     "what it changes ({cells}): leave it so only if it shall leak.")  # fmt: skip
            self.desk.warn("leak/rule", says.format(cells=self._named(shown)), path, key=True)

    def _follow(self, rule: Rule) -> None:
        """Note what a rule changes for each secret agreement, but for those that it excepts."""
        for name, terms in self.scenario.agreements.items():
            for block in following(self.scenario, rule, name) if terms.secret else ():
                self.follows.setdefault(name, {}).update(dict.fromkeys(block.writes, rule.id))
                self.sets_off.setdefault(name, {}).update(dict.fromkeys(block.injects, rule.id))

    def _bindings(self, rule: Rule) -> Iterator[Env]:
        scenario = self.scenario
        players = [Ref("actor", p) for p in scenario.players]
        if rule.on == "turn":
            yield {}
        elif rule.on == "move":
            for issue in scenario.issues:
                if not rule.issue or rule.issue == issue:
                    scale = Scale("issue", issue)
                    yield {"issue": Ref("issue", issue), "old": scale, "new": scale}
        elif rule.on in ("conclude", "expire", "leak"):
            yield {"agreement": Ref("agreement", "")}
        elif rule.on in ("breach", "denounce"):
            for player in players:
                yield {"agreement": Ref("agreement", ""), "actor": player}
        else:
            yield from self._deeds(rule)

    def _deeds(self, rule: Rule) -> Iterator[Env]:
        scenario = self.scenario
        adopting = rule.on in ("adopt", "reject")
        for instrument in scenario.instruments.values():
            if (rule.do and rule.do != instrument.id) or bool(instrument.forum) != adopting:
                continue
            for seat in instrument.who:
                for target in self._targets(instrument, seat):
                    env = {
                        "actor": Ref("actor", seat), "target": target,
                        "instrument": Ref("instrument", instrument.id),
                    }  # fmt: skip
                    yield env | {"forum": Ref("forum", instrument.forum)} if adopting else env
        if adopting and not rule.do:
            for issue in scenario.issues.values():
                forum = issue.up.forum or issue.down.forum
                sits = scenario.forums[forum].members if forum else ()  # none, if all are unknown
                if sits and (not rule.issue or rule.issue == issue.id):
                    yield {
                        "actor": Ref("actor", sits[0]),
                        "target": Ref("issue", issue.id), "instrument": NOTHING,
                        "forum": Ref("forum", forum),
                    }  # fmt: skip

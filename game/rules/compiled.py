"""A scenario grounded: every act, step, rule, event and end, bound to the cells it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from game.scenario.binding import Binder, Env, Fn, Ref, Scale
from game.scenario.expressions import parse
from game.scenario.grounding import Block, Change, change, ground
from game.scenario.model import Consent, Event, Expression, Instrument, Issue, Rule, Scenario
from game.scenario.orders import Act, Step
from game.world.facts import Acted

NOTHING = Ref("nothing", "")


@dataclass(slots=True, eq=False)
class RuleForm:
    """A rule under one binding."""

    rule: Rule
    cause: str
    block: Block


@dataclass(slots=True, eq=False)
class ActForm:
    """An instrument in one seat's hand toward one target; ``place`` is its place among all."""

    index: int
    place: int
    seat: str
    order: Act
    instrument: Instrument
    forum: str
    text: str  # the id of the text that it proposes in a forum, or empty
    allowed: Fn | None  # None: always
    cost: int | Fn
    block: Block
    cause: str
    deeds: tuple[tuple[str, ...], ...]  # what did() will know
    env: Env
    acted: Acted
    pay: Change | None  # the change of its cost, where that never varies
    follow: tuple[RuleForm, ...] | None = None  # rules that the act sets off, once asked for


class Voice(NamedTuple):
    """One seat's consent to a step: by its own order, or (``treaty``) by a treaty."""

    new: int
    cost: int
    treaty: str = ""


@dataclass(slots=True, eq=False)
class StepForm:
    """A step of an issue, from one option to another, in one seat's hand."""

    index: int
    seat: str
    order: Step
    issue: str
    old: int
    new: int
    consent: Consent
    forum: str
    text: str
    cost: int | Fn
    voice: Voice | None  # the consent with its cost, where that never varies


class Compiled:
    """What the rules compute once for a scenario, most of it when it is first asked for."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.capital = {
            p: scenario.header.index[f"capital.{p}"]
            for p in scenario.players
            if "capital" in scenario.tracks
        }
        self.debt = {self.capital[p]: scenario.header.index[f"debt.{p}"] for p in self.capital}
        self.names = scenario.header.names
        self.lows = [c.low for c in scenario.header.cells]
        self.highs = [c.high for c in scenario.header.cells]
        self.limits = [
            (c.low, c.high, c.pace or 0, c.index in self.debt) for c in scenario.header.cells
        ]
        self.spans = [(c.low, c.high) for c in scenario.header.cells]
        self.paced = [c.index for c in scenario.header.cells if c.pace]
        self.fewest = {i.id: min(i.up.need, i.down.need) for i in scenario.issues.values()}
        self.issue_cells = {i.cell: i for i in scenario.issues.values()}
        self.income = [
            change(c.index, track.income, "income")
            for c in scenario.header.cells
            if c.track in scenario.tracks and (track := scenario.tracks[c.track]).income
        ]
        self.acts: dict[str, tuple[ActForm, ...]] = {}
        self.act_of: dict[tuple[str, Act], ActForm] = {}
        for seat in scenario.players:
            self.acts[seat] = tuple(self._acts(seat))
            self.act_of.update({(seat, form.order): form for form in self.acts[seat]})
        self.steps: dict[str, dict[str, tuple[tuple[StepForm, ...], ...]]] = {
            seat: self._steps(seat) for seat in scenario.players
        }
        self.step_of = {
            (seat, form.order, form.old): form
            for seat, issues in self.steps.items()
            for rows in issues.values()
            for forms in rows
            for form in forms
        }
        self.texts = {  # what forums decide, in the order of the file: the forum by the text's id
            **{i.id: i.forum for i in scenario.instruments.values() if i.forum},
            **{
                i.id: i.up.forum or i.down.forum
                for i in scenario.issues.values()
                if i.up.forum or i.down.forum
            },
        }
        self.rules_on: dict[str, list[Rule]] = {}
        for rule in scenario.rules.values():
            self.rules_on.setdefault(rule.on, []).append(rule)
        self.ends: list[tuple[str, Fn]] = [
            (end.id, self.condition(end.when)) for end in scenario.ends.values()
        ]
        self.whens: dict[str, Fn | None] = {
            event.id: None if event.when is None else self.condition(event.when)
            for event in scenario.events.values()
        }
        self.duties: dict[int, Any] = {}
        self.memories: dict[Any, Any] = {}
        self._rules: dict[tuple[object, ...], tuple[RuleForm, ...]] = {}
        self._ends: dict[tuple[str, str], tuple[RuleForm, ...]] = {}
        self._possible: dict[int, tuple[Event, ...]] = {}
        self._moves: dict[str, tuple[RuleForm, ...]] = {}
        self._blocks: dict[tuple[str, str], Block] = {}
        self._conditions: dict[str, Fn] = {}
        self.turn_rules = self.rules("turn", {})

    # ------------------------------------------------------------------ orders

    def _acts(self, seat: str) -> list[ActForm]:
        in_hand = [i for i in self.scenario.instruments.values() if seat in i.who]
        uses = [(i, target) for i in in_hand for target in self._targets(i, seat)]
        return [self._act(i, seat, target, n) for n, (i, target) in enumerate(uses)]

    def _targets(self, instrument: Instrument, seat: str) -> list[Ref]:
        scenario = self.scenario
        if instrument.target == "actor":
            return [Ref("actor", p) for p in scenario.players if p != seat]
        if instrument.target == "issue":
            return [Ref("issue", i) for i in scenario.issues]
        if instrument.target == "constituency":
            home = scenario.actors[seat].constituencies
            return [Ref("constituency", f"{seat}.{c.id}") for c in home]
        return [NOTHING]

    def _act(self, instrument: Instrument, seat: str, target: Ref, index: int) -> ActForm:
        env: dict[str, Ref] = {"actor": Ref("actor", seat), "target": target}
        bare = target.id.rpartition(".")[2]
        kind = "text" if instrument.forum else "act"
        cause = f"{kind}:{instrument.id}|{seat}" + (f">{bare}" if bare else "")
        allowed: Fn | None = None
        if instrument.if_ is not None:
            bound = Binder(self.scenario, env, dynamic=False).number(instrument.if_)
            allowed = bound.function() if bound.const is None or not bound.const else None
        deeds: tuple[tuple[str, ...], ...] = ((seat, instrument.id), (seat, instrument.id, bare))
        cost = self._amount(instrument.cost, env)
        pay = None
        if isinstance(cost, int) and cost and seat in self.capital:
            pay = change(self.capital[seat], -cost, f"pay:{instrument.id}|{seat}")
        place = self.scenario.players.index(seat) * 10_000 + index
        return ActForm(
            index, place, seat, Act(instrument.id, bare), instrument, instrument.forum,
            instrument.id if instrument.forum else "", allowed, cost,
            ground(self.scenario, instrument.effects, env, cause, dynamic=False),
            cause, deeds, env, Acted(seat, instrument.id, bare), pay,
        )  # fmt: skip

    def _amount(self, cost: Expression | int, env: Env) -> int | Fn:
        bound = Binder(self.scenario, env, dynamic=False).number(cost)
        if bound.const is not None:
            return max(bound.const, 0)
        return bound.function()

    def _steps(self, seat: str) -> dict[str, tuple[tuple[StepForm, ...], ...]]:
        found: dict[str, tuple[tuple[StepForm, ...], ...]] = {}
        number = 1000  # behind every act, so that a seat's orders have one fixed order
        for issue in self.scenario.issues.values():
            rows: list[tuple[StepForm, ...]] = []
            for old in range(len(issue.options)):
                forms = []
                for new, option in enumerate(issue.options):
                    if new == old or (issue.ladder and abs(new - old) != 1):
                        continue
                    consent = issue.consent(old, new)
                    if seat not in consent_list(self.scenario, consent):
                        continue
                    cost = self._step_cost(seat, issue, consent, old)
                    forms.append(
                        StepForm(
                            number,
                            seat,
                            Step(issue.id, option),
                            issue.id,
                            old,
                            new,
                            consent,
                            consent.forum,
                            issue.id if consent.forum else "",
                            cost,
                            Voice(new, cost) if isinstance(cost, int) else None,
                        )  # fmt: skip
                    )
                    number += 1
                rows.append(tuple(forms))
            found[issue.id] = tuple(rows)
        return found

    def _step_cost(self, seat: str, issue: Issue, consent: Consent, old: int) -> int | Fn:
        """What a step from option ``old`` costs; a cost that reads only the issue is known now."""
        binder = Binder(self.scenario, {"actor": Ref("actor", seat)}, dynamic=False)
        bound = binder.number(consent.cost)
        if bound.const is not None:
            return max(bound.const, 0)
        cost = bound.function()
        if binder.asks or binder.reads != {issue.cell}:
            return cost
        row = self.scenario.start[:]
        row[issue.cell] = old
        return max(cost(row, None), 0)

    # ------------------------------------------------------------------ rules and events

    def rules(self, on: str, env: Env, *, do: str = "", issue: str = "") -> tuple[RuleForm, ...]:
        """The rules that a trigger sets off under a binding."""
        listed = self.rules_on.get(on)
        if not listed:
            return ()
        key = (on, do, issue, *env.items())
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = tuple(
                form
                for rule in listed
                if (not rule.do or rule.do == do) and (not rule.issue or rule.issue == issue)
                if (form := self._rule(rule, env)).block
            )
        return found

    def act_rules(self, form: ActForm) -> tuple[RuleForm, ...]:
        """The rules that an act sets off."""
        if form.follow is None:
            env = {**form.env, "instrument": Ref("instrument", form.instrument.id)}
            form.follow = self.rules("act", env, do=form.instrument.id)
        return form.follow

    def move_rules(self, issue: str) -> tuple[RuleForm, ...]:
        """The rules that a move of an issue sets off."""
        found = self._moves.get(issue)
        if found is None:
            scale = Scale("issue", issue)
            env: Env = {"issue": Ref("issue", issue), "old": scale, "new": scale}
            found = self._moves[issue] = self.rules("move", env, issue=issue)
        return found

    def rules_of_end(self, on: str, actor: str) -> tuple[RuleForm, ...]:
        """The rules that the end of an agreement sets off: by an actor, or "" by nobody."""
        found = self._ends.get((on, actor))
        if found is None:
            env = {"agreement": Ref("agreement", "")}
            if actor:
                env["actor"] = Ref("actor", actor)
            found = self._ends[on, actor] = self.rules(on, env)
        return found

    def _rule(self, rule: Rule, env: Env) -> RuleForm:
        cause = f"rule:{rule.id}"
        actor = env.get("actor")
        if isinstance(actor, Ref):
            cause += f"|{actor.id}"
        return RuleForm(rule, cause, ground(self.scenario, (rule.body,), env, cause))

    def possible(self, turn: int) -> tuple[Event, ...]:
        """The events that conditions, chance or the calendar may bring in a turn, in file order."""
        found = self._possible.get(turn)
        if found is None:
            found = self._possible[turn] = tuple(
                event
                for event in self.scenario.events.values()
                if (event.turn == turn)
                or (event.turn is None and (event.when or event.chance is not None))
            )
        return found

    def event(self, event: str) -> Block:
        """An event's own effects."""
        return self._block("event", event)

    def answer(self, event: str, option: str) -> Block:
        """The effects of one answer to an event."""
        return self._block(event, option)

    def _block(self, event: str, option: str) -> Block:
        found = self._blocks.get((event, option))
        if found is None:
            if event == "event":
                effects, cause = self.scenario.events[option].effects, f"event:{option}"
            else:
                asking = self.scenario.events[event]
                effects = asking.choices[option].effects
                cause = f"answer:{event}.{option}|{asking.asks}"
            found = ground(self.scenario, effects, {}, cause, dynamic=False)
            self._blocks[event, option] = found
        return found

    def answer_cost(self, event: str, option: str) -> int | Fn:
        """What an answer costs the actor that gives it."""
        return self._amount(self.scenario.events[event].choices[option].cost, {})

    # ------------------------------------------------------------------ conditions

    def condition(self, expression: Expression) -> Fn:
        """A condition of the file, bound without anything in scope."""
        return Binder(self.scenario, {}, dynamic=False).number(expression).function()

    def clause_condition(self, text: str) -> Fn:
        """The ``if:`` of a clause, which may have been drafted at the table.

        :raises ExpressionError: for what is no expression.
        :raises BindError: for a name that means nothing.
        """
        found = self._conditions.get(text)
        if found is None:
            found = self._conditions[text] = self.condition(parse(text))
        return found


def consent_list(scenario: Scenario, consent: Consent) -> tuple[str, ...]:
    """Who may order a step under this consent: those listed, or the forum's members."""
    if consent.forum:
        return scenario.forums[consent.forum].members
    return consent.of


def compiled(scenario: Scenario) -> Compiled:
    """The grounded scenario, made once."""
    found: Compiled | None = scenario.cache.get("compiled")
    if found is None:
        found = scenario.cache["compiled"] = Compiled(scenario)
    return found

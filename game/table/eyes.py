"""What a pair of eyes can never see in a scenario, worked out once: cells, events, acts, causes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.rules.compiled import compiled
from game.scenario.model import Scenario
from game.table.commands import CONTROL
from game.world.world import Deed

_ALWAYS_TOLD = frozenset({"turn", "move", "adopt", "reject", "leak"})
_OF_AGREEMENTS = frozenset({"conclude", "expire", "breach", "denounce"})


class Eyes:
    """One seat's eyes, the public's or control's, on one scenario."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        self.scenario = scenario
        self.seat = seat
        self.all = seat == CONTROL
        visible = scenario.header.visible(seat)
        cells = scenario.header.cells
        self.hidden = tuple(cell.index for cell in cells if cell.index not in visible)
        self.names = frozenset(cell.name for cell in cells if cell.index in visible)
        self.events = frozenset(
            id for id, e in scenario.events.items() if self.all or not e.to or seat in e.to
        )
        self.all_events = len(self.events) == len(scenario.events)
        self.veiled = frozenset(
            id for id, i in scenario.instruments.items() if i.seen_by != "everyone"
        )
        self.hidden_deeds: frozenset[Deed] = frozenset(self._hidden_deeds())
        self.causes: dict[str, bool] = {}

    def _hidden_deeds(self) -> list[Deed]:
        found: list[Deed] = []
        for form in compiled(self.scenario).act_of.values():
            instrument, target = form.order.instrument, form.order.target
            if not self.sees_act(form.seat, instrument, target):
                found.extend(form.deeds)
        return found

    def sees_act(self, seat: str, instrument: str, target: str) -> bool:
        """May these eyes see that `seat` used an instrument (toward a target)?"""
        if self.all or instrument not in self.veiled or seat == self.seat:
            return True
        parties = self.scenario.instruments[instrument].seen_by == "parties"
        return parties and bool(self.seat) and target == self.seat

    def deeds(self, done: frozenset[Deed]) -> frozenset[Deed]:
        """The deeds that these eyes have seen."""
        hidden = self.hidden_deeds
        if not hidden or done.isdisjoint(hidden):
            return done
        seen = done - hidden
        # Who was the target of one of several hidden acts knows that the instrument was used.
        return seen | {deed[:2] for deed in seen if deed[1] in self.veiled}

    def sees_secret(self, id: str, secrets: Mapping[str, Collection[str]]) -> bool:
        """May these eyes see the draft or agreement of this id?"""
        return self.all or id not in secrets or self.seat in secrets[id]

    def cause(self, cause: str, secrets: Mapping[str, Collection[str]], told: set[str]) -> bool:
        """May these eyes know this cause? `told` are the kinds of fact told of this turn.

        Judged by what may be seen alone: a rule on breaches, say, is known as the cause where a
        breach was told.
        """
        always = self.causes.get(cause)
        if always is not None:
            return always
        kind, _colon, rest = cause.partition(":")
        about, _bar, who = rest.partition("|")
        if kind in ("treaty", "transfer"):
            return self.sees_secret(about, secrets)
        if kind == "rule" and not self.all and about:
            return self._rule(about, told)
        found = self.causes[cause] = self._always(kind, about, who)
        return found

    def _always(self, kind: str, about: str, who: str) -> bool:
        """May these eyes know a cause that nothing but the scenario decides about?"""
        if self.all or not about:
            return True
        if kind in ("act", "pay"):
            seat, _gt, target = who.partition(">")
            if kind == "pay":
                return about not in self.veiled or seat == self.seat
            return self.sees_act(seat, about, target)
        if kind == "event":
            return about in self.events
        if kind == "answer":
            return about.partition(".")[0] in self.events
        return True

    def _rule(self, id: str, told: set[str]) -> bool:
        rule = self.scenario.rules[id]
        if rule.on in _ALWAYS_TOLD:
            return True
        if rule.on in _OF_AGREEMENTS:
            return rule.on in told
        return rule.do not in self.veiled if rule.do else not self.veiled or rule.on in told


def eyes(scenario: Scenario, seat: str) -> Eyes:
    """A seat's eyes, made once for a scenario."""
    cache: dict[str, Eyes] = scenario.cache.setdefault("eyes", {})
    found = cache.get(seat)
    if found is None:
        found = cache[seat] = Eyes(scenario, seat)
    return found

"""The turn's docket: orders sorted by kind, so that how they were listed cannot matter."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from game.rules.compiled import ActForm, Compiled, Voice
from game.rules.moment import Moment
from game.rules.offers import amount
from game.rules.turn import Turn
from game.scenario.orders import Act, Argue, Ballot, Denounce, Order, Step, Vote
from game.world.world import World

_PLACE = attrgetter("place")


class Docket:
    """What the seats ordered, bound to what it means; costs are by the row of the negotiation.

    ``voices`` are the consents to steps by issue and seat; ``proposals`` those who propose each
    text; ``proposed`` the deeds that a forum is asked for.
    """

    __slots__ = ("acts", "arguments", "ballots", "leaving", "proposals", "proposed", "voices")

    def __init__(self, compiled: Compiled, world: World, turn: Turn, moment: Moment) -> None:
        self.acts: list[ActForm] = []
        self.voices: dict[str, dict[str, Voice]] = {}
        self.proposals: dict[str, dict[str, Act | Step]] = {}
        self.proposed: set[tuple[str, ...]] = set()
        self.ballots: dict[tuple[str, str], Ballot] = {}
        self.arguments: list[tuple[str, int, Argue]] = []
        self.leaving: dict[str, list[str]] = {}
        row, issues, orders = world.row, compiled.scenario.issues, turn.orders
        act_of, step_of, acts, voices = compiled.act_of, compiled.step_of, self.acts, self.voices
        for seat in compiled.scenario.players:
            for order in orders.get(seat, ()):
                if type(order) is Act:  # isinstance() is dear where the answer is no
                    act = act_of[seat, order]
                    if act.forum:
                        self._propose(seat, order.instrument, order)
                        self.proposed.update(act.deeds)
                    else:
                        acts.append(act)
                elif type(order) is Step:
                    step = step_of.get((seat, order, row[issues[order.issue].cell]))
                    if step is None:
                        continue
                    if step.forum:
                        self._propose(seat, order.issue, order)
                        continue
                    voice = step.voice or Voice(step.new, amount(step.cost, row, moment), "")
                    if order.issue in voices:
                        voices[order.issue][seat] = voice
                    else:
                        voices[order.issue] = {seat: voice}
                elif type(order) is Vote:
                    self.ballots[seat, order.text] = order.ballot
                else:
                    self._say(seat, order)
        acts.sort(key=_PLACE)

    def _propose(self, seat: str, text: str, order: Act | Step) -> None:
        self.proposals.setdefault(text, {})[seat] = order

    def _say(self, seat: str, order: Order) -> None:
        if isinstance(order, Denounce):
            self.leaving.setdefault(order.agreement, []).append(seat)
        elif isinstance(order, Argue):
            number = sum(1 for who, _, _ in self.arguments if who == seat)
            self.arguments.append((seat, number, order))


def proposers(turn: Turn, text: str, proposed: Mapping[str, Act | Step]) -> tuple[str, ...]:
    """Who proposes a text, first one first: as they did at the table, else as in the file."""
    said = turn.proposers.get(text)
    if not said:
        return tuple(proposed)
    first = tuple(seat for seat in said if seat in proposed)
    return (*first, *(seat for seat in proposed if seat not in first))

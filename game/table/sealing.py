"""Free texts and names stand beside the record, so that they can be erased without breaking it.

Before a command is decided, each text that a person wrote is exchanged for its key, a digest of
the text and the command's salt. Commands, facts and states hold keys; who may read a text looks it
up. The scenario's own texts (ready agreements) stay as they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from game.i18n import _
from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.scenario.orders import Argue, Order
from game.scenario.terms import Clause, Declare, Terms
from game.table import commands as c
from game.table.state import State

MARK = "~"
_KEY = re.compile(re.escape(MARK) + r"[0-9a-f]{32}")
LONGEST = 4000
"""Characters of one text at most."""

Texts = dict[str, str]

_WORDLESS = frozenset({c.Answer, c.Lock, c.Perceive, c.Sign, c.Unlock, c.Withdraw})
"""Commands without a word of their author's own."""


def key_of(text: str, salt: str) -> str:
    """The key under which a text is kept."""
    digest = hashlib.blake2b(f"{salt}\0{text}".encode(), digest_size=16)
    return MARK + digest.hexdigest()


def seal(scenario: Scenario, state: State, command: c.Command) -> tuple[c.Command, Texts] | Refusal:
    """The command with keys in the place of its free texts, and the new texts by key.

    What its author says again (an argument taken back, the unchanged part of an edited draft)
    keeps its key. A command is sealed once.
    """
    if type(command.do) in _WORDLESS or _no_words(command.do):
        return (replace(command, salt="") if command.salt else command), {}
    sealer = _Sealer(_own_texts(scenario), command.salt, _said_before(state, command))
    do = sealer.do(command.do)
    if sealer.too_long:
        says = _("a text has at most {n} characters")
        return Refusal("text/too-long", says.format(n=LONGEST))
    return replace(command, do=do, salt=""), sealer.texts


def _no_words(do: c.Do) -> bool:
    """Whether what is ordered has no text in it: only arguments have."""
    if isinstance(do, c.Plan):
        return Argue not in [type(order) for order in do.orders]
    return isinstance(do, c.Give) and type(do.order) is not Argue


def unsealed(text: str, texts: Mapping[str, str]) -> str:
    """What a key stands for; a text that is no key stands for itself."""
    if not text.startswith(MARK):
        return text
    found = texts.get(text)
    return _("[erased]") if found is None else found


def _said_before(state: State, command: c.Command) -> Texts:
    """Texts, and their keys, in what this command is about: one's own orders, a draft to edit."""
    do, keys = command.do, list[str]()
    if isinstance(do, c.TakeBack | c.Plan):
        for order in state.orders.get(command.author, ()):
            if isinstance(order, Argue):
                keys += [order.says, *order.because]
    elif isinstance(do, c.Draft) and do.id in state.drafts:
        terms = state.drafts[do.id].terms
        if command.author in terms.parties:
            keys += [terms.name, *(d.text for d in terms.clauses if isinstance(d, Declare))]
    return {state.texts[key]: key for key in keys if key in state.texts}


def in_words(says: str, texts: Mapping[str, str]) -> str:
    """A sentence with texts in the place of the keys in it."""
    return _KEY.sub(lambda found: unsealed(found[0], texts), says) if MARK in says else says


def plain_order(order: Order, texts: Mapping[str, str]) -> Order:
    """An order with its texts in the place of their keys."""
    if not isinstance(order, Argue):
        return order
    because = tuple(unsealed(reason, texts) for reason in order.because)
    return replace(order, says=unsealed(order.says, texts), because=because)


def plain_terms(terms: Terms, texts: Mapping[str, str]) -> Terms:
    """Terms with their texts in the place of their keys, ready to be edited."""
    if not any(isinstance(clause, Declare) for clause in terms.clauses):
        name = unsealed(terms.name, texts)
        return terms if name == terms.name else replace(terms, name=name)
    clauses: tuple[Clause, ...] = tuple(
        replace(clause, text=unsealed(clause.text, texts))
        if isinstance(clause, Declare)
        else clause
        for clause in terms.clauses
    )
    return replace(terms, name=unsealed(terms.name, texts), clauses=clauses)


class _Sealer:
    def __init__(self, own: frozenset[str], salt: str, before: Texts) -> None:
        self.own = own
        self.salt = salt
        self.before = before
        self.texts: Texts = {}
        self.too_long = False

    def text(self, text: str) -> str:
        if not text.strip():
            return ""
        if text in self.own:
            return text
        if text in self.before:
            return self.before[text]
        self.too_long |= len(text) > LONGEST
        # What cannot be written as UTF-8 (half a surrogate pair) is replaced, not refused.
        clean = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
        key = key_of(clean, self.salt)
        self.texts[key] = clean
        return key

    def do(self, do: c.Do) -> Any:
        if isinstance(do, c.Say | c.Reason):
            return replace(do, text=self.text(do.text))
        if isinstance(do, c.Give | c.TakeBack):
            return replace(do, order=self.order(do.order))
        if isinstance(do, c.Plan):
            return replace(do, orders=tuple(self.order(order) for order in do.orders))
        if isinstance(do, c.Draft):
            return replace(do, terms=self.terms(do.terms))
        if isinstance(do, c.Seat):
            return replace(do, player_name=self.text(do.player_name))
        return do

    def order(self, order: Order) -> Order:
        if not isinstance(order, Argue):
            return order
        because = tuple(self.text(reason) for reason in order.because)
        return replace(order, says=self.text(order.says), because=because)

    def terms(self, terms: Terms) -> Terms:
        name = self.text(terms.name)
        if name == terms.name and Declare not in [type(clause) for clause in terms.clauses]:
            return terms  # a text of the scenario's own stays what it is
        clauses: tuple[Clause, ...] = tuple(
            replace(clause, text=self.text(clause.text)) if isinstance(clause, Declare) else clause
            for clause in terms.clauses
        )
        return replace(terms, name=name, clauses=clauses)


def _own_texts(scenario: Scenario) -> frozenset[str]:
    found: frozenset[str] | None = scenario.cache.get("ready texts")
    if found is None:
        texts = {terms.name for terms in scenario.agreements.values()}
        texts |= {
            clause.text
            for terms in scenario.agreements.values()
            for clause in terms.clauses
            if isinstance(clause, Declare)
        }
        found = scenario.cache["ready texts"] = frozenset(texts)
    return found

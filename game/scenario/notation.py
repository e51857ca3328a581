"""Orders as one line of text, the same in cases, scripts, line mode, records and reports."""

from __future__ import annotations

import re

from game.i18n import _
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPES = {"n": "\n", "t": "\t"}


class NotationError(ValueError):
    """A line that is no order; says what an order looks like."""


def parse_order(text: str) -> Order:
    """The order that a line says. Whether it may be given is another matter.

    :raises NotationError: for a line that is no order.

    >>> parse_order("step thaad agreed")
    Step(issue='thaad', option='agreed')
    >>> parse_order("pressure rok")
    Act(instrument='pressure', target='rok')
    """
    if text.count('"') % 2 and '\\"' not in text:
        raise NotationError(_("a quotation mark is not closed: {text}").format(text=text))
    tokens = [(m[1] is not None, m[1] if m[1] is not None else m[2]) for m in _TOKEN.finditer(text)]
    if not tokens:
        raise NotationError(_("expected an order such as 'step radar agreed', found nothing"))
    words = [word for _quoted, word in tokens]
    if words[0] == "argue" and not tokens[0][0]:
        return _argue(tokens[1:], text)
    if any(quoted for quoted, _word in tokens):
        raise NotationError(_("only 'argue' takes quoted text: {text}").format(text=text))
    if words[0] == "step":
        _count(words, 3, "step ISSUE OPTION", text)
        return Step(words[1], words[2])
    if words[0] == "vote":
        _count(words, 3, "vote TEXT yes|no|abstain", text)
        if words[2] not in ("yes", "no", "abstain"):
            raise NotationError(
                _("a vote is yes, no or abstain; found '{word}'").format(word=words[2])
            )
        return Vote(words[1], words[2])  # type: ignore[arg-type]
    if words[0] == "denounce":
        _count(words, 2, "denounce AGREEMENT", text)
        return Denounce(words[1])
    if len(words) > 2:
        raise NotationError(
            _("expected 'INSTRUMENT' or 'INSTRUMENT TARGET', found '{text}'").format(text=text)
        )
    return Act(*words)


def _count(words: list[str], count: int, form: str, text: str) -> None:
    if len(words) != count:
        raise NotationError(_("expected '{form}', found '{text}'").format(form=form, text=text))


def _argue(tokens: list[tuple[bool, str]], text: str) -> Argue:
    form = 'argue "..." because "..." asking tension -1'
    says, because, asking = "", [], []
    part = "says"
    rest = iter(tokens)
    for quoted, word in rest:
        if quoted and part == "says" and not says:
            says = _unquoted(word)
        elif quoted and part == "because":
            because.append(_unquoted(word))
        elif not quoted and word in ("because", "asking") and says:
            part = word
        elif not quoted and part == "asking":
            amount = next(rest, (False, ""))[1].rstrip(",")
            if not re.fullmatch(r"[-+]?\d{1,6}", amount):
                raise NotationError(_("expected '{form}', found '{text}'").format(
                    form=form, text=text))  # fmt: skip
            asking.append((word, int(amount)))
        else:
            raise NotationError(_("expected '{form}', found '{text}'").format(form=form, text=text))
    if not says:
        raise NotationError(_("expected '{form}', found '{text}'").format(form=form, text=text))
    return Argue(says, tuple(because), tuple(asking))


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), text, flags=re.DOTALL)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped.replace(chr(9), chr(92) + "t")}"'


def format_order(order: Order) -> str:
    """The line that says an order; :func:`parse_order` reads it back.

    >>> format_order(Argue("A hotline", ("it's cheap",), (("tension", -1),)))
    'argue "A hotline" because "it\\'s cheap" asking tension -1'
    """
    if isinstance(order, Act):
        return f"{order.instrument} {order.target}".rstrip()
    if isinstance(order, Step):
        return f"step {order.issue} {order.option}"
    if isinstance(order, Vote):
        return f"vote {order.text} {order.ballot}"
    if isinstance(order, Denounce):
        return f"denounce {order.agreement}"
    parts = ["argue", _quoted(order.says)]
    for reason in order.because:
        parts += ["because", _quoted(reason)]
    if order.asking:
        parts.append("asking")
        parts.append(", ".join(f"{cell} {amount:+d}" for cell, amount in order.asking))
    return " ".join(parts)

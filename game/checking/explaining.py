"""What a code means: for an author who asks, and as a page of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent, wrap

from game.checking.codes import CODES, Code
from game.errors import UserError
from game.i18n import _
from game.scenario.problems import nearest

WIDTH = 88


def explain(codes: Sequence[str]) -> Iterator[str]:
    """Explain codes one by one; without any, list them all.

    Raises UserError at the end for a code that there is not, with the nearest one.
    """
    if not codes:
        yield from listed()
        return
    unknown = [code for code in codes if code not in CODES]
    for number, name in enumerate(code for code in codes if code in CODES):
        yield from ([""] if number else [])
        yield from _explained(CODES[name])
    if unknown:
        if len(unknown) == len(codes):
            yield from listed()
        raise UserError(" ".join(_unknown(code) for code in unknown))


def listed() -> Iterator[str]:
    """Every code with its meaning, errors before warnings."""
    width = max(len(code.id) for code in CODES.values())
    for severity, head in (("error", _("Errors:")), ("warning", _("Warnings:"))):
        yield head
        for code in sorted(CODES.values(), key=lambda code: code.id):
            if code.severity == severity:
                yield f"  {code.id.ljust(width)}  {_said(code.means)}"


def page() -> str:
    """All explanations as a page in Markdown."""
    parts = [
        "# What `modus check` says",
        "Made by `python -m tests.checking.page` from what `modus check --explain` says; do not "
        "edit.",
        "An error keeps a scenario from being played. A warning does not, and `--strict` lets none "
        "pass. Codes of the family `study/` come from games between bots, which `--study` and "
        "`--strict` play.",
        "A warning that is right in general and wrong here can be accepted on purpose: write "
        "`# check: allow CODE` on the line that it names, or in a comment directly above, and "
        "say why behind the code. Errors cannot be accepted. A comment that silences nothing is "
        "a warning of its own, so that none outlives its reason.",
        "```yaml\ninstruments:\n  # check: allow leak/act (the warmer tone shall show)\n"
        "  quiet_help: {target: actor, seen_by: parties, effects: [{trust.actor.target: +1}]}\n```",
        "An example stands in an otherwise sound scenario with the actors `host` and `sponsor`, "
        "the issue `radar` and the instrument `reassure`.",
    ]
    for severity, head in (("error", "Errors"), ("warning", "Warnings")):
        parts.append(f"## {head}")
        for code in sorted(CODES.values(), key=lambda code: code.id):
            if code.severity == severity:
                parts.append(_section(code))
    return "\n\n".join(parts) + "\n"


def _section(code: Code) -> str:
    lines = [f"### {code.id}", f"{_said(code.means)} {_said(code.why)}", _said(code.mend)]
    if code.example:
        lines.append(f"```yaml\n{code.example.rstrip()}\n```")
    return "\n\n".join(lines)


def _explained(code: Code) -> Iterator[str]:
    severity = _("error") if code.severity == "error" else _("warning")
    yield f"{code.id} ({severity})"
    yield ""
    for head, text in (
        (_("What it means"), code.means), (_("Why it matters"), code.why),
        (_("How to mend it"), code.mend),
    ):  # fmt: skip
        yield f"{head}:"
        yield from wrap(_said(text), WIDTH, initial_indent="  ", subsequent_indent="  ")
    if code.example:
        yield _("An example that gives it:")
        yield indent(code.example.rstrip(), "  ")
    if code.severity == "warning":
        says = _("To accept it on purpose, write on its line or above it: {comment}")
        yield says.format(comment=f"# check: allow {code.id}")


def _said(text: str) -> str:
    """A sentence of a code, translated; braces are doubled in it, as in every sentence."""
    return _(text).format()


def _unknown(code: str) -> str:
    near = nearest(code, CODES)
    hint = " " + _("Did you mean {name}?").format(name=near) if near else ""
    return _("There is no code {code}.").format(code=code) + hint

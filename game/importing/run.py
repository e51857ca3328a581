"""`modus import`: read, turn into a scenario, check that it can be played, and only then write."""

from __future__ import annotations

from pathlib import Path

from game.data import SUFFIX
from game.errors import UserError
from game.i18n import _, ngettext
from game.importing.genius import Domain, read
from game.importing.written import scenario_text
from game.scenario.load import check_text
from game.scenario.problems import ScenarioErrors

SCALE = 1_000_000
"""By how much utilities are multiplied: points are integers."""
LEAST = 2
"""So many parties negotiate at least."""


def import_genius(domain: Path, profiles: list[Path], out: Path, *, force: bool) -> list[str]:
    """Write the scenario of a GENIUS domain, and say what was written.

    :raises UserError: where a file cannot be read or written, or is there already.
    :raises ScenarioErrors: with everything wrong in the files at once.
    """
    if len(profiles) < LEAST:
        raise UserError(_("Name the domain's file, then two profiles or more."))
    if out.suffix != SUFFIX:
        says = _("{file}: a scenario's file ends in {suffix}.")
        raise UserError(says.format(file=out, suffix=SUFFIX))
    if out.exists() and not force:
        raise UserError(_("{file} is there already; --force writes over it.").format(file=out))
    found = read(domain, profiles)
    text = playable(found, out)
    _write(out, text, force=force)
    packages = 1
    for issue in found.issues:
        packages *= len(issue.values)
    said = ngettext(
        "{file}: {parties} parties, {n} issue, {packages} packages; utilities times {scale}.",
        "{file}: {parties} parties, {n} issues, {packages} packages; utilities times {scale}.",
        len(found.issues),
    ).format(
        file=out,
        parties=len(found.profiles),
        n=len(found.issues),
        packages=f"{packages:,}",
        scale=f"{SCALE:,}",
    )
    return [said, *_warnings(found)]


def playable(domain: Domain, out: Path) -> str:
    """A text that can be played.

    :raises ScenarioErrors: where it cannot, with what is wrong with it.
    """
    text = scenario_text(domain, out.stem, SCALE)
    scenario, problems = check_text(text, str(out))
    if scenario is None:
        raise ScenarioErrors(problem for problem in problems if problem.severity == "error")
    return text


def _write(out: Path, text: str, *, force: bool) -> None:
    try:
        with out.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        says = _("{file} is there already; --force writes over it.")
        raise UserError(says.format(file=out)) from None
    except OSError as error:
        says = _("{file}: cannot be written: {reason}.")
        raise UserError(says.format(file=out, reason=error.strerror)) from None


def _warnings(domain: Domain) -> list[str]:
    """What the language has no place for."""
    told = []
    aged = [profile.name for profile in domain.profiles if profile.discount != 1]
    if aged:
        says = _("Left out: the discount over time of {profiles}; points here do not age.")
        told.append(says.format(profiles=", ".join(aged)))
    return told

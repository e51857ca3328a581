"""The files that come with the game, and the files that people name.

Scenarios and assets lie at the top of a checkout and inside the installed package; both are found.
"""

from __future__ import annotations

import difflib
import io
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.errors import UserError
from game.i18n import _

SUFFIX = ".yaml"

BYTES = 2_000_000
"""How big a scenario's file may be: as much as its gate lets through."""


def folder(name: str) -> Path:
    """Where the bundled data called `name` (`scenarios`, `assets`) lie.

    Raises UserError when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    if (package / name).is_dir():
        return package / name
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise UserError(
        _("The folder {name} is missing from this installation; install the game again.").format(
            name=name
        )
    )


def scenario_ids() -> list[str]:
    """The ids of the bundled scenarios, in alphabetical order."""
    return sorted(_bundled())


def scenario_path(scenario: str | Path) -> Path:
    """The file of a scenario, named by its id (`first-talks`) or by a path.

    Raises UserError with the nearest known id when there is neither.
    """
    named = str(scenario)
    bundled = _bundled()
    if named in bundled:
        return bundled[named]
    path = Path(scenario).expanduser()
    if path.is_dir() and (path / f"{path.name}{SUFFIX}").is_file():
        return path / f"{path.name}{SUFFIX}"
    if path.exists():
        return path
    raise UserError(_missing(named, sorted(bundled)))


def scenario_text(scenario: str | Path) -> tuple[str, str]:
    """The text of a scenario, named by id or path, and the name to use for it in error messages.

    Raises UserError when it cannot be found or read.
    """
    path = scenario_path(scenario)
    here = Path.cwd()
    named = path.relative_to(here) if path.is_relative_to(here) else path
    return read_text(path), str(named)


class Library(Mapping[str, str]):
    """The texts that a scenario's `include:` may name, by file name without its ending.

    They lie in the bundled library, in a folder `library` beside the scenario, or beside it; what
    is nearer to the scenario wins. A text is read when it is asked for.
    """

    def __init__(self, source: str) -> None:
        scenario = Path(source).resolve()
        bundled, beside = folder("scenarios"), scenario.parent
        places = [bundled / "library", beside / "library"]
        if beside != bundled:
            places.append(beside)
        files = (path for place in places for path in place.glob(f"*{SUFFIX}") if path != scenario)
        self._files = {path.stem: path for path in files}

    def __getitem__(self, name: str) -> str:
        return read_text(self._files[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def read_text(path: Path) -> str:
    """The text of a file, as UTF-8. Raises UserError with the reason when it cannot be read.

    A device or a pipe, which may never end, is refused, and so is a file of more than `BYTES`.
    """
    try:
        return io.TextIOWrapper(io.BytesIO(_content(path)), encoding="utf-8-sig").read()
    except UnicodeDecodeError as error:
        raise UserError(
            _("{path}: expected text in UTF-8; byte {n} is not. Save the file as UTF-8.").format(
                path=path, n=error.start
            )
        ) from None
    except OSError as error:
        raise UserError(
            _("{path}: cannot be read: {reason}.").format(path=path, reason=error.strerror)
        ) from None


def _content(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        says = _("{path}: cannot be read: it is no regular file. Name a scenario's file.")
        raise UserError(says.format(path=path))
    with path.open("rb") as file:
        content = file.read(BYTES + 1)
    if len(content) > BYTES:
        says = _("{path}: a scenario may have {n} bytes, and this file has more.")
        raise UserError(says.format(path=path, n=f"{BYTES:,}"))
    return content


def _bundled() -> dict[str, Path]:
    """The bundled scenarios by id: a file `<id>.yaml`, or a folder `<id>` that holds one."""
    top = folder("scenarios")
    found = {path.stem: path for path in top.glob(f"*{SUFFIX}")}
    for path in top.glob(f"*/*{SUFFIX}"):
        if path.stem == path.parent.name:
            found[path.stem] = path
    return found


def _missing(named: str, known: list[str]) -> str:
    if Path(named).suffix in {SUFFIX, ".yml"} or len(Path(named).parts) > 1:
        return _("There is no scenario file {name}.").format(name=named)
    near = difflib.get_close_matches(named, known, n=1)
    hint = _("Did you mean {id}?").format(id=near[0]) if near else ""
    listed = _("There are: {ids}.").format(ids=", ".join(known)) if known else ""
    first = _("There is no scenario {name}, neither an id nor a file.").format(name=named)
    return " ".join(part for part in (first, hint, listed) if part)

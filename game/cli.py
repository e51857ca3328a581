"""The command `modus`: starts a verb, and turns what goes wrong into a sentence and an exit code.

Exit codes: 0 done, 1 a check failed, 2 bad input, 130 interrupted. A traceback is always a bug.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from game.errors import UserError
from game.i18n import _

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one verb and leave the process with its exit code."""
    try:
        code = _run(arguments)
    except KeyboardInterrupt:
        code = _interrupted()
    except UserError as error:
        code = _fail(error.message, error.exit_code)
    except OSError as error:
        code = _fail(_os_sentence(error))
    except ValueError as error:
        # Imported only now: `modus --help` needs no scenario.
        from game.scenario.problems import ScenarioErrors

        if not isinstance(error, ScenarioErrors):
            raise
        code = _fail(str(error))
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    # A closed terminal or a polite kill ends the game as Ctrl-C does: through the same clean-up.
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    # Imported here, so that Ctrl-C is heard while the program still starts.
    import typer

    from game.verbs import app

    try:
        code = app(args=arguments, prog_name="modus", standalone_mode=False)
    except typer.Abort as abort:
        if isinstance(abort.__cause__, EOFError):
            return _fail(_("The input ended before an answer. What was acknowledged is kept."))
        return _interrupted()
    except Exception as error:
        # Wrong usage: the command-line library words it, and knows its own exit code.
        show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
        if not callable(show) or not isinstance(code, int):
            raise
        show()
        return code
    if code == INTERRUPTED:  # the command-line library heard it, and says nothing
        return _interrupted()
    return code if isinstance(code, int) else 0


def _interrupted() -> int:
    return _fail(_("Interrupted. What had been acknowledged is kept."), INTERRUPTED)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _fail(sentence: str, code: int = 2) -> int:
    """Print the sentence for people; a terminal that is gone is no further error."""
    with contextlib.suppress(OSError, ValueError):
        print(sentence, file=sys.stderr, flush=True)
    return code


def _os_sentence(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename is None:
        return _("The system refused: {reason}.").format(reason=reason)
    return _("{file}: {reason}.").format(file=error.filename, reason=reason)


if __name__ == "__main__":
    main()

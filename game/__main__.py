"""`python -m game` is the command `modus`."""

from __future__ import annotations

from game.cli import main

if __name__ == "__main__":
    main()

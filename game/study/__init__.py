"""Many games of a scenario between bots, counted: what `modus balance` and quick checks read.

The small stable face, for other rooms:

* :func:`study` plays and returns a :class:`Tally`; :func:`quick` the same with a few dozen games;
* :func:`measured` reads the targets of a good scenario off a tally;
* :func:`without` is a scenario short of one rule, instrument, event, agreement or end, and
  :func:`compare` what that changed.
"""

from game.study.ablation import Difference, compare, without
from game.study.games import BOTS, quick, study
from game.study.measures import Measure, measured
from game.study.tally import Tally

__all__ = [
    "BOTS", "Difference", "Measure", "Tally", "compare", "measured", "quick", "study", "without",
]  # fmt: skip

"""A position: the row of the ledger, the agreements, what happened. Values only."""

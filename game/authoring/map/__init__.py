"""A scenario as one drawing: who consents to what, what follows from what, who owes what."""

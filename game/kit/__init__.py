"""Print and play: what a class needs on paper."""

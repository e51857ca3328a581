"""What a turn does, purely: orders, stages, consent, ratification, forums, chance, scores."""

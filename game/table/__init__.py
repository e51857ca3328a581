"""People at play: commands lead to facts, facts to states, and states to what each seat may see."""

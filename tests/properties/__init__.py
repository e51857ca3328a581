"""The laws of the house, as properties of tables that Hypothesis plays."""

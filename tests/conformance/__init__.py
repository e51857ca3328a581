"""Cases with known answers, whole."""

"""Records against gold: scores of each field, misses, rules, calibration and the gate. Knows `models` alone."""

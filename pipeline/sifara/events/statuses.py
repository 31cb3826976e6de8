"""The four statuses of an event (``dip:status``)."""

ACTUAL, PLANNED, HYPOTHETICAL, NEGATED = "Actual", "Planned", "Hypothetical", "Negated"

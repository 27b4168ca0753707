"""On duty today: the team, the month's roster, swaps, clocking, handover, hours and certificates."""

"""The full alarm over whatever stands on the screen, and what else the pages of alarms share."""

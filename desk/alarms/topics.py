"""What screens listen for of this room (desk.core.events.Changed)."""

ALARMS, WEARERS, AUTOMATIONS = "alarms", "wearers", "automations"

"""What screens listen for of this room (desk.core.events.Changed)."""

FACES = "faces"

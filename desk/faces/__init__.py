"""Faces: an optional lane. Consent first, templates in a vault of their own, nothing of it leaves this computer."""

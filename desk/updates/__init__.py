"""Signed updates: found at an address or on a stick, verified here, handed to the system's installer, tried before use."""

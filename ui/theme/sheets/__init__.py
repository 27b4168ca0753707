"""The sheets of the gallery: proofs that the widgets carry whole screens, and every widget in every state."""

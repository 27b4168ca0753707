"""Faces in front of a camera: the live picture with its hints, and frames for the lane. Used by pages and by the hut."""

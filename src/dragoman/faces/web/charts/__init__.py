"""Drawings of the pages: what they show as records, and where it stands in the picture."""

"""Tests of dragoman.faces.export."""

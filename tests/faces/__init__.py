"""Tests of dragoman.faces."""

"""Tests of dragoman.sources."""

"""Tests of dragoman.text."""

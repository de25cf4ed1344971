"""Columns that several tables share."""

from __future__ import annotations

MENTION = "text TEXT NOT NULL, entity TEXT, country TEXT, sector TEXT, span_start INTEGER, \
span_end INTEGER, reason TEXT NOT NULL, runner_up TEXT, doubtful INTEGER NOT NULL DEFAULT 0"

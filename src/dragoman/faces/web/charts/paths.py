"""Drawings in few bytes: numbers to a tenth, and what looks alike as one path."""

from __future__ import annotations


def tenth(value: float) -> str:
    """A number of a drawing, to a tenth and without a nought behind the point."""
    return f"{value:.1f}".removesuffix(".0")


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a part of a path.

    Example:
        "M50.2 94.4h2.9v33.6h-2.9z"
    """
    wide = tenth(width)
    return f"M{tenth(x)} {tenth(y)}h{wide}v{tenth(height)}h-{wide}z"

"""The map: two coordinates for each side, turned so that the picture of the next period is like the last."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.system.alignment import Numbers
from dragoman.terms.position import Ellipse

Floats = NDArray[np.float64]

_NINE_IN_TEN = -2 * np.log(0.1)  # chi-square of two degrees of freedom, 90 %
_BLOCK, _ROUNDS = (
    6,
    6,
)  # of subspace iteration; points are off by under 0.001 (bench/orbits.py)


def placed(cosine: Floats) -> tuple[Floats, Floats]:
    """Points of the two largest eigenvalues of a cosine matrix, and a start for `placed_near`.

    A point is its row of the two eigenvectors times the root of their eigenvalues, so that products of points
    come as near to the cosines as two dimensions can (Eckart and Young). The entry of largest size of each
    axis is positive.

    Args:
        cosine: symmetric, [D, D]; a single side stands at the origin.

    Returns:
        Points, [D, 2], and eigenvectors, [D, up to 6].
    """
    if len(cosine) < 2:
        return np.zeros((len(cosine), 2)), cosine
    values, vectors = np.linalg.eigh(cosine)
    order = np.argsort(-values, kind="stable")[:_BLOCK]
    values, vectors = values[order], vectors[:, order]
    largest = np.abs(vectors).argmax(axis=0)
    vectors = vectors * np.where(vectors[largest, np.arange(vectors.shape[1])] < 0, -1, 1)
    return vectors[:, :2] * np.sqrt(np.maximum(values[:2], 0)), vectors


def placed_near(cosine: Numbers, start: Numbers) -> Floats:
    """As `placed`, of a matrix close to one whose eigenvectors are known; a tenth of the work. [D, 2]"""
    basis = start
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(cosine @ basis)
    values, turn = np.linalg.eigh(basis.T @ cosine @ basis)
    vectors = (basis @ turn[:, ::-1][:, :2]).astype(np.float64)
    points: Floats = vectors * np.sqrt(np.maximum(values[::-1][:2].astype(np.float64), 0))
    return points


def rotation(points: Floats, onto: Floats) -> Floats:
    """The turn or reflection about the origin that brings points nearest to others; [2, 2], from the right.

    Orthogonal Procrustes (Schoenemann 1966). Distances between points stay as they are.

    Args:
        points, onto: the same sides in the same order, [N, 2].
    """
    left, _, right = np.linalg.svd(points.T @ onto)
    turn: Floats = left @ right
    return turn


def ellipse(cloud: Floats) -> Ellipse:
    """The 90 % region of a cloud of points, as if they were spread normally.

    Args:
        cloud: [R, 2].
    """
    values, vectors = np.linalg.eigh(np.cov(cloud, rowvar=False))
    minor, major = np.sqrt(np.maximum(values, 0) * _NINE_IN_TEN)
    angle = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))
    return Ellipse(float(major), float(minor), float((angle + 90) % 180 - 90))


def spread_of(points: Floats) -> Floats:
    """Distances between all points, each pair once; [N (N - 1) / 2]."""
    first, second = np.triu_indices(len(points), 1)
    found: Floats = np.linalg.norm(points[first] - points[second], axis=1)
    return found

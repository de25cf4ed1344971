"""Measuring: what the program finds against what people found."""

from dragoman.evaluation.tasks import TASKS, Explained, Request, Task, explain, run

__all__ = ["TASKS", "Explained", "Request", "Task", "explain", "run"]

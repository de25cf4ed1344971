"""Measuring: what the program finds against what people found."""

from dragoman.evaluation.tasks import TASKS, Task, run

__all__ = ["TASKS", "Task", "run"]

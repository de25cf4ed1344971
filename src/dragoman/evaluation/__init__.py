"""Measuring: what the program finds against what people found."""

from dragoman.evaluation.tasks import TASKS, Request, Task, run

__all__ = ["TASKS", "Request", "Task", "run"]

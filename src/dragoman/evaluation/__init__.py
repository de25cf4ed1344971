"""How well each task is done on gold that somebody has: one file per task, one table of numbers each."""

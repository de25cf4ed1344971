"""Training: the corpus, its checks, and a small run from end to end."""

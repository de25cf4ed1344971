"""How the reader's weights are made: the annotated corpus, the model, its training and its export.

Nothing here is needed to read; only `dragoman train` imports it, and only the modules that train need torch.
"""

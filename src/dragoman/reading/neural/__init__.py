"""The trained reader's model: a small transformer that marks a sentence in one pass, run by onnxruntime."""

"""The same verbs everywhere: command line, Python, exports."""

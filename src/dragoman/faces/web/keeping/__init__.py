"""What outlives a request: open records, what was worked out of them, what is still being worked out."""

"""What is asked of the server beside pages: adding, deciding, downloads."""

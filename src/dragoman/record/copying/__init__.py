"""What makes a document a copy of another; `dragoman.record.copies` compares two of them."""

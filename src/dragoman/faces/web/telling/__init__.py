"""What several pages say in the same way."""

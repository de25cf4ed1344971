"""From events to a working model: who stands where, who is moving, what is likely next."""

"""Records to what people and programs read: tables on a terminal, JSON, JSON lines."""

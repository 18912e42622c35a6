"""People: who is named, under which names and in which roles, and whom a second mention means."""

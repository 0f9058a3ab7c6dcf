"""What a participant may see and do, one kind of contribution a module; ``live.participant`` assembles them."""

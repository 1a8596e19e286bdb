"""How things look: how much surface they have, and in what colors and kinds of material. The graph and queries both read it here."""

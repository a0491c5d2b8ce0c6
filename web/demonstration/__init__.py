"""The demonstration city (演示城市): people, cases and what happens in them."""

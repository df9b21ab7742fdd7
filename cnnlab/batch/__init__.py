"""Many submissions: workers that stay warm, here or on other machines, and a loss that costs one retry."""

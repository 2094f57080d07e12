"""All input of workshops, one module per noun."""

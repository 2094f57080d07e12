"""Changes to hours, credits and certificates, one module per noun."""

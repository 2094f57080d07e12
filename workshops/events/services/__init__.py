"""Every change to workshops, their dates, people, questions and materials, one module per noun."""

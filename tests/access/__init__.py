"""The access matrix: what each route answers to each role, a file per app. Data only; test_access_matrix.py asks every cell."""

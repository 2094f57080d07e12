"""What the index is built from: the vocabulary of the documents, the editors' words, and rows as index entries."""

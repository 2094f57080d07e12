"""What the index is made from: the vocabulary of the documents, the editors' words, and rows turned into entries."""

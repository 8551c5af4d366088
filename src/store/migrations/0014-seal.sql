-- The private half of the key to which notes are sealed while the journal is locked (X25519, PKCS #8).
CREATE TABLE seal (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  private_key BLOB NOT NULL
) STRICT;

-- Sealed files whose notes are in the journal already, by the SHA-256 of their bytes: a row stays until
-- its file is gone, so that one which could not be deleted is taken in once.
CREATE TABLE sealed_taken (
  hash TEXT PRIMARY KEY
) STRICT;

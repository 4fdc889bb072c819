"""An edition, sealed or sent by somebody -> whether it is what its source makes, and where not."""

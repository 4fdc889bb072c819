"""Two finished editions, in any formats -> what changed, paragraph by paragraph."""

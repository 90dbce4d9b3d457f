-- A signal that came too late, or whose bar was decided too late, ends so; no longer among those that were ignored.
ALTER TABLE decisions DROP CONSTRAINT decisions_outcome_check;
ALTER TABLE decisions ADD CONSTRAINT decisions_outcome_check
    CHECK (outcome IN ('APPROVED', 'DENIED', 'IGNORED', 'LATE', 'EXPIRED'));

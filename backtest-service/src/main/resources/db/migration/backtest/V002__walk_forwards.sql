-- Walk-forwards are kept beside backtests; the document says which of the two it is.
ALTER TABLE runs ADD COLUMN kind text NOT NULL DEFAULT 'BACKTEST' CHECK (kind IN ('BACKTEST', 'WALK_FORWARD'));
ALTER TABLE runs ALTER COLUMN kind DROP DEFAULT;

UPDATE runs SET result = '{"kind":"BACKTEST",' || substring(result FROM 2);

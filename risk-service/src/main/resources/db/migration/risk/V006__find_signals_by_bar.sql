-- Once a bar is decided, signals of it that the strategy's answer does not list are looked for.
CREATE INDEX signals_bar_time ON signals (bar_time);

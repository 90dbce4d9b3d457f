-- The account remembers closes for correlations and what its modes are trusted with, orders carry their terms,
-- positions a time limit, dividends and the equity at their entry. What was stored before gets what it meant: no closes
-- yet, full trust, market orders, no limit, no dividend; a position whose entry equity is unknown is not judged.
UPDATE account_state
SET state = state
    || '{"closes": {}, "correlationWarned": false}'::jsonb
    || jsonb_build_object('modeWeights', (
        WITH none AS (SELECT '{"trades": 0, "wins": 0, "totalPnl": 0, "peakPnl": 0, "maxPnlDrawdown": 0,
            "startEquity": "NaN", "maxEquityDrawdown": 0, "returns": 0, "squaredReturns": 0}'::jsonb AS trades)
        SELECT jsonb_build_object('trend', 1, 'meanReversion', 1, 'month', 0,
            'trendSince', trades, 'meanReversionSince', trades) FROM none))
    || jsonb_build_object(
        'positions',
        (SELECT coalesce(jsonb_agg(p.item || '{"timeLimitBars": 0, "barsHeld": 0, "dividendMicros": 0, "equityAtEntryMicros": 0, "realizedMicros": 0}'::jsonb ORDER BY p.at), '[]')
         FROM jsonb_array_elements(state -> 'positions') WITH ORDINALITY AS p (item, at)),
        'pending',
        (SELECT coalesce(jsonb_agg(t.item || jsonb_build_object(
            'terms', '{"type": "MARKET", "limitMicros": 0, "triggerMicros": 0, "timeInForce": "GTC"}'::jsonb,
            'timeLimitBars', 0) ORDER BY t.at), '[]')
         FROM jsonb_array_elements(state -> 'pending') WITH ORDINALITY AS t (item, at)));

UPDATE signals
SET signal = jsonb_set(signal, '{explanation}', signal -> 'explanation' || '{"spreadChecked": false}'::jsonb);

UPDATE signals
SET signal = signal || jsonb_build_object(
    'target', 'NaN',
    'terms', '{"kind": "MARKET", "limit": "NaN", "trigger": "NaN", "forTheDay": false, "timeLimitBars": 0}'::jsonb)
WHERE kind = 'ENTRY';

-- The account remembers closes for correlations, orders carry their terms, positions a time limit and dividends.
-- What was stored before gets what it meant: no closes yet, market orders, no limit, no dividend.
UPDATE account_state
SET state = state
    || '{"closes": {}, "correlationWarned": false}'::jsonb
    || jsonb_build_object(
        'positions',
        (SELECT coalesce(jsonb_agg(p.item || '{"timeLimitBars": 0, "barsHeld": 0, "dividendMicros": 0}'::jsonb ORDER BY p.at), '[]')
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

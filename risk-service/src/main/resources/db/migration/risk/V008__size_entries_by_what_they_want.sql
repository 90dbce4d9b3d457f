-- An entry says what share it wants of the size that is allowed. Those stored before wanted all of it.
UPDATE signals SET signal = signal || '{"sizeFactor": 1.0}'::jsonb WHERE kind = 'ENTRY';

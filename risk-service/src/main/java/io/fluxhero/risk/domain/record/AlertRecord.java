package io.fluxhero.risk.domain.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Something that a person should know.
 *
 * @param id rising; 0 before it is stored
 * @param type as on the topic, for example {@code trading-halted}
 */
public record AlertRecord(
        long id,
        Instant occurredAt,
        String type,
        String severity,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        String correlationId) {}

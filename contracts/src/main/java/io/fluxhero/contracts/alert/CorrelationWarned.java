package io.fluxhero.contracts.alert;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The watched symbols move together: what looks like many positions is nearly one.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param severity how urgent
 * @param code stable reason
 * @param detail what happened and what was done, in words
 * @param figures figures by name
 */
public record CorrelationWarned(
        Meta meta, String account, Severity severity, String code, String detail, Map<String, BigDecimal> figures)
        implements RiskAlert {

    public CorrelationWarned {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(figures, "figures");
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}

package io.fluxhero.contracts.alert;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A part of the system does not work as it should.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param severity how urgent
 * @param code stable reason
 * @param detail what happened and what was done, in words
 * @param figures figures by name
 * @param service the service that says so
 */
public record SystemFaulted(
        Meta meta,
        String account,
        Severity severity,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        String service)
        implements RiskAlert {

    public SystemFaulted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(service, "service");
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}

package io.fluxhero.contracts.alert;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Trading is allowed again.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param severity how urgent
 * @param code stable reason
 * @param detail what happened and what was done, in words
 * @param figures figures by name
 * @param resumedBy person or rule
 */
public record TradingResumed(
        Meta meta,
        String account,
        Severity severity,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        String resumedBy)
        implements RiskAlert {

    public TradingResumed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(resumedBy, "resumedBy");
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}

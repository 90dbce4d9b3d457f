package io.fluxhero.contracts.alert;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * No new positions until someone resumes trading.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param severity how urgent
 * @param code stable reason
 * @param detail what happened and what was done, in words
 * @param figures figures by name
 * @param trigger {@code DRAWDOWN}, {@code DAILY_LOSS}, {@code CONCENTRATION}, {@code SYSTEM} or {@code MANUAL}
 * @param haltedBy person or trigger
 */
public record TradingHalted(
        Meta meta,
        String account,
        Severity severity,
        String code,
        String detail,
        Map<String, BigDecimal> figures,
        String trigger,
        String haltedBy)
        implements RiskAlert {

    public TradingHalted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(haltedBy, "haltedBy");
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}

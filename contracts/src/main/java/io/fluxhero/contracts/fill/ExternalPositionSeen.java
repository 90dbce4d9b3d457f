package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The broker holds shares that no order of ours bought: they are shown and count as exposure, and nothing trades them.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param symbol the instrument
 * @param shares held now, negative for a short position; 0 once they are gone
 * @param price last price that is known, absent where none is
 */
public record ExternalPositionSeen(
        Meta meta,
        String account,
        String symbol,
        long shares,
        @Nullable BigDecimal price) implements FillMessage {

    public ExternalPositionSeen {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(symbol, "symbol");
    }
}

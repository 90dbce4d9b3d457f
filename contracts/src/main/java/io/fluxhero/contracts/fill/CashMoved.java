package io.fluxhero.contracts.fill;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Cash of a flat account came in or went out other than by trading: a paper account was reset. It is neither gain nor loss;
 * returns, drawdown and the loss of the day count anew from here.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param movementId identity of the movement
 * @param amount money that came in, below 0 where it went out
 * @param cash money of the account afterwards
 * @param reason as given by the person who asked for it
 */
public record CashMoved(Meta meta, String account, String movementId, BigDecimal amount, BigDecimal cash, String reason)
        implements FillMessage {

    public CashMoved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(movementId, "movementId");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(reason, "reason");
    }
}

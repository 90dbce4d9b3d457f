package io.fluxhero.risk;

import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.risk.domain.execution.Execution.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Tells execution directly, after the commit, what the outbox holds too: what a person orders works without Kafka. Where
 * execution does not answer, the outbox and the renewal of the lease tell it later.
 */
@ApplicationScoped
class TellExecution {

    private static final Logger LOG = Logger.getLogger(TellExecution.class);

    private final Execution execution;

    TellExecution(Execution execution) {
        this.execution = execution;
    }

    /** Hands the messages over; what could not be said is in the answer, in words. */
    List<String> orders(List<OrderMessage> orders) {
        return orders.isEmpty() ? List.of() : said("orders", () -> execution.deliver(orders));
    }

    /** Says whether trading is halted, as the account stands. */
    List<String> fence(Account account) {
        return said("fence", () -> fence(execution, account));
    }

    static void fence(Execution execution, Account account) throws Unreachable {
        execution.fence(
                account.latch().epoch(),
                account.isHalted(),
                Objects.requireNonNullElse(account.latch().haltedBy(), "risk-service"),
                Objects.requireNonNullElse(account.state().haltReason(), "trading was resumed"));
    }

    private interface Saying {
        void say() throws Unreachable;
    }

    private static List<String> said(String what, Saying saying) {
        List<String> problems = new ArrayList<>();
        try {
            saying.say();
        } catch (Unreachable e) {
            LOG.warnf("execution.not-told what=%s reason=\"%s\"", what, e.detail());
            problems.add(what + ": " + e.detail());
        }
        return problems;
    }
}

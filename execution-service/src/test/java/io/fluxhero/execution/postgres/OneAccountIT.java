package io.fluxhero.execution.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.execution.InMemoryTopics;
import io.fluxhero.execution.Tables;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One database, one account. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedPostgresResource.class,
        initArgs = @ResourceArg(name = "schema", value = "execution"))
@QuarkusTestResource(InMemoryTopics.class)
class OneAccountIT {

    @Inject
    OpenAccount openAccount;

    @Inject
    PaperLedger ledger;

    @BeforeEach
    void start_with_empty_books() throws SQLException {
        Tables.empty();
    }

    @Test
    @TestTransaction
    void books_are_opened_for_one_account_and_no_other_ever_works_on_them() {
        openAccount.openFor("PAPER-001");

        assertThatThrownBy(() -> openAccount.openFor("LIVE-001"))
                .hasMessage("these books belong to account PAPER-001, not to LIVE-001:"
                        + " give each account a database of its own");
        assertThatCode(() -> openAccount.openFor("PAPER-001")).doesNotThrowAnyException();
    }

    @Test
    @TestTransaction
    void the_paper_account_keeps_the_capital_that_it_was_opened_with() {
        assertThat(ledger.openedWith("PAPER-001", new BigDecimal("50000"))).isEqualByComparingTo("50000");

        assertThat(ledger.openedWith("PAPER-001", new BigDecimal("70000"))).isEqualByComparingTo("50000");
    }
}

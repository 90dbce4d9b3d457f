package io.fluxhero.risk.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import io.fluxhero.risk.InMemoryTopics;
import io.fluxhero.risk.StandInExecution;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** One database, one account. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedPostgresResource.class, initArgs = @ResourceArg(name = "schema", value = "risk"))
@QuarkusTestResource(InMemoryTopics.class)
@QuarkusTestResource(StandInExecution.class)
class OneAccountIT {

    @Inject
    OpenAccount openAccount;

    @Inject
    EntityManager database;

    @Test
    @TestTransaction
    void does_not_start_over_the_books_of_another_account() {
        database.createNativeQuery("INSERT INTO account_state SELECT 'PAPER-000', state, revision, decided_up_to,"
                        + " trading_status, halt_trigger, halt_reason, cash, equity, exposure, peak_equity,"
                        + " open_positions, config_hash, updated_at FROM account_state")
                .executeUpdate();

        assertThatThrownBy(() -> openAccount.open(new StartupEvent()))
                .hasMessageContaining("these books belong to account PAPER-000, not to ");
    }
}

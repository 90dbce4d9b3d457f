package io.fluxhero.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.launcher.audit.BooksServer;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A book in order, then each kind of harm done to it on purpose. */
class LedgerIT {

    @RegisterExtension
    private static final BooksServer SERVER = new BooksServer();

    @Test
    void finds_nothing_wrong_with_a_book_in_order() throws Exception {
        Ledger ledger = read();

        assertThat(ledger.isInOrder()).as("%s", ledger).isTrue();
        assertThat(ledger.orders()).isEqualTo(5);
        assertThat(ledger.fills()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lost    | DELETE FROM execution.fills WHERE fill_id = 'fil-3' | execution fil-3 of order ord-entry-2",
                "lost    | UPDATE risk.decisions SET order_id = 'ord-9' WHERE order_id = 'ord-exit-1' | approved order ord-9",
                "doubled | UPDATE execution.fills SET quantity = 11 WHERE fill_id = 'fil-1' | order ord-entry-1 of 10 filled with 11",
                "doubled | UPDATE execution.paper_executions SET shares = 6 WHERE fill_id = 'fil-3' | ord-entry-2 of 5 executed with 6",
                "doubled | UPDATE risk.decisions SET signal_id = 'sig-1' | signal sig-1 approved 3 times",
                "doubled | UPDATE execution.orders SET signal_id = 'sig-1' WHERE signal_id IS NOT NULL | signal sig-1 ordered 3",
                "orphans | UPDATE execution.paper_orders SET order_id = 'ord-foreign' WHERE order_id = 'ord-entry-2' | ord-foreign",
                "orphans | DELETE FROM execution.paper_executions WHERE fill_id = 'fil-2' | fill fil-2 of order ord-exit-1",
                "orphans | DELETE FROM risk.decisions WHERE order_id = 'ord-exit-1' | ord-exit-1 that risk never approved"
            })
    void names_what_was_harmed(String kind, String sql, String named) throws Exception {
        SERVER.books().execute(sql);

        Ledger ledger = read();

        var found = switch (kind) {
            case "lost" -> ledger.lost();
            case "doubled" -> ledger.doubled();
            default -> ledger.orphans();
        };
        assertThat(found).anySatisfy(what -> assertThat(what).contains(named));
        assertThat(ledger.isInOrder()).isFalse();
    }

    private static Ledger read() throws Exception {
        try (Connection reader = SERVER.connect()) {
            return Ledger.of(reader);
        }
    }
}

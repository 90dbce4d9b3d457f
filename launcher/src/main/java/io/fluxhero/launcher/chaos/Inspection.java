package io.fluxhero.launcher.chaos;

import java.util.Map;

/**
 * What the books said once they had time to come to rest.
 *
 * @param ledger ours against the broker's
 * @param violations claims of the audit that stayed broken, with a first detail
 * @param greenMillis how long it took until nothing was wrong
 */
record Inspection(Ledger ledger, Map<String, String> violations, long greenMillis) {

    Inspection {
        violations = Map.copyOf(violations);
    }

    boolean isGreen() {
        return ledger.isInOrder() && violations.isEmpty();
    }
}

package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.alert.SystemFaulted;
import java.io.IOException;

/** Where people learn of a violation. */
interface AlertSink {

    /** Returns when the alert has arrived; after an exception it may have. */
    void raise(SystemFaulted alert) throws IOException;
}

package io.fluxhero.outbox;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;

/** How a process that cannot go on ends itself; whoever watches over it starts it again. */
@ApplicationScoped
@DefaultBean
class ProcessEnd {

    /** sysexits: a failure that another try may not have. */
    private static final int TEMPORARY_FAILURE = 75;

    void now() {
        Quarkus.asyncExit(TEMPORARY_FAILURE);
    }
}

package io.fluxhero.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who observes dead letters, as a service would. */
@ApplicationScoped
class HeardDeadLetters {

    private final List<DeadLettered> heard = new CopyOnWriteArrayList<>();

    void on(@Observes DeadLettered dead) {
        heard.add(dead);
    }

    List<DeadLettered> heard() {
        return List.copyOf(heard);
    }
}

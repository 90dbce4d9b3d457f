package io.fluxhero.execution.domain.position;

import java.util.List;
import java.util.Optional;

/** What is held now. */
public interface Positions {

    Optional<Position> find(String account, String symbol);

    void put(Position position);

    void remove(Position position);

    /** All, sorted by symbol. */
    List<Position> all();
}

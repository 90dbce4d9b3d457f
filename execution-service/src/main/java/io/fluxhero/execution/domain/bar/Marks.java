package io.fluxhero.execution.domain.bar;

import java.util.List;
import java.util.Optional;

/** Last settled close of every symbol. */
public interface Marks {

    Optional<Mark> find(String symbol);

    void settle(List<Mark> marks);
}

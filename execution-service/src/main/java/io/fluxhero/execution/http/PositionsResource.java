package io.fluxhero.execution.http;

import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/internal/positions")
public class PositionsResource {

    private final Positions positions;
    private final Marks marks;

    PositionsResource(Positions positions, Marks marks) {
        this.positions = positions;
        this.marks = marks;
    }

    @GET
    @Transactional
    public List<PositionView> all() {
        return positions.all().stream()
                .map(held -> PositionView.of(held, marks.find(held.symbol()).orElse(null)))
                .toList();
    }
}

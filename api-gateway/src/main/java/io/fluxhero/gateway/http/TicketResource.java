package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.StreamTicket;
import io.fluxhero.gateway.auth.Tickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/stream/ticket")
@RolesAllowed({"viewer", "trader", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system")
class TicketResource {
    private final Tickets tickets;

    TicketResource(Tickets tickets) {
        this.tickets = tickets;
    }

    @POST
    @Operation(operationId = "streamTicket", summary = "A one-time token for the sockets, valid for 30 s")
    public StreamTicket ticket() {
        return tickets.issue();
    }
}

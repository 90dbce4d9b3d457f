package io.fluxhero.signal.http;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Problems as answers. */
public class Refusals {

    @ServerExceptionMapper
    public Response answer(Problem.Refusal refusal) {
        Problem problem = refusal.problem();
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}

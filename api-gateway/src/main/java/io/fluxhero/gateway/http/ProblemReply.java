package io.fluxhero.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Ends a request with problem details, where no resource has been reached. */
@Singleton
class ProblemReply {
    private final ObjectMapper json;

    ProblemReply(ObjectMapper json) {
        this.json = json;
    }

    void end(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end(text(Problems.at(problem, request.request().path(), RequestIds.of(request))));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem always has a JSON form", e);
        }
    }
}

package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that a door does not take: one that were ignored would seem to have been heeded. */
class KnownParameters {

    @ServerRequestFilter
    public Optional<Response> check(ResourceInfo door, UriInfo uri, RoutingContext request) {
        if (!request.request().path().startsWith("/api/")) {
            return Optional.empty();
        }
        SortedSet<String> unknown = new TreeSet<>(uri.getQueryParameters().keySet());
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> known = parametersOf(door.getResourceMethod());
        unknown.removeAll(known);
        return unknown.stream()
                .findFirst()
                .map(name -> ProblemMappers.reply(
                        Problems.ofField(name, name + " " + BadInput.unknownBeside(known)), request));
    }

    private static SortedSet<String> parametersOf(Method method) {
        SortedSet<String> names = new TreeSet<>();
        Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(named -> named != null)
                .forEach(named -> names.add(named.value()));
        return names;
    }
}

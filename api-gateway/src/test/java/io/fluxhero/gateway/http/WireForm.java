package io.fluxhero.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON of the door, for tests without a container. */
public final class WireForm {
    private WireForm() {}

    public static ObjectMapper of(ObjectMapper mapper) {
        new JsonForm().customize(mapper);
        return mapper;
    }
}

package io.fluxhero.engine.rules.planted.domain;

import java.sql.Connection;

/** A domain type that knows a technology. */
public record KnowsSql(Connection connection) {}

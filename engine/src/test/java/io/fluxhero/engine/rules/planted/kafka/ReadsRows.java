package io.fluxhero.engine.rules.planted.kafka;

import io.fluxhero.engine.rules.planted.postgres.Rows;

/** An edge that reaches into another. */
public record ReadsRows(Rows rows) {}

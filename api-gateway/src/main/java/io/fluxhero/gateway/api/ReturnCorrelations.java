package io.fluxhero.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Correlations of returns, row by row in the order of the symbols; null while too few returns are known. */
public record ReturnCorrelations(List<String> symbols, List<List<@Nullable BigDecimal>> values) {}

package io.fluxhero.gateway.api;

import java.util.List;

/** One page of trades, newest first; total and total_count are the same number under both names. */
public record TradePage(List<Trade> trades, long total, long totalCount, int page, int pageSize, int totalPages) {}

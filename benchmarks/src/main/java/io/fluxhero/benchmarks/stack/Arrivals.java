package io.fluxhero.benchmarks.stack;

/**
 * How late things arrived.
 *
 * @param signal from a candle to the strategy's answer: two hops
 * @param decision from the first candle of a bar to the decision over all symbols
 * @param order from the first candle of a bar to an order: three hops
 * @param answer from the first candle of a bar to the broker's answer to an order: four hops
 */
record Arrivals(Latencies signal, Latencies decision, Latencies order, Latencies answer) {}

/** History, asked of market-data-service. */
@NullMarked
package io.fluxhero.backtest.marketdata;

import org.jspecify.annotations.NullMarked;

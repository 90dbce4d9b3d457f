/** What the gateway asks: positions, trades, orders, fills. Reading only; whoever wants to trade goes through risk. */
@NullMarked
package io.fluxhero.execution.http;

import org.jspecify.annotations.NullMarked;

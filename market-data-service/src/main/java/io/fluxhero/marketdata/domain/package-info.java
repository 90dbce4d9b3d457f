/** What a feed, a series and a trading day are, and the ports to the outside. No framework here. */
@NullMarked
package io.fluxhero.marketdata.domain;

import org.jspecify.annotations.NullMarked;

/** What the gateway remembers: the activity feed, the age of market data, the health of the services. Rebuilt after a start, never the truth. */
@NullMarked
package io.fluxhero.gateway.state;

import org.jspecify.annotations.NullMarked;

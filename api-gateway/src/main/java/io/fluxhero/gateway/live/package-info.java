/** The push side: topics in, sockets out, with sequence numbers, resume, conflation and patience limits. */
@NullMarked
package io.fluxhero.gateway.live;

import org.jspecify.annotations.NullMarked;

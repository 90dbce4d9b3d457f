/** REST: resources, problem details, rate limit, request ids. */
@NullMarked
package io.fluxhero.gateway.http;

import org.jspecify.annotations.NullMarked;

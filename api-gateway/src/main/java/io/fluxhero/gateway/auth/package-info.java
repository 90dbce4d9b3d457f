/** Who may come in: the static bearer, OIDC tokens beside it, and the lock-out of those who guess. */
@NullMarked
package io.fluxhero.gateway.auth;

import org.jspecify.annotations.NullMarked;

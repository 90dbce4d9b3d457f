/** Where the account stands: how far its bars and its reports have come. */
@NullMarked
package io.fluxhero.execution.domain.account;

import org.jspecify.annotations.NullMarked;

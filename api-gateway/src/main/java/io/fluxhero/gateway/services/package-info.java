/** The five services behind the door, over their internal REST. */
@NullMarked
package io.fluxhero.gateway.services;

import org.jspecify.annotations.NullMarked;

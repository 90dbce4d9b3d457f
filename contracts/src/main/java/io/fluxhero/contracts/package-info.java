/** The published language: what every topic carries, its keys, its identities and its JSON form.
 *
 * <p>Depends on Jackson only, knows no rule of trading. One package per topic holds its sealed type and records. */
@NullMarked
package io.fluxhero.contracts;

import org.jspecify.annotations.NullMarked;

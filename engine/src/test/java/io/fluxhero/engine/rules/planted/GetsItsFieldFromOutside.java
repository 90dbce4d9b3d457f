package io.fluxhero.engine.rules.planted;

/** Its constructor does not say what it needs. */
public final class GetsItsFieldFromOutside {

    @Inject
    String need = "";
}

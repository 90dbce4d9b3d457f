package io.fluxhero.risk.domain.command;

/**
 * One thing that must be so before trading is allowed again.
 *
 * @param name stable, in kebab-case
 * @param detail what was found
 */
public record CheckItem(String name, boolean ok, String detail) {}

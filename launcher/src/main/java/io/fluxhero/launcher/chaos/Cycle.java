package io.fluxhero.launcher.chaos;

/**
 * One finished cycle.
 *
 * @param number from 0
 * @param inFlight orders that were on their way when the blow fell: approved before, ended after
 * @param readyMillis from the end of the fault until every part was ready
 * @param resumedMillis from the end of the fault until a bar was decided by a stack that was ready again
 * @param inspection what the books said then
 */
record Cycle(int number, Strike strike, int inFlight, long readyMillis, long resumedMillis, Inspection inspection) {}

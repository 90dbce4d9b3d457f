package io.fluxhero.engine.validation;

import java.util.SortedMap;

/**
 * One set of parameters among several.
 *
 * @param index its number in the grid, from 0
 * @param parameters by key, as a person writes them; what is not named keeps its default
 */
public record Candidate(int index, SortedMap<String, String> parameters) {

    @Override
    public String toString() {
        return "#" + index + parameters;
    }
}

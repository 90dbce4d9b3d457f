package io.fluxhero.launcher.redrive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of each of some letters. A message that several services buried lies here several times and is sent once:
 * it goes to all of them, and who has handled it passes it over.
 */
public record Redrive(List<Step> steps) {

    public Redrive {
        steps = List.copyOf(steps);
    }

    /**
     * What becomes of a letter.
     *
     * @param redriven how often its message was driven again until now
     */
    public record Step(DeadLetter letter, int redriven, Verdict verdict) {}

    /** What can become of a letter. */
    public enum Verdict {
        SEND("send"),
        SENT_BEFORE("sent before"),
        SAME_MESSAGE("same message"),
        NOT_OURS("not ours");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param sentBefore how often those were driven again that were, by their origin
     * @param again whether these are sent once more
     */
    public static Redrive of(List<DeadLetter> letters, Map<String, Integer> sentBefore, boolean again) {
        List<Step> steps = new ArrayList<>();
        Set<DeadLetter.Place> taken = new HashSet<>();
        for (DeadLetter letter : letters) {
            int sent = letter.origin()
                    .map(origin -> sentBefore.getOrDefault(origin.toString(), 0))
                    .orElse(0);
            Verdict verdict = letter.origin()
                    .map(origin -> !taken.add(origin)
                            ? Verdict.SAME_MESSAGE
                            : sent > 0 && !again ? Verdict.SENT_BEFORE : Verdict.SEND)
                    .orElse(Verdict.NOT_OURS);
            steps.add(new Step(letter, letter.redriven() + sent, verdict));
        }
        return new Redrive(steps);
    }

    /** The places of the letters that are sent, each with how often its message is driven again then. */
    public Map<DeadLetter.Place, Integer> sent() {
        Map<DeadLetter.Place, Integer> sent = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.verdict() == Verdict.SEND) {
                sent.put(step.letter().place(), step.redriven() + 1);
            }
        }
        return sent;
    }

    /** How many letters have this verdict. */
    public long count(Verdict verdict) {
        return steps.stream().filter(step -> step.verdict() == verdict).count();
    }
}

package io.fluxhero.launcher.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.launcher.home.RunStateFile;
import java.util.Optional;

/**
 * What was compared, and where the two part.
 *
 * @param candles bars on record
 * @param verdicts answers of the strategy that were compared, with every indicator
 * @param orders approved orders that were compared
 * @param otherMessages cancellations, moved stops and decided bars that were compared
 * @param difference the first one
 */
public record ParityReport(
        long candles,
        long verdicts,
        long signals,
        long orders,
        long denials,
        long otherMessages,
        Optional<Difference> difference) {

    public boolean isIdentical() {
        return difference.isEmpty();
    }

    public String asText() {
        return candles + " candles: compared " + verdicts + " verdicts, " + signals + " signals, " + orders
                + " orders, " + denials + " denials, " + otherMessages + " other order messages\n"
                + difference.map(found -> "different: " + found.sentence()).orElse("identical") + "\n";
    }

    public String asJson() throws JsonProcessingException {
        ObjectNode tree = RunStateFile.JSON.createObjectNode();
        tree.put("identical", isIdentical())
                .put("candles", candles)
                .put("verdicts", verdicts)
                .put("signals", signals)
                .put("orders", orders)
                .put("denials", denials)
                .put("other_order_messages", otherMessages);
        difference.ifPresent(found -> tree.set("difference", RunStateFile.JSON.valueToTree(found)));
        return RunStateFile.JSON.writeValueAsString(tree);
    }
}

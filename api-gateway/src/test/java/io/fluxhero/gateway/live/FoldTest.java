package io.fluxhero.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FoldTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void latest_replaces() {
        assertThat(Fold.LATEST.add(tree("{'a':1}"), tree("{'a':2}"))).isEqualTo(tree("{'a':2}"));
    }

    @Test
    void columns_grow_row_by_row() {
        JsonNode held = Fold.COLUMNS.add(null, tree("{'symbol':'SPX','t':[1],'c':[10]}"));

        JsonNode both = Fold.COLUMNS.add(held, tree("{'symbol':'SPX','t':[2,3],'c':[11,null]}"));

        assertThat(both).isEqualTo(tree("{'symbol':'SPX','t':[1,2,3],'c':[10,11,null]}"));
        assertThat(held).isEqualTo(tree("{'symbol':'SPX','t':[1],'c':[10]}"));
    }

    @Test
    void a_correction_takes_the_place_of_its_bar() {
        JsonNode held = tree("{'t':[1,2],'c':[10,11]}");

        assertThat(Fold.COLUMNS.add(held, tree("{'t':[1],'c':[99]}"))).isEqualTo(tree("{'t':[1,2],'c':[99,11]}"));
    }

    @Test
    void columns_keep_the_newest_thousand_rows() {
        JsonNode held = null;
        for (int i = 0; i < Fold.ROWS_KEPT + 5; i++) {
            held = Fold.COLUMNS.add(held, tree("{'t':[" + i + "],'c':[1]}"));
        }

        assertThat(held.get("t").size()).isEqualTo(Fold.ROWS_KEPT);
        assertThat(held.get("c").size()).isEqualTo(Fold.ROWS_KEPT);
        assertThat(held.get("t").get(0).asInt()).isEqualTo(5);
    }

    @Test
    void items_are_newest_first_and_one_per_id() {
        JsonNode held = Fold.ITEMS.add(null, tree("{'id':'o1','state':'APPROVED'}"));
        held = Fold.ITEMS.add(held, tree("{'id':'o2','state':'APPROVED'}"));

        held = Fold.ITEMS.add(held, tree("{'id':'o1','state':'FILLED'}"));

        assertThat(held).isEqualTo(tree("[{'id':'o1','state':'FILLED'},{'id':'o2','state':'APPROVED'}]"));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

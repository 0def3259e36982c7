package chat.client.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was set, by strength.
 *
 * @param layers the strongest first: the command line, the environment, the file
 */
record Layers(List<Map<Setting, Given>> layers) {
    /** The strongest value of a setting. */
    Optional<Given> find(Setting setting) {
        return layers.stream()
                .filter(layer -> layer.containsKey(setting))
                .map(layer -> layer.get(setting))
                .findFirst();
    }

    /** The number of the layer that it is in, from 0, the strongest; the number of layers if it is in none. */
    int strongest(Setting setting) {
        int i = 0;
        while (i < layers.size() && !layers.get(i).containsKey(setting)) {
            i++;
        }
        return i;
    }
}

package io.fluxhero.launcher.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of nested records as settings: {@code strategy.warm-up-bars}. A name may be written in any case, with
 * dashes, underscores or neither, and without its group where only one group has it.
 */
public final class RecordSettings {

    private static final Map<String, Boolean> TRUTHS =
            Map.of("true", true, "on", true, "yes", true, "false", false, "off", false, "no", false);

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The settings of a record and its parts, with their values; {@code hidden} are paths that are set elsewhere. */
    static Map<String, Object> of(Record record, Set<String> hidden) {
        RecordSettings settings = new RecordSettings();
        settings.collect("", record, hidden);
        return settings.values;
    }

    private void collect(String prefix, Record record, Set<String> hidden) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String path = prefix + kebab(component.getName());
            Object value = valueOf(record, component);
            if (hidden.contains(path)) {
                continue;
            }
            if (value instanceof Record part) {
                collect(path + ".", part, hidden);
            } else if (isSettable(component.getType())) {
                values.put(path, value);
            }
        }
    }

    /** The same record with these settings. */
    public static <T extends Record> T with(T record, Map<String, String> settings, Set<String> hidden) {
        Map<String, String> byPath = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>(of(record, hidden).keySet());
        settings.forEach((name, text) -> byPath.put(pathOf(name, paths), text));
        return rebuilt("", record, byPath);
    }

    private static String pathOf(String name, List<String> paths) {
        String wanted = plain(name);
        List<String> whole =
                paths.stream().filter(path -> plain(path).equals(wanted)).toList();
        List<String> found = whole.isEmpty()
                ? paths.stream()
                        .filter(path -> plain(path).endsWith("." + wanted))
                        .toList()
                : whole;
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new ShellFailure(
                    "setting '" + name + "' may mean " + String.join(" or ", found) + ": write the group");
        }
        throw new ShellFailure(
                "there is no setting '" + name + "'" + suggestion(wanted, paths) + "; ./fluxhero settings lists all");
    }

    private static String suggestion(String wanted, List<String> paths) {
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        List<String> near = paths.stream()
                .filter(path ->
                        plain(path).contains(last) || last.contains(plain(path.substring(path.lastIndexOf('.') + 1))))
                .toList();
        return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T rebuilt(String prefix, T record, Map<String, String> settings) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String path = prefix + kebab(components[i].getName());
            Object value = valueOf(record, components[i]);
            String text = settings.get(path);
            if (value instanceof Record part) {
                arguments[i] = rebuilt(path + ".", part, settings);
            } else {
                arguments[i] = text == null ? value : parse(path, text, components[i].getType());
            }
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (T) record.getClass().getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new ShellFailure("these settings do not go together: "
                    + e.getTargetException().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without a public constructor: " + record.getClass(), e);
        }
    }

    private static Object parse(String path, String text, Class<?> type) {
        try {
            if (type == double.class) {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } else if (type == int.class) {
                return Integer.parseInt(text);
            } else if (type == long.class) {
                return Long.parseLong(text);
            } else if (type == boolean.class && TRUTHS.containsKey(text)) {
                return TRUTHS.get(text);
            } else if (type.isEnum()) {
                return constant(text, type);
            }
        } catch (IllegalArgumentException e) {
            // said below, with what would do
        }
        throw new ShellFailure("setting " + path + ": '" + text + "' is none of " + kind(type));
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.toString(type.getEnumConstants());
        }
        return type == boolean.class ? "true, false" : type == double.class ? "the numbers" : "the whole numbers";
    }

    private static boolean isSettable(Class<?> type) {
        return type == double.class
                || type == int.class
                || type == long.class
                || type == boolean.class
                || type.isEnum();
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that hides its parts: " + record.getClass(), e);
        }
    }

    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            kebab.append(Character.isUpperCase(c) ? "-" : "").append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}

package io.fluxhero.engine.strategy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a configuration record by key, records within it included. The key of a component is its name in
 * lower case with hyphens: {@code regressionPeriod} is {@code regression-period}. {@code regression_period} and
 * {@code regressionPeriod} mean the same.
 */
public final class RecordParameters {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private RecordParameters() {}

    /** What reflection knows of a class of records; asking it anew for every run of a sweep would cost as much as the run. */
    private record Shape(Class<?>[] types, Method[] accessors, String[] keys, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Method[] accessors =
                    Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
            String[] keys = Arrays.stream(components)
                    .map(component -> keyOf(component.getName()))
                    .toArray(String[]::new);
            try {
                return new Shape(types, accessors, keys, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record has its canonical constructor", e);
            }
        }

        Object value(int component, Record of) {
            try {
                return accessors[component].invoke(of);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record has its accessors", e);
            }
        }
    }

    /** Every parameter with its value, in declaration order. */
    public static Map<String, Object> of(Record config) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Shape shape = SHAPES.get(config.getClass());
        for (int i = 0; i < shape.keys().length; i++) {
            Object value = shape.value(i, config);
            if (value instanceof Record group) {
                parameters.putAll(of(group));
            } else {
                parameters.put(shape.keys()[i], value);
            }
        }
        return parameters;
    }

    /**
     * The same configuration with one parameter changed.
     *
     * @throws IllegalArgumentException naming the key and what is wrong, or the keys there are
     */
    public static <R extends Record> R with(R config, String key, String value) {
        R changed = changed(config, keyOf(key), value);
        if (changed == null) {
            throw new IllegalArgumentException("unknown parameter '" + key + "': one of "
                    + String.join(", ", of(config).keySet()));
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> @Nullable R changed(R config, String key, String text) {
        Shape shape = SHAPES.get(config.getClass());
        Object[] values = new Object[shape.keys().length];
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.value(i, config);
            if (values[i] instanceof Record group) {
                Record inner = changed(group, key, text);
                found |= inner != null;
                values[i] = inner == null ? group : inner;
            } else if (shape.keys()[i].equals(key)) {
                values[i] = parse(key, text.strip(), shape.types()[i]);
                found = true;
            }
        }
        return found ? (R) rebuilt(shape, values, key) : null;
    }

    private static Object rebuilt(Shape shape, Object[] values, String key) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "parameter '" + key + "': " + e.getTargetException().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    private static Object parse(String key, String text, Class<?> type) {
        try {
            if (type == int.class) {
                return Integer.valueOf(text);
            }
            if (type == double.class) {
                return finite(text);
            }
            if (type == boolean.class) {
                return truth(text);
            }
            return constant(text, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parameter '" + key + "': '" + text + "' is not " + wanted(type), e);
        }
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(String text, Class<?> type) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String wanted(Class<?> type) {
        if (type == int.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        return type == boolean.class ? "true or false" : "one of " + Arrays.toString(type.getEnumConstants());
    }

    private static String keyOf(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}

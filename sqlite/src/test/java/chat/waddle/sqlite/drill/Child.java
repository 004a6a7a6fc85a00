package chat.waddle.sqlite.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of another JVM with this one's class path.
public final class Child {
    private Child() {}

    public static List<String> java(Class<?> main, List<String> options, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        line.add("--enable-native-access=ALL-UNNAMED");
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(arguments);
        return line;
    }
}

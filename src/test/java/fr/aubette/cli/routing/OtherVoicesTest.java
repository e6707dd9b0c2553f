package fr.aubette.cli.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 470 invented messages of three authors who saw neither the rules nor their training text, and from which nothing is
 * learned: what ships keeps its promises on them. Some of their errors have been read; see docs/routing.md.
 */
class OtherVoicesTest {

    private static final Pattern COUNTED = Pattern.compile("(?m)^(\\w[\\w ]+?) +(\\d+)/(\\d+)");

    @TempDir
    Path folder;

    @Test
    void areRoutedAndProtectedAsPromised() throws IOException {
        Map<String, int[]> counted = new HashMap<>();
        for (String voice : List.of("writers", "surveyed", "countryside")) {
            Matcher line = COUNTED.matcher(evaluated("src/test/resources/classify/voices/" + voice + ".jsonl"));
            while (line.find()) {
                int[] sum = counted.computeIfAbsent(line.group(1), each -> new int[2]);
                sum[0] += Integer.parseInt(line.group(2));
                sum[1] += Integer.parseInt(line.group(3));
            }
        }

        assertThat(share(counted, "decided")).isGreaterThanOrEqualTo(0.75);
        assertThat(share(counted, "right of decided")).isGreaterThanOrEqualTo(0.9);
        assertThat(share(counted, "partner right")).isGreaterThanOrEqualTo(0.85);
        assertThat(share(counted, "second topic found")).isGreaterThanOrEqualTo(0.7);
        assertThat(share(counted, "protected caught")).isGreaterThanOrEqualTo(0.95);
        assertThat(share(counted, "false alarms on hard negatives")).isLessThanOrEqualTo(0.2);
        assertThat(share(counted, "false alarms on ordinary")).isLessThanOrEqualTo(0.04);
    }

    private static double share(Map<String, int[]> counted, String name) {
        int[] sum = counted.getOrDefault(name, new int[2]);
        assertThat(sum[1]).as(name).isPositive();
        return (double) sum[0] / sum[1];
    }

    private String evaluated(String messages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new RoutingCommand(Path.of("config"), folder, printed, printed, () -> {
                    throw new SQLException("none", "08001");
                })
                .run(new String[] {
                    "evaluate", Path.of(messages).toAbsolutePath().toString(), "--out", "decisions.jsonl"
                });
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}

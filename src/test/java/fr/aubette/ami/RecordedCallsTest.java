package fr.aubette.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What became of real calls, against what the telephones themselves and the queue log say. */
class RecordedCallsTest {

    static Stream<Recording> all() {
        return Stream.concat(recordings(), Recording.BROKEN.stream().map(Recording::of));
    }

    static Stream<Recording> recordings() {
        return Recording.whole().map(Recording::of);
    }

    @ParameterizedTest
    @MethodSource("all")
    void areToldAsTheyHappened(Recording recording) {
        CallTruth.expect(recording, recording.calls());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void areToldTheSameWhateverTheOrderOfEvents(Recording recording) {
        List<String> blocks =
                List.of(new String(recording.bytes(), StandardCharsets.ISO_8859_1).split("(?<=\r\n\r\n)"));
        for (int seed : IntStream.range(0, 5).toArray()) {
            String shuffled = String.join("", shuffledWithinOneSecond(blocks, new Random(seed)));
            CallTruth.expect(recording, Recording.calls(shuffled.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private static List<String> shuffledWithinOneSecond(List<String> blocks, Random random) {
        List<String> shuffled = new ArrayList<>();
        List<String> second = new ArrayList<>();
        double since = 0;
        for (String block : blocks) {
            Matcher stamp = Pattern.compile("Timestamp: (\\S+)").matcher(block);
            double when = stamp.find() ? Double.parseDouble(stamp.group(1)) : since;
            if (when > since + 1) {
                Collections.shuffle(second, random);
                shuffled.addAll(second);
                second.clear();
                since = when;
            }
            second.add(block);
        }
        Collections.shuffle(second, random);
        shuffled.addAll(second);
        return shuffled;
    }
}

package fr.aubette.classify.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.Utils;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The smallest sentence model: a table of words, and their mean; written as ONNX is, field by field. */
public final class TinyModel {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyModel() {}

    /**
     * Writes model, tokenizer and links to the runtime's jars.
     *
     * @param words each word's numbers; any other word is nowhere
     */
    public static void write(Path folder, Map<String, float[]> words) throws IOException {
        Files.createDirectories(folder);
        List<float[]> table = new ArrayList<>();
        table.add(new float[words.values().iterator().next().length]);
        StringBuilder vocabulary = new StringBuilder("\"[UNK]\": 0");
        words.forEach((word, numbers) -> {
            vocabulary.append(", \"").append(word).append("\": ").append(table.size());
            table.add(numbers);
        });
        Files.write(folder.resolve("model.onnx"), model(table));
        Files.writeString(folder.resolve("tokenizer.json"), """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
                 "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "vocab": {%s}, "unk_token": "[UNK]"}}
                """.formatted(vocabulary));
        for (Class<?> each : List.of(OrtSession.class, HuggingFaceTokenizer.class, Utils.class)) {
            Path jar = jar(each);
            Files.createSymbolicLink(folder.resolve(String.valueOf(jar.getFileName())), jar);
        }
    }

    /** Takes the runtime's jars out. */
    public static void removeJars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path jar(Class<?> of) throws IOException {
        try {
            return Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] model(List<float[]> table) {
        int size = table.get(0).length;
        ByteBuffer numbers = ByteBuffer.allocate(4 * size * table.size()).order(ByteOrder.LITTLE_ENDIAN);
        table.forEach(row -> {
            for (float each : row) {
                numbers.putFloat(each);
            }
        });
        Fields tensor = new Fields()
                .number(1, table.size())
                .number(1, size)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, numbers.array());
        Fields gather = new Fields()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "tokens")
                .text(4, "Gather");
        Fields axis = new Fields().text(1, "axes").number(8, 1).number(20, 7);
        Fields keep = new Fields().text(1, "keepdims").number(3, 0).number(20, 2);
        Fields mean = new Fields()
                .text(1, "tokens")
                .text(2, "sentence_embedding")
                .text(4, "ReduceMean")
                .bytes(5, axis.bytes())
                .bytes(5, keep.bytes());
        Fields graph = new Fields()
                .bytes(1, gather.bytes())
                .bytes(1, mean.bytes())
                .text(2, "tiny")
                .bytes(5, tensor.bytes())
                .bytes(11, value("input_ids", INT64, "texts", "tokens"))
                .bytes(12, value("tokens", FLOAT, "texts", "tokens", "numbers"))
                .bytes(12, value("sentence_embedding", FLOAT, "texts", "numbers"));
        return new Fields()
                .number(1, 8)
                .bytes(7, graph.bytes())
                .bytes(8, new Fields().text(1, "").number(2, 13).bytes())
                .bytes();
    }

    private static byte[] value(String name, int type, String... dimensions) {
        Fields shape = new Fields();
        for (String each : dimensions) {
            shape.bytes(1, new Fields().text(2, each).bytes());
        }
        Fields tensor = new Fields().number(1, type).bytes(2, shape.bytes());
        return new Fields()
                .text(1, name)
                .bytes(2, new Fields().bytes(1, tensor.bytes()).bytes())
                .bytes();
    }

    /** A protobuf message: each field has its number and kind, then its value. */
    private static final class Fields {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Fields number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Fields text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Fields bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while (left > 127) {
                out.write((int) (left & 127 | 128));
                left >>>= 7;
            }
            out.write((int) left);
        }
    }
}

package fr.aubette.classify.embedding.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A sentence model of the usual form: takes {@code input_ids}, and {@code attention_mask} and {@code token_type_ids} if
 * it wants them; gives one row of numbers for the text, or one for each token, whose mean is taken.
 */
public final class OnnxSentences implements Function<String, float[]> {

    private static final String POOLED = "sentence_embedding";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /**
     * Loads a model.
     *
     * @param tokens longest text, in the tokenizer's tokens; what is longer is cut
     * @throws IOException if the tokenizer's file cannot be read
     * @throws OrtException if the model cannot
     */
    public OnnxSentences(Path model, Path tokenizer, int tokens) throws IOException, OrtException {
        this.tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(tokenizer)
                .optTruncation(true)
                .optMaxLength(tokens)
                .optPadding(false)
                .build();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // a hub decides several messages at once: each has its own thread
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.toString(), options);
        }
    }

    /**
     * The numbers of a text, of length 1 together.
     *
     * @throws IllegalStateException if the model refuses its input, or gives something else than numbers
     */
    @Override
    public float[] apply(String text) {
        Encoding encoding = tokenizer.encode(text);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            input("input_ids", encoding.getIds(), inputs);
            input("attention_mask", encoding.getAttentionMask(), inputs);
            input("token_type_ids", encoding.getTypeIds(), inputs);
            try (OrtSession.Result result = session.run(inputs)) {
                return unit(numbers(result.get(POOLED).orElse(result.get(0)), encoding.getAttentionMask()));
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void input(String name, long[] values, Map<String, OnnxTensor> inputs) throws OrtException {
        if (session.getInputNames().contains(name)) {
            inputs.put(name, OnnxTensor.createTensor(environment, new long[][] {values}));
        }
    }

    private static float[] numbers(OnnxValue value, long[] mask) throws OrtException {
        Object given = value.getValue();
        if (given instanceof float[][] rows && rows.length == 1) {
            return rows[0].clone();
        }
        if (given instanceof float[][][] texts && texts.length == 1 && texts[0].length == mask.length) {
            return mean(texts[0], mask);
        }
        throw new IllegalStateException("the model gives " + value.getInfo() + ", not one row of numbers a text");
    }

    private static float[] mean(float[][] tokens, long[] mask) {
        float[] sum = new float[tokens.length == 0 ? 0 : tokens[0].length];
        for (int t = 0; t < tokens.length; t++) {
            for (int i = 0; i < sum.length && mask[t] != 0; i++) {
                sum[i] += tokens[t][i];
            }
        }
        return sum;
    }

    /** Only the direction tells; a text without one is nowhere. */
    private static float[] unit(float[] numbers) {
        double square = 0;
        for (float each : numbers) {
            square += each * each;
        }
        if (Double.isNaN(square) || Double.isInfinite(square)) {
            throw new IllegalStateException("the model gives what is no number");
        }
        for (int i = 0; i < numbers.length && square > 0; i++) {
            numbers[i] = (float) (numbers[i] / Math.sqrt(square));
        }
        return numbers;
    }
}

package fr.aubette.normalise.letter.render;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A picture without any packing (PGM, PPM, PAM), in grey or colours, of eight bits a colour or of sixteen. */
final class PlainPixels {

    private static final int LONGEST_LINE = 200;

    private PlainPixels() {}

    static BufferedImage read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            String magic = word(in);
            return switch (magic) {
                case "P5" -> pixels(in, number(in), number(in), 1, number(in));
                case "P6" -> pixels(in, number(in), number(in), 3, number(in));
                case "P7" -> named(in);
                default -> throw new IOException("no picture that is known: " + magic);
            };
        }
    }

    private static BufferedImage named(InputStream in) throws IOException {
        Map<String, Integer> values = new HashMap<>();
        for (String name = word(in); !name.equals("ENDHDR"); name = word(in)) {
            String value = word(in);
            if (!name.equals("TUPLTYPE")) {
                values.put(name, Integer.parseInt(value));
            }
        }
        return pixels(
                new DataInputStream(in),
                values.getOrDefault("WIDTH", 0),
                values.getOrDefault("HEIGHT", 0),
                values.getOrDefault("DEPTH", 0),
                values.getOrDefault("MAXVAL", 0));
    }

    /** Grey and colours are kept, a mask beside them is not. */
    private static BufferedImage pixels(DataInputStream in, int width, int height, int components, int most)
            throws IOException {
        int kept = components < 3 ? 1 : 3;
        BufferedImage picture = blank(width, height, kept);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[width * components * (most > 255 ? 2 : 1)];
        for (int y = 0; y < height; y++) {
            in.readFully(row);
            for (int x = 0; x < width; x++) {
                for (int colour = 0; colour < kept; colour++) {
                    pixels[(y * width + x) * kept + colour] = level(row, x * components + colour, most);
                }
            }
        }
        return picture;
    }

    private static byte level(byte[] row, int at, int most) {
        int level = most > 255 ? (row[2 * at] & 0xFF) << 8 | row[2 * at + 1] & 0xFF : row[at] & 0xFF;
        return (byte) (most == 255 ? level : level * 255L / most);
    }

    /** Of no colour yet, its colours in the order in which PDFBox takes them: red, green, blue. */
    static BufferedImage blank(int width, int height, int components) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, components, null);
        ColorSpace colours = ColorSpace.getInstance(components == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model =
                new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    private static int number(InputStream in) throws IOException {
        return Integer.parseInt(word(in));
    }

    /** The next word of the head; a remark reaches to the end of its line. */
    private static String word(InputStream in) throws IOException {
        StringBuilder word = new StringBuilder();
        boolean remark = false;
        for (int next = in.read(); next >= 0 && word.length() < LONGEST_LINE; next = in.read()) {
            remark = next == '#' && word.length() == 0 || remark && next != '\n';
            if (!remark && Character.isWhitespace(next) && word.length() > 0) {
                return word.toString();
            }
            if (!remark && !Character.isWhitespace(next)) {
                word.append((char) next);
            }
        }
        throw new IOException("the head of a picture is cut");
    }
}

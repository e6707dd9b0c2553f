package fr.aubette.normalise.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A portable grey map in a file, turned or made smaller without bringing it into the heap. */
final class PictureFile {

    private final Path path;
    private final int width;
    private final int height;
    private final int offset;

    private PictureFile(Path path, int width, int height, int offset) {
        this.path = path;
        this.width = width;
        this.height = height;
        this.offset = offset;
    }

    /** A file that our own child process wrote: {@code P5}, width and height, 255, each on its line. */
    static PictureFile of(Path path) {
        try (FileChannel in = FileChannel.open(path)) {
            MappedByteBuffer map = in.map(MapMode.READ_ONLY, 0, Math.min(64, in.size()));
            byte[] head = new byte[map.remaining()];
            map.get(head);
            String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\n", 4);
            String[] size = lines[1].split(" ");
            int offset = lines[0].length() + lines[1].length() + lines[2].length() + 3;
            return new PictureFile(path, Integer.parseInt(size[0]), Integer.parseInt(size[1]), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turned clockwise, in a file beside. */
    Path turned(int degrees) {
        boolean sideways = degrees % 180 != 0;
        return written(
                ".turned", sideways ? height : width, sideways ? width : height, (from, x, y) -> switch (degrees) {
                    case 90 -> from.get(offset + (height - 1 - x) * width + y);
                    case 180 -> from.get(offset + (height - 1 - y) * width + width - 1 - x);
                    case 270 -> from.get(offset + x * width + width - 1 - y);
                    default -> from.get(offset + y * width + x);
                });
    }

    /** Half as wide and as high, in a file beside. */
    Path halved() {
        return written(".half", width / 2, height / 2, (from, x, y) -> {
            int at = offset + 2 * y * width + 2 * x;
            int sum = (from.get(at) & 0xFF)
                    + (from.get(at + 1) & 0xFF)
                    + (from.get(at + width) & 0xFF)
                    + (from.get(at + width + 1) & 0xFF);
            return (byte) (sum / 4);
        });
    }

    /** Two thirds as wide and as high, in a file beside: four points of each nine, by how much of them they cover. */
    Path twoThirds() {
        return written(".less", width / 3 * 2, height / 3 * 2, (from, x, y) -> {
            int near = offset + (y / 2 * 3 + 2 * (y & 1)) * width + x / 2 * 3 + 2 * (x & 1);
            int aside = 1 - 2 * (x & 1);
            int below = (1 - 2 * (y & 1)) * width;
            int sum = 4 * (from.get(near) & 0xFF)
                    + 2 * (from.get(near + aside) & 0xFF)
                    + 2 * (from.get(near + below) & 0xFF)
                    + (from.get(near + aside + below) & 0xFF);
            return (byte) (sum / 9);
        });
    }

    private interface Pixel {
        byte at(MappedByteBuffer from, int x, int y);
    }

    private Path written(String ending, int columns, int rows, Pixel pixel) {
        Path file = path.resolveSibling(path.getFileName() + ending);
        byte[] head = ("P5\n" + columns + " " + rows + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel in = FileChannel.open(path);
                FileChannel out = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer from = in.map(MapMode.READ_ONLY, 0, in.size());
            MappedByteBuffer to = out.map(MapMode.READ_WRITE, 0, head.length + (long) columns * rows);
            to.put(head);
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    to.put(pixel.at(from, x, y));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.aubette.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Paints one sheet of typewriting at 300 dots per inch, and what time has done to it. */
public final class ArchiveSheet {

    /** What spoils a sheet. */
    public enum Spoilt {
        PLAIN,
        FAINT,
        CARBON,
        BROKEN,
        BROWN,
        BORDERS,
        STAMPED,
        COLUMNS,
        RULED,
        BLEEDING,
        SKEWED,
        CLOGGED
    }

    static final int WIDTH = 2480;
    static final int HEIGHT = 3508;

    private static final List<String> FONTS = List.of(
            "GNUTypewriter", "Courier Prime", "Liberation Mono", "FreeMono", "DejaVu Sans Mono", "TeX Gyre Cursor");

    /** Ten or twelve characters an inch. */
    private static final int PICA = 30;

    private final Random random;
    private final Spoilt how;
    private final float[] ink = new float[WIDTH * HEIGHT];

    /** One whose fonts and flaws follow from the random numbers. */
    public ArchiveSheet(Random random, Spoilt how) {
        this.random = random;
        this.how = how;
    }

    /** With these lines, column by column. */
    public BufferedImage of(List<List<String>> columns) {
        layer(columns, strength(), false);
        if (how == Spoilt.BLEEDING) {
            layer(columns, 0.28f, true);
        }
        if (how == Spoilt.CARBON || how == Spoilt.CLOGGED) {
            blur(how == Spoilt.CARBON ? 2 : 1);
        }
        if (how == Spoilt.RULED) {
            rule();
        }
        if (how == Spoilt.STAMPED) {
            stamp();
        }
        return photographed();
    }

    private float strength() {
        return switch (how) {
            case FAINT -> 0.30f + 0.15f * random.nextFloat();
            case CARBON -> 0.55f;
            default -> 0.85f;
        };
    }

    private void layer(List<List<String>> columns, float strength, boolean verso) {
        BufferedImage layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = layer.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font());
        int gap = 50;
        for (int column = 0; column < columns.size(); column++) {
            int left = 260 + column * (WIDTH - 400) / Math.max(1, columns.size());
            int y = 300 + random.nextInt(100);
            for (String line : columns.get(column)) {
                type(pen, line, left, y);
                y += gap + (random.nextInt(9) == 0 ? gap : 0);
            }
        }
        pen.dispose();
        byte[] pixels = ((java.awt.image.DataBufferByte) layer.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < ink.length; i++) {
            int from = verso ? i - 2 * (i % WIDTH) + WIDTH - 1 : i;
            ink[i] = Math.max(ink[i], strength * (pixels[from] & 0xFF) / 255f);
        }
        if (!verso) {
            wear();
        }
    }

    private Font font() {
        List<String> there = List.of(
                java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        List<String> usable = FONTS.stream().filter(there::contains).toList();
        String name = usable.isEmpty() ? Font.MONOSPACED : usable.get(random.nextInt(usable.size()));
        return new Font(name, how == Spoilt.CLOGGED ? Font.BOLD : Font.PLAIN, 48);
    }

    /** Each type hits its own way: higher or lower, askew, heavier or lighter. */
    private void type(Graphics2D pen, String line, int left, int y) {
        AffineTransform upright = pen.getTransform();
        for (int i = 0; i < line.length(); i++) {
            String letter = line.substring(i, i + 1);
            Random own = new Random(letter.hashCode() * 31L + how.ordinal());
            double x = left + i * PICA + 1.5 * random.nextGaussian();
            double down = y + 2.5 * own.nextGaussian() + random.nextGaussian();
            pen.translate(x, down);
            pen.rotate(Math.toRadians(0.8 * own.nextGaussian()));
            int pressed =
                    (int) Math.max(110, Math.min(255, 225 + 25 * own.nextGaussian() + 18 * random.nextGaussian()));
            pen.setColor(new Color(pressed, pressed, pressed));
            pen.drawString(letter, 0, 0);
            pen.setTransform(upright);
        }
    }

    /** The ribbon's cloth and worn types: specks of ink that did not take. */
    private void wear() {
        float share = how == Spoilt.BROKEN ? 0.40f : how == Spoilt.FAINT ? 0.25f : 0.06f;
        float[] cloth = clouds(how == Spoilt.BROKEN ? 5 : 3);
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > 0 && cloth[i] < share) {
                ink[i] *= how == Spoilt.BROKEN ? 0.15f : 0.45f;
            }
        }
    }

    /** Noise of grains so many pixels wide, 0 to 1. */
    private float[] clouds(int grain) {
        int columns = WIDTH / grain + 2;
        float[] coarse = new float[columns * (HEIGHT / grain + 2)];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = random.nextFloat();
        }
        float[] fine = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                fine[y * WIDTH + x] = coarse[y / grain * columns + x / grain];
            }
        }
        return fine;
    }

    private void blur(int reach) {
        float[] from = ink.clone();
        for (int y = reach; y < HEIGHT - reach; y++) {
            for (int x = reach; x < WIDTH - reach; x++) {
                float sum = 0;
                for (int down = -reach; down <= reach; down++) {
                    for (int right = -reach; right <= reach; right++) {
                        sum += from[(y + down) * WIDTH + x + right];
                    }
                }
                float mean = sum / ((2 * reach + 1) * (2 * reach + 1));
                ink[y * WIDTH + x] = how == Spoilt.CLOGGED ? Math.min(0.9f, 1.6f * mean) : mean;
            }
        }
    }

    private void rule() {
        for (int y = 310; y < HEIGHT - 100; y += 94) {
            for (int x = 0; x < WIDTH; x++) {
                for (int thick = 0; thick < 3; thick++) {
                    ink[(y + thick) * WIDTH + x] = Math.max(ink[(y + thick) * WIDTH + x], 0.35f);
                }
            }
        }
        for (int y = 0; y < HEIGHT; y++) {
            ink[y * WIDTH + 220] = Math.max(ink[y * WIDTH + 220], 0.4f);
            ink[y * WIDTH + 221] = Math.max(ink[y * WIDTH + 221], 0.4f);
        }
    }

    private void stamp() {
        BufferedImage layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = layer.createGraphics();
        pen.setColor(new Color(120, 120, 120));
        pen.setStroke(new java.awt.BasicStroke(8));
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int x = 900 + random.nextInt(800);
        int y = 500 + random.nextInt(1200);
        pen.drawOval(x, y, 420, 420);
        pen.drawOval(x + 60, y + 60, 300, 300);
        pen.drawRect(300, y + 700, 700, 190);
        pen.dispose();
        byte[] pixels = ((java.awt.image.DataBufferByte) layer.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.max(ink[i], (pixels[i] & 0xFF) / 255f);
        }
    }

    /** On its paper, as a scanner's glass sees it. */
    private BufferedImage photographed() {
        float paper = switch (how) {
            case BROWN -> 165;
            case CARBON, FAINT -> 215;
            case BORDERS -> 200;
            default -> 235;
        };
        float[] fibres = clouds(2);
        float[] stains = clouds(240);
        byte[] pixels = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            float here = paper + 10 * (fibres[i] - 0.5f) + (how == Spoilt.BROWN ? 22 * (stains[i] - 0.5f) : 0);
            here -= how == Spoilt.BROWN ? 30f * Math.abs(x - WIDTH / 2) / WIDTH : 0;
            float level = here * (1 - ink[i]) + 30 * ink[i] + 4 * (float) random.nextGaussian();
            pixels[i] = (byte) Math.max(0, Math.min(255, beyond(x, y) ? 15 + 8 * random.nextFloat() : level));
        }
        return turned(pixels);
    }

    /** The lid that stood open: black around the sheet. */
    private boolean beyond(int x, int y) {
        return how == Spoilt.BORDERS
                && (x < 70 + y / 60 || x > WIDTH - 110 + y / 80 || y < 60 + x / 90 || y > HEIGHT - 130);
    }

    private BufferedImage turned(byte[] pixels) {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        sheet.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, pixels);
        double degrees = how == Spoilt.SKEWED ? 2 + 3 * random.nextDouble() : 0.8 * (random.nextDouble() - 0.5);
        BufferedImage turned = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D glass = turned.createGraphics();
        glass.setColor(new Color(225, 225, 225));
        glass.fillRect(0, 0, WIDTH, HEIGHT);
        glass.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        glass.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        glass.drawImage(sheet, 0, 0, null);
        glass.dispose();
        return turned;
    }
}

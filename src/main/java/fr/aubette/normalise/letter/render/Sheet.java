package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page made ready for the reader of characters: evenly lit, straight, large enough; with the codes that were found on
 * it. A fax is left as it came: its two levels have no light to even out, and smoothing was measured to harm it.
 *
 * @param picture what is to be read
 * @param quarters how many quarter turns clockwise it was given
 * @param codes printed on it
 * @param blank whether it bears nothing
 * @param steps what was done to it: {@code lit} evenly, {@code straightened=1.4} degrees, {@code enlarged=1.5} times,
 *     {@code shone}, {@code unruled}, {@code pale}: see {@link #PALE}
 */
record Sheet(Grey picture, int quarters, List<Code> codes, boolean blank, List<String> steps) {

    /** The step of a sheet that bears nothing plain: its contrast was raised, and what is read on it may be nothing. */
    static final String PALE = "pale";

    /** Coarser pictures are made larger up to this. */
    private static final int WISHED_DPI = 300;

    /** Around a code there is white paper, of this many millimetres. */
    private static final int QUIET_MM = 4;

    static Sheet of(Grey raw) {
        return of(raw, false);
    }

    /**
     * The page as it came, its light and stamps untouched, lying as it was read: the places of its words hold on it.
     */
    static Sheet asItCame(Grey raw) {
        return of(raw, true);
    }

    private static Sheet of(Grey raw, boolean untouched) {
        Grey inside = DarkBorders.without(raw);
        boolean blank = BlankSheet.test(inside.pixels(), inside.width(), inside.height(), inside.dpi());
        boolean pale = blank && BlankSheet.pale(inside.pixels(), inside.width(), inside.height(), inside.dpi());
        if (blank && !pale) {
            return new Sheet(raw, 0, List.of(), true, List.of());
        }
        boolean fax = raw.twoLevels();
        Grey even = fax ? inside : PaleStamps.removed(light(inside, pale));
        Ink ink = Ink.of(even);
        List<Area> known = new ArrayList<>(PatchBars.of(ink));
        List<Code> codes = new ArrayList<>();
        if (!known.isEmpty()) {
            codes.add(Code.PATCH);
        }
        for (Area dense : DenseAreas.of(ink)) {
            Area around = dense.grown(ink.millimetres(QUIET_MM), ink.width(), ink.height());
            Optional<Code> code = PrintedCodes.in(even, around.times(ink.times()));
            code.ifPresent(codes::add);
            if (code.isPresent()) {
                known.add(around);
            }
        }
        Lie lie = Lie.of(ink, known);
        Grey shown = untouched ? raw : even;
        Grey turned = lie.sideways() ? shown.quarterTurned() : shown;
        double scale = raw.dpi() < 0.8 * WISHED_DPI ? WISHED_DPI / (double) raw.dpi() : 1;
        Grey ready = fax ? turned : Straightened.of(turned, lie.degrees(), scale);
        List<String> steps = fax ? List.of() : steps(lie.degrees(), scale, pale);
        return new Sheet(ready, lie.sideways() ? 1 : 0, List.copyOf(codes), false, steps);
    }

    private static Grey light(Grey picture, boolean pale) {
        Grey even = EvenLight.of(picture);
        return pale ? even.stretched() : even;
    }

    /** As the reader of characters is given it: without the other side's print, and the rules of its paper. */
    Sheet toRead() {
        if (steps.isEmpty()) {
            return this;
        }
        List<String> done = new ArrayList<>(steps);
        // what is left of rules is pale and amid the text too
        if (RuledLines.remove(picture)) {
            done.add("unruled");
        } else if (ShineThrough.remove(picture)) {
            done.add("shone");
        }
        return new Sheet(picture, quarters, codes, blank, done);
    }

    private static List<String> steps(double degrees, double scale, boolean pale) {
        List<String> steps = new ArrayList<>(List.of("lit"));
        if (pale) {
            steps.add(PALE);
        }
        if (Straightened.turns(degrees)) {
            steps.add(String.format(Locale.ROOT, "straightened=%.1f", degrees));
        }
        if (scale != 1) {
            steps.add(String.format(Locale.ROOT, "enlarged=%.1f", scale));
        }
        return steps;
    }
}

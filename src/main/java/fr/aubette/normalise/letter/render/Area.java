package fr.aubette.normalise.letter.render;

/** A rectangle of a picture in pixels, right and bottom not included. */
record Area(int left, int top, int right, int bottom) {

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    boolean holds(int x, int y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    /** Larger by so much on each side, within a picture of that size. */
    Area grown(int by, int width, int height) {
        return new Area(
                Math.max(0, left - by),
                Math.max(0, top - by),
                Math.min(width, right + by),
                Math.min(height, bottom + by));
    }

    /** The same in a picture so many times larger. */
    Area times(int factor) {
        return new Area(left * factor, top * factor, right * factor, bottom * factor);
    }

    boolean meets(Area other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** The smallest that holds both. */
    Area with(Area other) {
        return new Area(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}

package fr.aubette.normalise.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The property list inside a TNEF attribute (MS-OXTNEF 2.1.3.4). */
final class MapiProperties {

    static final int BODY = 0x1000;
    static final int BODY_HTML = 0x1013;
    static final int DATA = 0x3701;
    static final int SHORT_NAME = 0x3704;
    static final int LONG_NAME = 0x3707;
    static final int MEDIA_TYPE = 0x370e;
    static final int DISPLAY_NAME = 0x3001;

    /**
     * A property with a value of any length; others are passed over.
     *
     * @param type its MAPI type
     */
    record Property(int id, int type, ByteBuffer value) {

        boolean isUnicode() {
            return type == 0x1f;
        }
    }

    private static final int MOST = 5_000;
    private static final int MANY = 0x1000;
    private static final int NAMED = 0x8000;

    private MapiProperties() {}

    /** The properties up to the end, or to what cannot be understood. */
    static List<Property> in(ByteBuffer data) {
        List<Property> found = new ArrayList<>();
        if (data.remaining() < 4) {
            return found;
        }
        int count = Math.min(MOST, data.getInt());
        for (int i = 0; i < count && data.remaining() >= 4; i++) {
            int type = Short.toUnsignedInt(data.getShort());
            int id = Short.toUnsignedInt(data.getShort());
            if (id >= NAMED && !skipName(data) || !value(id, type, data, found)) {
                return found;
            }
        }
        return found;
    }

    private static boolean skipName(ByteBuffer data) {
        if (data.remaining() < 24) {
            return false;
        }
        data.position(data.position() + 16);
        boolean byNumber = data.getInt() == 0;
        long length = Integer.toUnsignedLong(data.getInt());
        return byNumber || skip(data, padded(length));
    }

    private static boolean value(int id, int type, ByteBuffer data, List<Property> found) {
        int plain = type & ~MANY;
        int fixed = width(plain);
        if (fixed < 0) {
            return false;
        }
        boolean counted = fixed == 0 || (type & MANY) != 0;
        if (counted && data.remaining() < 4) {
            return false;
        }
        long values = counted ? Integer.toUnsignedLong(data.getInt()) : 1;
        if (fixed > 0) {
            return skip(data, padded(values * fixed));
        }
        for (long i = 0; i < values; i++) {
            if (data.remaining() < 4) {
                return false;
            }
            long length = Integer.toUnsignedLong(data.getInt());
            if (i == 0 && length <= data.remaining()) {
                ByteBuffer value = data.slice(data.position(), (int) length);
                found.add(new Property(id, plain, value.order(ByteOrder.LITTLE_ENDIAN)));
            }
            if (!skip(data, padded(length))) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of a value of this type; 0 when it says its length, -1 when unknown. */
    private static int width(int type) {
        return switch (type) {
            case 0x02, 0x03, 0x04, 0x0a, 0x0b -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            case 0x0d, 0x1e, 0x1f, 0x102 -> 0;
            default -> -1;
        };
    }

    private static long padded(long length) {
        return (length + 3) / 4 * 4;
    }

    private static boolean skip(ByteBuffer data, long length) {
        if (length > data.remaining()) {
            return false;
        }
        data.position(data.position() + (int) length);
        return true;
    }
}

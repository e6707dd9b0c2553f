package fr.aubette.normalise.letter.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the code printed in an area of a sheet: Code 128, QR or DataMatrix, lying or standing. */
final class PrintedCodes {

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

    private static final List<Function<LuminanceSource, Binarizer>> EYES =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private PrintedCodes() {}

    /** What the code says, without characters of control; empty when there is none or it cannot be read. */
    static Optional<Code> in(Grey picture, Area area) {
        Grey part = part(picture, area);
        return read(part)
                .or(() -> read(part.quarterTurned()))
                .or(() -> part.width() > 40 && part.height() > 40 ? read(part.reduced(2)) : Optional.empty());
    }

    private static Grey part(Grey picture, Area area) {
        byte[] pixels = new byte[area.width() * area.height()];
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(
                    picture.pixels(),
                    (area.top() + y) * picture.width() + area.left(),
                    pixels,
                    y * area.width(),
                    area.width());
        }
        return new Grey(area.width(), area.height(), picture.dpi(), pixels);
    }

    private static Optional<Code> read(Grey part) {
        LuminanceSource light = new PlanarYUVLuminanceSource(
                part.pixels(), part.width(), part.height(), 0, 0, part.width(), part.height(), false);
        for (Function<LuminanceSource, Binarizer> eye : EYES) {
            try {
                Result found = new MultiFormatReader().decode(new BinaryBitmap(eye.apply(light)), HINTS);
                return Optional.of(new Code(found.getBarcodeFormat().name(), found.getText()));
            } catch (NotFoundException e) {
                // looked at with other eyes
            }
        }
        return Optional.empty();
    }
}

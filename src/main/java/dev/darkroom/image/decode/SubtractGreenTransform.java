package dev.darkroom.image.decode;

/** Adds green to red and blue (RFC 9649, section 3.5.3). */
final class SubtractGreenTransform implements Vp8lTransform {

    @Override
    public int[] undo(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int green = row[x] >> 8 & 0xFF;
            row[x] = Vp8lTransform.add(row[x], green << 16 | green);
        }
        return row;
    }
}

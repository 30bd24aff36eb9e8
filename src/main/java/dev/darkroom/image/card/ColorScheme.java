package dev.darkroom.image.card;

/**
 * The matching colors of one image: a background gradient from top to bottom, shades from far to near, and an accent.
 * They are chosen in Oklch, where colors of the same lightness look equally light.
 */
final class ColorScheme {

    private static final int OPAQUE = 0xFF000000;

    private final double hue;
    private final double hueShift;
    private final boolean isNight;
    private final double chroma;
    private final double accentHue;

    ColorScheme(PromptRandom random) {
        this.hue = random.nextDouble(0, 360);
        this.hueShift = random.nextDouble(-70, 70);
        this.isNight = random.nextInt(3) == 0;
        this.chroma = random.nextDouble(0.05, 0.12);
        this.accentHue = hue + random.nextDouble(120, 240);
    }

    /** @param depth 0 at the top, 1 at the bottom */
    int gradient(double depth) {
        double lightness = isNight ? 0.24 + 0.16 * depth : 0.86 + 0.1 * depth;
        return oklch(lightness, chroma * 0.6, hue + hueShift * 0.5 * depth);
    }

    /** @param nearness 0 far away, 1 near */
    int shade(double nearness) {
        double lightness = isNight ? 0.46 - 0.28 * nearness : 0.8 - 0.44 * nearness;
        return oklch(lightness, chroma * (0.8 + 0.4 * nearness), hue + hueShift * nearness);
    }

    /** The accent color. */
    int accent() {
        return oklch(isNight ? 0.86 : 0.78, 0.13, accentHue);
    }

    /** The accent color, dark enough for white text. */
    int deepAccent() {
        return oklch(0.5, 0.13, accentHue);
    }

    /** @param hue in degrees */
    private static int oklch(double lightness, double chroma, double hue) {
        double a = chroma * StrictMath.cos(StrictMath.toRadians(hue));
        double b = chroma * StrictMath.sin(StrictMath.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return OPAQUE
                | channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int channel(double linear) {
        double value = Math.max(0, Math.min(1, linear));
        double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * StrictMath.pow(value, 1 / 2.4) - 0.055;
        return (int) (255 * encoded + 0.5);
    }
}

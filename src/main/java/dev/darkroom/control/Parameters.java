package dev.darkroom.control;

/** Reads what stands behind the question mark; the framework would answer 404 to a number that is none. */
final class Parameters {

    private Parameters() {}

    /** @throws ControlError when it is no number from {@code least} to {@code most} */
    static int number(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw ControlError.invalidField(name, "It must be a number from " + least + " to " + most + ".");
    }
}

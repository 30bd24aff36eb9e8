package dev.darkroom.chaos;

/** A pattern in which each {@code *} stands for any text, including the empty text. */
public record Wildcard(String pattern) {

    public boolean matches(String text) {
        String[] parts = pattern.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return text.equals(pattern);
        }
        int at = parts[0].length();
        if (!text.startsWith(parts[0])) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return text.length() - at >= last.length() && text.endsWith(last);
    }
}

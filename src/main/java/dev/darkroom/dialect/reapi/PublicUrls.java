package dev.darkroom.dialect.reapi;

import java.util.regex.Pattern;

/**
 * The URLs that do not obviously point to a private network. The documentation requires public references and masks
 * (providers/reapi.md §3); which addresses are private is inferred. The OpenAPI document repeats the pattern, beside
 * one for the URLs of Darkroom's own images.
 */
final class PublicUrls {

    private static final String USER = "([^/?#@\\\\\\u0000-\\u0020]*@)?";
    private static final String PRIVATE_NAME = "([^/?#@:]*\\.)?[lL][oO][cC][aA][lL][hH][oO][sS][tT]"
            + "|[^/?#@:]*\\.([lL][oO][cC][aA][lL]|[iI][nN][tT][eE][rR][nN][aA][lL])";
    private static final String PRIVATE_V4 =
            "(0|10|127)(\\.[0-9]+){1,3}" + "|(169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))(\\.[0-9]+){1,2}";
    private static final String PRIVATE_V6 = "\\[(::1?|[fF][cCdDeE][0-9A-Fa-f:.]*)\\]";
    private static final String PRIVATE =
            "(?!(" + PRIVATE_NAME + "|" + PRIVATE_V4 + "|" + PRIVATE_V6 + ")\\.?(?![^/?#:]))";
    private static final String HOST_AND_PORT = "[^/?#@\\\\\\u0000-\\u0020]+";

    static final Pattern PATTERN =
            Pattern.compile("[hH][tT][tT][pP][sS]?://" + USER + PRIVATE + HOST_AND_PORT + "([/?#][^\\u0000\\r\\n]*)?");

    private PublicUrls() {}
}

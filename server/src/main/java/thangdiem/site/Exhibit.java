package thangdiem.site;

import java.util.List;

/** A document that a unit showed for its figures (minh chứng), as far as it is not confidential. */
public record Exhibit(
    String unit, List<String> facts, String title, String number, String issuedOn, String pages) {}

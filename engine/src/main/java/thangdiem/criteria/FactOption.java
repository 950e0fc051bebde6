package thangdiem.criteria;

/** One of the options of a choice (phương án). */
public record FactOption(String id, String label) {}

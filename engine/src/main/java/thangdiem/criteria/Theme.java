package thangdiem.criteria;

/** A heading under which the form groups facts (nhóm số liệu). */
public record Theme(String id, String name) {}

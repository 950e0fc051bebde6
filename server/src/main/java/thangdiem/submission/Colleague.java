package thangdiem.submission;

import java.util.UUID;

/** Somebody who answers for the unit (người của đơn vị): may be given a section, and be named. */
public record Colleague(UUID account, String login, String name) {}

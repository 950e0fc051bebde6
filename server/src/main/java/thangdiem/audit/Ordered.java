package thangdiem.audit;

/** An act that somebody orders (việc được yêu cầu), and what it is about. */
public record Ordered(Actor actor, Act act, Subject subject) {}

package thangdiem.round;

import java.util.UUID;

/** A nudge that stands in the application but has not left by e-mail (thư chưa gửi được). */
public record UnsentLetter(UUID nudge, String unitName, String to, String address, String text) {}

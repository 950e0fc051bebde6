package thangdiem.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A one-time code that lets somebody in (mã mời): ten letters and digits, none that look alike on
 * paper. We keep a keyed hash of it alone, whose key is not in the database.
 */
record InvitationCode(String letters) {

  static final int LENGTH = 10;

  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HALF = LENGTH / 2;

  static InvitationCode made() {
    return new InvitationCode(
        RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining()));
  }

  /** As it was meant, whatever its case and with or without what stands between its halves. */
  static InvitationCode typed(String typed) {
    return new InvitationCode(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]+", ""));
  }

  /** Whether it could be one at all. */
  boolean wellFormed() {
    return letters.length() == LENGTH
        && letters.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
  }

  /** "ABCDE-FGH23". */
  String shown() {
    return letters.substring(0, HALF) + "-" + letters.substring(HALF);
  }

  /** What is kept of it. */
  byte[] hash(Seal seal) {
    return seal.hash("invitation " + letters);
  }

  @Override
  public String toString() {
    return "a code"; // never into a log
  }
}

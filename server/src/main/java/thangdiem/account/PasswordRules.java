package thangdiem.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thangdiem.words.Sentence;

/**
 * Which passwords are taken (quy tắc mật khẩu), after NIST SP 800-63B-4: long enough and not to be
 * guessed. No kinds of letters are asked for, and nothing runs out: both make people choose worse.
 */
public final class PasswordRules {

  /** Characters of a password that stands alone. */
  public static final int ALONE = 15;

  /** Characters of a password beside a second factor. */
  public static final int WITH_SECOND_FACTOR = 8;

  /** Long enough for any sentence; more would only keep the machine busy. */
  public static final int LONGEST = 200;

  private static final int SHORTEST_OWN_WORD = 3;
  private static final Set<String> WELL_KNOWN = wellKnown();

  private PasswordRules() {}

  /**
   * What is wrong with a password that somebody chooses; absent when it may be used.
   *
   * @param secondFactor whether the account asks for a second factor too
   */
  public static Optional<Sentence> against(String password, Person person, boolean secondFactor) {
    int shortest = secondFactor ? WITH_SECOND_FACTOR : ALONE;
    int length = (int) composed(password).codePoints().count();
    if (length < shortest) {
      return Optional.of(Sentence.of("password.short", shortest, length));
    }
    if (length > LONGEST) {
      return Optional.of(Sentence.of("password.long", LONGEST));
    }
    var plain = plain(password);
    if (repeats(plain) || WELL_KNOWN.contains(withoutEnds(plain)) || WELL_KNOWN.contains(plain)) {
      return Optional.of(Sentence.of("password.known"));
    }
    if (isMostly(plain, plain(person.login()))
        || isMostly(plain, plain(person.name()))
        || person
            .email()
            .map(PasswordRules::plain)
            .filter(own -> isMostly(plain, own))
            .isPresent()) {
      return Optional.of(Sentence.of("password.own"));
    }
    return Optional.empty();
  }

  /** The same letters are the same password on every keyboard: NFC. */
  static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** Without diacritics, capitals, spaces and signs, as somebody guessing would try it. */
  private static String plain(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]", "");
  }

  private static String withoutEnds(String plain) {
    return plain.replaceAll("^[0-9]+|[0-9]+$", "");
  }

  /** One piece over and over: "abcabcabcabcabc". */
  private static boolean repeats(String plain) {
    return !plain.isEmpty() && (plain + plain).indexOf(plain, 1) < plain.length();
  }

  /** Whether little stands around the person's own word. */
  private static boolean isMostly(String plain, String own) {
    return own.length() >= SHORTEST_OWN_WORD
        && plain.contains(own)
        && plain.length() - own.length() < WITH_SECOND_FACTOR;
  }

  private static Set<String> wellKnown() {
    try (var list = PasswordRules.class.getResourceAsStream("well-known-passwords.txt")) {
      if (list == null) {
        throw new IllegalStateException("no list of well-known passwords");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(PasswordRules::plain)
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

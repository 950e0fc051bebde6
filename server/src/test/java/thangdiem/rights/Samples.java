package thangdiem.rights;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import thangdiem.Province;
import thangdiem.audit.Role;
import thangdiem.round.Phase;

/**
 * What stands in the braces of a path or a form: in "/nudges/{id}" and in "nudge={nudges}" a nudge,
 * named by the segment before it.
 */
final class Samples {

  /**
   * Identifiers of one kind.
   *
   * @param own one within the caller's reach
   * @param foreign one that exists, and is not the caller's to see; absent where all see all
   * @param unknown one that does not exist; absent where any will do
   */
  private record Kind(
      BiFunction<Situation, Caller, String> own,
      Optional<BiFunction<Situation, Caller, String>> foreign,
      Optional<String> unknown) {}

  private static final Optional<BiFunction<Situation, Caller, String>> ALL_SEE_ALL =
      Optional.empty();
  private static final Optional<String> ANY_WILL_DO = Optional.empty();
  private static final Optional<String> NO_ID = Optional.of(new UUID(0, 1).toString());

  private static final Map<String, Kind> KINDS =
      Map.of(
          "units",
          new Kind((given, _) -> code(given, given.unit()), ALL_SEE_ALL, Optional.of("khong-co")),
          "others",
          new Kind((given, _) -> code(given, given.otherUnit()), ALL_SEE_ALL, ANY_WILL_DO),
          "nudges",
          new Kind(
              (given, caller) -> nudge(given, caller.person().orElse(given.spare())),
              Optional.of((given, _) -> nudge(given, given.spare())),
              NO_ID),
          "passkeys",
          new Kind(
              (given, caller) -> passkey(given, caller.person().orElse(given.spare())),
              Optional.of((given, _) -> passkey(given, given.spare())),
              Optional.of("AAAA")),
          "accounts",
          new Kind(
              (given, _) -> given.guest().toString(),
              Optional.of((given, caller) -> foreignAccount(given, caller)),
              NO_ID),
          "invitation",
          new Kind((given, _) -> given.code(), ALL_SEE_ALL, ANY_WILL_DO),
          "holidays",
          new Kind((_, _) -> "2017", ALL_SEE_ALL, ANY_WILL_DO),
          "language",
          new Kind((_, _) -> "vi", ALL_SEE_ALL, ANY_WILL_DO),
          "login",
          new Kind((given, _) -> given.spare().login(), ALL_SEE_ALL, ANY_WILL_DO),
          "password",
          new Kind((_, _) -> Province.PASSWORD, ALL_SEE_ALL, ANY_WILL_DO));

  private static final Map<String, Kind> OF_ROUNDS =
      Map.of(
          "extensions",
          new Kind((given, _) -> proposal(given), ALL_SEE_ALL, NO_ID),
          "results",
          new Kind((given, _) -> code(given, given.unit()), ALL_SEE_ALL, ANY_WILL_DO),
          "assessments",
          new Kind(
              (given, _) -> code(given, given.unit()),
              Optional.of((given, caller) -> foreignUnit(given, caller)),
              Optional.of("khong-co")),
          "receipt",
          new Kind((given, _) -> receipt(given), ALL_SEE_ALL, Optional.of("A".repeat(43))),
          "sections",
          new Kind((_, _) -> "I", ALL_SEE_ALL, Optional.of("IX")),
          "facts",
          new Kind((_, _) -> "computers", ALL_SEE_ALL, Optional.of("khong-co")),
          "colleagues",
          new Kind(
              (given, _) -> given.of(Role.CLERK).person().orElseThrow().login(),
              ALL_SEE_ALL,
              ANY_WILL_DO),
          "reports",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("99")),
          "pages",
          new Kind((_, _) -> "1", ALL_SEE_ALL, ANY_WILL_DO),
          "evidence",
          new Kind(
              (given, _) -> document(given, given.unit()),
              Optional.of((given, caller) ->
                  inOneUnit(caller) ? document(given, given.otherUnit()) : NO_ID.orElseThrow()),
              NO_ID));

  private static final Map<String, Kind> OF_COLLECTIONS =
      Map.of(
          "collections",
          new Kind(
              (given, _) -> code(given, given.unit()),
              Optional.of((given, caller) -> foreignUnit(given, caller)),
              Optional.of("khong-co")),
          "sheets",
          new Kind(
              (given, _) -> code(given, given.unit()),
              Optional.of((given, _) -> code(given, given.otherUnit())),
              Optional.of("khong-co")),
          "taken",
          new Kind((_, _) -> "staff", ALL_SEE_ALL, Optional.of("khong-co")),
          "inspections",
          new Kind(
              (given, caller) -> code(given, inspected(given, caller)),
              Optional.of((given, caller) -> foreignUnit(given, caller)),
              Optional.of("khong-co")),
          "inspection-photos",
          new Kind(
              (given, caller) -> photo(given, inspected(given, caller)),
              Optional.of((given, caller) ->
                  inOneUnit(caller) ? photo(given, given.otherUnit()) : NO_ID.orElseThrow()),
              NO_ID),
          "photos",
          new Kind((given, caller) -> photo(given, inspected(given, caller)), ALL_SEE_ALL, NO_ID),
          "inspectors",
          new Kind(
              (given, _) -> given.of(Role.INSPECTOR).person().orElseThrow().account().toString(),
              ALL_SEE_ALL,
              ANY_WILL_DO));

  /** Those of a round are looked for in that round: {@link #fill}. */
  private static final Map<String, Kind> OF_COUNCILS =
      Map.of(
          "sessions",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("99")),
          "versions",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("99")),
          "publication",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("99")),
          "councillor",
          new Kind((given, _) -> given.councillor().account().toString(), ALL_SEE_ALL, ANY_WILL_DO),
          "members",
          new Kind((given, _) -> ofCouncil(given, "members", Phase.COUNCIL), ALL_SEE_ALL, NO_ID),
          "items",
          new Kind((given, _) -> ofCouncil(given, "items", Phase.COUNCIL), ALL_SEE_ALL, NO_ID),
          "motions",
          new Kind((given, _) -> ofCouncil(given, "motions", Phase.COUNCIL), ALL_SEE_ALL, NO_ID),
          "corrections",
          new Kind(
              (given, _) -> ofCouncil(given, "corrections", Phase.ADOPTED), ALL_SEE_ALL, NO_ID));

  /** Those of a round are looked for in that round: {@link #fill}. */
  private static final Map<String, Kind> OF_DEDUCTIONS =
      Map.of(
          "deductions",
          new Kind(
              (given, caller) -> deduction(given, judged(given, caller), Phase.OPEN),
              Optional.of((given, caller) ->
                  inOneUnit(caller)
                      ? deduction(given, given.otherUnit(), Phase.OPEN)
                      : NO_ID.orElseThrow()),
              NO_ID),
          "wrong",
          new Kind((_, _) -> "I.1", ALL_SEE_ALL, Optional.of("X.9")),
          "concerns",
          new Kind(
              (given, _) -> given.one("select id::text from concern order by id limit 1"),
              ALL_SEE_ALL,
              NO_ID),
          "steps",
          new Kind((_, _) -> "RECEIVED", ALL_SEE_ALL, ANY_WILL_DO));

  private static final Map<String, Kind> OF_VERIFICATION =
      Map.of(
          "verification",
          new Kind(
              (given, _) -> code(given, given.otherUnit()), ALL_SEE_ALL, Optional.of("khong-co")),
          "code",
          new Kind((_, _) -> "I.1", ALL_SEE_ALL, Optional.of("X.9")),
          "findings",
          new Kind((_, _) -> "I.1", ALL_SEE_ALL, ANY_WILL_DO),
          "verifiers",
          new Kind(
              (given, _) -> given.of(Role.VERIFIER).person().orElseThrow().account().toString(),
              ALL_SEE_ALL,
              ANY_WILL_DO));

  /** The published round's pages; its address holds the language too. */
  private static final Map<String, Kind> OF_THE_SITE =
      Map.of(
          "publication",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("99")),
          "published",
          new Kind((given, _) -> given.round(Phase.PUBLISHED), ALL_SEE_ALL, Optional.of("1999")),
          "version",
          new Kind((_, _) -> "1", ALL_SEE_ALL, Optional.of("9")),
          "lang",
          new Kind((_, _) -> "vi", ALL_SEE_ALL, ANY_WILL_DO),
          "by",
          new Kind((_, _) -> "II", ALL_SEE_ALL, Optional.of("IX")),
          "groups",
          new Kind((_, _) -> "department", ALL_SEE_ALL, Optional.of("khong-co")),
          "style",
          new Kind((_, _) -> "abc", ALL_SEE_ALL, ANY_WILL_DO),
          "file",
          new Kind((_, _) -> "public.css", ALL_SEE_ALL, Optional.of("khong-co.css")));

  private static final Pattern BRACES = Pattern.compile("(?:/(\\w[\\w-]*)/)?\\{([\\w-]+)}");

  private Samples() {}

  /** The path or text with everything in braces filled in, for that caller and phase. */
  static String fill(String text, Situation given, Caller caller, Phase phase) {
    return filled(
        text,
        kind ->
            switch (kind) {
              case "rounds" -> given.round(phase);
              case "deductions" -> deduction(given, judged(given, caller), phase);
              case "photos" -> photo(given, judged(given, caller), phase);
              case "members", "items", "motions", "corrections" -> ofCouncil(given, kind, phase);
              default -> kind(kind).own().apply(given, caller);
            });
  }

  /** The path with an identifier that exists for others; empty where there is none such. */
  static Optional<String> foreign(String path, Situation given, Caller caller, Phase phase) {
    return kinds(path)
        .filter(kind -> !kind.equals("rounds"))
        .flatMap(kind -> kind(kind).foreign().stream())
        .findFirst()
        .map(foreign ->
            filled(
                path,
                kind ->
                    kind.equals("rounds")
                        ? given.round(phase)
                        : kind(kind).foreign().orElse(kind(kind).own()).apply(given, caller)));
  }

  /** Whether the path names something that may not exist. */
  static boolean someDoNotExist(String path) {
    return kinds(path).anyMatch(kind -> kind.equals("rounds") || kind(kind).unknown().isPresent());
  }

  /** The path with an identifier that does not exist. */
  static String unknown(String path, Situation given, Caller caller) {
    return filled(
        path,
        kind ->
            kind.equals("rounds")
                ? "1999"
                : kind(kind).unknown().orElseGet(() -> kind(kind).own().apply(given, caller)));
  }

  static boolean namesARound(String path) {
    return kinds(path).anyMatch("rounds"::equals);
  }

  private static java.util.stream.Stream<String> kinds(String path) {
    return BRACES
        .matcher(path)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
  }

  private static String filled(String text, java.util.function.UnaryOperator<String> value) {
    return BRACES
        .matcher(text)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                found.group(1) == null
                    ? value.apply(found.group(2))
                    : "/" + found.group(1) + "/" + value.apply(found.group(1))));
  }

  private static Kind kind(String name) {
    return Optional.ofNullable(KINDS.get(name))
        .or(() -> Optional.ofNullable(OF_ROUNDS.get(name)))
        .or(() -> Optional.ofNullable(OF_COLLECTIONS.get(name)))
        .or(() -> Optional.ofNullable(OF_DEDUCTIONS.get(name)))
        .or(() -> Optional.ofNullable(OF_VERIFICATION.get(name)))
        .or(() -> Optional.ofNullable(OF_COUNCILS.get(name)))
        .or(() -> Optional.ofNullable(OF_THE_SITE.get(name)))
        .orElseThrow(() ->
            new AssertionError(
                "Samples.java says nothing of {"
                    + name
                    + "}: add what is the caller's own,"
                    + " what is another's, and what does not exist"));
  }

  /** The code of some event's receipt: its identifier and its nonce. */
  private static String receipt(Situation given) {
    return given.one(
        """
        select translate(
                 rtrim(
                   replace(
                     encode(
                       decode(
                         replace(event::text, '-', '') || (payload::jsonb ->> 'nonce'), 'hex'),
                       'base64'),
                     chr(10), ''),
                   '='),
                 '+/', '-_')
          from ledger_event order by at, event limit 1
        """);
  }

  /** Clerks and heads see their own unit's inspection; nobody inspects the unit they belong to. */
  private static UUID inspected(Situation given, Caller caller) {
    return inOneUnit(caller) ? given.unit() : given.otherUnit();
  }

  private static String photo(Situation given, UUID unit) {
    return given.one(
        "select id::text from inspection_photo where unit = ? order by at, id limit 1", unit);
  }

  /** One of the round of that phase; where it has none, one that does not exist. */
  private static String photo(Situation given, UUID unit, Phase phase) {
    return given.one(
        """
        select coalesce(min(photo.id::text), '00000000-0000-0000-0000-000000000001')
          from inspection_photo photo join round on round.id = photo.round
         where photo.unit = ? and round.phase = ?
        """,
        unit,
        phase.name());
  }

  private static String code(Situation given, UUID unit) {
    return given.one("select code from org_unit where id = ?", unit);
  }

  private static String proposal(Situation given) {
    return given.one("select id::text from extension_proposal where unit = ?", given.otherUnit());
  }

  private static String document(Situation given, UUID unit) {
    return given.one(
        """
        select item.id::text from evidence_item item join round on round.id = item.round
         where item.unit = ? and round.phase = 'OPEN' and item.withdrawn_at is null
        """,
        unit);
  }

  /** Nobody judges the unit they belong to; clerks and heads answer for it. */
  private static UUID judged(Situation given, Caller caller) {
    return inOneUnit(caller) ? given.unit() : given.otherUnit();
  }

  /** What the council of the round in that phase has of it, where it has one. */
  private static String ofCouncil(Situation given, String kind, Phase phase) {
    return given.one(
        switch (kind) {
          case "members" ->
              """
              select coalesce(min(member.id::text), '00000000-0000-0000-0000-000000000001')
                from council_member member join round on round.id = member.round
               where round.phase = ? and member.office = 'MEMBER'
              """;
          case "items" ->
              """
              select coalesce(min(item.id::text), '00000000-0000-0000-0000-000000000001')
                from council_item item join round on round.id = item.round where round.phase = ?
              """;
          case "motions" ->
              """
              select coalesce(min(motion.id::text), '00000000-0000-0000-0000-000000000001')
                from council_motion motion join round on round.id = motion.round
               where round.phase = ?
              """;
          default ->
              """
              select coalesce(min(correction.id::text), '00000000-0000-0000-0000-000000000001')
                from correction join round on round.id = correction.round where round.phase = ?
              """;
        },
        phase.name());
  }

  private static String deduction(Situation given, UUID unit, Phase phase) {
    return given.one(
        """
        select deduction.id::text from deduction join round on round.id = deduction.round
         where deduction.unit = ? and round.phase = ?
         order by deduction.at, deduction.id limit 1
        """,
        unit,
        phase == Phase.DRAFT ? Phase.OPEN.name() : phase.name());
  }

  /** Clerks and heads answer for one unit; whoever else sees a unit's papers sees all units'. */
  private static boolean inOneUnit(Caller caller) {
    return caller.role().filter(Role::heldInOwnUnit).isPresent();
  }

  /** Heads see the people of their unit; whoever else sees accounts sees all. */
  private static String foreignAccount(Situation given, Caller caller) {
    return caller.role().filter(Role.HEAD::equals).isPresent()
        ? given.spare().account().toString()
        : NO_ID.orElseThrow();
  }

  /** Clerks and heads see their own unit; whoever else looks into assessments sees all. */
  private static String foreignUnit(Situation given, Caller caller) {
    return caller.role().filter(Role::heldInOwnUnit).isPresent()
        ? code(given, given.otherUnit())
        : "khong-co";
  }

  private static String passkey(Situation given, Province.Somebody somebody) {
    return given.one(
        "select credential_id from user_credentials where label = ?", somebody.login());
  }

  private static String nudge(Situation given, Province.Somebody somebody) {
    return given.one("select id::text from nudge where account = ?", somebody.account());
  }
}

package thangdiem.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import thangdiem.search.Folded;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * Many people who are to be invited at once (danh sách mời): each row with what will happen, and
 * everything that is wrong in the whole list.
 *
 * @param kept the rows as they go on to the confirmation
 */
public record GuestList(String file, List<Row> rows, List<Mistake> mistakes, String kept) {

  /**
   * A row of the list.
   *
   * @param guest who is invited; absent when something is wrong in the row
   */
  public record Row(int number, PersonForm form, Optional<Guest> guest) {}

  /** Whether it can be confirmed. */
  public boolean good() {
    return !rows.isEmpty() && mistakes.isEmpty();
  }

  /** A row as it was typed, with its number. */
  record Typed(int number, PersonForm form) {}

  /**
   * Checks all rows.
   *
   * @param known who has an account already: the same name in the same unit is a second upload, or
   *     a namesake, who then is given a login in the list
   * @param place says where a field of a row stands
   * @param before mistakes that were found in reading
   */
  static GuestList of(
      String file,
      List<Typed> typed,
      GuestCheck check,
      List<InvitationTable.Known> known,
      BiFunction<Integer, String, String> place,
      List<Mistake> before) {
    var mistakes = new ArrayList<>(before);
    var rows = new ArrayList<Row>();
    var seen = new HashMap<String, Integer>();
    var here = new HashSet<String>();
    known.forEach(person -> here.add(key(person.name(), person.worksIn())));
    for (var row : typed) {
      var checked = check.of(row.form());
      checked
          .wrong()
          .forEach((field, wrong) ->
              mistakes.add(new Mistake(place.apply(row.number(), field), wrong, List.of())));
      var same = checked.guest().flatMap(guest -> same(guest, row, seen, here));
      same.ifPresent(
          wrong -> mistakes.add(new Mistake(place.apply(row.number(), "name"), wrong, List.of())));
      rows.add(
          new Row(row.number(), row.form(), same.isPresent() ? Optional.empty() : checked.guest()));
    }
    return new GuestList(
        file, rows, mistakes, GuestSheet.kept(typed.stream().map(Typed::form).toList()));
  }

  private static Optional<Sentence> same(
      Guest guest, Typed row, Map<String, Integer> seen, Set<String> here) {
    var key = key(guest.person().name(), guest.worksIn().id());
    var earlier = Optional.ofNullable(seen.putIfAbsent(key, row.number()));
    if (!row.form().login().isEmpty()) {
      return Optional.empty();
    }
    return earlier
        .map(GuestSheet::twice)
        .or(() ->
            here.contains(key)
                ? Optional.of(
                    Sentence.of("people.here", guest.person().name(), guest.worksIn().name()))
                : Optional.empty());
  }

  private static String key(String name, UUID unit) {
    return Folded.of(name) + " " + unit;
  }
}

package thangdiem.inspection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** A visit as a phone takes it along (cuộc kiểm tra mang theo), in the names of inspection.js. */
record PhoneVisit(
    String path,
    String unit,
    String round,
    String starts,
    String place,
    String decision,
    List<String> team,
    List<Item> items,
    Map<String, Kept> entries,
    List<Photo> photos,
    List<Withdrawn> withdrawn,
    List<Signed> signatures) {

  /**
   * A fact to look at.
   *
   * @param options of which one is chosen, as they are typed; empty for what is typed freely
   */
  record Item(
      String fact,
      String label,
      String unit,
      String declared,
      List<String> doubts,
      List<String> options,
      boolean number) {}

  record Kept(int version, String value) {}

  record Photo(String id, String fact, String caption, String sha256) {}

  /** A photograph that stands no more, and why. */
  record Withdrawn(String fact, String caption, String words) {}

  record Signed(String side, String name, String sha256) {}

  static PhoneVisit of(Visit visit, Words words) {
    var plan = visit.plan();
    return new PhoneVisit(
        visit.path(),
        visit.unit().name(),
        visit.round().name(),
        VietnamTime.show(plan.starts()),
        plan.place(),
        plan.decision(),
        plan.members().stream()
            .map(member ->
                words.say(
                    "minutes.member",
                    member.name(),
                    member.unit(),
                    words.say("inspection.post." + member.post())))
            .toList(),
        plan.items().stream()
            .flatMap(item -> visit.fact(item.fact()).map(fact -> item(fact, item, words)).stream())
            .toList(),
        visit.entries().values().stream()
            .collect(
                Collectors.toMap(
                    Visit.Entry::field, entry -> new Kept(entry.version(), entry.value()))),
        visit.photos().stream()
            .map(photo ->
                new Photo(photo.id().toString(), photo.fact(), photo.caption(), photo.sha256()))
            .toList(),
        visit.withdrawn().stream()
            .map(gone -> new Withdrawn(gone.photo().fact(), gone.photo().caption(), gone.words()))
            .toList(),
        visit.signatures().stream()
            .map(signature ->
                new Signed(signature.side().name(), signature.name(), signature.sha256()))
            .toList());
  }

  private static Item item(FactDefinition fact, Plan.Item item, Words words) {
    return new Item(
        fact.id(),
        fact.label(),
        fact.unit(),
        item.declared(),
        item.doubts().stream().map(doubt -> words.say("inspection.signal." + doubt)).toList(),
        options(fact),
        fact.type() == FactType.COUNT || fact.type() == FactType.DECIMAL);
  }

  private static List<String> options(FactDefinition fact) {
    return switch (fact.type()) {
      case BOOLEAN ->
          List.of(
              TypedFact.shown(fact, new Fact.YesNo(true)),
              TypedFact.shown(fact, new Fact.YesNo(false)));
      case CHOICE ->
          fact.options().stream()
              .map(option -> TypedFact.shown(fact, new Fact.Chosen(option.id())))
              .toList();
      default -> List.of();
    };
  }
}

package thangdiem.verification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.exchange.TypedFact;
import thangdiem.orgunit.Committee;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * The letter in which a unit explains (công văn giải trình, mẫu 1.5 NĐ 30/2020), with only the
 * changed items as annex: what it claimed, what was found, what it says. What is not yet sent is
 * said to be a draft.
 */
record ExplanationLetter(Committee committee, HearingPage page) {

  private static final Words SAY = Words.VIETNAMESE;

  OfficialDocument document() {
    var unit = page.assessment().unit().name();
    var year = page.assessment().round().year();
    return new OfficialDocument(
        new OfficialHead(
            committee.above(unit),
            SAY.say("explain.paper.number"),
            SAY.say("explain.paper.about", year),
            placed()),
        "",
        SAY.say("explain.paper.subject", year, unit),
        blocks(unit),
        new Signatures(
            List.of(
                new Signatures.Signer(
                    List.of(SAY.say("explain.paper.post")), signer(), Strokes.NONE)),
            List.of(SAY.say("explain.paper.asAbove"), SAY.say("explain.paper.file"))),
        List.of(annex(unit)));
  }

  /** The day on which the last explanation was sent; open while something is a draft. */
  private String placed() {
    return SAY.say("explain.paper.place")
        + ", "
        + (isSent()
            ? OfficialHead.day(day(last(Explanation::sentAt).orElseThrow()))
            : SAY.say("explain.paper.noDay", day(page.now()).getYear()));
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  private List<Explanation> said() {
    return page.threads().stream()
        .flatMap(thread -> thread.steps().stream())
        .flatMap(step -> step.hearing().explanation().stream())
        .toList();
  }

  /** Whether everything that was written is sent. */
  private boolean isSent() {
    return !said().isEmpty() && said().stream().allMatch(Explanation::isSent);
  }

  private Optional<OffsetDateTime> last(
      java.util.function.Function<Explanation, Optional<OffsetDateTime>> when) {
    return said().stream().flatMap(one -> when.apply(one).stream()).max(OffsetDateTime::compareTo);
  }

  private String signer() {
    var sent = last(Explanation::sentAt);
    return said().stream()
        .filter(one -> isSent() && one.sentAt().equals(sent))
        .findFirst()
        .flatMap(Explanation::sentBy)
        .orElse("");
  }

  private List<Block> blocks(String unit) {
    long agreed = count(Explanation::agrees);
    long explained = count(one -> !one.agrees());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.To(SAY.say("document.lead")));
    blocks.add(
        new Block.Paragraph(
            SAY.say(
                "explain.paper.opening",
                Words.date(day(page.threads().getFirst().steps().getFirst().hearing().at())),
                page.assessment().round().name(),
                unit,
                two(page.threads().size()))));
    blocks.add(
        new Block.Items(
            List.of(
                SAY.say("explain.paper.agrees", two(agreed)),
                SAY.say("explain.paper.explains", two(explained)),
                SAY.say("explain.paper.silent", two(page.threads().size() - agreed - explained)))));
    blocks.add(new Block.Paragraph(SAY.say("explain.paper.detail")));
    if (!page.later().isEmpty()) {
      blocks.add(new Block.Paragraph(SAY.say("explain.paper.evidence")));
      blocks.add(
          new Block.Items(
              page.later().stream()
                  .map(item ->
                      item.title()
                          + " ("
                          + item.citations().stream()
                              .map(citation -> citation.about().code())
                              .distinct()
                              .collect(Collectors.joining(", "))
                          + ");")
                  .toList()));
    }
    blocks.add(new Block.Paragraph(SAY.say("explain.paper.closing", unit)));
    if (!isSent()) {
      blocks.add(new Block.Note(SAY.say("explain.paper.draft")));
    }
    return blocks;
  }

  private static String two(long number) {
    return "%02d".formatted(number);
  }

  private long count(java.util.function.Predicate<Explanation> what) {
    return page.threads().stream()
        .filter(thread -> thread.steps().getLast().hearing().explanation().filter(what).isPresent())
        .count();
  }

  private Annex annex(String unit) {
    var rows = new ArrayList<Block.Table.Row>();
    for (var thread : page.threads()) {
      var step = thread.steps().getLast();
      rows.add(
          new Block.Table.Row(
              List.of(
                  two(rows.size() + 1),
                  thread.code() + " " + thread.name(),
                  thread.scores().map(scores -> points(scores.claimed())).orElse("–")
                      + values(thread, true),
                  thread.scores().flatMap(HearingPage.Scores::found).map(this::points).orElse("–")
                      + values(thread, false)
                      + "\n"
                      + step.finding().words(),
                  answer(thread, step)),
              false));
    }
    return new Annex(
        SAY.say("explain.paper.annex"),
        SAY.say("explain.paper.annexOf", unit),
        List.of(
            new Block.Table(
                List.of(
                    column("number", 7, Block.Table.Side.CENTRE),
                    column("criterion", 24, Block.Table.Side.LEFT),
                    column("claimed", 18, Block.Table.Side.LEFT),
                    column("found", 24, Block.Table.Side.LEFT),
                    column("said", 27, Block.Table.Side.LEFT)),
                rows)));
  }

  private String points(thangdiem.criteria.Points points) {
    return SAY.say("explain.paper.points", SAY.number(points.decimal()));
  }

  private static String values(HearingPage.Thread thread, boolean claimed) {
    return thread.facts().stream()
        .filter(HearingPage.FactRow::differs)
        .map(row -> "\n" + row.fact().label() + ": " + shown(claimed ? row.claimed() : row.found()))
        .collect(Collectors.joining());
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static String answer(HearingPage.Thread thread, HearingPage.Step step) {
    var said = step.hearing().explanation();
    if (said.isEmpty()) {
      return SAY.say("explain.paper.notYet");
    }
    var text =
        new StringBuilder(SAY.say(said.get().agrees() ? "explain.agrees" : "explain.explains"));
    if (!said.get().words().isEmpty()) {
      text.append(": ").append(said.get().words());
    }
    thread
        .facts()
        .forEach(row ->
            Optional.ofNullable(said.get().values().get(row.fact().id()))
                .ifPresent(value ->
                    text.append('\n')
                        .append(row.fact().label())
                        .append(": ")
                        .append(TypedFact.shown(row.fact(), value))));
    return text.toString();
  }

  private static Block.Table.Column column(String name, int share, Block.Table.Side side) {
    return new Block.Table.Column(SAY.say("explain.paper.column." + name), share, side);
  }
}

package thangdiem.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.LedgerExtracts;
import thangdiem.audit.LedgerSeal;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.council.Adoption;
import thangdiem.council.Adoptions;
import thangdiem.council.Correction;
import thangdiem.council.Corrections;
import thangdiem.document.OfficialDocument;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.Publication;
import thangdiem.exchange.Sha256;
import thangdiem.orgunit.Committee;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.ranking.Standings;
import thangdiem.round.AdoptedAnswers;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Scorer;
import thangdiem.site.PublishedEditions;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * Publishes what the council adopted (công bố, Đ4, Đ10): under the number and date of the decision,
 * as one signed file from which everything follows. A correction is published as the next version;
 * the versions before stay.
 */
@Component
public class Publications {

  /** The events of a round that its result stands on, and that everybody may read. */
  private static final Set<Act> DISCLOSED =
      Set.of(
          Act.ROUND_PHASE_CHANGED,
          Act.REPORT_SUBMITTED,
          Act.DEDUCTION_DECIDED,
          Act.COUNCIL_VOTE_CONCLUDED,
          Act.ROUND_ADOPTED,
          Act.CORRECTION_APPROVED);

  private final Rounds rounds;
  private final Adoptions adoptions;
  private final AdoptedAnswers adopted;
  private final Corrections corrections;
  private final PublicFiles files;
  private final PublicationTable table;
  private final LedgerExtracts ledger;
  private final LedgerSeal seal;
  private final OrgUnits units;
  private final Acts acts;
  private final PublishedEditions editions;
  private final boolean demo;

  Publications(
      Rounds rounds,
      Adoptions adoptions,
      AdoptedAnswers adopted,
      Corrections corrections,
      PublicFiles files,
      PublicationTable table,
      LedgerExtracts ledger,
      LedgerSeal seal,
      OrgUnits units,
      Acts acts,
      PublishedEditions editions,
      @Value("${thangdiem.demo:false}") boolean demo) {
    this.rounds = rounds;
    this.adoptions = adoptions;
    this.adopted = adopted;
    this.corrections = corrections;
    this.files = files;
    this.table = table;
    this.ledger = ledger;
    this.seal = seal;
    this.units = units;
    this.acts = acts;
    this.editions = editions;
    this.demo = demo;
  }

  /**
   * What is ready to be published, or was.
   *
   * @param adoption the latest version that was adopted
   */
  record Ready(Adoption adoption, Answers answers, Standings standings) {}

  /**
   * The latest version that was adopted, with its ranking.
   *
   * @throws Refusal before there is one
   */
  Ready ready(Round round) {
    if (round.phase().compareTo(Phase.ADOPTED) < 0) {
      throw new Refusal("publish.notAdopted");
    }
    var adoption =
        adoptions.of(round).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal("publish.notAdopted"));
    var set = rounds.criteria(round);
    var answers =
        AnswersJson.read(
            "answers.json",
            new String(adopted.of(round).orElseThrow(), StandardCharsets.UTF_8),
            set,
            Optional.empty());
    var policy = rounds.policy(round);
    var sheets = new Scorer(set, policy, answers.notHeld()).score(List.copyOf(answers.units()));
    return new Ready(adoption, answers, Standings.of(set, policy, sheets));
  }

  /** The versions that were published, the latest first. */
  public List<PublishedVersion> of(Round round) {
    return table.of(round);
  }

  /**
   * The published bundle of a version, for who may see it before everybody does.
   *
   * @throws Refusal while nothing is published
   */
  public byte[] bundle(Round round, int version) {
    if (round.phase() != Phase.PUBLISHED) {
      throw new Refusal("publish.notYet");
    }
    return table.bundle(round, version).orElseThrow(() -> new NotFound("version " + version));
  }

  /** The decision, as a draft while it has no number. */
  OfficialDocument decision(Round round, Ready ready, Optional<Decree> decree) {
    return new DecisionDocument(
            Committee.of(units),
            round.year(),
            ready.standings(),
            ready.adoption().at().atZoneSameInstant(VietnamTime.ZONE).toLocalDate(),
            ready.adoption().resultsSha256(),
            seal.signer().key().written(),
            decree)
        .document();
  }

  /**
   * Publishes the latest version that was adopted.
   *
   * @param scan the decision as it was signed, a PDF
   * @throws Refusal when it was published already, or the round is only rehearsed
   */
  public void publish(Actor actor, Round round, Decree decree, Optional<byte[]> scan) {
    if (round.rehearsal()) {
      throw new Refusal("publish.rehearsal");
    }
    var ready = ready(round);
    int version = ready.adoption().version();
    var bundle = bundle(round, ready, decree, scan);
    var sha256 = Sha256.of(bundle);
    try {
      acts.run(
          actor,
          Act.ROUND_PUBLISHED,
          Subject.round(round.id()),
          event -> {
            event
                .with("version", version)
                .with("decision", decree.number())
                .with("sha256", sha256)
                .with("results", ready.adoption().resultsSha256());
            scan.ifPresent(pdf -> event.with("signed", Sha256.of(pdf)));
            table.add(
                actor, round, version, decree, bundle, sha256, ready.adoption().resultsSha256());
            if (round.phase() == Phase.ADOPTED) {
              rounds.published(round);
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw new Refusal("publish.published", version);
    }
    editions.expect(round.key(), version, Duration.between(rounds.now(), decree.visibleFrom()));
  }

  private byte[] bundle(Round round, Ready ready, Decree decree, Optional<byte[]> scan) {
    var more = files.of(round, ready.answers());
    var extract = ledger.of(round.id(), DISCLOSED);
    more.put("publication.json", publication(round, ready, decree));
    more.put("decision.pdf", decision(round, ready, Optional.of(decree)).pdf());
    scan.ifPresent(pdf -> more.put("decision-signed.pdf", pdf));
    more.put("ledger/checkpoint.txt", extract.checkpoint().getBytes(StandardCharsets.UTF_8));
    more.put("ledger/leaves.txt", extract.leaves());
    more.put("ledger/events.jsonl", extract.events());
    var out = new ByteArrayOutputStream();
    try {
      Bundle.publish(
          out,
          adoptions.bundle(round, ready.adoption().version()),
          Map.copyOf(more),
          seal.signer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private byte[] publication(Round round, Ready ready, Decree decree) {
    var out = new ByteArrayOutputStream();
    new Publication(
            round.key(),
            round.year(),
            ready.adoption().version(),
            round.name(),
            units.province().map(OrgUnit::officialName).orElse(""),
            new Publication.Decision(decree.number(), decree.on()),
            now(),
            decree.visibleFrom(),
            correction(round, ready.adoption()),
            round.rehearsal(),
            demo)
        .write(out);
    return out.toByteArray();
  }

  private OffsetDateTime now() {
    return rounds.now().atZoneSameInstant(VietnamTime.ZONE).toOffsetDateTime().withNano(0);
  }

  private Optional<Publication.Correction> correction(Round round, Adoption adoption) {
    return adoption
        .correction()
        .map(id -> corrections.one(round, id))
        .map(one ->
            new Publication.Correction(
                one.document(),
                one.documentOn(),
                unit(round, one),
                one.kind().deducts() ? "" : one.code(),
                one.kind().deducts() ? one.code() : "",
                Words.VIETNAMESE.say("verify.ground." + one.ground())));
  }

  private String unit(Round round, Correction correction) {
    return rounds.units(round).stream()
        .filter(unit -> unit.unit().equals(correction.unit()))
        .map(unit -> unit.code())
        .findFirst()
        .orElseThrow();
  }
}

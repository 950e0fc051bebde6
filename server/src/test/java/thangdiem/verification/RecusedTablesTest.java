package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;

/**
 * Recusal by enumeration (hồi tránh, F04): every table that has a unit and a person, every act that
 * judges, all pairs of where somebody belongs and what they judge. A new table without its trigger
 * fails here.
 */
@ServerTest
class RecusedTablesTest {

  /** Who is named beside a unit and judges nothing of it, and why. */
  private static final Map<String, String> JUDGES_NOTHING =
      Map.ofEntries(
          Map.entry("account_role", "says where somebody belongs"),
          Map.entry("answer", "the unit's own answer"),
          Map.entry("answer_comment", "said within the unit about its own answer"),
          Map.entry("not_applicable_claim", "the unit's own claim"),
          Map.entry("section_assignment", "who of the unit answers what"),
          Map.entry("evidence_item", "the unit's own document"),
          Map.entry("submission", "the unit's own report"),
          Map.entry("report_handover", "within the unit, from its clerk to its head"),
          Map.entry("report_letter", "the head of the unit's own printed report"),
          Map.entry("supplement", "what the unit adds to its own report"),
          Map.entry("collection", "a unit collects from those below it, for its own report"),
          Map.entry("collection_sheet", "the same"),
          Map.entry("collection_answer", "the same"),
          Map.entry("collection_correction", "the same; verifiers judge the sum"),
          Map.entry("explanation_request", "asks the unit; what is found has its own wall"),
          Map.entry("council_item", "puts something on an agenda; motions and votes have walls"),
          Map.entry("extension_proposal", "asks for time, which another person grants"),
          Map.entry("round_extension", "time, granted by another than who asked for it"),
          Map.entry("nudge", "a reminder, which changes nothing of a unit"));

  @Autowired Province province;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;

  /** A trigger that refuses the recused, with the columns that it looks at. */
  private record Wall(String table, String definition, String account, String unit) {}

  private List<Wall> walls() {
    return sql.sql(
            """
            select kind.relname as "table", pg_get_triggerdef(wall.oid) as definition,
                   split_part(encode(wall.tgargs, 'escape'), '\\000', 1) as account,
                   split_part(encode(wall.tgargs, 'escape'), '\\000', 2) as unit
              from pg_trigger wall
              join pg_class kind on kind.oid = wall.tgrelid
              join pg_proc refuses on refuses.oid = wall.tgfoid and refuses.proname = 'refuse_recused'
             where not wall.tgisinternal
             order by 1
            """)
        .query(Wall.class)
        .list();
  }

  private Map<String, UUID> tree() {
    var tree = new LinkedHashMap<String, UUID>();
    tree.put("province", province.root());
    tree.put("A", province.agency("Huyện A"));
    tree.put("A's commune", province.commune(tree.get("A"), "Xã của A"));
    tree.put("B", province.agency("Huyện B"));
    tree.put("B's commune", province.commune(tree.get("B"), "Xã của B"));
    return tree;
  }

  @Test
  void everyTableWithAUnitAndAPersonEitherHasItsWallOrAReasonForNone() {
    var open =
        new TreeSet<>(
            sql.sql(
                    """
                    select distinct kind.relname
                      from pg_class kind
                      join pg_namespace space on space.oid = kind.relnamespace and space.nspname = 'public'
                      join pg_attribute unit on unit.attrelid = kind.oid and unit.attname = 'unit' and unit.attnum > 0
                      join pg_constraint person on person.conrelid = kind.oid and person.contype = 'f'
                       and person.confrelid = 'account'::regclass
                     where kind.relkind = 'r'
                    """)
                .query(String.class)
                .list());
    walls().forEach(wall -> open.remove(wall.table()));

    assertThat(open)
        .as("a table of judgements has a trigger with refuse_recused; say why another needs none")
        .containsExactlyInAnyOrderElementsOf(JUDGES_NOTHING.keySet());
  }

  @Test
  void everyWallRefusesExactlyThePairsThatAreRecused() {
    var tree = tree();
    var somebody = province.somebody(Role.VERIFIER, province.root());
    var walls = walls();
    assertThat(walls)
        .extracting(Wall::table)
        .contains("finding", "verification_task", "explanation_outcome", "completion")
        .contains("deduction", "deduction_step", "correction", "correction_approval")
        .contains("inspection_choice", "inspection_plan", "inspection_member", "inspection_entry")
        .contains("inspection_photo", "inspection_withdrawal", "inspection_signature")
        .contains("inspection_minutes", "council_motion", "council_vote");
    var owner = TestDatabase.ofItsOwner();
    try {
      var probe = JdbcClient.create(owner);
      tree.forEach((works, in) -> {
        belongsTo(somebody, in);
        for (var wall : walls) {
          stand(probe, wall);
          tree.forEach((of, unit) ->
              assertThat(refuses(probe, somebody, unit))
                  .as("%s: somebody of %s about %s", wall.table(), works, of)
                  .isEqualTo(isRecused(somebody, unit)));
          probe.sql("drop table probe").update();
        }
      });
    } finally {
      owner.destroy();
    }
  }

  /** The wall alone, on a table that has its columns and nothing else. */
  private static void stand(JdbcClient probe, Wall wall) {
    probe
        .sql(
            "create temp table probe (%s uuid, %s uuid, step text)"
                .formatted(wall.account(), wall.unit()))
        .update();
    probe.sql(wall.definition().replaceFirst(" ON [\\w.]+ ", " ON pg_temp.probe ")).update();
  }

  private static boolean refuses(JdbcClient probe, Somebody somebody, UUID unit) {
    try {
      probe
          .sql("insert into probe values (:who, :unit, 'UPHELD')")
          .param("who", somebody.account())
          .param("unit", unit)
          .update();
      return false;
    } catch (DataIntegrityViolationException e) {
      assertThat(e).hasMessageContaining("nobody judges");
      return true;
    }
  }

  private void belongsTo(Somebody somebody, UUID unit) {
    province.change(
        "update account set works_in = :unit where id = :who",
        Map.of("unit", unit, "who", somebody.account()));
  }

  private boolean isRecused(Somebody somebody, UUID unit) {
    return sql.sql("select is_recused(:who, :unit)")
        .param("who", somebody.account())
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /** Ends what has got past the walls. */
  private static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void everyActThatJudgesRefusesExactlyThePairsThatAreRecused() {
    var tree = tree();
    var judging = Stream.of(Act.values()).filter(Act::judges).toList();
    var people = new LinkedHashMap<Act, Somebody>();
    judging.forEach(act ->
        people.computeIfAbsent(
            act, one -> province.somebody(one.roles().iterator().next(), province.root())));
    var wrong = new ArrayList<String>();
    tree.forEach((works, in) -> {
      people.values().forEach(one -> belongsTo(one, in));
      tree.forEach((of, unit) -> {
        for (var act : judging) {
          var somebody = people.get(act);
          if (isRefused(act, somebody, unit) != isRecused(somebody, unit)) {
            wrong.add("%s: somebody of %s about %s".formatted(act, works, of));
          }
        }
      });
    });

    assertThat(judging).contains(Act.CRITERION_JUDGED, Act.COUNCIL_VOTED, Act.INSPECTION_SIGNED);
    assertThat(wrong).isEmpty();
  }

  private boolean isRefused(Act act, Somebody somebody, UUID unit) {
    try {
      acts.run(
          province.actor(somebody),
          act,
          Subject.round(new UUID(0, 7)).of(unit),
          _ -> {
            throw new Reached();
          });
      throw new AssertionError("the change was not made");
    } catch (Reached | NotFound e) {
      return false;
    } catch (Refusal e) {
      assertThat(e.sentence().key()).isEqualTo("recusal.own");
      return true;
    }
  }
}

package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import thangdiem.Installation;
import thangdiem.words.Words;

/**
 * Everything that somebody who may do anything in the database may do to it, unnoticed by the
 * database itself; and what the check then names.
 */
class TamperingTest {

  private static Installation installation;
  private static LivedIn province;
  private static Restoration restoration;
  private static JdbcTemplate superuser;

  /**
   * A way of tampering.
   *
   * @param finding the key of the difference that must be found
   * @param named what its sentence must name
   * @param undo for what is no row
   */
  record Tampering(String what, String finding, String named, List<String> sql, String undo) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Tampering rows(String what, String finding, String named, String... sql) {
    return new Tampering(what, finding, named, List.of(sql), "select 1");
  }

  private static Tampering guard(
      String what, String finding, String named, String sql, String undo) {
    return new Tampering(what, finding, named, List.of(sql), undo);
  }

  @BeforeAll
  static void aProvinceLivedInIsThere() {
    installation = Installation.fresh();
    province = new LivedIn(installation);
    installation.bean(LedgerSequencer.class).sequence();
    superuser = installation.superuser();
    restoration = new Restoration(superuser);
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @Test
  void findsNothingInAnUntouchedDatabase() {
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void findsAndNames(Tampering tampering) {
    try {
      // Past every trigger, as only a superuser can.
      tampering
          .sql()
          .forEach(sql -> superuser.execute("set session_replication_role = replica; " + sql));
      var verdict = province.verdict();
      assertThat(verdict.differences())
          .as("%s: %s", tampering.what(), said())
          .anyMatch(difference ->
              difference.key().startsWith(tampering.finding())
                  && difference.in(Words.VIETNAMESE).contains(tampering.named()));
    } finally {
      superuser.execute(tampering.undo());
      restoration.restore();
    }
    assertThat(said()).as("after putting it back").isEmpty();
  }

  private static List<String> said() {
    return province.verdict().differences().stream()
        .map(difference -> difference.in(Words.VIETNAMESE))
        .toList();
  }

  static Stream<Tampering> tamperings() {
    return Stream.of(events(), order(), checkpoints(), commitments(), guards(), domain())
        .flatMap(tamperings -> tamperings);
  }

  private static final String AT_5 = "event = (select event from ledger_leaf where position = 5)";
  private static final String REHASH =
      "update ledger_event set leaf_hash = sha256('\\x00'::bytea || convert_to(payload, 'UTF8'))"
          + " where true";

  private static Stream<Tampering> events() {
    return Stream.of(
        rows(
            "a payload is changed",
            "ledger.leafHash",
            "Sự kiện 5",
            "update ledger_event set payload = replace(payload, '\"rows\":{',"
                + " '\"rows\":{\"a\":\"b\",') where "
                + AT_5),
        rows(
            "a payload is changed and its hash with it",
            "ledger.root",
            "Điểm chốt",
            "update ledger_event set payload = replace(payload, '\"rows\":{',"
                + " '\"rows\":{\"a\":\"b\",') where "
                + AT_5,
            REHASH),
        rows(
            "a nonce is changed and its hash with it",
            "ledger.root",
            "Điểm chốt",
            "update ledger_event set payload = regexp_replace(payload, '\"nonce\":\"........',"
                + " '\"nonce\":\"00000000') where "
                + AT_5,
            REHASH),
        rows(
            "a nonce is taken away",
            "ledger.leafHash",
            "Sự kiện 5",
            "update ledger_event set payload = regexp_replace(payload, '\"nonce\":\"[0-9a-f]*\",?',"
                + " '') where "
                + AT_5),
        rows(
            "a blank is added to a payload",
            "ledger.payload",
            "Sự kiện 5",
            "update ledger_event set payload = payload || ' ' where " + AT_5),
        rows(
            "the keys of a payload are put in another order",
            "ledger.payload",
            "Sự kiện 5",
            "update ledger_event set payload = '{\"nonce\":\"\",' || substr(payload, 2) where "
                + AT_5),
        rows(
            "a payload is replaced by nonsense",
            "ledger.payload",
            "Sự kiện 5",
            "update ledger_event set payload = 'không có gì' where " + AT_5),
        rows(
            "the moment beside an event is changed",
            "ledger.column",
            "Sự kiện 5: cột «at»",
            "update ledger_event set at = at - interval '1 minute' where " + AT_5),
        rows(
            "the kind beside an event is changed",
            "ledger.column",
            "Sự kiện 5: cột «kind»",
            "update ledger_event set kind = 'SIGNED_OUT' where " + AT_5),
        rows(
            "another person is put beside an event",
            "ledger.column",
            "cột «actor»",
            "update ledger_event set actor = gen_random_uuid() where kind = 'ROUND_DRAFTED'"),
        rows(
            "the person beside an event is taken away",
            "ledger.column",
            "cột «actor»",
            "update ledger_event set actor = null where kind = 'ROUND_PHASE_CHANGED'"),
        rows(
            "another unit is put beside an event",
            "ledger.column",
            "cột «unit»",
            "update ledger_event set unit = gen_random_uuid() where kind = 'EXTENSION_GRANTED'"),
        rows(
            "another round is put beside an event",
            "ledger.column",
            "cột «round»",
            "update ledger_event set round = gen_random_uuid() where kind = 'ROUND_UNITS_SET'"),
        rows(
            "the hash beside an event is changed",
            "ledger.leafHash",
            "Sự kiện 5",
            "update ledger_event set leaf_hash = sha256('x') where " + AT_5),
        rows(
            "two events exchange their texts",
            "ledger.column",
            "Sự kiện 4: cột «event»",
            "update ledger_event one set payload = other.payload, leaf_hash = other.leaf_hash"
                + " from ledger_event other, ledger_leaf a, ledger_leaf b"
                + " where a.event = one.event and b.event = other.event"
                + " and (a.position, b.position) in ((4, 5), (5, 4))"),
        rows(
            "a payload's moment and the column are changed together",
            "ledger.root",
            "Điểm chốt",
            "update ledger_event set at = '2017-01-01T00:00:00Z', payload ="
                + " regexp_replace(payload, '\"at\":\"[^\"]*\"',"
                + " '\"at\":\"2017-01-01T00:00:00.000000Z\"') where "
                + AT_5,
            REHASH));
  }

  private static Stream<Tampering> order() {
    return Stream.of(
        rows(
            "two events exchange their places",
            "ledger.root",
            "Điểm chốt",
            "update ledger_leaf set position = 1000004 where position = 4;"
                + " update ledger_leaf set position = 4 where position = 5;"
                + " update ledger_leaf set position = 5 where position = 1000004"),
        rows(
            "an event is deleted",
            "ledger.noEvent",
            "Vị trí 5",
            "delete from ledger_event where " + AT_5),
        rows(
            "an event is deleted with its place",
            "ledger.position",
            "Sự kiện lẽ ra ở vị trí 5",
            "delete from ledger_event where " + AT_5,
            "delete from ledger_leaf where position = 5"),
        rows(
            "an event is deleted and the gap closed",
            "ledger.root",
            "Điểm chốt",
            "delete from ledger_event where " + AT_5,
            "delete from ledger_leaf where position = 5",
            "update ledger_leaf set position = position + 1000000 where position > 5",
            "update ledger_leaf set position = position - 1000001 where position > 1000000"),
        rows(
            "the first event is deleted and the others moved up",
            "ledger.root",
            "Điểm chốt",
            "delete from ledger_leaf where position = 0",
            "delete from ledger_event where not exists (select from ledger_leaf"
                + " where ledger_leaf.event = ledger_event.event)",
            "update ledger_leaf set position = position + 1000000",
            "update ledger_leaf set position = position - 1000001"),
        rows(
            "the end is cut off below the last checkpoint, and checkpoints with it",
            "ledger.shorter",
            "đã bị cắt bớt",
            "delete from ledger_leaf where position >= 12",
            "delete from ledger_event where not exists (select from ledger_leaf"
                + " where ledger_leaf.event = ledger_event.event)",
            "delete from ledger_commitment where not exists (select from ledger_event"
                + " where ledger_event.event = ledger_commitment.event)",
            "delete from ledger_checkpoint where size > 12"),
        rows(
            "everything is deleted",
            "ledger.shorter",
            "nhật ký chỉ có 0",
            "truncate ledger_event, ledger_leaf, ledger_queue, ledger_commitment,"
                + " ledger_checkpoint"),
        rows(
            "an event loses its place",
            "ledger.unplaced",
            "không có vị trí",
            "delete from ledger_leaf where position = (select max(position) from ledger_leaf)"),
        rows(
            "an event is put in without a place",
            "ledger.unplaced",
            "không có vị trí",
            "insert into ledger_event (event, at, kind, payload, leaf_hash)"
                + " values (gen_random_uuid(), now(), 'SIGNED_IN', '{}', sha256('x'))"),
        rows(
            "an event is put in between others",
            "ledger.root",
            "Điểm chốt",
            "update ledger_leaf set position = position + 1000001 where position >= 5",
            "insert into ledger_event (event, at, kind, payload, leaf_hash) values"
                + " ('00000000-0000-4000-8000-000000000000', '2017-01-01T00:00:00Z', 'SIGNED_OUT',"
                + " '{\"at\":\"2017-01-01T00:00:00.000000Z\",\"event\":\"00000000-0000-4000-8000-000000000000\",\"kind\":\"SIGNED_OUT\"}',"
                + " sha256('x'))",
            "insert into ledger_leaf values (5, '00000000-0000-4000-8000-000000000000')",
            "update ledger_leaf set position = position - 1000000 where position > 1000000",
            REHASH),
        rows(
            "all places are turned by one",
            "ledger.root",
            "Điểm chốt",
            "update ledger_leaf set position = position + 1000000",
            "update ledger_leaf set position = (position - 1000000 + 1)"
                + " % (select count(*) from ledger_leaf)"));
  }

  private static final String LAST = "size = (select max(size) from ledger_checkpoint)";
  private static final String FIRST = "size = (select min(size) from ledger_checkpoint)";

  private static Stream<Tampering> checkpoints() {
    return Stream.of(
        rows(
            "a checkpoint's root is changed",
            "ledger.signature",
            "Điểm chốt",
            "update ledger_checkpoint set note = regexp_replace(note, '\\n[A-Za-z0-9+/]{43}=\\n',"
                + " E'\\n' || encode(sha256('x'), 'base64') || E'\\n') where "
                + LAST),
        rows(
            "a checkpoint's size is changed in its text",
            "ledger.signature",
            "Điểm chốt",
            "update ledger_checkpoint set note = regexp_replace(note, '\\n\\d+\\n', E'\\n1\\n')"
                + " where "
                + FIRST),
        rows(
            "a checkpoint is said to be of another size",
            "ledger.checkpointSize",
            "Điểm chốt ở dòng",
            "update ledger_checkpoint set size = size + 1 where " + LAST),
        rows(
            "a checkpoint gets the signature of another",
            "ledger.signature",
            "Điểm chốt",
            "update ledger_checkpoint one set note = split_part(one.note, E'\\n\\n', 1) ||"
                + " E'\\n\\n' || split_part(other.note, E'\\n\\n', 2) from ledger_checkpoint other"
                + " where one.size = (select max(size) from ledger_checkpoint) and other.size ="
                + " (select min(size) from ledger_checkpoint)"),
        rows(
            "a checkpoint is replaced by nonsense",
            "ledger.noCheckpoint",
            "không đọc được",
            "update ledger_checkpoint set note = 'không có gì' where " + FIRST),
        rows(
            "the last checkpoint is deleted",
            "ledger.checkpointLost",
            "ledger.checkpoint",
            "delete from ledger_checkpoint where " + LAST),
        rows(
            "a checkpoint between others is deleted",
            "ledger.checkpointGone",
            "Điểm chốt của",
            "delete from ledger_checkpoint where " + FIRST),
        rows(
            "all checkpoints are deleted",
            "ledger.checkpointLost",
            "ledger.checkpoint",
            "delete from ledger_checkpoint"),
        rows(
            "an event is rewritten with its hash, and all checkpoints are deleted",
            "ledger.root",
            "ledger.checkpoint",
            "update ledger_event set payload = replace(payload, '\"rows\":{',"
                + " '\"rows\":{\"a\":\"b\",') where "
                + AT_5,
            REHASH,
            "delete from ledger_checkpoint"));
  }

  private static Stream<Tampering> commitments() {
    return Stream.of(
        rows(
            "a committed value is changed",
            "ledger.commitment",
            "#reason",
            "update ledger_commitment set value = 'lý do khác' where field like '%#reason'"),
        rows(
            "a salt is changed",
            "ledger.commitment",
            "#reason",
            "update ledger_commitment set salt = decode(repeat('00', 16), 'hex')"
                + " where field like '%#reason'"),
        rows(
            "a value is put to an event that committed to none",
            "ledger.uncommitted",
            "lời khai",
            "insert into ledger_commitment select event, 'lời khai', decode(repeat('00', 16),"
                + " 'hex'), 'x' from ledger_leaf where position = 5"),
        rows(
            "a present value's commitment is erased, so that the value can be changed",
            "ledger.kept.erased",
            "lý do",
            "delete from ledger_commitment where field like '%#reason'",
            "update round_extension set reason = 'lý do khác'"));
  }

  private static Stream<Tampering> guards() {
    return Stream.of(
        guard(
            "the trigger of the events is put to sleep",
            "ledger.noTrigger",
            "ledger_event",
            "alter table ledger_event disable trigger only_added_to",
            "alter table ledger_event enable trigger only_added_to"),
        guard(
            "the trigger of the places is put to sleep for ordinary sessions",
            "ledger.noTrigger",
            "ledger_leaf",
            "alter table ledger_leaf enable replica trigger only_added_to",
            "alter table ledger_leaf enable trigger only_added_to"),
        guard(
            "the trigger of the checkpoints is removed",
            "ledger.noTrigger",
            "ledger_checkpoint",
            "drop trigger only_added_to on ledger_checkpoint",
            "create trigger only_added_to before update or delete or truncate on ledger_checkpoint"
                + " for each statement execute function refuse_change()"),
        guard(
            "the trigger of the commitments is put to sleep",
            "ledger.noTrigger",
            "ledger_commitment",
            "alter table ledger_commitment disable trigger all",
            "alter table ledger_commitment enable trigger all"),
        guard(
            "the trigger that notes changes of roles is put to sleep",
            "ledger.unkept",
            "account_role",
            "alter table account_role disable trigger kept",
            "alter table account_role enable trigger kept"),
        guard(
            "the trigger that notes changes of answers is removed",
            "ledger.unkept",
            "answer",
            "drop trigger kept_changed on answer",
            "select keep_in_ledger('answer', '{version}', true)"),
        guard(
            "the trigger that asks for an event is put to sleep",
            "ledger.noTrigger",
            "ledger_change",
            "alter table ledger_change disable trigger said",
            "alter table ledger_change enable trigger said"),
        guard(
            "the application may change events",
            "ledger.rights",
            "thangdiem_app: UPDATE",
            "grant update on ledger_event to thangdiem_app",
            "revoke update on ledger_event from thangdiem_app"),
        guard(
            "the application may change one column of the events",
            "ledger.rights",
            "thangdiem_app: UPDATE",
            "grant update (payload) on ledger_event to thangdiem_app",
            "revoke update (payload) on ledger_event from thangdiem_app"),
        guard(
            "the pages may delete places",
            "ledger.rights",
            "thangdiem_pages: DELETE",
            "grant delete on ledger_leaf to thangdiem_pages",
            "revoke delete on ledger_leaf from thangdiem_pages"),
        guard(
            "everybody may empty the checkpoints",
            "ledger.rights",
            "TRUNCATE",
            "grant truncate on ledger_checkpoint to public",
            "revoke truncate on ledger_checkpoint from public"),
        guard(
            "the migrator owns the events",
            "ledger.rights",
            "thangdiem_migrator: OWNER",
            "alter table ledger_event owner to thangdiem_migrator",
            "alter table ledger_event owner to thangdiem_ledger"),
        guard(
            "the application may act as the ledger's owner",
            "ledger.owner",
            "thangdiem_app",
            "grant thangdiem_ledger to thangdiem_app",
            "revoke thangdiem_ledger from thangdiem_app"),
        guard(
            "the application may do everything",
            "ledger.owner",
            "thangdiem_app",
            "alter role thangdiem_app superuser",
            "alter role thangdiem_app nosuperuser"),
        guard(
            "the function that refuses changes refuses nothing",
            "ledger.function",
            "refuse_change",
            "alter function refuse_change() rename to kept_aside;"
                + " create function refuse_change() returns trigger language plpgsql"
                + " as 'begin return new; end'",
            "drop function refuse_change(); alter function kept_aside() rename to refuse_change"),
        guard(
            "the time of decisions is another function",
            "ledger.function",
            "now_effective",
            "alter function now_effective() rename to kept_aside;"
                + " create function now_effective() returns timestamptz language sql"
                + " as 'select clock_timestamp() - interval ''1 day'''",
            "drop function now_effective(); alter function kept_aside() rename to now_effective"),
        rows(
            "the clock of decisions is put back",
            "ledger.clock",
            "Đồng hồ",
            "update clock_offset set ahead = interval '-1 day'"));
  }

  private static Stream<Tampering> domain() {
    return Stream.of(
        rows(
            "a role is granted",
            "ledger.kept.unsaid",
            "Vai trò «Người clerk",
            "insert into account_role select id, 'ORGANISER', works_in from account"
                + " where login like 'clerk%'"),
        rows(
            "a role is taken away",
            "ledger.kept.missing",
            "AUDITOR",
            "delete from account_role where role = 'AUDITOR'"),
        rows(
            "a role becomes another",
            "ledger.kept.unsaid",
            "CHAIRMAN",
            "update account_role set role = 'CHAIRMAN' where role = 'AUDITOR'"),
        rows(
            "an account is put in",
            "ledger.kept.unsaid",
            "Tài khoản",
            "insert into account (id, login, name, works_in, created_at)"
                + " select gen_random_uuid(), 'lạ', 'Người lạ', id, now() from org_unit limit 1"),
        rows(
            "a password is replaced",
            "ledger.kept.digest",
            "mật khẩu",
            "update account set password = 'x' where login like 'organiser%'"),
        rows(
            "a second factor is put in",
            "ledger.kept.neverSaid",
            "khoá mã hai bước",
            "update account set totp_secret = 'x' where login like 'organiser%'"),
        rows(
            "an account is disabled",
            "ledger.kept.neverSaid",
            "khoá lúc",
            "update account set disabled_at = now() where login like 'organiser%'"),
        rows(
            "somebody works in another unit",
            "ledger.kept.differs",
            "làm việc tại: dữ liệu là «Sở Văn hoá», nhật ký ghi «Sở Y tế»",
            "update account set works_in = (select id from org_unit where name = 'Sở Văn hoá')"
                + " where login like 'clerk%'"),
        rows(
            "somebody gets another name",
            "ledger.kept.differs",
            "họ tên",
            "update account set name = 'Tên khác' where login like 'clerk%'"),
        rows(
            "an invitation is prolonged",
            "ledger.kept.differs",
            "hết hạn lúc",
            "update invitation set expires_at = expires_at + interval '1 year'"),
        rows(
            "an invitation opens another account",
            "ledger.kept.differs",
            "Lời mời",
            "update invitation set account = (select id from account where login like"
                + " 'organiser%')"),
        rows(
            "an identity elsewhere opens another account",
            "ledger.kept.differs",
            "Danh tính bên ngoài",
            "update external_identity set account = (select id from account"
                + " where login like 'organiser%')"),
        rows(
            "a unit is renamed",
            "ledger.kept.differs",
            "tên: dữ liệu là «Sở Y tế mới», nhật ký ghi «Sở Y tế»",
            "update org_unit set name = 'Sở Y tế mới' where name = 'Sở Y tế'"),
        rows(
            "a unit is put under another",
            "ledger.kept.differs",
            "đơn vị cấp trên",
            "update org_unit set parent = (select id from org_unit where name = 'Sở Văn hoá')"
                + " where name = 'Sở Y tế'"),
        rows(
            "a unit is ranked in another group",
            "ledger.kept.differs",
            "nhóm xếp hạng",
            "update org_unit set ranking_group = 'district' where name = 'Sở Y tế'"),
        rows(
            "a former name is changed",
            "ledger.kept.differs",
            "Tên cũ của đơn vị",
            "update org_unit_former_name set name = 'Ty khác'"),
        rows(
            "a successor is put in",
            "ledger.kept.unsaid",
            "Đơn vị kế thừa «Sở Y tế · Sở Văn hoá»",
            "insert into org_unit_succession select a.id, b.id, '2020-01-01', 'x' from org_unit a,"
                + " org_unit b where a.name = 'Sở Y tế' and b.name = 'Sở Văn hoá'"),
        rows(
            "a group is no longer ranked",
            "ledger.kept.differs",
            "Nhóm xếp hạng",
            "update ranking_group set ranked = false"),
        rows(
            "a deadline is moved",
            "ledger.kept.differs",
            "Mốc thời gian của đợt",
            "update round_instant set at = at + interval '1 hour'"
                + " where milestone = (select min(milestone) from round_instant)"),
        rows(
            "a milestone is taken away",
            "ledger.kept.missing",
            "Mốc thời gian của đợt",
            "delete from round_instant"
                + " where milestone = (select min(milestone) from round_instant)"),
        rows(
            "an extension is put in",
            "ledger.kept.unsaid",
            "Gia hạn",
            "insert into round_extension select gen_random_uuid(), round, unit, until_instant,"
                + " reason, document, at, by_account from round_extension"),
        rows(
            "an extension is made longer",
            "ledger.kept.differs",
            "đến lúc",
            "update round_extension set until_instant = until_instant + interval '1 day'"),
        rows(
            "an extension gets another reason",
            "ledger.kept.differs",
            "lý do: dữ liệu là «lý do khác», nhật ký ghi «máy chủ hỏng»",
            "update round_extension set reason = 'lý do khác'"),
        rows(
            "what was proposed gets another reason",
            "ledger.kept.differs",
            "lý do",
            "update extension_proposal set reason = 'lý do khác'"),
        rows(
            "an extension is taken away",
            "ledger.kept.missing",
            "Gia hạn",
            "delete from round_extension"),
        rows(
            "a submission is dated back",
            "ledger.kept.differs",
            "nộp lúc",
            "update round_unit set submitted_at = submitted_at - interval '1 day'"),
        rows(
            "a submission is taken back",
            "ledger.kept.differs",
            "nộp lúc",
            "update round_unit set submitted_at = null"),
        rows(
            "a submission is put in",
            "ledger.kept.neverSaid",
            "Sở Y tế",
            "update round_unit set submitted_at = now() where submitted_at is null"),
        rows(
            "a unit is taken out of the round",
            "ledger.kept.missing",
            "Đơn vị tham gia",
            "delete from round_unit where submitted_at is null"),
        rows(
            "a unit takes part under another name",
            "ledger.kept.differs",
            "Đơn vị tham gia",
            "update round_unit set name = 'Tên khác' where submitted_at is null"),
        rows(
            "the policy is changed",
            "ledger.kept.differs",
            "chính sách",
            "update round set policy = policy || E'\\nlạ=1'"),
        rows(
            "the phase is changed",
            "ledger.kept.differs",
            "giai đoạn: dữ liệu là «DRAFT», nhật ký ghi «OPEN»",
            "update round set phase = 'DRAFT'"),
        rows(
            "the law that the round keeps is changed",
            "ledger.kept.digest",
            "văn bản bộ tiêu chí",
            "update round set criteria_yaml = criteria_yaml || ' '"),
        rows(
            "the amount of a deduction is changed",
            "ledger.kept",
            "Mức trừ điểm",
            "update round_deduction set points = '3'"),
        rows(
            "an answer is changed",
            "ledger.kept.differs",
            "so-3», giá trị: dữ liệu là «99», nhật ký ghi «7»",
            "update answer set value = '99' where fact = 'so-3'"),
        rows(
            "an answer is taken away",
            "ledger.kept.missing",
            "so-4",
            "delete from answer where fact = 'so-4'"),
        rows("all answers are taken away", "ledger.kept.missing", "so-1", "truncate answer"),
        rows(
            "an answer is put in",
            "ledger.kept.unsaid",
            "so-99",
            "insert into answer (round, unit, fact, value, at)"
                + " select round, unit, 'so-99', '1', now() from answer where fact = 'so-1'"),
        rows(
            "an answer gets another author",
            "ledger.kept.neverSaid",
            "người nhập",
            "update answer set by_account = (select id from account limit 1) where fact = 'so-5'"),
        rows(
            "an answer is dated back",
            "ledger.kept.differs",
            "nhập lúc",
            "update answer set at = at - interval '1 day' where fact = 'so-5'"),
        rows(
            "a holiday is taken away",
            "ledger.kept.missing",
            "2017-05-01",
            "delete from calendar_day where day = '2017-05-01'"),
        rows(
            "a holiday becomes a working day",
            "ledger.kept.differs",
            "2017-05-01",
            "update calendar_day set working = true where day = '2017-05-01'"),
        rows(
            "a nudge says something else",
            "ledger.kept.differs",
            "Lời nhắc",
            "update nudge set message = 'khác'"),
        rows(
            "a result is put in",
            "ledger.kept.unsaid",
            "Kết quả của đợt",
            "insert into round_result select id, 'x', 'y', 'x', 'x', now() from round"));
  }
}

package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thangdiem.exchange.TextTable;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

class UnitSheetTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);
  private static final List<RankingGroup> GROUPS =
      List.of(
          new RankingGroup("department", "Các sở, ban, ngành", "Sở, ban, ngành", 1, true),
          new RankingGroup("district", "UBND cấp huyện", "Huyện, thị xã, thành phố", 2, true));
  private static final List<String> NAMES =
      List.of(
          "Sở Y tế", "=1+1", "+84", "-5", "@a", "Xã \"Ô\" <&>", "0012", "Đắk Lắk", "TRUE", "Có");
  private static final UUID PROVINCE = UUID.randomUUID();

  private static OrgUnit unit(String code, UUID parent, OrgUnit.Kind kind, String name) {
    return new OrgUnit(
        parent.equals(PROVINCE) && kind == OrgUnit.Kind.PROVINCE ? PROVINCE : UUID.randomUUID(),
        code,
        kind == OrgUnit.Kind.PROVINCE ? Optional.empty() : Optional.of(parent),
        kind,
        Optional.empty(),
        false,
        name,
        name,
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static UnitRegister register(List<OrgUnit> units) {
    return new UnitRegister(new UnitIndex(units), GROUPS, UnitHistory.NONE, TODAY);
  }

  private static UnitRegister aSmallTree() {
    var health = unit("so-y-te", PROVINCE, OrgUnit.Kind.AGENCY, "Sở Y tế");
    return register(
        List.of(
            unit("tinh", PROVINCE, OrgUnit.Kind.PROVINCE, "UBND tỉnh"),
            health,
            unit("chi-cuc", health.id(), OrgUnit.Kind.SUB_UNIT, "Chi cục Dân số"),
            unit("so-noi-vu", PROVINCE, OrgUnit.Kind.AGENCY, "Sở Nội vụ")));
  }

  /** A tree of any shape, with names and dates of every kind that forms let in. */
  private static UnitRegister aTree(long seed) {
    var random = new SplittableRandom(seed);
    var units = new ArrayList<OrgUnit>();
    units.add(unit("tinh", PROVINCE, OrgUnit.Kind.PROVINCE, "UBND tỉnh"));
    int size = random.nextInt(60);
    for (int i = 0; i < size; i++) {
      var kinds = List.of(OrgUnit.Kind.AGENCY, OrgUnit.Kind.SUB_UNIT, OrgUnit.Kind.COMMUNE);
      var from = TODAY.minusDays(random.nextInt(9_000));
      var name = NAMES.get(random.nextInt(NAMES.size())) + (random.nextBoolean() ? "" : " " + i);
      units.add(
          new OrgUnit(
              UUID.randomUUID(),
              "u" + i,
              Optional.of(units.get(random.nextInt(units.size())).id()),
              kinds.get(random.nextInt(kinds.size())),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(GROUPS.get(random.nextInt(GROUPS.size())).code()),
              random.nextBoolean(),
              name,
              random.nextBoolean() ? name : name + " (đầy đủ)",
              random.nextBoolean() ? Optional.empty() : Optional.of("https://u" + i + ".gov.vn/a"),
              random.nextInt(1_000),
              random.nextBoolean() ? Optional.empty() : Optional.of(from),
              random.nextInt(4) > 0
                  ? Optional.empty()
                  : Optional.of(from.plusDays(random.nextInt(9_000))),
              1 + random.nextInt(9)));
    }
    return register(units);
  }

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bringsBackEveryTreeAsItWas(int seed) {
    var register = aTree(seed);

    var plan = UnitSheetReader.plan(register, "a.xlsx", UnitSheet.write(register));

    assertThat(plan.changed()).isEmpty();
    assertThat(plan.added()).isEmpty();
    assertThat(plan.unnamed()).isEmpty();
    assertThat(plan.untouched()).hasSameSizeAs(register.index().all());
  }

  /** A workbook of some columns, each row a list of texts. */
  private static byte[] sheet(List<UnitField> fields, List<List<String>> rows) {
    var columns = UnitSheet.columns(GROUPS);
    return TextTable.write(
        "Đơn vị",
        "a",
        "",
        fields.stream().map(field -> columns.get(field.ordinal())).toList(),
        rows);
  }

  private static List<String> mistakes(UnitRegister register, byte[] bytes) {
    var told = new ArrayList<String>();
    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> UnitSheetReader.plan(register, "a.xlsx", bytes))
        .satisfies(no -> no.mistakes().forEach(one -> told.add(one.in(Words.VIETNAMESE))));
    return told;
  }

  @Test
  void showsOfEveryChangedUnitWhichFieldBecomesWhat() {
    var plan =
        UnitSheetReader.plan(
            aSmallTree(),
            "a.xlsx",
            sheet(
                List.of(UnitField.CODE, UnitField.PORTAL, UnitField.GROUP, UnitField.VERSION),
                List.of(
                    List.of("so-y-te", "soyte.gov.vn", "sở, ban, ngành", "1"),
                    List.of("so-noi-vu", "", "", "1"))));

    assertThat(plan.untouched()).extracting(OrgUnit::code).containsExactly("so-noi-vu");
    assertThat(plan.unnamed()).extracting(OrgUnit::code).containsExactly("chi-cuc");
    var change = plan.changed().getFirst();
    assertThat(change.fields())
        .containsExactlyInAnyOrder(
            new UnitChange.Field(UnitField.PORTAL, "", "https://soyte.gov.vn"),
            new UnitChange.Field(UnitField.GROUP, "", "department"));
  }

  @Test
  void letsNewUnitsStandBelowEachOtherInWhateverOrder() {
    var plan =
        UnitSheetReader.plan(
            aSmallTree(),
            "a.xlsx",
            sheet(
                List.of(UnitField.CODE, UnitField.NAME, UnitField.KIND, UnitField.PARENT),
                List.of(
                    List.of("ap", "Ấp 1", "Đơn vị trực thuộc", "xa"),
                    List.of("xa", "Xã Mới", "Xã, phường, thị trấn", "huyen"),
                    List.of("huyen", "Huyện Mới", "co quan", "UBND TINH"))));

    assertThat(plan.added()).extracting(OrgUnit::code).containsExactly("huyen", "xa", "ap");
    assertThat(plan.added().getLast().parent()).hasValue(plan.added().get(1).id());
  }

  @Test
  void tellsEveryMistakeByItsCell() {
    var told =
        mistakes(
            aSmallTree(),
            sheet(
                List.of(
                    UnitField.CODE,
                    UnitField.NAME,
                    UnitField.KIND,
                    UnitField.PARENT,
                    UnitField.PORTAL,
                    UnitField.FROM,
                    UnitField.VERSION),
                List.of(
                    List.of("so-y-te", "", "Bộ", "khong-co", "http://127.0.0.1", "32/1/2025", "1"),
                    List.of("", "Sở Không Mã", "Cơ quan", "tinh", "", "", ""),
                    List.of("so-noi-vu", "Sở Nội vụ", "Cơ quan", "tinh", "", "", "1"),
                    List.of("so-noi-vu", "Sở Nội vụ", "Cơ quan", "tinh", "", "", "1"),
                    List.of("ma-la", "Sở Mã Lạ", "Cơ quan", "tinh", "", "", "3"))));

    assertThat(told)
        .satisfiesExactlyInAnyOrder(
            no -> assertThat(no).startsWith("Đơn vị!B5: Ghi tên"),
            no -> assertThat(no).startsWith("Đơn vị!C5: Chọn một trong"),
            no -> assertThat(no).startsWith("Đơn vị!D5: Không có đơn vị «khong-co»"),
            no -> assertThat(no).startsWith("Đơn vị!E5: Ghi địa chỉ trên Internet"),
            no -> assertThat(no).startsWith("Đơn vị!F5: Ghi một ngày có thật"),
            no -> assertThat(no).startsWith("Đơn vị!A6: Ghi mã của đơn vị"),
            no -> assertThat(no).startsWith("Đơn vị!A8: Mã so-noi-vu đã có"),
            no -> assertThat(no).startsWith("Đơn vị!A9: Không có đơn vị mang mã ma-la"));
  }

  @Test
  void noticesOfEachUnitThatItWasChangedAfterTheExport() {
    var told =
        mistakes(
            aSmallTree(),
            sheet(
                List.of(UnitField.CODE, UnitField.PORTAL, UnitField.VERSION),
                List.of(
                    List.of("so-y-te", "https://a.gov.vn", "7"),
                    List.of("so-noi-vu", "https://b.gov.vn", ""),
                    List.of("chi-cuc", "", "9"))));

    assertThat(told)
        .satisfiesExactlyInAnyOrder(
            no ->
                assertThat(no)
                    .startsWith("Đơn vị!C5: «Sở Y tế» đã có người sửa sau khi xuất bảng")
                    .contains("bản 7, nay là 1", "https://a.gov.vn"),
            no -> assertThat(no).startsWith("Đơn vị!C6: Thiếu số bản"));
  }

  @Test
  void findsACircleThatOnlyAllRowsTogetherMake() {
    var fields = List.of(UnitField.CODE, UnitField.PARENT, UnitField.VERSION);
    var circle =
        sheet(
            fields,
            List.of(List.of("so-y-te", "so-noi-vu", "1"), List.of("so-noi-vu", "chi-cuc", "1")));
    assertThat(mistakes(aSmallTree(), circle))
        .allSatisfy(no -> assertThat(no).contains("không thể thuộc chính mình"))
        .hasSize(2);

    var turned =
        sheet(fields, List.of(List.of("so-y-te", "chi-cuc", "1"), List.of("chi-cuc", "tinh", "1")));
    assertThat(UnitSheetReader.plan(aSmallTree(), "a.xlsx", turned).changed()).hasSize(2);
  }

  @Test
  void keepsAFormerNameOnlyWhereTheRowSaysFromWhen() {
    var fields =
        List.of(
            UnitField.CODE,
            UnitField.NAME,
            UnitField.OFFICIAL_NAME,
            UnitField.SINCE,
            UnitField.DOCUMENT,
            UnitField.VERSION);
    var plan =
        UnitSheetReader.plan(
            aSmallTree(),
            "a.xlsx",
            sheet(
                fields,
                List.of(
                    List.of("so-y-te", "Sở Sức khỏe", "", "01/03/2025", "1/QĐ", "1"),
                    List.of("so-noi-vu", "Sở Nội Vụ", "", "", "", "1"))));

    assertThat(plan.changed().getFirst().since())
        .hasValue(new Since(LocalDate.of(2025, 3, 1), "1/QĐ"));
    assertThat(plan.changed().getLast().corrects()).isTrue();
    assertThat(
            mistakes(
                aSmallTree(),
                sheet(fields, List.of(List.of("so-y-te", "Sở Y tế", "", "01/03/2025", "1", "1")))))
        .singleElement()
        .asString()
        .contains("D5: Không có tên hay cấp trên nào đổi");
  }

  @Test
  void fitsFiveThousandUnitsIntoAMegabyte() {
    var units = new ArrayList<OrgUnit>();
    units.add(unit("tinh", PROVINCE, OrgUnit.Kind.PROVINCE, "UBND tỉnh"));
    for (int i = 0; i < 5_000; i++) {
      units.add(unit("xa-so-" + i, PROVINCE, OrgUnit.Kind.COMMUNE, "UBND xã mang số hiệu " + i));
    }
    var register = register(units);
    var bytes = UnitSheet.write(register);

    assertThat(bytes.length).isLessThan(1 << 20);
    assertThat(UnitSheetReader.plan(register, "a.xlsx", bytes).changesSomething()).isFalse();
  }
}

package thangdiem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.search.Folded;

/**
 * Sub-units and communes of the trial (đơn vị trực thuộc, xã trong bản dùng thử): a few of each.
 */
@Component
class DemoUnits {

  private static final Map<String, List<String>> SUB_UNITS =
      Map.of(
          "so-y-te",
          List.of(
              "Bệnh viện Đa khoa tỉnh Hậu Giang",
              "Chi cục An toàn vệ sinh thực phẩm",
              "Chi cục Dân số - Kế hoạch hóa gia đình",
              "Trung tâm Y tế dự phòng"));

  private static final Map<String, List<String>> COMMUNES =
      Map.of(
          "ubnd-huyen-chau-thanh",
          List.of(
              "Thị trấn Mái Dầm",
              "Thị trấn Ngã Sáu",
              "Xã Đông Phú",
              "Xã Đông Phước",
              "Xã Đông Phước A",
              "Xã Đông Thạnh",
              "Xã Phú An",
              "Xã Phú Hữu",
              "Xã Phú Tân"),
          "ubnd-thanh-pho-vi-thanh",
          List.of(
              "Phường I",
              "Phường III",
              "Phường IV",
              "Phường V",
              "Phường VII",
              "Xã Hỏa Lựu",
              "Xã Hỏa Tiến",
              "Xã Tân Tiến",
              "Xã Vị Tân"),
          "ubnd-huyen-vi-thuy",
          List.of(
              "Thị trấn Nàng Mau",
              "Xã Vị Bình",
              "Xã Vị Đông",
              "Xã Vị Thanh",
              "Xã Vị Thắng",
              "Xã Vị Thủy",
              "Xã Vị Trung",
              "Xã Vĩnh Thuận Tây",
              "Xã Vĩnh Trung",
              "Xã Vĩnh Tường"));

  private final OrgUnits units;
  private final Acts acts;

  DemoUnits(OrgUnits units, Acts acts) {
    this.units = units;
    this.acts = acts;
  }

  void install() {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          var added = new ArrayList<OrgUnit>();
          for (var unit : units.all()) {
            add(added, unit, SUB_UNITS.get(unit.code()), OrgUnit.Kind.SUB_UNIT);
            add(added, unit, COMMUNES.get(unit.code()), OrgUnit.Kind.COMMUNE);
          }
          added.forEach(units::add);
          return event.with("units", added.size());
        });
  }

  private static void add(
      List<OrgUnit> added,
      OrgUnit above,
      @org.jspecify.annotations.Nullable List<String> names,
      OrgUnit.Kind kind) {
    for (var name : Optional.ofNullable(names).orElse(List.of())) {
      added.add(
          new OrgUnit(
              UUID.randomUUID(),
              Folded.of(name).replaceAll("[^a-z0-9]+", "-"),
              Optional.of(above.id()),
              kind,
              Optional.empty(),
              false,
              name,
              name,
              Optional.empty(),
              added.size() + 1,
              Optional.<LocalDate>empty(),
              Optional.<LocalDate>empty(),
              1));
    }
  }
}

package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.CriteriaSource;

@ServerTest
class OrgUnitTakeOverTest {

  private static final CriteriaSet SET =
      CriteriaSource.read("hau-giang-ict/2017", List.of()).file().set();

  @Autowired private Province province;
  @Autowired private OrgUnits units;
  @Autowired private Acts acts;

  @BeforeEach
  void hasAProvince() {
    province.root();
  }

  private void takeOver() {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          units.takeOver(SET, event);
          return event;
        });
  }

  @Test
  void takesOverThe32UnitsOfTheDecisionAndNothingTheSecondTime() {
    takeOver();

    assertThat(SET.units()).hasSize(32);
    assertThat(units.planned(SET).untouched()).hasSize(32);
    assertThat(units.planned(SET).changesSomething()).isFalse();
    var bank = units.named("ngan-hang-nha-nuoc");
    assertThat(bank.name()).isEqualTo("Ngân hàng nhà nước");
    assertThat(bank.officialName())
        .isEqualTo("Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Hậu Giang");
    assertThat(bank.vertical()).isTrue();
    assertThat(bank.parent()).hasValue(province.root());
  }

  @Test
  void listsTheUnitsGroupByGroupAsTheDecisionNumbersThem() {
    takeOver();

    var codes = SET.units().stream().map(listed -> listed.id()).toList();
    assertThat(units.all().stream().map(OrgUnit::code).filter(codes::contains))
        .containsExactlyElementsOf(codes);
    assertThat(units.groups())
        .extracting(RankingGroup::shortName)
        .containsSubsequence("Sở, ban, ngành", "Huyện, thị xã, thành phố");
  }
}

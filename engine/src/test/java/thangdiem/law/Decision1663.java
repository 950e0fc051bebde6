package thangdiem.law;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decision 1663/QĐ-UBND scored a second time, slowly, from its text alone.
 *
 * <p>Lay it beside Phụ lục 2 and read both line by line. It shares no class with the engine, not
 * even the fractions: what the two agree on is the decision, or the same mistake made twice by
 * people who did not talk. Where the decision leaves a question open, the answer is one of the
 * {@link Readings}.
 */
final class Decision1663 {

  /** The assessed year, which is also the year of the plan in II.5.1. */
  static final int YEAR = 2017;

  static final String DEPARTMENT = "department";
  static final String DISTRICT = "district";

  /**
   * The answer "there is none", which counts as 0, no, or no date. A question without an answer is
   * not in the map at all.
   */
  static final String THERE_IS_NONE = "không có";

  static final String UNANSWERED = "unanswered";
  static final String ZERO_DENOMINATOR = "zero-denominator";
  static final String OVER_100_PERCENT = "over-100-percent";
  static final String NOT_APPLICABLE = "not-applicable";
  static final String NEAR_BOUNDARY = "near-boundary";
  static final String ORDER_FLIPS = "order-flips";

  private static final Fraction ZERO = Fraction.of(0);
  private static final Fraction ONE = Fraction.of(1);

  private Decision1663() {}

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // What the decision leaves open
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  enum Rounding {
    CRITERION_2,
    NONE
  }

  enum WhenNotApplicable {
    ZERO,
    RESCALE_SECTION,
    FULL
  }

  enum Overall {
    TOTAL,
    MEAN_OF_SECTION_PERCENTAGES
  }

  /** How a round reads the questions that the decision leaves open. */
  record Readings(
      Rounding rounding,
      boolean bonusInTotal,
      WhenNotApplicable whenNotApplicable,
      boolean zeroDenominatorIsNotApplicable,
      boolean ratiosAreCapped,
      Overall overall) {}

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // What a unit hands in, and what it gets back
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  /** Điểm trừ. Without a decision it is listed and takes nothing away. */
  record Deduction(String points, boolean decided) {}

  /**
   * Báo cáo của một cơ quan, đơn vị.
   *
   * @param answers fact → what is typed: "12", "0.5", "true", "vi_en", "2016-11-15"
   * @param notApplicable codes of criteria, groups or sections that the unit cannot have
   */
  record Report(
      String unit,
      String group,
      Map<String, String> answers,
      Set<String> notApplicable,
      List<Deduction> deductions) {}

  /** A line of the sheet: what it earns, and what is to be said about it. */
  record Line(Fraction points, Set<String> flags) {}

  /** A section of the sheet; {@code rank} 0 is "không xếp hạng". */
  record SectionLine(Fraction points, int rank, int rankInGroup) {}

  /** The sheet of one unit. */
  record Result(
      String unit,
      Map<String, Line> criteria,
      Map<String, SectionLine> sections,
      Fraction bonus,
      Fraction deductions,
      Fraction total,
      String grade,
      int rank,
      int rankInGroup,
      Fraction meanPercent,
      Fraction rescaledTotal,
      String rescaledGrade,
      Set<String> flags) {}

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // PHỤ LỤC 2. TIÊU CHÍ ĐÁNH GIÁ, XẾP HẠNG MỨC ĐỘ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  /** One report laid beside Phụ lục 2. Every method is a line of it, in its order. */
  private record Sheet(Map<String, String> answers, Readings readings) {

    // ===== I. HẠ TẦNG CÔNG NGHỆ THÔNG TIN — 150

    /** 1. Tỷ lệ máy tính đang sử dụng/CBCCVC. Tính theo tỷ lệ: (tỷ lệ)*15 */
    Line I_1() {
      return shareTimes(15, "computers", "staff");
    }

    /** 2. Tỷ lệ máy tính được kết nối Internet. Tính theo tỷ lệ: (tỷ lệ)*15 */
    Line I_2() {
      return shareTimes(15, "computers_internet", "computers");
    }

    /** 3. Tỷ lệ băng thông Internet/ CBCCVC. >= 1Mbps: 15; >= 0.5Mbps: 10; < 0,5Mbps: 0 */
    Line I_3() {
      return byShare(
          "bandwidth_mbps",
          "staff",
          mbps -> atLeast(mbps, "1") ? 15 : atLeast(mbps, "0.5") ? 10 : 0);
    }

    /** 4. Có quản trị hệ cơ sở dữ liệu (MS SQL Server, Oracle,…): 15 */
    Line I_4() {
      return yes(15, "dbms");
    }

    /** 5. Có trang bị máy quét (scanner) tại bộ phận Một cửa: 15 */
    Line I_5() {
      return yes(15, "one_stop_scanner");
    }

    /** 6. Có thiết bị mạng chuyên dùng (Tường lửa, lọc thư rác): 15 */
    Line I_6() {
      return yes(15, "network_security_devices");
    }

    /**
     * 7. Tỷ lệ máy tính có thiết bị lưu dữ liệu dự phòng (đĩa cứng, băng từ, SAN,...). Tính theo tỷ
     * lệ: (tỷ lệ)*15
     */
    Line I_7() {
      return shareTimes(15, "computers_backup", "computers");
    }

    /** 8. Có quản lý mạng cục bộ theo mô hình tập trung (domain): 15 */
    Line I_8() {
      return yes(15, "domain_network");
    }

    /** 9. Có kết nối mạng diện rộng của tỉnh, CPNet (hoặc mạng dùng riêng): 15 */
    Line I_9() {
      return yes(15, "provincial_wan");
    }

    /** 10. Tỷ lệ máy tính sử dụng hệ điều hành windows 7 trở lên. Tính theo tỷ lệ: (tỷ lệ)*15 */
    Line I_10() {
      return shareTimes(15, "computers_windows7", "computers");
    }

    // ===== II. ỨNG DỤNG CNTT — 400
    // ----- 1. Cung cấp dịch vụ công trực tuyến — 100

    /** 1.1. Tỷ lệ DVCTT mức 3 được cung cấp/Tổng số DVCTT. >=20%: 25; >=10%: 20; >0%: 10 */
    Line II_1_1() {
      return byShare("services_level3", "services", this::onlineServices);
    }

    /** 1.2. Tỷ lệ DVCTT mức 4 được cung cấp/Tổng số DVCTT. >=20%: 25; >=10%: 20; >0%: 10 */
    Line II_1_2() {
      return byShare("services_level4", "services", this::onlineServices);
    }

    /**
     * 1.3. Tỷ lệ hồ sơ DVCTT mức độ 3 được nộp trực tuyến/Tổng số hồ sơ DVCTT. >=20%: 25; >=10%:
     * 20; >0%: 10
     */
    Line II_1_3() {
      return byShare("dossiers_level3_online", "service_dossiers", this::onlineServices);
    }

    /**
     * 1.4. Tỷ lệ hồ sơ DVCTT mức độ 4 được nộp trực tuyến/Tổng số hồ sơ DVCTT. >=20%: 25; >=10%:
     * 20; >0%: 10
     */
    Line II_1_4() {
      return byShare("dossiers_level4_online", "service_dossiers", this::onlineServices);
    }

    private int onlineServices(Fraction share) {
      return atLeast(share, "0.2")
          ? 25
          : atLeast(share, "0.1") ? 20 : share.moreThan(ZERO) ? 10 : 0;
    }

    // ----- 2. Phần mềm Quản lý văn bản — 80

    /** 2.1. Có sử dụng: 10 */
    Line II_2_1() {
      return yes(10, "docs_used");
    }

    /** 2.2. Văn bản đến có kèm tập tin đầy đủ: 10 */
    Line II_2_2() {
      return yes(10, "docs_incoming_files");
    }

    /** 2.3. Văn bản đi có kèm tập tin đầy đủ: 10 */
    Line II_2_3() {
      return yes(10, "docs_outgoing_files");
    }

    /** 2.4. Văn bản đến được nhập đầy đủ: 10 */
    Line II_2_4() {
      return yes(10, "docs_incoming_entered");
    }

    /** 2.5. Văn bản đi được nhập đầy đủ: 10 */
    Line II_2_5() {
      return yes(10, "docs_outgoing_entered");
    }

    /** 2.6. Văn bản đi có kết nối Văn bản đến đầy đủ (Trường hợp xử lý VB đến): 10 */
    Line II_2_6() {
      return yes(10, "docs_linked");
    }

    /** 2.7. Có sử dụng chức năng phân công, giao việc và đánh giá kết quả: 10 */
    Line II_2_7() {
      return yes(10, "docs_assignment");
    }

    /** 2.8. Có sử dụng đầy đủ tại các đơn vị trực thuộc: 10 */
    Line II_2_8() {
      return yes(10, "docs_subunits");
    }

    // ----- 3. Phần mềm Một cửa điện tử — 90

    /** 3.1. Có sử dụng đầy đủ tại các đơn vị trực thuộc (Có bộ phận Một cửa): 15 */
    Line II_3_1() {
      return yes(15, "one_stop_subunits");
    }

    /** 3.2. Xử lý hồ sơ đúng quy trình: 15 */
    Line II_3_2() {
      return yes(15, "one_stop_procedure");
    }

    /** 3.3. Hồ sơ được nhập vào phần mềm đầy đủ: 15 */
    Line II_3_3() {
      return yes(15, "one_stop_entered");
    }

    /** 3.4. Có xử lý hồ sơ theo quy trình liên thông (đối với các thủ tục liên thông): 10 */
    Line II_3_4() {
      return yes(10, "one_stop_interagency");
    }

    /** 3.5. Tỷ lệ hồ sơ đúng hạn. Tính theo tỷ lệ: (tỷ lệ)*15 */
    Line II_3_5() {
      return shareTimes(15, "dossiers_on_time", "dossiers_resolved");
    }

    /**
     * 3.6. Tỷ lệ hồ sơ tiếp nhận qua đường bưu chính/tổng số hồ sơ tiếp nhận. Tính theo tỷ lệ: (tỷ
     * lệ)*10
     */
    Line II_3_6() {
      return shareTimes(10, "dossiers_by_post", "dossiers_received");
    }

    /** 3.7. Có Triển khai tiếp nhận và trả kết quả qua đường bưu chính: 10 */
    Line II_3_7() {
      return yes(10, "postal_service");
    }

    // ----- 4. Phần mềm Quản lý cán bộ, công chức, viên chức — 40

    /**
     * 4.1. Tỷ lệ số hồ sơ được nhập đầy đủ (tất cả các trường)/tổng số công chức của đơn vị. Tính
     * theo tỷ lệ: (tỷ lệ)*20
     */
    Line II_4_1() {
      return shareTimes(20, "personnel_records_complete", "civil_servants");
    }

    /** 4.2. Cập nhật hồ sơ đầy đủ, kịp thời khi có thông tin thay đổi: 20 */
    Line II_4_2() {
      return yes(20, "personnel_records_current");
    }

    // ----- 5. Môi trường, chính sách CNTT — 30

    /**
     * 5.1. Ban hành kế hoach ứng dụng CNTT hàng năm của đơn vị. Ban hành trong quý IV năm liền kề
     * trước năm kế hoạch: 10; ban hành trong quý I năm kế hoạch: 5; trường hợp khác: 0
     */
    Line II_5_1() {
      var answer = answers.get("plan_issued_on");
      if (answer == null) {
        return nothing(UNANSWERED);
      }
      if (answer.equals(THERE_IS_NONE)) {
        return earns(0);
      }
      var issued = LocalDate.parse(answer);
      int quarter = (issued.getMonthValue() + 2) / 3;
      boolean inTheFourthQuarterBefore = issued.getYear() == YEAR - 1 && quarter == 4;
      boolean inTheFirstQuarter = issued.getYear() == YEAR && quarter == 1;
      return earns(inTheFourthQuarterBefore ? 10 : inTheFirstQuarter ? 5 : 0);
    }

    /** 5.2. Mức độ hoàn thành kế hoạch. >=90%: 10; >=50%: 5; <50%: 0 */
    Line II_5_2() {
      return byShare(
          "plan_tasks_done",
          "plan_tasks",
          done -> atLeast(done, "0.9") ? 10 : atLeast(done, "0.5") ? 5 : 0);
    }

    /**
     * 5.3. Đơn vị có chỉ đạo, tuyên truyền, phổ biến các văn bản … về chính sách phát triển, ứng
     * dụng CNTT: 10
     */
    Line II_5_3() {
      return yes(10, "policy_communication");
    }

    // ----- 6. Ứng dụng chữ ký số — 40

    /**
     * 6.1. Tỷ lệ đơn vị (trực thuộc) có sử dụng chữ ký số/tổng số đơn vị. Tính theo tỷ lệ: (tỷ
     * lệ)*20
     */
    Line II_6_1() {
      return shareTimes(20, "subunits_digital_signature", "subunits");
    }

    /**
     * 6.2. Tỷ lệ chứng thư số được sử dụng /tổng số chứng thư số được cấp cho đơn vị. Tính theo tỷ
     * lệ: (tỷ lệ)*20
     */
    Line II_6_2() {
      return shareTimes(20, "certificates_used", "certificates_issued");
    }

    // ----- 7. Sử dụng phần mềm nguồn mở — 20

    /** 7.1. Có sử dụng phần mềm văn phòng (Open Office, ...): 10 */
    Line II_7_1() {
      return yes(10, "open_source_office");
    }

    /** 7.2. Có sử dụng hệ điều hành nguồn mở (Ubuntu, ...): 10 */
    Line II_7_2() {
      return yes(10, "open_source_os");
    }

    // ===== III. TRANG/ CỔNG THÔNG TIN ĐIỆN TỬ — 200
    // ----- 1. Cung cấp thông tin trên trang/cổng thông tin điện tử — 110

    /**
     * 1.1. Thông tin giới thiệu chung (…). Bằng tiếng Việt và tiếng Anh: 10; bằng tiếng Việt (không
     * tiếng Anh): 8
     */
    Line III_1_1() {
      return byLanguages("portal_about", 10, 8);
    }

    /**
     * 1.2. Thông tin về lãnh đạo của cơ quan (…). Bằng tiếng Việt và tiếng Anh: 10; bằng tiếng Việt
     * (không tiếng Anh): 8
     */
    Line III_1_2() {
      return byLanguages("portal_leaders", 10, 8);
    }

    /**
     * 1.3. Thông tin địa chỉ, điện thoại, số fax, … Bằng tiếng Việt và tiếng Anh: 5; bằng tiếng
     * Việt (không tiếng Anh): 3
     */
    Line III_1_3() {
      return byLanguages("portal_contact", 5, 3);
    }

    /**
     * 1.4. Thông tin lãnh đạo cấp phòng, đơn vị trực thuộc (…). Bằng tiếng Việt và tiếng Anh: 10;
     * tiếng Việt: 8
     */
    Line III_1_4() {
      return byLanguages("portal_division_heads", 10, 8);
    }

    /** 1.5. Cập nhật đầy đủ Lịch làm việc của lãnh đạo cơ quan: 10 */
    Line III_1_5() {
      return yes(10, "portal_calendar");
    }

    /** 1.6. Có thông tin tuyên truyền phồ biết pháp luật, chính sách của ngành, địa phương: 10 */
    Line III_1_6() {
      return yes(10, "portal_law");
    }

    /** 1.7. Cập nhật thông tin về đề tài, dự án, hạng mục đầu tư, đấu thầu, mua sắm công: …: 10 */
    Line III_1_7() {
      return yes(10, "portal_projects");
    }

    /** 1.8. Cập nhật danh mục văn bản, chỉ đạo, điều hành của ngành, địa phương: 10 */
    Line III_1_8() {
      return yes(10, "portal_directives");
    }

    /** 1,9. Cập nhật danh mục văn bản quy phạm pháp luật và văn bản dự thảo: 10 */
    Line III_1_9() {
      return yes(10, "portal_legal_documents");
    }

    /** 1,10. Có công cụ đếm số lần truy cập chính xác: 5 */
    Line III_1_10() {
      return yes(5, "portal_counter");
    }

    /** 1.11. Tần suất cập nhật tin tức, sự kiện. >=5 tin, bài/tuần: 10; >=2 tin: 5 */
    Line III_1_11() {
      return byNumber(
          "portal_news_per_week", news -> atLeast(news, "5") ? 10 : atLeast(news, "2") ? 5 : 0);
    }

    /** 1.12. Cập nhật đầy đủ thông tin về cung cấp dịch vụ công trực tuyến của đơn vị: 10 */
    Line III_1_12() {
      return yes(10, "portal_services");
    }

    // ----- 2. Các chức năng hỗ trợ trên Website/Portal — 90

    /** 2.1. Có chức năng hỏi đáp và giải đáp thắc mắc của tổ chức, cá nhân: 10 */
    Line III_2_1() {
      return yes(10, "portal_qa");
    }

    /** 2.2. Có chức năng lấy ý kiến của tổ chức, cá nhân: 10 */
    Line III_2_2() {
      return yes(10, "portal_consultation");
    }

    /** 2.3. Có chức năng hỗ trợ người khuyết tật (tăng, giảm cỡ chữ; bộ đọc bài viết, …): 10 */
    Line III_2_3() {
      return yes(10, "portal_accessibility");
    }

    /** 2.4. Có sử dụng công cụ đa phương tiện (audio, video, …): 10 */
    Line III_2_4() {
      return yes(10, "portal_multimedia");
    }

    /** 2.5. Có chức năng chia sẻ thông tin qua RSS: 10 */
    Line III_2_5() {
      return yes(10, "portal_rss");
    }

    /** 2.6. Có sử dụng giao thức truyền tải siêu văn bản an toàn (https): 10 */
    Line III_2_6() {
      return yes(10, "portal_https");
    }

    /** 2.7. Có chức năng tạo và quản trị cổng con cho các đơn vị trực thuộc: 10 */
    Line III_2_7() {
      return yes(10, "portal_subsites");
    }

    /** 2.8. Có giao diện riêng cho thiết bị di động: 10 */
    Line III_2_8() {
      return yes(10, "portal_mobile");
    }

    /** 2.9. Có cơ chế chống lỗ hỏng SQL injection và XSS: 10 */
    Line III_2_9() {
      return yes(10, "portal_injection_protection");
    }

    // ===== IV. CÔNG TÁC ĐẢM BẢO AN TOÀN, AN NINH THÔNG TIN — 150

    /** 1. Có quy chế về bảo đảm an toàn thông tin trong nội bộ cơ quan: 20 */
    Line IV_1() {
      return yes(20, "security_regulation");
    }

    /** 2. Có theo dõi, giám sát, kiểm tra việc áp dụng quy chế (ghi biên bản): 20 */
    Line IV_2() {
      return yes(20, "security_monitoring");
    }

    /** 3. Tỷ lệ máy tính có cài phần mềm diệt virus. Tính theo tỷ lệ: (tỷ lệ)*50 */
    Line IV_3() {
      return shareTimes(50, "computers_antivirus", "computers");
    }

    /**
     * 4. Có tổ chức triển khai, phổ biến các quy định về an toàn, an ninh thông tin …. >=3 lần/năm:
     * 30; >=2 lần/năm: 20; >=1 lần/năm: 10
     */
    Line IV_4() {
      return byNumber(
          "security_awareness_sessions",
          times ->
              atLeast(times, "3") ? 30 : atLeast(times, "2") ? 20 : atLeast(times, "1") ? 10 : 0);
    }

    /** 5. Cán bộ chuyên trách có chứng chỉ về an toàn, an ninh thông tin: 10 */
    Line IV_5() {
      return yes(10, "security_certified_officer");
    }

    /** 6. Có ban hành kịch bản xử lý tình huống, sự cố máy tính: 20 */
    Line IV_6() {
      return yes(20, "incident_plan");
    }

    // ===== V. NGUỒN NHÂN LỰC ỨNG DỤNG CNTT — 100

    /** 1. Có cán bộ chuyên trách CNTT (Đại học CNTT trở lên): 40 */
    Line V_1() {
      return byNumber("it_officers", officers -> atLeast(officers, "1") ? 40 : 0);
    }

    /**
     * 2. Có từ 2 cán bộ chuyên trách CNTT (Đại học CNTT trở lên): 20 — cộng với 40 điểm của mục 1
     */
    Line V_2() {
      return byNumber("it_officers", officers -> atLeast(officers, "2") ? 20 : 0);
    }

    /** 3. Có cán bộ chuyên trách an toàn, an ninh thông tin (Đại học CNTT trở lên): 10 */
    Line V_3() {
      return yes(10, "security_officer");
    }

    /** 4. Cán bộ chuyên trách được tập huấn chuyên môn nghiệp vụ trong năm: 30 */
    Line V_4() {
      return yes(30, "officers_trained");
    }

    // ===== TỔNG ĐIỂM — 1000
    // ===== VII. ĐIỂM THƯỞNG — 30

    /** 1. Có cán bộ chuyên trách CNTT trình độ sau đại học, hoặc Lãnh đạo CNTT (CIO): 10 */
    Line VII_1() {
      return yes(10, "postgraduate_or_cio");
    }

    /**
     * 2. Đơn vị có cán bộ tham gia đề tài khoa học hoặc đạt giải thưởng … từ cấp tỉnh trở lên: 10
     */
    Line VII_2() {
      return yes(10, "research_or_award");
    }

    /** 3. Tỷ lệ phần trăm văn bản đi được ký số trên tổng số văn bản đi từ 80% trở lên: 10 */
    Line VII_3() {
      return byShare(
          "outgoing_documents_signed",
          "outgoing_documents",
          signed -> atLeast(signed, "0.8") ? 10 : 0);
    }

    // ===== TỔNG ĐIỂM (gồm điểm thưởng)

    // What "có", "tính theo tỷ lệ" and ">=" mean.

    private Line yes(int points, String fact) {
      var answer = answers.get(fact);
      return answer == null ? nothing(UNANSWERED) : earns(answer.equals("true") ? points : 0);
    }

    private Line byLanguages(String fact, int vietnameseAndEnglish, int vietnamese) {
      var answer = answers.get(fact);
      if (answer == null) {
        return nothing(UNANSWERED);
      }
      return earns(
          answer.equals("vi_en") ? vietnameseAndEnglish : answer.equals("vi") ? vietnamese : 0);
    }

    private Line byNumber(String fact, Function<Fraction, Integer> points) {
      return answers.containsKey(fact) ? earns(points.apply(number(fact))) : nothing(UNANSWERED);
    }

    private Line byShare(String part, String whole, Function<Fraction, Integer> points) {
      if (!answers.containsKey(part) || !answers.containsKey(whole)) {
        return nothing(UNANSWERED);
      }
      if (number(whole).equals(ZERO)) {
        return nothing(ZERO_DENOMINATOR);
      }
      return earns(points.apply(number(part).dividedBy(number(whole))));
    }

    private Line shareTimes(int points, String part, String whole) {
      if (!answers.containsKey(part) || !answers.containsKey(whole)) {
        return nothing(UNANSWERED);
      }
      if (number(whole).equals(ZERO)) {
        return nothing(ZERO_DENOMINATOR);
      }
      var share = number(part).dividedBy(number(whole));
      if (!share.moreThan(ONE)) {
        return new Line(share.times(Fraction.of(points)), Set.of());
      }
      var counted = readings.ratiosAreCapped() ? ONE : share;
      return new Line(counted.times(Fraction.of(points)), Set.of(OVER_100_PERCENT));
    }

    private Fraction number(String fact) {
      var answer = answers.get(fact);
      return answer.equals(THERE_IS_NONE) ? ZERO : Fraction.of(answer);
    }

    private static boolean atLeast(Fraction value, String threshold) {
      return !Fraction.of(threshold).moreThan(value);
    }

    private static Line earns(int points) {
      return new Line(Fraction.of(points), Set.of());
    }

    private static Line nothing(String why) {
      return new Line(ZERO, Set.of(why));
    }
  }

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // The table of Phụ lục 2: code, "ĐIỂM TỐI ĐA", line
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  private record Criterion(String code, int max, Function<Sheet, Line> line) {}

  private record Section(String code, int max, List<Criterion> criteria) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "I",
              150,
              List.of(
                  new Criterion("I.1", 15, Sheet::I_1),
                  new Criterion("I.2", 15, Sheet::I_2),
                  new Criterion("I.3", 15, Sheet::I_3),
                  new Criterion("I.4", 15, Sheet::I_4),
                  new Criterion("I.5", 15, Sheet::I_5),
                  new Criterion("I.6", 15, Sheet::I_6),
                  new Criterion("I.7", 15, Sheet::I_7),
                  new Criterion("I.8", 15, Sheet::I_8),
                  new Criterion("I.9", 15, Sheet::I_9),
                  new Criterion("I.10", 15, Sheet::I_10))),
          new Section(
              "II",
              400,
              List.of(
                  new Criterion("II.1.1", 25, Sheet::II_1_1),
                  new Criterion("II.1.2", 25, Sheet::II_1_2),
                  new Criterion("II.1.3", 25, Sheet::II_1_3),
                  new Criterion("II.1.4", 25, Sheet::II_1_4),
                  new Criterion("II.2.1", 10, Sheet::II_2_1),
                  new Criterion("II.2.2", 10, Sheet::II_2_2),
                  new Criterion("II.2.3", 10, Sheet::II_2_3),
                  new Criterion("II.2.4", 10, Sheet::II_2_4),
                  new Criterion("II.2.5", 10, Sheet::II_2_5),
                  new Criterion("II.2.6", 10, Sheet::II_2_6),
                  new Criterion("II.2.7", 10, Sheet::II_2_7),
                  new Criterion("II.2.8", 10, Sheet::II_2_8),
                  new Criterion("II.3.1", 15, Sheet::II_3_1),
                  new Criterion("II.3.2", 15, Sheet::II_3_2),
                  new Criterion("II.3.3", 15, Sheet::II_3_3),
                  new Criterion("II.3.4", 10, Sheet::II_3_4),
                  new Criterion("II.3.5", 15, Sheet::II_3_5),
                  new Criterion("II.3.6", 10, Sheet::II_3_6),
                  new Criterion("II.3.7", 10, Sheet::II_3_7),
                  new Criterion("II.4.1", 20, Sheet::II_4_1),
                  new Criterion("II.4.2", 20, Sheet::II_4_2),
                  new Criterion("II.5.1", 10, Sheet::II_5_1),
                  new Criterion("II.5.2", 10, Sheet::II_5_2),
                  new Criterion("II.5.3", 10, Sheet::II_5_3),
                  new Criterion("II.6.1", 20, Sheet::II_6_1),
                  new Criterion("II.6.2", 20, Sheet::II_6_2),
                  new Criterion("II.7.1", 10, Sheet::II_7_1),
                  new Criterion("II.7.2", 10, Sheet::II_7_2))),
          new Section(
              "III",
              200,
              List.of(
                  new Criterion("III.1.1", 10, Sheet::III_1_1),
                  new Criterion("III.1.2", 10, Sheet::III_1_2),
                  new Criterion("III.1.3", 5, Sheet::III_1_3),
                  new Criterion("III.1.4", 10, Sheet::III_1_4),
                  new Criterion("III.1.5", 10, Sheet::III_1_5),
                  new Criterion("III.1.6", 10, Sheet::III_1_6),
                  new Criterion("III.1.7", 10, Sheet::III_1_7),
                  new Criterion("III.1.8", 10, Sheet::III_1_8),
                  new Criterion("III.1.9", 10, Sheet::III_1_9),
                  new Criterion("III.1.10", 5, Sheet::III_1_10),
                  new Criterion("III.1.11", 10, Sheet::III_1_11),
                  new Criterion("III.1.12", 10, Sheet::III_1_12),
                  new Criterion("III.2.1", 10, Sheet::III_2_1),
                  new Criterion("III.2.2", 10, Sheet::III_2_2),
                  new Criterion("III.2.3", 10, Sheet::III_2_3),
                  new Criterion("III.2.4", 10, Sheet::III_2_4),
                  new Criterion("III.2.5", 10, Sheet::III_2_5),
                  new Criterion("III.2.6", 10, Sheet::III_2_6),
                  new Criterion("III.2.7", 10, Sheet::III_2_7),
                  new Criterion("III.2.8", 10, Sheet::III_2_8),
                  new Criterion("III.2.9", 10, Sheet::III_2_9))),
          new Section(
              "IV",
              150,
              List.of(
                  new Criterion("IV.1", 20, Sheet::IV_1),
                  new Criterion("IV.2", 20, Sheet::IV_2),
                  new Criterion("IV.3", 50, Sheet::IV_3),
                  new Criterion("IV.4", 30, Sheet::IV_4),
                  new Criterion("IV.5", 10, Sheet::IV_5),
                  new Criterion("IV.6", 20, Sheet::IV_6))),
          new Section(
              "V",
              100,
              List.of(
                  new Criterion("V.1", 40, Sheet::V_1),
                  new Criterion("V.2", 20, Sheet::V_2),
                  new Criterion("V.3", 10, Sheet::V_3),
                  new Criterion("V.4", 30, Sheet::V_4))));

  private static final Section BONUS =
      new Section(
          "VII",
          30,
          List.of(
              new Criterion("VII.1", 10, Sheet::VII_1),
              new Criterion("VII.2", 10, Sheet::VII_2),
              new Criterion("VII.3", 10, Sheet::VII_3)));

  /** The codes of the 72 criteria, in printed order. */
  static List<String> codes() {
    return Stream.concat(SECTIONS.stream(), Stream.of(BONUS))
        .flatMap(section -> section.criteria().stream())
        .map(Criterion::code)
        .toList();
  }

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // Điều 7. Phương pháp xếp hạng
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  /** Khoản 2. Phân loại. */
  private static String grade(Fraction total) {
    return Sheet.atLeast(total, "850")
        ? "Tốt"
        : Sheet.atLeast(total, "700") ? "Khá" : Sheet.atLeast(total, "550") ? "Trung bình" : "Yếu";
  }

  private static boolean nearABoundary(Fraction total) {
    for (var floor : List.of("850", "700", "550")) {
      var above = total.minus(Fraction.of(floor));
      if (!above.moreThan(ONE) && !Fraction.of(-1).moreThan(above)) {
        return true;
      }
    }
    return false;
  }

  /** What one unit earns before anybody is ranked. */
  private record Earned(
      Report report,
      Map<String, Line> criteria,
      Map<String, Fraction> sections,
      Set<String> unrankedSections,
      Fraction bonus,
      Fraction deductions,
      Fraction total,
      Fraction meanPercent,
      Fraction byMean,
      Fraction rescaledTotal) {}

  /** Scores, grades and ranks a round. */
  static List<Result> score(List<Report> round, Readings readings) {
    var earned = round.stream().map(report -> earned(report, readings)).toList();
    return earned.stream().map(unit -> ranked(unit, earned, readings)).toList();
  }

  private static Earned earned(Report report, Readings readings) {
    var sheet = new Sheet(report.answers(), readings);
    var criteria = new LinkedHashMap<String, Line>();
    var sections = new LinkedHashMap<String, Fraction>();
    var rescaledSections = new LinkedHashMap<String, Fraction>();
    var notApplicableSections = new LinkedHashSet<String>();
    var percentages = new ArrayList<Fraction>();
    var applicableMax = ZERO;

    for (var section : SECTIONS) {
      var sum = ZERO;
      var applicableSum = ZERO;
      var applicable = ZERO;
      for (var criterion : section.criteria()) {
        var line = line(criterion, sheet, report, readings);
        criteria.put(criterion.code(), line);
        sum = sum.plus(line.points());
        if (!line.flags().contains(NOT_APPLICABLE)) {
          applicableSum = applicableSum.plus(line.points());
          applicable = applicable.plus(Fraction.of(criterion.max()));
        }
      }
      var max = Fraction.of(section.max());
      if (applicable.equals(ZERO)) {
        notApplicableSections.add(section.code());
        rescaledSections.put(section.code(), ZERO);
      } else {
        applicableMax = applicableMax.plus(max);
        rescaledSections.put(
            section.code(), rounded(applicableSum.times(max).dividedBy(applicable), readings));
      }
      boolean rescales = readings.whenNotApplicable() == WhenNotApplicable.RESCALE_SECTION;
      var points = rescales ? rescaledSections.get(section.code()) : sum;
      sections.put(section.code(), points);
      if (!(rescales && applicable.equals(ZERO))) {
        percentages.add(points.times(Fraction.of(100)).dividedBy(max));
      }
    }

    var bonus = ZERO;
    for (var criterion : BONUS.criteria()) {
      var line = line(criterion, sheet, report, readings);
      criteria.put(criterion.code(), line);
      bonus = bonus.plus(line.points());
    }

    var deductions = ZERO;
    for (var deduction : report.deductions()) {
      deductions =
          deductions.plus(
              deduction.decided() ? rounded(Fraction.of(deduction.points()), readings) : ZERO);
    }

    var counted = (readings.bonusInTotal() ? bonus : ZERO).minus(deductions);
    var rescaledSum = sum(rescaledSections.values());
    if (!applicableMax.equals(ZERO)) {
      rescaledSum =
          rounded(rescaledSum.times(Fraction.of(1000)).dividedBy(applicableMax), readings);
    }
    var rescaledTotal = notBelowZero(rescaledSum.plus(counted));
    var total =
        readings.whenNotApplicable() == WhenNotApplicable.RESCALE_SECTION
            ? rescaledTotal
            : notBelowZero(sum(sections.values()).plus(counted));
    var meanPercent =
        percentages.isEmpty() ? ZERO : sum(percentages).dividedBy(Fraction.of(percentages.size()));
    var byMean = notBelowZero(meanPercent.times(Fraction.of(10)).plus(counted));
    return new Earned(
        report,
        criteria,
        sections,
        notApplicableSections,
        bonus,
        deductions,
        total,
        meanPercent,
        byMean,
        rescaledTotal);
  }

  private static Line line(Criterion criterion, Sheet sheet, Report report, Readings readings) {
    for (var code : report.notApplicable()) {
      if (criterion.code().equals(code) || criterion.code().startsWith(code + ".")) {
        return notApplicable(criterion, readings, Set.of(NOT_APPLICABLE));
      }
    }
    var line = criterion.line().apply(sheet);
    if (line.flags().contains(ZERO_DENOMINATOR) && readings.zeroDenominatorIsNotApplicable()) {
      return notApplicable(criterion, readings, Set.of(ZERO_DENOMINATOR, NOT_APPLICABLE));
    }
    return new Line(rounded(line.points(), readings), line.flags());
  }

  /**
   * Điểm thưởng is earned, never given: what does not apply of it is worth nothing under every
   * reading.
   */
  private static Line notApplicable(Criterion criterion, Readings readings, Set<String> flags) {
    boolean full =
        readings.whenNotApplicable() == WhenNotApplicable.FULL
            && !BONUS.criteria().contains(criterion);
    return new Line(full ? Fraction.of(criterion.max()) : ZERO, flags);
  }

  /**
   * Khoản 1: từ cao đến thấp, theo từng nội dung và tổng thể; khoản 3: hoặc theo điểm trung bình
   * của tất cả các nội dung.
   */
  private static Result ranked(Earned unit, List<Earned> round, Readings readings) {
    var group =
        round.stream()
            .filter(other -> other.report().group().equals(unit.report().group()))
            .toList();
    Function<Earned, Fraction> byTotal = Earned::total;
    Function<Earned, Fraction> byMean = Earned::byMean;
    var by = readings.overall() == Overall.TOTAL ? byTotal : byMean;

    var sections = new LinkedHashMap<String, SectionLine>();
    for (var code : unit.sections().keySet()) {
      Function<Earned, Fraction> bySection = other -> other.sections().get(code);
      boolean ranked = !unit.unrankedSections().contains(code);
      var inRound =
          round.stream().filter(other -> !other.unrankedSections().contains(code)).toList();
      var inGroup =
          group.stream().filter(other -> !other.unrankedSections().contains(code)).toList();
      sections.put(
          code,
          new SectionLine(
              unit.sections().get(code),
              ranked ? rank(unit, inRound, bySection) : 0,
              ranked ? rank(unit, inGroup, bySection) : 0));
    }

    var flags = new LinkedHashSet<String>();
    if (nearABoundary(unit.total())) {
      flags.add(NEAR_BOUNDARY);
    }
    if (rank(unit, round, byTotal) != rank(unit, round, byMean)) {
      flags.add(ORDER_FLIPS);
    }
    return new Result(
        unit.report().unit(),
        unit.criteria(),
        sections,
        unit.bonus(),
        unit.deductions(),
        unit.total(),
        grade(unit.total()),
        rank(unit, round, by),
        rank(unit, group, by),
        unit.meanPercent(),
        unit.rescaledTotal(),
        grade(unit.rescaledTotal()),
        flags);
  }

  /** 1-2-2-4: one more than the number of those who are better. */
  private static int rank(Earned unit, List<Earned> among, Function<Earned, Fraction> by) {
    return 1
        + (int) among.stream().filter(other -> by.apply(other).moreThan(by.apply(unit))).count();
  }

  private static Fraction sum(Iterable<Fraction> numbers) {
    var sum = ZERO;
    for (var number : numbers) {
      sum = sum.plus(number);
    }
    return sum;
  }

  private static Fraction notBelowZero(Fraction number) {
    return ZERO.moreThan(number) ? ZERO : number;
  }

  private static Fraction rounded(Fraction number, Readings readings) {
    return readings.rounding() == Rounding.CRITERION_2 ? number.halfUpToTwoDecimals() : number;
  }

  // ---------------------------------------------------------------------------------------------------------------------------------------------
  // Fractions
  // ---------------------------------------------------------------------------------------------------------------------------------------------

  /** A fraction in lowest terms above a positive denominator. */
  record Fraction(BigInteger numerator, BigInteger denominator) {

    Fraction {
      var divisor = numerator.gcd(denominator);
      if (denominator.signum() < 0) {
        divisor = divisor.negate();
      }
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }

    static Fraction of(long whole) {
      return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** What a decimal such as "12" or "0.5" means. */
    static Fraction of(String decimal) {
      int point = decimal.indexOf('.');
      if (point < 0) {
        return new Fraction(new BigInteger(decimal), BigInteger.ONE);
      }
      var digits = decimal.substring(0, point) + decimal.substring(point + 1);
      return new Fraction(new BigInteger(digits), BigInteger.TEN.pow(decimal.length() - point - 1));
    }

    Fraction plus(Fraction other) {
      return new Fraction(
          numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
          denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(Fraction other) {
      return new Fraction(
          numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction dividedBy(Fraction other) {
      return new Fraction(
          numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    boolean moreThan(Fraction other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator))
          > 0;
    }

    /** 13.125 becomes 13.13; only ever asked of numbers that are not negative. */
    Fraction halfUpToTwoDecimals() {
      var hundredths =
          BigInteger.valueOf(200)
              .multiply(numerator)
              .add(denominator)
              .divide(BigInteger.TWO.multiply(denominator));
      return new Fraction(hundredths, BigInteger.valueOf(100));
    }

    @Override
    public String toString() {
      return denominator.equals(BigInteger.ONE)
          ? numerator.toString()
          : numerator + "/" + denominator;
    }
  }
}

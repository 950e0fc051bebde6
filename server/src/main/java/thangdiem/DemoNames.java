package thangdiem;

/** Made-up names of people (họ tên bịa), each once. */
final class DemoNames {

  private static final String[] FAMILY = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Danh", "Lâm"
  };
  private static final String[] MIDDLE = {"Thị", "Văn", "Minh", "Ngọc", "Quốc", "Hồng", "Thanh"};
  private static final String[] GIVEN = {
    "Ánh", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hoa", "Khoa", "Lan", "Nhung", "Phúc", "Yến"
  };

  private int next;

  String next() {
    int i = next++;
    return FAMILY[i % FAMILY.length]
        + " "
        + MIDDLE[i % MIDDLE.length]
        + " "
        + GIVEN[i % GIVEN.length];
  }
}

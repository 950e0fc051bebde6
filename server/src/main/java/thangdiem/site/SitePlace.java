package thangdiem.site;

/**
 * Where the site stands (nơi đặt trang).
 *
 * @param base as others write its address: "https://…"
 * @param style the folder of its stylesheet and type
 */
record SitePlace(String base, String style) {}

package thangdiem.criteria;

import java.time.LocalDate;

/**
 * The document that a criteria set comes from (căn cứ pháp lý).
 *
 * @param replaces the document it replaces; empty where none
 */
public record LegalBasis(
    String number, LocalDate issuedOn, String issuer, String title, String replaces) {}

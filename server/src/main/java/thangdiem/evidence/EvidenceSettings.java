package thangdiem.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How evidence is looked at.
 *
 * @param trust a file of certificates in PEM whose signatures count, {@code
 *     THANGDIEM_EVIDENCE_TRUST}; without one no signature is called trusted
 */
@ConfigurationProperties("thangdiem.evidence")
record EvidenceSettings(@Nullable String trust) {}

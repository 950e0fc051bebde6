/**
 * Receipts for whoever holds one (biên nhận): the public page that reads them, and the sheet to
 * print. Takes what the receipt itself proves; gives nothing that its holder does not have.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "document", "proof"})
@NullMarked
package thangdiem.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

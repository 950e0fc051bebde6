package thangdiem.audit;

import java.nio.file.Path;
import thangdiem.proof.NoteSigner;

/**
 * What seals the ledger and stands outside its database (con dấu của nhật ký).
 *
 * @param signer signs checkpoints
 * @param last the file that remembers the last checkpoint signed: a database put back to an older
 *     state is noticed by it
 */
public record LedgerSeal(NoteSigner signer, Path last) {

  /** The ledger's name in its checkpoints. */
  String origin() {
    return signer.key().name();
  }
}

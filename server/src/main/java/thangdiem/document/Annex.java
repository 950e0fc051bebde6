package thangdiem.document;

import java.util.List;

/**
 * An annex (phụ lục): begins a sheet and counts its own sheets. Where a document has several, each
 * gets a Roman number.
 *
 * @param of the line that says which document it belongs to
 */
public record Annex(String title, String of, List<Block> blocks) {}

/**
 * The commands that need no server (dòng lệnh): check, template, score, verify.
 *
 * <p>Takes files and options, gives files, sentences and exit codes: 0 done, 1 the answer is no, 2
 * bad input or usage, 3 a fault of the program.
 */
@NullMarked
package thangdiem.cli;

import org.jspecify.annotations.NullMarked;

/** The application around the engine (máy chủ Thang Điểm): how it is started, and its modules. */
@NullMarked
package thangdiem;

import org.jspecify.annotations.NullMarked;
